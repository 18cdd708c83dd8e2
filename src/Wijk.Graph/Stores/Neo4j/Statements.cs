using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Every statement that the store sends; each is a file of neo4j/statements that says what it does.</summary>
internal static class Statements
{
    public static readonly Statement AbortApply = Statement.Named("abort-apply");
    public static readonly Statement Apply = Statement.Named("apply");
    public static readonly Statement BeginApply = Statement.Named("begin-apply");
    public static readonly Statement Check = Statement.Named("check");
    public static readonly Statement Clusters = Statement.Named("clusters");
    public static readonly Statement Commit = Statement.Named("commit");
    public static readonly Statement DiscardStaged = Statement.Named("discard-staged");
    public static readonly Statement FindChangeSet = Statement.Named("find-change-set");
    public static readonly Statement Finish = Statement.Named("finish");
    public static readonly Statement FinishPages = Statement.Named("finish-pages");
    public static readonly Statement KeepClusters = Statement.Named("keep-clusters");
    public static readonly Statement Log = Statement.Named("log");
    public static readonly Statement LogPages = Statement.Named("log-pages");
    public static readonly Statement MigrationConstraint = Statement.Named("migration-constraint");
    public static readonly Statement MigrationDone = Statement.Named("migration-done");
    public static readonly Statement Migrations = Statement.Named("migrations");
    public static readonly Statement NodePage = Statement.Named("node-page");
    public static readonly Statement PageEnd = Statement.Named("page-end");
    public static readonly Statement Prune = Statement.Named("prune");
    public static readonly Statement PruneCut = Statement.Named("prune-cut");
    public static readonly Statement RelationPage = Statement.Named("relation-page");
    public static readonly Statement Removals = Statement.Named("removals");
    public static readonly Statement RemoveScenario = Statement.Named("remove-scenario");
    public static readonly Statement SaveScenario = Statement.Named("save-scenario");
    public static readonly Statement Scenarios = Statement.Named("scenarios");
    public static readonly Statement Schema = Statement.Named("schema");
    public static readonly Statement Server = Statement.Named("server");
    public static readonly Statement Settle = Statement.Named("settle");
    public static readonly Statement SliceAreas = Statement.Named("slice-areas");
    public static readonly Statement SliceBack = Statement.Named("slice-back");
    public static readonly Statement SliceForth = Statement.Named("slice-forth");
    public static readonly Statement SliceNodes = Statement.Named("slice-nodes");
    public static readonly Statement SliceRelations = Statement.Named("slice-relations");
    public static readonly Statement StageChangeSets = Statement.Named("stage-change-sets");
    public static readonly Statement StagePages = Statement.Named("stage-pages");
    public static readonly Statement StagedChangeSets = Statement.Named("staged-change-sets");
    public static readonly Statement StopApply = Statement.Named("stop-apply");
    public static readonly Statement StoredNodes = Statement.Named("stored-nodes");
    public static readonly Statement StoredRelations = Statement.Named("stored-relations");
    public static readonly Statement TakeOver = Statement.Named("take-over");
    public static readonly Statement Version = Statement.Named("version");
}

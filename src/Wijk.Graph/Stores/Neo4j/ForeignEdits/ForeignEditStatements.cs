using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>The statements that look at what others wrote.</summary>
internal static class ForeignEditStatements
{
    public static readonly Statement Adopt = Statement.Named("adopt");
    public static readonly Statement FoundKeys = Statement.Named("foreign-edits-found-keys");
    public static readonly Statement ForgetSkipped = Statement.Named("forget-skipped");
    public static readonly Statement OtherNodes = Statement.Named("foreign-edits-other-nodes");
    public static readonly Statement OtherRelations = Statement.Named("foreign-edits-other-relations");
    public static readonly Statement UnmanagedNodes = Statement.Named("foreign-edits-unmanaged-nodes");
    public static readonly Statement UnmanagedRelations = Statement.Named("foreign-edits-unmanaged-relations");
    public static readonly Statement Nodes = Statement.Named("foreign-edits-nodes");
    public static readonly Statement Relations = Statement.Named("foreign-edits-relations");
}

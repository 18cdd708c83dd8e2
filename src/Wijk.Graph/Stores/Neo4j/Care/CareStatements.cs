namespace Wijk.Graph.Stores.Neo4j.Care;

/// <summary>The statements that look past what Wijk wrote.</summary>
internal static class CareStatements
{
    public static readonly Statement Adopt = Statement.Named("adopt");
    public static readonly Statement ForeignNodes = Statement.Named("care-foreign-nodes");
    public static readonly Statement ForeignRelations = Statement.Named("care-foreign-relations");
    public static readonly Statement KeylessNodes = Statement.Named("care-keyless-nodes");
    public static readonly Statement KeylessRelations = Statement.Named("care-keyless-relations");
    public static readonly Statement Nodes = Statement.Named("care-nodes");
    public static readonly Statement Relations = Statement.Named("care-relations");
}

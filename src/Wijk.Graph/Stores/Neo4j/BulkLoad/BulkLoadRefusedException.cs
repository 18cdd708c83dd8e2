using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.BulkLoad;

/// <summary>Files for the bulk loader cannot be made as asked; nothing was written.</summary>
public sealed class BulkLoadRefusedException(Words why) : StoreException(why);

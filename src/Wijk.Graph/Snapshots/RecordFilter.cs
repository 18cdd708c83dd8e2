using Wijk.Graph.Model;

namespace Wijk.Graph.Snapshots;

/// <summary>What remains of a record: the record itself, another in its place, or nothing.</summary>
/// <remarks>
/// A node may be replaced by one of the same kind, also under another key; a relation by one of the same kind, also between other nodes that
/// remain. A filter is pure: it gives the same answer for the same record, on any thread.
/// </remarks>
/// <param name="record">A node or a relation.</param>
/// <returns>What takes its place; null to leave it out.</returns>
public delegate GraphRecord? RecordFilter(GraphRecord record);

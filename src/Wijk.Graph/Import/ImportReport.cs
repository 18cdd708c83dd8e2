using Wijk.Graph.Stores;

namespace Wijk.Graph.Import;

/// <summary>What an import did, or would do.</summary>
/// <remarks>
/// The counts compare the records that passed the checks with the graph; <see cref="Outcome"/> says whether they were written.
/// A record that is <see cref="NotOverwritten"/> is in none of the counts.
/// </remarks>
public sealed record ImportReport
{
    /// <summary>The namespace of the records.</summary>
    public required string Namespace { get; init; }

    /// <summary>What became of it.</summary>
    public required ImportOutcome Outcome { get; init; }

    /// <summary>The version in which the effect is visible; when nothing was written, the version it was compared with.</summary>
    public required long Version { get; init; }

    /// <summary>The files, sheets and parts that were read.</summary>
    public required IReadOnlyList<FileRead> Files { get; init; }

    /// <summary>Nodes that the graph did not have.</summary>
    public required int NodesAdded { get; init; }

    /// <summary>Nodes that said something else before.</summary>
    public required int NodesChanged { get; init; }

    /// <summary>Nodes that said the same, and stubs of what is there already.</summary>
    public required int NodesUnchanged { get; init; }

    /// <summary>Relations that the graph did not have.</summary>
    public required int RelationsAdded { get; init; }

    /// <summary>Relations that said something else before.</summary>
    public required int RelationsChanged { get; init; }

    /// <summary>Relations that said the same.</summary>
    public required int RelationsUnchanged { get; init; }

    /// <summary>Rows to know about, ordered by file and row.</summary>
    public required IReadOnlyList<RowRemark> Warnings { get; init; }

    /// <summary>Rows that were refused and what depends on them, ordered by file and row.</summary>
    public required IReadOnlyList<RowRemark> Refused { get; init; }

    /// <summary>Keys that this source brought before and the files no longer hold, ordered. Nothing is deleted. The record of a row that
    /// could not be read is among them.</summary>
    public required IReadOnlyList<string> Vanished { get; init; }

    /// <summary>Records that were left as another source or a person made them, ordered by key.</summary>
    public required IReadOnlyList<NotOverwritten> NotOverwritten { get; init; }

    /// <summary>Whether the change set removes the built-in sample to make room for these records.</summary>
    public required bool SampleReplaced { get; init; }

    /// <summary>Rows of data read in all files.</summary>
    public long RowCount => Files.Sum(file => (long)file.RowCount);

    /// <summary>What became of those rows.</summary>
    public RowTally Rows { get; init; }

    /// <summary>What was not written, since somebody edited the store while the import was being stored; empty for most.</summary>
    public IReadOnlyList<RecordWarning> Skipped { get; init; } = [];

    /// <summary>Whether any row was refused.</summary>
    public bool HasRefused => Refused.Count > 0;
}

/// <summary>What became of an import.</summary>
public enum ImportOutcome
{
    /// <summary>Rows were refused, so nothing is written.</summary>
    Refused,

    /// <summary>The graph says all of it already.</summary>
    NothingToDo,

    /// <summary>There is something to write, and it has not been written.</summary>
    Planned,

    /// <summary>It was written.</summary>
    Written,
}

/// <summary>A record on which the files and the graph disagree, and that is not theirs to change.</summary>
/// <param name="Key">Its key.</param>
/// <param name="ChangedBy">The source or person who made the graph say what it says, or who removed the record.</param>
public sealed record NotOverwritten(string Key, string ChangedBy);

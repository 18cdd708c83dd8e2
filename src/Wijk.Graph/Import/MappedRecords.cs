using System.Collections.Frozen;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>A place in a file that was read.</summary>
/// <param name="File">The file's name, with the sheet or part where it has several: <c>template.xlsx [Agency]</c>.</param>
/// <param name="Row">The line or row a person would look at: 1 is the first row of a sheet or the first line of a text file,
/// headings included; in JSON the position of the element, from 1.</param>
public readonly record struct RowPlace(string File, int Row)
{
    /// <summary>The place in words: <c>areas.csv row 3</c>.</summary>
    public Words Label => new($"{File} rij {Row}", $"{File} row {Row}");

    /// <summary><see cref="Label"/> in English.</summary>
    public override string ToString() => Label.En;
}

/// <summary>A record that a mapping made, and the row it made it from.</summary>
public readonly record struct Mapped<T>(T Record, RowPlace Place)
    where T : GraphRecord;

/// <summary>Something a reader should know about a row that was read all the same, or why a row was refused.</summary>
/// <param name="Place">The row.</param>
/// <param name="Value">The value it is about; empty when it is about the whole row.</param>
/// <param name="Message">The rule and what to do, without the place.</param>
public sealed record RowRemark(RowPlace Place, string Value, Words Message)
{
    /// <summary>The heading of the column it stands in; null when that is not told, or it is about the whole row.</summary>
    public Words? Column { get; init; }

    /// <summary>The refused row that this one depends on; null when the row is refused for what it says itself.</summary>
    public RowPlace? Cause { get; init; }

    /// <summary>Whether it is a whole sentence that says why rows were skipped, told with how many were.</summary>
    public bool IsOfSkipped { get; init; }

    /// <summary>Place, value and message in one line.</summary>
    public Words Line => Place.Label + (Value.Length == 0 ? ": " : $": '{TextRules.Shown(Value)}': ") + Message;

    /// <summary><see cref="Line"/> in English.</summary>
    public override string ToString() => Line.En;

    /// <summary>What a reader of a file can do about a record that breaks a rule.</summary>
    internal static Words Advice(Problem problem) => problem.Message + new Words(" Verbeter de rij.", " Correct the row.");
}

/// <summary>A file, sheet or part that was read.</summary>
/// <param name="File">As in <see cref="RowPlace.File"/>.</param>
/// <param name="Encoding">The encoding found, e.g. <c>utf-8 with BOM</c>; empty for a spreadsheet.</param>
/// <param name="RowCount">Rows read that hold something, without headings.</param>
public sealed record FileRead(string File, string Encoding, int RowCount)
{
    /// <summary>Those of them that are no data, or are in a sheet that is not read.</summary>
    public int SkippedCount { get; init; }
}

/// <summary>What became of the rows: each that was read is used, refused or skipped.</summary>
/// <param name="Read">Rows that hold something, without headings.</param>
/// <param name="Used">Rows that records were made of, or that others looked something up in.</param>
/// <param name="Refused">Rows that cannot be right, and those that depend on them.</param>
/// <param name="Skipped">Rows that are no data or of which the mapping makes nothing.</param>
public readonly record struct RowTally(long Read, long Used, long Refused, long Skipped)
{
    /// <summary>The same rows when more of those that were used are refused.</summary>
    public RowTally WithRefused(long count) => this with { Used = Used - count, Refused = Refused + count };
}

/// <summary>What a mapping made of one or more files, before it is compared with the graph.</summary>
/// <param name="Namespace">The namespace of the keys, and the source of the records.</param>
/// <param name="ContentHash">SHA-256, in hex, of the bytes of all files in order of name and of the mapping's text.</param>
/// <param name="Files">What was read.</param>
/// <param name="Nodes">The nodes; a key may occur more than once when rows agree on it.</param>
/// <param name="Relations">The relations; as for nodes.</param>
/// <param name="Warnings">Rows to know about.</param>
/// <param name="Refused">Rows from which nothing was made.</param>
public sealed record MappedRecords(
    string Namespace,
    string ContentHash,
    IReadOnlyList<FileRead> Files,
    IReadOnlyList<Mapped<Node>> Nodes,
    IReadOnlyList<Mapped<Relation>> Relations,
    IReadOnlyList<RowRemark> Warnings,
    IReadOnlyList<RowRemark> Refused)
{
    /// <summary>What became of the rows.</summary>
    public RowTally Rows { get; init; }

    /// <summary>Places from which more than one row came, and how many; those that are absent have one.</summary>
    public IReadOnlyDictionary<RowPlace, int> Several { get; init; } = FrozenDictionary<RowPlace, int>.Empty;

    /// <summary>The tables that were read, to give refused rows back as they came.</summary>
    public IReadOnlyList<SourceTable> Tables { get; init; } = [];

    /// <summary>Whether they are a graph that Wijk exported, and not what a source says.</summary>
    public bool IsOfGraph { get; init; }

    /// <summary>Whether the files hold rows that were refused before and mended: what they do not hold is not gone.</summary>
    public bool IsSupplement { get; init; }
}

using System.Text.RegularExpressions;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import.Mappings;

/// <summary>One run of a mapping: the tables it reads, the records it makes, and what it has counted.</summary>
/// <param name="ns">The namespace of the keys it makes.</param>
/// <param name="recordedAt">The moment its records carry.</param>
/// <param name="graph">What the graph holds; null when nothing is looked for there.</param>
/// <param name="tables">The tables by their name in the mapping; one whose file is absent is left out.</param>
/// <param name="rowDone">Called after each row, with the number of rows done.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class MappingRun(
    string ns,
    DateTimeOffset recordedAt,
    GraphContents? graph,
    IReadOnlyDictionary<string, LoadedTable> tables,
    Action<long> rowDone,
    CancellationToken cancellation)
{
    private readonly Dictionary<(object Counter, string Parts), int> ordinals = [];
    private long done;

    public string Namespace => ns;

    public DateTimeOffset RecordedAt => recordedAt;

    public RecordCollector Collector { get; } = new();

    /// <summary>The time that patterns may take.</summary>
    public PatternTime Patterns { get; } = new();

    /// <summary>What the graph holds that names may refer to; nothing when it was not looked at.</summary>
    public IEnumerable<Node> KnownNodes => Known(graph?.Nodes);

    /// <summary>The relations of the graph.</summary>
    public IEnumerable<Relation> KnownRelations => Known(graph?.Relations);

    /// <summary>How many rows were read, and what became of them.</summary>
    /// <param name="files">The files that were read.</param>
    public RowTally Tally(IReadOnlyList<FileRead> files)
    {
        var (used, refused, skipped) = (0L, (long)Collector.UnreadCount, files.Sum(file => (long)file.SkippedCount));
        foreach (var table in tables.Values)
        {
            foreach (var row in table.Rows)
            {
                if (Collector.IsRefused(row.Row.Place)) refused++;
                else if (row.IsUsed || table.IsLookedUp) used++;
                else skipped++;
            }
        }

        return new(files.Sum(file => (long)file.RowCount), used, refused, skipped);
    }

    /// <summary>The areas that texts are searched for; null when none are known.</summary>
    public AreaNames? Areas { get; private set; }

    /// <summary>Finds out which areas there are: those of the graph, and those that the rules make of these tables.</summary>
    /// <param name="apply">Applies the rules to a run; it is tried once on a run of which nothing else is kept.</param>
    public void LearnAreas(Action<MappingRun> apply)
    {
        var trial = new MappingRun(ns, recordedAt, graph: null, tables, static _ => { }, cancellation);
        apply(trial);
        var rows = trial.Collector.Live().ToArray();
        Areas = new(
            Known(graph?.Nodes).Concat(rows.SelectMany(row => row.Nodes).Select(made => made.Node)).Where(node => node.Kind == NodeKind.Area),
            Known(graph?.Relations).Concat(rows.SelectMany(row => row.Relations)).Where(relation => relation.Kind == RelationKind.PartOf));
    }

    /// <summary>What becomes of areas from edition to edition; null where a mapping does not tell editions apart.</summary>
    public AreaEditions? Editions { get; private set; }

    /// <summary>Where a trial notes the areas of each edition; null when it is no trial.</summary>
    public AreaEditions? Noted { get; private init; }

    /// <summary>Finds out which areas the editions in these tables have in common.</summary>
    /// <param name="apply">As for <see cref="LearnAreas"/>.</param>
    public void LearnEditions(Action<MappingRun> apply)
    {
        var editions = new AreaEditions();
        var trial = new MappingRun(ns, recordedAt, graph: null, tables, static _ => { }, cancellation) { Noted = editions };
        apply(trial);
        editions.Settle(trial.Collector.Live().SelectMany(row => row.Relations));
        Editions = editions;
    }

    // The sample makes room for real data, and so do its areas.
    private IEnumerable<T> Known<T>(IEnumerable<T>? records)
        where T : GraphRecord => (records ?? []).Where(record => ns == SampleNeighbourhood.Namespace || record.Origin != SampleNeighbourhood.Namespace);

    /// <summary>The table of that name in the mapping; null when its file is absent.</summary>
    public LoadedTable? Table(string name) => tables.GetValueOrDefault(name);

    /// <summary>How often a counter has been asked for these parts, this time included.</summary>
    public int NextOrdinal(object counter, string parts) =>
        ordinals[(counter, parts)] = ordinals.GetValueOrDefault((counter, parts)) + 1;

    /// <summary>Makes records of each row of a table; a row that is refused gives none.</summary>
    public void ForEach(string table, Action<TableRow, RowRecords> make)
    {
        foreach (var row in Table(table)?.Rows ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            var records = new RowRecords(row.Row.Place);
            Patterns.BeginRow(row.Row.Place.File);
            try
            {
                make(row, records);
                if (records.Problems.Count == 0)
                {
                    row.IsUsed |= records.HasAny;
                    Collector.Keep(records);
                }
                else
                {
                    foreach (var (value, why) in records.Problems) Collector.Refuse(records, value, why);
                }
            }
            catch (RowRefusedException refusal)
            {
                foreach (var (value, why) in records.Problems) Collector.Refuse(records, value, why);
                Collector.Refuse(records, refusal.Value, refusal.Why);
            }
            catch (RegexMatchTimeoutException timeout)
            {
                if (Patterns.IsUp) throw PatternsAreSlow(row.Row.Place, timeout.Pattern);
                Collector.Refuse(records, timeout.Input[..Math.Min(60, timeout.Input.Length)], new(
                    $"het patroon '{timeout.Pattern}' deed meer dan een seconde over deze waarde; schrijf een eenvoudiger patroon in de vertaling.",
                    $"the pattern '{timeout.Pattern}' took more than a second on this value; write a simpler pattern in the mapping."));
            }

            rowDone(++done);
        }
    }

    private static ImportFileException PatternsAreSlow(RowPlace place, string pattern) => new(place.File, place.Row, new(
        $"tot hier kostten de patronen van de vertaling samen te veel tijd, het laatst '{pattern}'; schrijf eenvoudiger patronen, zonder herhaling in een herhaling zoals (a+)+.",
        $"up to here the patterns of the mapping together took too much time, '{pattern}' last; write simpler patterns, without a repetition in a repetition such as (a+)+."));
}

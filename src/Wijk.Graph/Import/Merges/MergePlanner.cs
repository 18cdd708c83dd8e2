using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import.Merges;

/// <summary>Plans making two nodes one because a person says so, and making them two again. Pure: it writes nothing. Decision 22.</summary>
public static class MergePlanner
{
    private static readonly ImmutableArray<RelationKind> Ordering = [RelationKind.PartOf, RelationKind.Succeeds];

    /// <summary>The merges that stand in a graph, the oldest first.</summary>
    /// <exception cref="MergeException">One can no longer be read.</exception>
    public static ImmutableArray<Merge> In(GraphContents graph) => [.. graph.Nodes.Where(Merge.IsOne).Select(Merge.Of).OrderBy(merge => merge.Ordinal)];

    /// <summary>Plans making two nodes one.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="keep">The key of the node that stays.</param>
    /// <param name="other">The key of the node that goes into it.</param>
    /// <param name="source">Who says that the two are one: an organisation or a role.</param>
    /// <param name="now">When it is recorded, in UTC, to the millisecond.</param>
    /// <exception cref="MergeException">They are not there, or cannot be one.</exception>
    public static MergePlan Join(GraphContents graph, string keep, string other, string source, DateTimeOffset now)
    {
        var (before, merges) = (MergedGraph.Of(graph), In(graph));
        var (stays, goes) = (NodeOf(before, keep, merges), NodeOf(before, other, merges));
        Check(before, stays, goes);
        var after = before.Copy();
        var ordinal = merges.IsEmpty ? 1 : merges[^1].Ordinal + 1;
        var merge = after.Join(Merge.NewDecision(ordinal, stays, goes, graph.Version.Number, source, now), keep, other);
        return new(ChangeSetOf("merge", graph, merge, source, now, before.ChangesTo(after)), merge);
    }

    /// <summary>Plans making two again what was made one; what people changed since stays changed, and other merges stay.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="other">The key of the node that went into another.</param>
    /// <param name="source">Who says so.</param>
    /// <param name="now">When it is recorded, in UTC, to the millisecond.</param>
    /// <exception cref="MergeException">It was not merged, or what it was merged into is gone.</exception>
    public static MergePlan Part(GraphContents graph, string other, string source, DateTimeOffset now)
    {
        var (before, merges) = (MergedGraph.Of(graph), In(graph));
        if (merges.LastOrDefault(merge => merge.Other == other) is not { } undone)
        {
            throw new MergeException(new(
                $"'{TextRules.Shown(other)}' is nergens in samengevoegd; noem de sleutel die bij merge als tweede stond.",
                $"'{TextRules.Shown(other)}' was not merged into anything; give the key that was the second of merge."))
            { Missing = other };
        }

        // A later merge may have moved what this one moved, so later ones are undone first and made again after it.
        var after = before.Copy();
        Merge[] later = [.. merges.Where(merge => merge.Ordinal > undone.Ordinal).Reverse().Where(after.Part)];
        if (!after.Part(undone))
        {
            throw new MergeException(new(
                $"'{undone.Keep}', waarin '{undone.Other}' is samengevoegd, is er niet meer; zet een reservekopie terug als u beide nodig hebt.",
                $"'{undone.Keep}', which '{undone.Other}' was merged into, is gone; restore a backup if you need both."));
        }

        Again(after, later.Reverse());
        return new(ChangeSetOf("unmerge", graph, undone, source, now, before.ChangesTo(after)), undone);
    }

    /// <summary>Plans an import on the graph as its sources know it, and brings what it changes to the graph as people merged it.</summary>
    /// <param name="graph">The graph, with merges in it.</param>
    /// <param name="plan">Plans the import on a graph without.</param>
    internal static ImportPlan Beneath(GraphContents graph, Func<GraphContents, ImportPlan> plan)
    {
        var (now, apart) = (MergedGraph.Of(graph), MergedGraph.Of(graph));
        Merge[] merges = [.. In(graph).Reverse().Where(apart.Part).Reverse()];
        var planned = plan(apart.Contents());
        if (planned.ChangeSet is not { } changeSet) return planned;
        var (without, with) = (apart.Copy(), apart);
        with.Apply(changeSet.Changes);
        Again(without, merges);
        Again(with, merges);
        ImmutableArray<Change> changes = [.. without.ChangesTo(with).Where(change => change.Record is not null || now.Holds(change.Key))];
        return planned with { ChangeSet = changeSet with { Changes = changes } };
    }

    private static void Again(MergedGraph graph, IEnumerable<Merge> merges)
    {
        foreach (var merge in merges.Where(merge => graph.Find(merge.Keep) is not null && graph.Find(merge.Other) is not null)) graph.Join(merge.Decision, merge.Keep, merge.Other);
    }

    private static Node NodeOf(MergedGraph graph, string key, ImmutableArray<Merge> merges)
    {
        if (graph.Find(key) is { } node) return node;
        throw new MergeException(merges.LastOrDefault(merge => merge.Other == key) is { } merge
            ? new($"'{TextRules.Shown(key)}' is al samengevoegd in '{merge.Keep}'; noem die sleutel.", $"'{TextRules.Shown(key)}' was merged into '{merge.Keep}' already; give that key.")
            : new($"Er is geen knoop '{TextRules.Shown(key)}'; kijk met duplicates wat de sleutels zijn.", $"There is no node '{TextRules.Shown(key)}'; see with duplicates what the keys are."))
        { Missing = key };
    }

    private static void Check(MergedGraph graph, Node keep, Node other)
    {
        if (keep.Key == other.Key) throw new MergeException(new($"'{keep.Key}' staat er twee keer; noem twee knopen.", $"'{keep.Key}' is given twice; name two nodes."));
        if (keep.Kind != other.Kind || !NearNames.Kinds.Contains(keep.Kind))
        {
            var kinds = Words.AnyOf(NearNames.Kinds.Select(kind => Vocabulary.Of(kind).Name));
            throw new MergeException(new(
                $"'{keep.Key}' en '{other.Key}' kunnen niet één worden: het moeten er twee van één soort zijn, {kinds.Nl}; mensen worden nooit samengevoegd.",
                $"'{keep.Key}' and '{other.Key}' cannot become one: they must be two of one kind, {kinds.En}; people are never merged."));
        }

        foreach (var kind in Ordering.Where(kind => Reaches(graph, kind, keep.Key, other.Key) || Reaches(graph, kind, other.Key, keep.Key)))
        {
            var label = Vocabulary.Of(kind).Label;
            throw new MergeException(new(
                $"'{keep.Key}' en '{other.Key}' kunnen niet één worden: de één {label.Nl} de ander, direct of via andere. Haal die relatie eerst weg als zij niet klopt.",
                $"'{keep.Key}' and '{other.Key}' cannot become one: one {label.En} the other, directly or by way of others. Remove that relation first if it is wrong."));
        }
    }

    private static bool Reaches(MergedGraph graph, RelationKind kind, string from, string to)
    {
        var (seen, waiting) = (new HashSet<string>(StringComparer.Ordinal) { from }, new Stack<string>([from]));
        while (waiting.TryPop(out var next))
        {
            foreach (var relation in graph.RelationsOf(next).Where(relation => relation.Kind == kind && relation.From == next))
            {
                if (relation.To == to) return true;
                if (seen.Add(relation.To)) waiting.Push(relation.To);
            }
        }

        return false;
    }

    private static ChangeSet ChangeSetOf(string what, GraphContents graph, Merge merge, string source, DateTimeOffset now, ImmutableArray<Change> changes)
    {
        var identity = string.Create(CultureInfo.InvariantCulture, $"{what}\n{graph.Version.Number}\n{merge.Keep}\n{merge.Other}");
        return new()
        {
            Id = $"{what} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))}",
            Source = source,
            RecordedAt = now,
            ExpectedVersion = graph.Version.Number,
            Changes = changes,
        };
    }
}

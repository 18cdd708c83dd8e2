using System.Collections.Immutable;
using System.Text;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>What every change set must keep to, whichever store commits it.</summary>
/// <remarks>
/// A store first asks what to look up, fetches that in as few queries as it can inside its transaction, and then has the change set checked.
/// </remarks>
public static class ChangeRules
{
    private const int NamedRelations = 3;

    /// <summary>The keys of which the store must say whether they exist.</summary>
    /// <returns>The ends of relations that the change set does not bring itself, and what it removes.</returns>
    public static IReadOnlySet<string> KeysToLookUp(ChangeSet changeSet)
    {
        var brought = changeSet.Changes.Where(change => change.Record is Node).Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in changeSet.Changes)
        {
            if (change.Record is null) wanted.Add(change.Key);
            if (change.Record is not Relation relation) continue;
            if (!brought.Contains(relation.From)) wanted.Add(relation.From);
            if (!brought.Contains(relation.To)) wanted.Add(relation.To);
        }

        return wanted;
    }

    /// <summary>What must be refused; empty when all may be written.</summary>
    /// <param name="changeSet">The change set.</param>
    /// <param name="existing">Those of <see cref="KeysToLookUp"/> that the store holds.</param>
    /// <param name="relationsOf">The keys of the relations from and to a node that is removed, as the store holds them.</param>
    public static ImmutableArray<RefusedChange> Check(
        ChangeSet changeSet, IReadOnlySet<string> existing, Func<string, IEnumerable<string>> relationsOf)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var nodes = changeSet.Changes.Where(change => change.Record is Node).Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
        var removed = changeSet.Changes.Where(change => change.Record is null).Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
        var refused = ImmutableArray.CreateBuilder<RefusedChange>();
        for (var index = 0; index < changeSet.Changes.Length; index++)
        {
            var change = changeSet.Changes[index];
            if (!seen.Add(change.Key)) Refuse(Twice(change.Key));
            var problems = change.Record switch
            {
                null => ProblemsOfRemoval(change.Key, existing, removed, relationsOf),
                Node node => RecordRules.ProblemsOf(node),
                Relation relation => RecordRules.ProblemsOf(relation, KindOf),
                _ => [],
            };
            foreach (var problem in problems) Refuse(problem);
            if (change.Record is not { } record) continue;
            foreach (var problem in TextProblems(change, record)) Refuse(problem);

            void Refuse(Problem problem) => refused.Add(new(index, change.Key, problem));
        }

        return refused.DrainToImmutable();

        NodeKind? KindOf(string key) =>
            nodes.Contains(key) || (existing.Contains(key) && !removed.Contains(key)) ? Keys.NodeKindOf(key) : null;
    }

    private static IEnumerable<Problem> ProblemsOfRemoval(
        string key, IReadOnlySet<string> existing, HashSet<string> removed, Func<string, IEnumerable<string>> relationsOf)
    {
        if (!existing.Contains(key))
        {
            yield return new("key", new(
                $"Er is geen '{key}' om te verwijderen; verbeter de sleutel of laat de wijziging weg.",
                $"There is no '{key}' to remove; correct the key or leave the change out."));
        }
        else if (Keys.NodeKindOf(key) is not null)
        {
            var left = relationsOf(key).Where(relation => !removed.Contains(relation)).Order(StringComparer.Ordinal).ToArray();
            if (left.Length == 0) yield break;
            var named = string.Join(", ", left.Take(NamedRelations).Select(relation => $"'{relation}'"));
            var rest = left.Length - NamedRelations;
            yield return new("key", new Words($"'{key}' heeft nog relaties: {named}", $"'{key}' still has relations: {named}")
                + (rest > 0 ? new Words($" en nog {rest}", $" and {rest} more") : "")
                + new Words("; verwijder die in dezelfde wijziging.", "; remove them in the same change."));
        }
    }

    // Half a character cannot be written as UTF-8: a store would silently keep another text.
    private static IEnumerable<Problem> TextProblems(Change change, GraphRecord record)
    {
        if (change.Key != record.Key)
        {
            yield return new("key", new(
                $"De wijziging is van '{change.Key}', maar het record is '{record.Key}'; maak ze gelijk.",
                $"The change is of '{change.Key}' but its record is '{record.Key}'; make them the same."));
        }

        if (IsBroken(record.Key)) yield return HalfCharacter("key");
        if (IsBroken(record.Source)) yield return HalfCharacter("source");
        if (record.Inference is { } inference && (IsBroken(inference.From) || IsBroken(inference.Rule.Nl) || IsBroken(inference.Rule.En) || inference.Words.Any(IsBroken)))
            yield return HalfCharacter("inference");
        foreach (var (name, value) in record.Attributes)
        {
            if (value is string text && IsBroken(text)) yield return HalfCharacter(name);
            if (value is ImmutableArray<string> texts && texts.Any(IsBroken)) yield return HalfCharacter(name);
        }
    }

    private static bool IsBroken(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) != text;

    private static Problem Twice(string key) =>
        new("key", new($"'{key}' komt twee keer voor; houd er één.", $"'{key}' occurs twice; keep one of the two."));

    private static Problem HalfCharacter(string path) => new(path, new(
        $"In {path} staat een half teken (een losse surrogate); schrijf de tekst in hele tekens.",
        $"{path} holds half a character (a lone surrogate); write the text in whole characters."));
}

using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Merges;

/// <summary>The node that stays, with what only the other said; and what it was without that.</summary>
internal static class FilledNode
{
    private const string Aliases = "aliases";

    // Of these one says little without the others, so they are taken together or not at all.
    private static readonly ImmutableArray<ImmutableArray<string>> Together = [["code", "edition", "level"], ["geometry", "epsg"], ["ageFrom", "ageTo"], ["budget", "fundingEnd"]];

    /// <summary>The node that stays, with the attributes that only the other has, and with its key, name and other ids as other ids.</summary>
    /// <remarks>
    /// Periods stay as they are. What was concluded about the other is not taken over as something that was said. Whoever may not see one of the two, may not see
    /// what they became.
    /// </remarks>
    public static Node Of(Node keep, Node other)
    {
        var attributes = keep.Attributes;
        var takes = other.Inference is null || other.Inference == keep.Inference;
        foreach (var (name, value) in takes ? other.Attributes : AttributeSet.Empty)
        {
            if (name != Aliases && TogetherWith(name).All(one => keep.Attributes[one] is null)) attributes = attributes.With(name, value);
        }

        string[] aliases = [.. TextsOf(keep), other.Key, .. other.Name == keep.Name ? Array.Empty<string>() : [other.Name], .. TextsOf(other)];
        return keep with
        {
            Attributes = attributes.With(Aliases, aliases.Distinct(StringComparer.Ordinal).ToImmutableArray()),
            IsStub = keep.IsStub && (other.IsStub || !takes),
            Visibility = (Visibility)Math.Max((int)keep.Visibility, (int)other.Visibility),
        };
    }

    /// <summary>What a node that was filled is without it; what somebody changed since stays changed.</summary>
    /// <param name="now">The node as it is.</param>
    /// <param name="filled">What the merge made of it.</param>
    /// <param name="was">What it was before.</param>
    public static Node Without(Node now, Node filled, Node was)
    {
        if (now.SameContentAs(filled)) return was;
        var attributes = now.Attributes;
        foreach (var name in filled.Attributes.Select(attribute => attribute.Key).Where(name => name != Aliases && !Same(name, filled, was) && Same(name, filled, now)))
            attributes = attributes.With(name, was.Attributes[name]);
        var added = TextsOf(filled).Except(TextsOf(was), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> aliases = [.. TextsOf(now).Where(alias => !added.Contains(alias))];
        return now with
        {
            Attributes = attributes.With(Aliases, aliases.IsEmpty ? null : aliases),
            IsStub = now.IsStub == filled.IsStub ? was.IsStub : now.IsStub,
            Visibility = now.Visibility == filled.Visibility ? was.Visibility : now.Visibility,
        };
    }

    private static ImmutableArray<string> TogetherWith(string name) => Together.FirstOrDefault(group => group.Contains(name), [name]);

    private static ImmutableArray<string> TextsOf(Node node) => node.Attributes[Aliases] is ImmutableArray<string> aliases ? aliases : [];

    private static bool Same(string name, Node one, Node other) => AttributeSet.Of((name, one.Attributes[name])).Equals(AttributeSet.Of((name, other.Attributes[name])));
}

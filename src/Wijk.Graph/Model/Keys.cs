using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Wijk.Graph.Model;

/// <summary>
/// Keys are <c>kind:namespace:id</c>, unique over all kinds, e.g. <c>agency:amsterdam-subsidies:Stichting Cordaan</c>:
/// parts trimmed, runs of blanks folded, case kept, <c>%</c>, <c>:</c> and <c>@</c> percent-encoded, never slugged.
/// An id of several parts joins them with <c>&gt;</c>, which is percent-encoded inside a part. After an <c>@</c> comes the day of a view.
/// </summary>
public static class Keys
{
    /// <summary>Written in an id for a part that is absent.</summary>
    public const string Absent = "-";

    /// <summary>The key of a node.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="ns">The namespace: the mapping's name unless given.</param>
    /// <param name="idParts">What identifies it there; at least one part, the first of them not blank.</param>
    /// <exception cref="ArgumentException">The namespace or the first part is blank.</exception>
    public static string Of(NodeKind kind, string ns, params ReadOnlySpan<string> idParts) =>
        Compose(Vocabulary.Of(kind).KeyPrefix, ns, idParts);

    /// <summary>The key of a Targeting: (measure or initiative, group or "-", area or "-", validFrom or "-").</summary>
    /// <remarks>Its namespace is that of what it is a targeting of.</remarks>
    public static string OfTargeting(string measureOrInitiative, string? group, string? area, PartialDate? validFrom) =>
        Of(NodeKind.Targeting, NamespaceOf(measureOrInitiative), measureOrInitiative, group ?? Absent, area ?? Absent, validFrom?.ToString() ?? Absent);

    /// <summary>The key of a relation: its two ends and the attributes that tell parallel relations apart.</summary>
    /// <remarks>Its namespace is that of the node it starts at.</remarks>
    public static string OfRelation(Relation relation)
    {
        var definition = Vocabulary.Of(relation.Kind);
        var parts = new List<string> { relation.From, relation.To };
        foreach (var attribute in definition.Attributes)
        {
            if (attribute.Identifies) parts.Add(relation.Attributes.TextOf(attribute.Name) ?? Absent);
        }

        return Compose(definition.KeyPrefix, NamespaceOf(relation.From), [.. parts]);
    }

    /// <summary>The namespace, decoded.</summary>
    /// <exception cref="FormatException">The text is not a key.</exception>
    public static string NamespaceOf(string key) => TryParse(key, out _, out var ns, out _) ? ns : throw NoKey(key);

    /// <summary>The kind of node that a key names; null when it names none. <see cref="RelationKey"/> is the same for relations.</summary>
    public static NodeKind? NodeKindOf(string key) =>
        Vocabulary.FindNode(PrefixOf(key)) is { } definition && IsOf(key, definition.KeyPrefix) ? definition.Kind : null;

    /// <summary>What comes before the first colon: in a key, the kind.</summary>
    public static ReadOnlySpan<char> PrefixOf(string key) => key.AsSpan(0, Math.Max(0, key.IndexOf(':')));

    /// <summary>Takes a key apart; namespace and id come decoded, but for the <c>%3E</c> inside the parts of an id.</summary>
    public static bool TryParse(
        string key,
        [NotNullWhen(true)] out string? kind,
        [NotNullWhen(true)] out string? ns,
        [NotNullWhen(true)] out string? id)
    {
        var parts = key.Split(':');
        var valid = parts.Length == 3 && parts.All(part => part.Length > 0);
        (kind, ns, id) = valid ? (parts[0], Decode(parts[1]), Decode(parts[2])) : (null, null, null);
        return valid;
    }

    /// <summary>Whether a text is a key of a kind, as <see cref="TryParse"/> would take it apart; makes no text of its parts.</summary>
    /// <param name="key">The text.</param>
    /// <param name="prefix">The kind as it is written in keys.</param>
    public static bool IsOf(string key, string prefix)
    {
        if (key.Length <= prefix.Length || key[prefix.Length] != ':' || !key.StartsWith(prefix, StringComparison.Ordinal)) return false;
        var rest = key.AsSpan(prefix.Length + 1);
        var colon = rest.IndexOf(':');
        return colon > 0 && colon < rest.Length - 1 && !rest[(colon + 1)..].Contains(':');
    }

    /// <summary>The parts of an id that was made of several, decoded: of a relation, first the keys of its two ends.</summary>
    /// <exception cref="FormatException">The text is not a key.</exception>
    public static string[] PartsOf(string key) => TryParse(key, out _, out _, out _)
        ? [.. key.Split(':')[2].Split('>').Select(part => Decode(part.Replace("%3E", ">", StringComparison.Ordinal)))]
        : throw NoKey(key);

    /// <summary>Trims and folds runs of blanks to one space, as every key part and name is.</summary>
    public static string Fold(string text) =>
        IsFolded(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // An import folds the same short texts very often, and nearly all of them are folded already.
    private static bool IsFolded(string text)
    {
        var afterBlank = true;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) && (afterBlank || letter != ' ')) return false;
            afterBlank = letter == ' ';
        }

        return !afterBlank || text.Length == 0;
    }

    /// <summary>A key of anything that has one: a kind, a namespace and the parts of an id.</summary>
    internal static string Compose(string kind, string ns, ReadOnlySpan<string> idParts)
    {
        var folded = Fold(ns);
        if (folded.Length == 0) throw new ArgumentException($"A key needs a namespace: '{kind}' has none.", nameof(ns));
        if (idParts.IsEmpty || string.IsNullOrWhiteSpace(idParts[0])) throw new ArgumentException($"A key of kind '{kind}' needs an id.", nameof(idParts));
        var key = new StringBuilder(kind).Append(':').Append(Encode(folded)).Append(':');
        for (var part = 0; part < idParts.Length; part++)
        {
            if (part > 0) key.Append('>');
            var encoded = Encode(Fold(idParts[part]));
            key.Append(idParts.Length > 1 ? encoded.Replace(">", "%3E", StringComparison.Ordinal) : encoded);
        }

        return key.ToString();
    }

    private static string Encode(string part) => part
        .Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal).Replace("@", "%40", StringComparison.Ordinal);

    private static string Decode(string part) => part
        .Replace("%40", "@", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);

    private static FormatException NoKey(string key) => new($"'{key}' is not a key; a key is kind:namespace:id.");
}

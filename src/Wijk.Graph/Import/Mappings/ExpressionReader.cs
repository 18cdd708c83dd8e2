using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Reads the values and conditions of a mapping.</summary>
/// <param name="maps">The value maps that the mapping names.</param>
internal sealed class ExpressionReader(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> maps)
{
    /// <summary>A value: a text with columns in braces, or an object with first, hash, key, ordinal or of.</summary>
    public Expression Value(JsonPart part)
    {
        if (part.Kind == JsonValueKind.String) return Template(part, keepsLines: false);
        if (part.Kind != JsonValueKind.Object) throw part.Wrong(new(
                "moet een tekst zijn zoals \"{kolom}\", of een object met of, first, hash, key of ordinal.",
                "must be a text such as \"{column}\", or an object with of, first, hash, key or ordinal."));
        if (part.Optional("first") is { } first) return new FirstOf(Values(part.Only("first"), first));
        if (part.Optional("hash") is { } hash) return new HashOf(Values(part.Only("hash"), hash));
        if (part.Optional("key") is not null) return new KeyOf(part.Only("key").Required("key").Text());
        if (part.Optional("ordinal") is { } ordinal) return new OrdinalOf(Values(part.Only("ordinal"), ordinal));
        part.Only("of", "keepLines", "match", "take", "fold", "map", "date", "number", "times", "else");
        var of = part.Required("of");
        var match = part.Optional("match");
        var pattern = match?.Pattern();
        if (part.Optional("times") is { } alone && part.Optional("number") is null) throw alone.Wrong(new(
            "hoort bij number; zeg daar hoe het getal is geschreven.", "belongs to number; say there how the number is written."));
        if (pattern is not null && !pattern.GetGroupNames().Contains("value"))
        {
            throw match!.Wrong(new(
                "heeft geen groep met de naam value; schrijf (?<value>...) om wat moet blijven.",
                "has no group named value; write (?<value>...) around what must be kept."));
        }

        return new Steps(part.Optional("keepLines")?.Flag() == true ? Template(of, keepsLines: true) : Value(of))
        {
            Match = pattern,
            Take = part.Optional("take") is { } take ? Count(take) : null,
            Fold = part.Optional("fold")?.Flag() == true,
            Map = part.Optional("map") is { } map ? Map(map) : null,
            Moment = part.Optional("date")?.OneOf<MomentOrder>(),
            Number = part.Optional("number")?.OneOf<NumberStyle>(),
            Times = part.Optional("times")?.Number() ?? 1,
            Else = part.Optional("else") is { } otherwise ? Value(otherwise) : null,
        };
    }

    /// <summary>A value in which line ends are kept, for what is split at them.</summary>
    public Expression ValueWithLines(JsonPart part) => part.Kind == JsonValueKind.String ? Template(part, keepsLines: true) : Value(part);

    /// <summary>One value or a list of them.</summary>
    public IReadOnlyList<Expression> OneOrMore(JsonPart part) =>
        part.Kind == JsonValueKind.Array ? Values(part, part) : [Value(part)];

    /// <summary>A list of conditions that must all hold; none when it is absent.</summary>
    public IReadOnlyList<Condition> Conditions(JsonPart? part) => [.. part?.Items().Select(Condition) ?? []];

    /// <summary>A value map written out.</summary>
    public static IReadOnlyDictionary<string, string> Pairs(JsonPart part)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var (name, value) in part.Members())
        {
            var folded = Keys.Fold(name);
            if (pairs.TryAdd(folded, value.Text())) continue;
            throw value.Wrong(new(
                $"is een tweede waarde voor '{folded}', zonder dubbele spaties; houd er één.", $"is a second value for '{folded}', blanks folded; keep one."));
        }

        return pairs;
    }

    private Condition Condition(JsonPart part)
    {
        part.Only("of", "is", "isNot", "isBlank", "matches", "above", "isSameAs", "isNotSameAs");
        var condition = new Condition(Value(part.Required("of")))
        {
            Is = TextOrTexts(part.Optional("is")),
            IsNot = TextOrTexts(part.Optional("isNot")),
            IsBlank = part.Optional("isBlank")?.Flag(),
            Matches = part.Optional("matches")?.Pattern(),
            Above = part.Optional("above") is { } above ? NumberOrValue(above) : null,
            IsSameAs = part.Optional("isSameAs") is { } same ? Value(same) : null,
            IsNotSameAs = part.Optional("isNotSameAs") is { } other ? Value(other) : null,
        };
        return condition == new Condition(condition.Of)
            ? throw part.Wrong(new(
                "vraagt niets; voeg is, isNot, isBlank, matches, above, isSameAs of isNotSameAs toe.",
                "asks nothing; add is, isNot, isBlank, matches, above, isSameAs or isNotSameAs."))
            : condition;
    }

    private Expression NumberOrValue(JsonPart part) => part.Kind == JsonValueKind.Number
        ? new FixedText(part.Number().ToString(System.Globalization.CultureInfo.InvariantCulture))
        : Value(part);

    private Expression[] Values(JsonPart owner, JsonPart list)
    {
        Expression[] values = [.. list.Items().Select(Value)];
        return values.Length > 0 ? values : throw owner.Wrong(
            new("heeft minstens één waarde in de lijst nodig.", "needs at least one value in its list."));
    }

    private IReadOnlyDictionary<string, string> Map(JsonPart part)
    {
        if (part.Kind == JsonValueKind.Object) return Pairs(part);
        return maps.TryGetValue(part.Text(), out var map)
            ? map
            : throw part.NoneOf(new("waardenlijst", "map"), new("waardenlijsten", "maps"), maps.Keys);
    }

    private static int Count(JsonPart part) =>
        part.Number() is var number && number >= 1 && number % 1 == 0 && number <= 1000
            ? (int)number
            : throw part.Wrong(new("moet een heel getal van 1 tot 1000 zijn.", "must be a whole number from 1 to 1000."));

    private static IReadOnlyList<string>? TextOrTexts(JsonPart? part) =>
        part is null ? null : part.Kind == JsonValueKind.Array ? part.Texts() : [part.Text()];

    // "a {b} c" becomes "a ", "b", " c".
    private static TextTemplate Template(JsonPart part, bool keepsLines)
    {
        var text = part.Text();
        var parts = new List<string>();
        var start = 0;
        while (text.IndexOf('{', start) is >= 0 and var open)
        {
            var close = text.IndexOf('}', open);
            if (close <= open + 1) throw part.Wrong(new(
                    "heeft een { zonder naam en } erna; schrijf kolommen als {naam}.", "has a { without a name and } after it; write columns as {name}."));
            parts.Add(text[start..open]);
            parts.Add(text[(open + 1)..close].Trim());
            start = close + 1;
        }

        if (text.IndexOf('}', start) >= 0)
        {
            throw part.Wrong(new(
                "heeft een } zonder { ervoor; schrijf kolommen als {naam}.", "has a } without a { before it; write columns as {name}."));
        }

        return new([.. parts, text[start..]], keepsLines);
    }
}

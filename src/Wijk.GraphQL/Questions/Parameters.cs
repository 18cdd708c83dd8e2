using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Scenarios;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions;

/// <summary>The parameters that every question has, and the usual kinds of parameter.</summary>
internal static class Parameters
{
    // More than anybody thinks through at once.
    private const int MostItems = 50;

    /// <summary>The area that is asked about.</summary>
    public static Parameter<string?> Area { get; } = new(
        "area",
        new("Sleutel, code of naam van een gebied, met zijn delen; zonder: overal.", "Key, code or name of an area; its parts are taken along. Absent: everywhere."),
        null)
    { Type = types => types.String };

    /// <summary>The day that is looked at.</summary>
    public static Parameter<DateOnly?> AsOf { get; } = new(
        "asOf",
        new("De dag waarnaar we kijken, jjjj-mm-dd; zonder: vandaag of, als er dan niets met een datum geldt, de laatste dag waarop iets gold.",
            "The day to look at, yyyy-mm-dd. Absent: the day the data states, else today or, when no dated work holds today, the last day on which any did."),
        null)
    {
        Type = types => types.Date,
        Read = Typed.Day,
        Write = Typed.Write,
    };

    /// <summary>What fixes everything that is drawn at random.</summary>
    public static Parameter<int> Seed { get; } = new(
        "seed",
        new("Hetzelfde getal geeft hetzelfde antwoord.", "Fixes what is drawn at random: the same seed gives the same answer."),
        1)
    { Type = types => types.Int, Read = Typed.WholeNumber };

    /// <summary>A choice out of the words of a closed list.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="description">What it means.</param>
    /// <param name="choices">The list, which also names the type in the schema.</param>
    public static Parameter<T> Choice<T>(string name, Words description, Choices<T> choices)
        where T : struct, Enum => new(name, description, choices.Standard)
        {
            Type = types => types.EnumOf(choices),
            Read = text => choices.Find(text) is { } value ? (value, null) : (default, choices.NotOne(text)),
            Write = value => Choices<T>.NameOf(value),
        };

    /// <summary>A whole number within bounds.</summary>
    public static Parameter<int> Between(string name, Words description, int least, int most, int standard) => new(name, description, standard)
    {
        Type = types => types.Int,
        Read = Typed.WholeNumber,
        WhyNot = Typed.Between(least, most),
    };

    /// <summary>Several things by key or name, each once.</summary>
    public static Parameter<ValueList<string>> Keys(string name, Words description) => new(name, description, [])
    {
        Type = types => types.Id.OptionalList(),
        // In a form each stands on a line of its own.
        ReadMany = texts => ([.. texts.SelectMany(text => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()], null),
        ReadItems = items => [.. items.OfType<string>().Distinct()],
        Write = keys => keys.ToArray(),
        WhyNot = keys => TooMany(keys.Count),
    };

    /// <summary>Several words of a closed list, in order.</summary>
    public static Parameter<ValueList<T>> Several<T>(string name, Words description, Choices<T> choices)
        where T : struct, Enum => new(name, description, [])
        {
            Type = types => types.EnumOf(choices).OptionalList(),
            ReadMany = texts => texts.Select(text => (text, found: choices.Find(text))).Where(entry => entry.found is null).Select(entry => entry.text).FirstOrDefault() is { } wrong
                ? ([], choices.NotOne(wrong))
                : ([.. texts.Select(text => choices.Find(text)!.Value)], null),
            ReadItems = items => [.. items.OfType<T>()],
            Write = values => values.Select(Choices<T>.NameOf).ToArray(),
        };

    /// <summary>Pairs of things by key or name.</summary>
    public static Parameter<ValueList<KeyPair>> Pairs(string name, Words description) => new(name, description, [])
    {
        Type = types => types.KeyPair.OptionalList(),
        ReadMany = texts => texts.Count % 2 == 0
            ? ([.. texts.Chunk(2).Select(pair => new KeyPair(pair[0], pair[1]))], null)
            : ([], new("geef er steeds twee.", "give two at a time.")),
        ReadItems = items => [.. items.OfType<IDictionary<string, object?>>().Select(pair => new KeyPair((string)pair[KeyPairInput.First]!, (string)pair[KeyPairInput.Second]!))],
        Write = pairs => pairs.Select(pair => new Dictionary<string, object?> { [KeyPairInput.First] = pair.First, [KeyPairInput.Second] = pair.Second }).ToArray(),
        WhyNot = pairs => TooMany(pairs.Count),
    };

    /// <summary>The level from which a tie counts.</summary>
    public static Parameter<int> CollaborationLevel() => Between(
        "level",
        new($"Contacten vanaf dit niveau tellen, 1 tot en met {Vocabulary.HighestCollaborationLevel}.",
            $"Ties from this level up count as collaboration, 1 to {Vocabulary.HighestCollaborationLevel}."),
        1, Vocabulary.HighestCollaborationLevel, standard: 1);

    /// <summary>Something that is not done unless it is asked for.</summary>
    public static Parameter<bool> Flag(string name, Words description) => new(name, description, false) { Type = types => types.Boolean, ReadAddress = Typed.Flag };

    private static Words? TooMany(int count) => count <= MostItems
        ? null
        : new($"{count} is te veel; geef er hoogstens {MostItems}.", $"{count} is too many; give {MostItems} at most.");
}

using Wijk.Graph.Model;

namespace Wijk.Graph.Findings;

/// <summary>No area, or more than one, is meant by what was asked.</summary>
public sealed class UnknownAreaException : ExplainedException
{
    private UnknownAreaException(Words why) : base(why)
    {
    }

    /// <summary>The keys of the areas it could mean; none when there is no such area.</summary>
    public IReadOnlyList<string> Candidates { get; private init; } = [];

    internal static UnknownAreaException Blank() => new(new(
        "Het gebied is leeg; noem een sleutel, code of naam, of laat het weg om overal te kijken.",
        "The area is blank; give a key, code or name, or leave it out to look everywhere."));

    internal static UnknownAreaException None(string area) => new(new(
        $"Geen gebied heeft de sleutel, code of naam '{area}'; zoek naar gebieden om te zien welke er zijn.",
        $"No area has the key, code or name '{area}'; search for areas to see which there are."));

    internal static UnknownAreaException Several(string area, IReadOnlyList<string> candidates) => new(new(
        $"Meer gebieden heten '{area}'; geef één van deze sleutels: {string.Join(", ", candidates)}.",
        $"Several areas are called '{area}'; give one of these keys: {string.Join(", ", candidates)}."))
    { Candidates = candidates };

    internal static UnknownAreaException SeveralOverTime(string area, IReadOnlyList<Node> candidates) => new(new(
        $"'{area}' is niet altijd hetzelfde gebied geweest; noem de dag waarnaar u kijkt, of geef één van deze sleutels: {string.Join(", ", candidates.Select(WithPeriod))}.",
        $"'{area}' has not always been the same area; say which day you look at, or give one of these keys: {string.Join(", ", candidates.Select(WithPeriod))}."))
    { Candidates = [.. candidates.Select(node => node.Key)] };

    internal static UnknownAreaException Ended(string area, DateOnly lastDay, string? replacement)
    {
        var day = Phrasing.Day(lastDay);
        return new(new Words($"Het gebied {area} hield op op {day.Nl}; ", $"The area {area} ended on {day.En}; ") + (replacement is null
            ? new Words("kies een dag tot en met die dag, of een ander gebied.", "choose a day up to then, or another area.")
            : new Words($"vraag naar {replacement}, dat ervoor in de plaats kwam, of kies een dag tot en met die dag.",
                $"ask for {replacement}, which replaced it, or choose a day up to then.")));
    }

    internal static UnknownAreaException NotYet(string area, DateOnly firstDay)
    {
        var day = Phrasing.Day(firstDay);
        return new(new(
            $"Het gebied {area} bestaat pas vanaf {day.Nl}; kies een latere dag, of een ander gebied.",
            $"The area {area} exists only from {day.En}; choose a later day, or another area."));
    }

    private static string WithPeriod(Node area) => $"{area.Key} ({area.Name}, {area.ValidFrom?.ToString() ?? "…"} – {area.ValidTo?.ToString() ?? "…"})";
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wijk.Graph.Findings.Scenarios;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Saved;

/// <summary>Scenarios as they are saved: what is asked, as JSON, under an id that is made of it.</summary>
internal static class SavedScenarios
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 200;

    // Letters and digits that nobody takes for each other; of this many there are enough that two scenarios never meet.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int IdLength = 12;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static Words? WhyNot(string name) => Keys.Fold(name).Length is > 0 and <= LongestName
        ? null
        : new($"Geef een naam van 1 tot {LongestName} tekens.", $"Give a name of 1 to {LongestName} characters.");

    /// <summary>A scenario to be saved; the same name and question always have the same id, so that a request may be sent again.</summary>
    public static SavedScenario Of(string name, ScenarioQuestion question, DateTimeOffset now)
    {
        var (folded, content) = (Keys.Fold(name), JsonSerializer.Serialize(new Content([.. question.Parts], question.Area, question.AsOf, question.Seed), Json));
        return new() { Id = IdOf($"{folded}\n{content}"), Name = folded, SavedAt = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()), Content = content };
    }

    /// <summary>What a saved scenario asks; null when this Wijk cannot read it.</summary>
    public static ScenarioQuestion? QuestionOf(SavedScenario saved)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(saved.Content, Json) is { Changes: { } changes } content && ScenarioQuestion.OfParts(changes) is { } question
                ? question with { Area = content.Area, AsOf = content.AsOf, Seed = content.Seed }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>That there is no scenario with an id, and what to do.</summary>
    public static Words NotThere(string id) => new($"Er is geen bewaard scenario '{id}', of deze Wijk kan het niet lezen; bekijk welke er zijn.", $"There is no saved scenario '{id}', or this Wijk cannot read it; see which there are.");

    private static string IdOf(string text) => string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(text)).Take(IdLength).Select(part => Letters[part % Letters.Length]));

    private sealed record Content(string[] Changes, string? Area, DateOnly? AsOf, int Seed);
}

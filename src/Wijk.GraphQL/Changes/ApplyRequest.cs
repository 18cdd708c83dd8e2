using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Changes;

/// <summary>The input of <c>applyChanges</c>.</summary>
/// <param name="IdempotencyKey">Identifies the request.</param>
/// <param name="ExpectedVersion">The version the graph must be at; null for any.</param>
/// <param name="Source">The organisation or role that says so.</param>
/// <param name="Changes">The changes, as they were written.</param>
internal sealed record ApplyRequest(string IdempotencyKey, long? ExpectedVersion, string Source, IReadOnlyList<Fields> Changes)
{
    /// <summary>How many changes one request may hold.</summary>
    public const int MostChanges = 1_000;

    /// <summary>A hash of the idempotency key, in hex.</summary>
    public string KeyHash => Hash(IdempotencyKey);

    /// <summary>A hash of what the request says, in hex: equal for equal source and changes.</summary>
    public string ContentHash => Hash(JsonSerializer.Serialize(new { Source, Changes = Changes.Select(change => change.Values) }));

    /// <summary>Reads the input.</summary>
    public static ApplyRequest Of(IDictionary<string, object?> input)
    {
        var fields = new Fields(input);
        return new(fields.Text("idempotencyKey")!, fields.Value("expectedVersion") as long?, Keys.Fold(fields.Text("source") ?? ""),
            [.. fields.List("changes")]);
    }

    /// <summary>What is wrong with the request as a whole.</summary>
    public IEnumerable<ChangeError> Problems()
    {
        if (string.IsNullOrWhiteSpace(IdempotencyKey))
            yield return new(ErrorCode.Validation, new(
                "idempotencyKey is leeg; bedenk een tekst die u alleen voor deze wijzigingen gebruikt, zoals een UUID.",
                "idempotencyKey is blank; make up a text that you use for these changes only, such as a UUID."), ["idempotencyKey"]);
        if (ProblemOfSource(Source) is { } nobody) yield return nobody;
        if (Changes.Count == 0)
            yield return new(ErrorCode.Validation, new(
                $"Er zijn geen wijzigingen; geef er 1 tot {MostChanges}.", $"There are no changes; give 1 to {MostChanges}."), ["changes"]);
        if (Changes.Count > MostChanges)
            yield return new(ErrorCode.TooManyChanges, new(
                $"{Changes.Count} wijzigingen is meer dan {MostChanges}; stuur ze in een paar verzoeken, of lees een bestand in met 'import'.",
                $"{Changes.Count} changes is more than {MostChanges}; send them in several requests, or bring in a file with 'import'."), ["changes"]);
    }

    /// <summary>What is wrong with who says so, blanks folded; null when nothing is.</summary>
    public static ChangeError? ProblemOfSource(string source) => source.Length > 0 && source != Inference.Source ? null : new(ErrorCode.Validation, new(
        $"source '{source}' noemt niemand; zeg welke organisatie of rol dit zegt.", $"source '{source}' names nobody; give the organisation or role that says so."), ["source"]);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

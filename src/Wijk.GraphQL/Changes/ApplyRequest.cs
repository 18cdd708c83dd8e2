using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Changes;

/// <summary>The input of <c>applyChanges</c>.</summary>
/// <param name="IdempotencyKey">Identifies the request.</param>
/// <param name="ExpectedVersion">The version the graph must be at; null for any.</param>
/// <param name="Source">Who says so.</param>
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
            yield return new(ChangeErrorCode.Validation,
                "idempotencyKey is blank; make up a text that you use for these changes only, such as a UUID.", ["idempotencyKey"]);
        if (Source.Length == 0 || Source == Inference.Source)
            yield return new(ChangeErrorCode.Validation, $"source '{Source}' names nobody; say which organisation or role says so.",
                ["source"]);
        if (Changes.Count == 0)
            yield return new(ChangeErrorCode.Validation, $"There are no changes; give 1 to {MostChanges}.", ["changes"]);
        if (Changes.Count > MostChanges)
            yield return new(ChangeErrorCode.TooManyChanges,
                $"{Changes.Count} changes is more than {MostChanges}; send them in several requests, or import a file.", ["changes"]);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Transport;

/// <summary>The ETag of an answer: equal for whatever gives the same answer, so that a client that has it need not be sent it again (RFC 9110, 8.8.3).</summary>
internal static class AnswerTag
{
    private static readonly string Program = typeof(AnswerTag).Module.ModuleVersionId.ToString("N");

    /// <summary>The tag of the answer to a request; weak, since the answer may be sent compressed or not.</summary>
    /// <param name="operation">What is seen: version, day, reader and scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="format">The form of the answer.</param>
    /// <param name="language">The language of its messages.</param>
    public static EntityTagHeaderValue Of(Operation operation, GraphQLRequestBody request, ResponseFormat format, Language language)
    {
        var variables = request.Variables is null ? "" : JsonSerializer.Serialize(request.Variables);
        return Of(operation, language, format.MediaType, request.OperationName ?? "", variables, request.Query);
    }

    /// <summary>The tag of what is read from an operation's view.</summary>
    /// <param name="operation">What is seen.</param>
    /// <param name="language">The language of its sentences.</param>
    /// <param name="asked">All else that decides what is sent.</param>
    public static EntityTagHeaderValue Of(Operation operation, Language language, params ReadOnlySpan<string> asked)
    {
        var view = operation.View;
        string[] parts =
        [
            Program, view.Graph.Version.Number.ToString(CultureInfo.InvariantCulture), view.Graph.Version.RecordedAt.ToString("O", CultureInfo.InvariantCulture),
            operation.Today.ToString("O", CultureInfo.InvariantCulture), view.Reader.Name, view.Scenario?.Id ?? "", view.History.Clusters.Newest.ToString(CultureInfo.InvariantCulture), operation.Fault?.Since.ToString("O", CultureInfo.InvariantCulture) ?? "",
            language.ToString(), .. asked,
        ];
        // Each part with its length before it, so that no two lists of parts read the same.
        var all = string.Concat(parts.Select(part => $"{part.Length}:{part}"));
        return new($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))}\"", isWeak: true);
    }

    /// <summary>Whether a client has the answer with a tag already.</summary>
    public static bool IsKnownTo(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
}

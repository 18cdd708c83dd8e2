using System.Text.Encodings.Web;
using GraphQL.Execution;
using GraphQL.SystemTextJson;

namespace Wijk.GraphQL.Execution;

/// <summary>Writes answers as JSON, the same for a client and for the terminal.</summary>
internal static class AnswerSerializer
{
    /// <summary>A serializer.</summary>
    /// <param name="isIndented">Whether the JSON is laid out for a person.</param>
    /// <remarks>
    /// Accents and angle brackets stay readable: answers are JSON, never part of a page. Of an error only our own code and words are written;
    /// what lies behind it is for the log.
    /// </remarks>
    public static GraphQLSerializer Make(bool isIndented) => new(
        json => (json.Encoder, json.WriteIndented) = (JavaScriptEncoder.UnsafeRelaxedJsonEscaping, isIndented),
        new ErrorInfoProvider(errors => (errors.ExposeCodes, errors.ExposeData) = (false, false)));
}

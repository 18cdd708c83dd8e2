using System.Text;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>Reads documents, and refuses one that would cost too much to validate or run, before either begins.</summary>
/// <param name="limits">What is too much.</param>
internal sealed class LimitedDocuments(Limits limits) : IDocumentBuilder
{
    private readonly GraphQLDocumentBuilder builder = new();

    /// <summary>Reads a document.</summary>
    /// <exception cref="ExplainedError">It exceeds a limit.</exception>
    /// <exception cref="SyntaxError">It is not GraphQL.</exception>
    public GraphQLDocument Build(string body)
    {
        CheckText(body);
        var document = builder.Build(body);
        new DocumentShape(document, limits).Check();
        return document;
    }

    /// <summary>The error of a document that exceeds a limit.</summary>
    public static ExplainedError Excess(string limit, int most, Words what) => new(ErrorCode.DocumentTooLarge,
        what + new Words(
            $"; er mogen er hooguit {most} zijn ({limit}). Verdeel het over een paar query's.",
            $"; at most {most} is allowed ({limit}). Ask in several operations."));

    // The parser calls itself for each bracket, so these are counted before it sees them.
    private void CheckText(string body)
    {
        if (Encoding.UTF8.GetByteCount(body) is var bytes && bytes > limits.DocumentBytes)
            throw Excess("documentBytes", limits.DocumentBytes, new($"De query is {bytes} bytes", $"The document is {bytes} bytes"));
        if (IsPlainlySmall(body)) return;
        var (tokens, depth) = (0, 0);
        foreach (var (token, length) in Tokens(body))
        {
            // The library looks for a name that is like it, in time and memory that grow with its length.
            if (token == TokenKind.NAME && length > limits.NameLength)
                throw Excess("nameLength", limits.NameLength, new($"Een naam in de query is {length} letters lang", $"A name in the document is {length} letters long"));
            if (++tokens > limits.Tokens) throw Excess("tokens", limits.Tokens, new("De query heeft te veel namen, waarden en leestekens", "The document has too many tokens"));
            if (token is TokenKind.BRACE_L or TokenKind.BRACKET_L or TokenKind.PAREN_L) depth++;
            if (token is TokenKind.BRACE_R or TokenKind.BRACKET_R or TokenKind.PAREN_R) depth--;
            if (depth > limits.Nesting) throw Excess("nesting", limits.Nesting, new("De query heeft te veel haakjes in elkaar", "The document nests too many brackets"));
        }
    }

    // Most documents are, and then nothing in them need be counted.
    private bool IsPlainlySmall(string body) =>
        body.Length <= Math.Min(limits.NameLength, limits.Tokens) && body.Count(letter => letter is '{' or '[' or '(') <= limits.Nesting;

    // Up to where the text is no GraphQL: the parser says what is wrong there.
    private static IEnumerable<(TokenKind Kind, int Length)> Tokens(string body)
    {
        for (var place = 0; Next(body, place) is { Kind: not TokenKind.EOF } token; place = token.End) yield return (token.Kind, token.End - token.Start);

        static Token? Next(string body, int place)
        {
            try
            {
                return Lexer.Lex(body, place);
            }
            catch (GraphQLSyntaxErrorException)
            {
                return null;
            }
        }
    }
}

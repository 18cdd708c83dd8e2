using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Schema.Paging;

/// <summary>
/// A cursor holds the mark of a list and the sort key of an item, not its position: it stays right when items before it come or go.
/// It is opaque to its reader.
/// </summary>
internal static class Cursor
{
    private const char Separator = '\0';
    private const int MarkLength = 8;

    /// <summary>What tells a list in a view from all other lists, and from the same list on another day.</summary>
    public static byte[] MarkOf(string list, GraphView view) => SHA256.HashData(Encoding.UTF8.GetBytes(ViewId.Of(view, list)))[..MarkLength];

    /// <summary>The cursor of an item.</summary>
    public static string Of(ReadOnlySpan<byte> mark, SortKey key) =>
        Base64Url.EncodeToString([.. mark, .. Encoding.UTF8.GetBytes(key.First + Separator + key.Second)]);

    /// <summary>The sort key in a cursor.</summary>
    /// <exception cref="WrongArgument">The text is not a cursor, or one of another list, order or day.</exception>
    public static SortKey Read(string argument, string text, ReadOnlySpan<byte> mark)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            if (bytes.Length > MarkLength && bytes.AsSpan(0, MarkLength).SequenceEqual(mark)
                && Encoding.UTF8.GetString(bytes.AsSpan(MarkLength)).Split(Separator) is [var first, var second]) return new(first, second);
        }
        catch (FormatException)
        {
            // Falls through: what cannot be decoded is not a cursor either.
        }

        throw new WrongArgument(new(
            $"{argument}: '{text}' is geen cursor van deze lijst; geef een cursor die dezelfde lijst, in dezelfde volgorde en van dezelfde dag, heeft gegeven.",
            $"{argument}: '{text}' is not a cursor of this list; give a cursor that the same list, in the same order and of the same day, returned."));
    }
}

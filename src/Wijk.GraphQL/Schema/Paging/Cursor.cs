using System.Buffers.Text;
using System.Text;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Schema.Paging;

/// <summary>
/// A cursor holds the order and the sort key of an item, not its position, so it stays right when items before it come or go.
/// It is opaque to its reader.
/// </summary>
internal static class Cursor
{
    private const char Separator = '\0';

    /// <summary>The cursor of an item.</summary>
    public static string Of(string order, SortKey key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, order, key.First, key.Second)));

    /// <summary>The sort key in a cursor.</summary>
    /// <exception cref="WrongArgument">The text is not a cursor, or one of another order.</exception>
    public static SortKey Read(string argument, string text, string order)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
            if (parts.Length == 3 && parts[0] == order) return new(parts[1], parts[2]);
        }
        catch (FormatException)
        {
            // Falls through: what cannot be decoded is not a cursor either.
        }

        throw new WrongArgument(new(
            $"{argument}: '{text}' is geen cursor van deze lijst; geef een cursor die dezelfde lijst, in dezelfde volgorde, heeft gegeven.",
            $"{argument}: '{text}' is not a cursor of this list; give a cursor that the same list, in the same order, returned."));
    }
}

using System.Xml;

namespace Wijk.Graph.Import.Formats;

/// <summary>What the cells of an OpenDocument workbook show of a date: its day, or only its month or year. A cell that shows a month means that month.</summary>
/// <remarks>A cell names a style, a style the form of its dates or the style it is based on: OpenDocument 1.3, part 3, 16.29.10 and 19.489.</remarks>
internal sealed class OpenDocumentDates
{
    private const int MostParents = 20;

    // How many characters of yyyy-MM-dd a form shows; the whole day where the form is not known.
    private const int Year = 4, Month = 7;

    private readonly Dictionary<string, int> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Form, string? Parent)> styles = new(StringComparer.Ordinal);

    /// <summary>Takes an element of the styles; others are passed over.</summary>
    /// <param name="reader">At an element.</param>
    public void Take(XmlReader reader)
    {
        var name = Attribute(reader, "name");
        if (name.Length == 0) return;
        if (reader.LocalName == "style") styles.TryAdd(name, (Attribute(reader, "data-style-name"), Attribute(reader, "parent-style-name")));
        else if (reader.LocalName == "date-style" && Shown(reader) is { } length) forms.TryAdd(name, length);
    }

    /// <summary>What a cell shows of a day or moment.</summary>
    /// <param name="style">The style of the cell; null when it names none.</param>
    /// <param name="moment">As the file keeps it: <c>yyyy-MM-dd</c>, perhaps with a time.</param>
    public string TextOf(string? style, string moment)
    {
        var day = moment.EndsWith("T00:00:00", StringComparison.Ordinal) ? moment[..^9] : moment;
        for (var step = 0; style is { Length: > 0 } && step < MostParents && styles.TryGetValue(style, out var known); step++)
        {
            if (known.Form is { Length: > 0 } form) return forms.TryGetValue(form, out var length) && length < day.Length ? day[..length] : day;
            style = known.Parent;
        }

        return day;
    }

    // Null when it shows the day or no date.
    private static int? Shown(XmlReader reader)
    {
        if (reader.IsEmptyElement) return null;
        var (hasYear, hasMonth, hasMore, depth) = (false, false, false, reader.Depth);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            hasYear |= reader.LocalName == "year";
            hasMonth |= reader.LocalName is "month" or "quarter";
            hasMore |= reader.LocalName is "day" or "day-of-week" or "week-of-year" or "hours" or "minutes" or "seconds";
        }

        return hasMore ? null : hasMonth ? Month : hasYear ? Year : null;
    }

    private static string Attribute(XmlReader reader, string name) => reader.GetAttribute(name, "urn:oasis:names:tc:opendocument:xmlns:style:1.0") ?? "";
}

using System.Globalization;

namespace Wijk.GraphQL.Execution;

/// <summary>How a moment is written, in answers and beside them.</summary>
internal static class Moment
{
    /// <summary>In UTC as ISO 8601, to the millisecond.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

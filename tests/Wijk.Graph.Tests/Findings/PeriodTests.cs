using Wijk.Graph.Findings;

namespace Wijk.Graph.Tests.Findings;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2016-01-01", "2016-12-31", "2016", "2016")]
    [InlineData("2016-01-01", "2017-12-31", "1-1-2016 t/m 31-12-2017", "1 January 2016 to 31 December 2017")]
    [InlineData("2025-03-01", null, "vanaf 1-3-2025, eind onbekend", "from 1 March 2025, end unknown")]
    [InlineData(null, "2025-03-01", "tot en met 1-3-2025, begin onbekend", "until 1 March 2025, start unknown")]
    [InlineData(null, null, "periode onbekend", "period unknown")]
    public void A_period_is_said_with_what_is_not_known_of_it(string? first, string? last, string dutch, string english)
    {
        var said = Phrasing.Period(new(DayOf(first), DayOf(last)));
        (said.Nl, said.En).Should().Be((dutch, english));
    }

    private static int? DayOf(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).DayNumber;
}

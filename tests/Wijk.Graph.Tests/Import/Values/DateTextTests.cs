using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Values;
using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Import.Values;

public class DateTextTests
{
    [Theory]
    [InlineData("2025", "2025")]
    [InlineData("2025-09", "2025-09")]
    [InlineData("2025-9-1", "2025-09-01")]
    [InlineData("1-9-2025", "2025-09-01")]
    [InlineData("01.09.2025", "2025-09-01")]
    [InlineData("31/5/2026", "2026-05-31")]
    [InlineData("5/31/2026", "2026-05-31")] // can only be read in one way
    [InlineData("1-9-25", "2025-09-01")]
    [InlineData("9-2025", "2025-09")]
    [InlineData("sept 2025", "2025-09")]
    [InlineData("Sept. 2025", "2025-09")]
    [InlineData("september '25", "2025-09")]
    [InlineData("mrt-26", "2026-03")]
    [InlineData("mei 2026", "2026-05")]
    [InlineData("1 sept. 2025", "2025-09-01")]
    [InlineData("1e september 2025", "2025-09-01")]
    [InlineData("maandag 1 september 2025", "2025-09-01")]
    [InlineData("March 1, 2026", "2026-03-01")]
    [InlineData("1 March 2026", "2026-03-01")]
    [InlineData("vanaf 1-9-2025", "2025-09-01")]
    [InlineData("2026-05-31 00:00", "2026-05-31")]
    [InlineData("2026-03-01T00:00:00", "2026-03-01")]
    [InlineData("20250901", "2025-09-01")]
    public void A_date_is_read_as_people_write_it(string text, string date) => DateText.Date("Van", text, DayOrder.Unknown).Should().Be(PartialDate.Parse(date));

    [Theory]
    [InlineData("najaar 2025", "2025-09", "2025-11")]
    [InlineData("Voorjaar 2026", "2026-03", "2026-05")]
    [InlineData("autumn 2025", "2025-09", "2025-11")]
    [InlineData("zomer van 2025", "2025-06", "2025-08")]
    [InlineData("winter 2025-2026", "2025-12", "2026-02")]
    [InlineData("3e kwartaal 2025", "2025-07", "2025-09")]
    [InlineData("Q1 2026", "2026-01", "2026-03")]
    [InlineData("2026-Q4", "2026-10", "2026-12")]
    [InlineData("eerste helft 2026", "2026-01", "2026-06")]
    [InlineData("2e helft van 2026", "2026-07", "2026-12")]
    [InlineData("schooljaar 2025-2026", "2025-08", "2026-07")]
    [InlineData("schooljaar 2025/26", "2025-08", "2026-07")]
    [InlineData("2025-2027", "2025", "2027")]
    [InlineData("2025/26", "2025", "2026")]
    [InlineData("1-9-2025 t/m 30-6-2026", "2025-09-01", "2026-06-30")]
    [InlineData("sept t/m dec 2025", "2025-09", "2025-12")]
    [InlineData("sept 2025 - juni 2026", "2025-09", "2026-06")]
    [InlineData("1 sept – 15 okt 2025", "2025-09-01", "2025-10-15")]
    public void A_season_a_school_year_and_from_to_are_periods(string text, string from, string to)
    {
        DateText.Read("Van", text, DayOrder.Unknown).Should().Be(new WrittenPeriod(PartialDate.Parse(from), PartialDate.Parse(to)));
        FluentActions.Invoking(() => DateText.Date("Van", text, DayOrder.Unknown)).Should().Throw<RowRefusedException>().WithMessage($"*from {from} to {to}*");
    }

    [Theory]
    [InlineData("doorlopend")]
    [InlineData("Loopt nog")]
    [InlineData("ongoing")]
    [InlineData("n.v.t.")]
    public void What_has_no_end_is_blank(string text) => DateText.Read("Tot", text, DayOrder.Unknown).Should().BeNull();

    [Theory]
    [InlineData("01/03/2026", "2026-03-01 or 2026-01-03")]
    [InlineData("25/9/26", "2026-09-25 or 2025-09-26")]
    [InlineData("winter 2025", "winter 2024-2025 or winter 2025-2026")]
    public void What_may_be_two_days_is_refused_with_both(string text, string both) =>
        FluentActions.Invoking(() => DateText.Read("Van", text, DayOrder.Unknown)).Should().Throw<RowRefusedException>().WithMessage($"*{both}*");

    [Theory]
    [InlineData(DayOrder.DayFirst, "2026-03-01")]
    [InlineData(DayOrder.MonthFirst, "2026-01-03")]
    public void What_other_dates_show_decides(object order, string date) =>
        DateText.Date("Van", "01/03/2026", (DayOrder)order).Should().Be(PartialDate.Parse(date));

    [Theory]
    [InlineData("31/05/2026", DayOrder.DayFirst)]
    [InlineData("5/31/2026", DayOrder.MonthFirst)]
    [InlineData("5/31/2026|31-5-2026", DayOrder.Mixed)]
    [InlineData("1-2-2026|sept 2025", DayOrder.Unknown)]
    public void The_order_is_learned_from_dates_that_can_be_read_in_one_way(string texts, object order) =>
        DayOrders.In(texts.Split('|'), DayOrder.Unknown).Should().Be((DayOrder)order);

    [Theory]
    [InlineData("soon")]
    [InlineData("1 sept")]
    [InlineData("30-2-2026")]
    [InlineData("2025-13")]
    [InlineData("0")]
    public void What_is_no_date_is_refused(string text) =>
        FluentActions.Invoking(() => DateText.Read("Van", text, DayOrder.Unknown)).Should().Throw<RowRefusedException>().WithMessage("Van must be a date that exists*");

    [Fact]
    public void A_date_that_shows_as_a_number_and_a_vague_one_say_what_to_do()
    {
        FluentActions.Invoking(() => DateText.Read("Van", "46082", DayOrder.Unknown)).Should().Throw<RowRefusedException>().WithMessage("*2026-03-01*");
        FluentActions.Invoking(() => DateText.Read("Van", "medio 2025", DayOrder.Unknown)).Should().Throw<RowRefusedException>().WithMessage("*write a month*");
    }
}

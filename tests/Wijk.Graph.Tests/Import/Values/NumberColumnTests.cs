using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Values;

namespace Wijk.Graph.Tests.Import.Values;

public class NumberColumnTests
{
    [Theory]
    [InlineData("€ 5.000", 5000)]
    [InlineData("12.500,50", 12500.50)]
    [InlineData("12,500.50", 12500.50)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("3.0", 3)]
    [InlineData("3,0", 3)]
    [InlineData("€ 500,-", 500)]
    [InlineData("12 500", 12500)]
    [InlineData("EUR 750", 750)]
    [InlineData("0.125", 0.125)]
    [InlineData("-3", -3)]
    public void A_number_that_has_one_meaning_is_read(string text, decimal number) => Read([text], text).Should().Be(number);

    [Theory]
    [InlineData("15.000", "15000 or 15.00")]
    [InlineData("15,000", "15000 or 15.00")]
    [InlineData("1.250", "1250 or 1.25")]
    public void A_number_that_has_two_meanings_is_refused_with_both(string text, string both) =>
        FluentActions.Invoking(() => Read([text], text)).Should().Throw<RowRefusedException>().WithMessage($"*{both}*");

    [Fact]
    public void The_rest_of_the_column_decides()
    {
        Read(["15.000", "12.500,50"], "15.000").Should().Be(15000);
        Read(["15,000", "12,500.50"], "15,000").Should().Be(15000);
        Read(["15.000", "1.250", "800"], "15.000").Should().Be(15000, "amounts do not have three decimals twice");
        Read(["1.125", "2.5"], "1.125", isMoney: false).Should().Be(1.125m);
        Read(["15.000", "2,5", "2.5"], "2.5", isMoney: false).Should().Be(2.5m);
        FluentActions.Invoking(() => Read(["15.000", "2,5", "2.5"], "15.000", isMoney: false)).Should().Throw<RowRefusedException>("the column shows both");
    }

    [Fact]
    public void What_a_number_can_be_decides()
    {
        Read(["1.250"], "1.250", isWhole: true).Should().Be(1250, "1.25 is not whole");
        Read(["3.000"], "3.000", isMoney: false, isWhole: true, range: (0, 5)).Should().Be(3, "3000 is out of range");
        FluentActions.Invoking(() => Read(["15.000"], "15.000", isMoney: false, isWhole: true)).Should().Throw<RowRefusedException>();
    }

    [Fact]
    public void A_number_cell_has_one_meaning() => NumberColumn.Of([], isMoney: true).Read("Budget", "15.125", isExact: true, isWhole: false, null).Should().Be(15.125m);

    [Theory]
    [InlineData("much")]
    [InlineData("5000 per jaar")]
    [InlineData("1.23.456")]
    [InlineData("12k")]
    public void What_is_no_number_is_refused(string text) =>
        FluentActions.Invoking(() => Read([text], text)).Should().Throw<RowRefusedException>().WithMessage("Budget must be a number*");

    private static decimal Read(string[] column, string text, bool isMoney = true, bool isWhole = false, (decimal, decimal)? range = null) =>
        NumberColumn.Of(column, isMoney).Read("Budget", text, isExact: false, isWhole, range);
}

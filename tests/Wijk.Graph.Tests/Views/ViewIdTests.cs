using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Tests.Views;

public sealed class ViewIdTests
{
    [Theory]
    [InlineData("agency:n:a", "agency:n:a", null, null)]
    [InlineData("agency:n:a@2016-07-01", "agency:n:a", "2016-07-01", null)]
    [InlineData("agency:n:a@2016-07-01~stop", "agency:n:a", "2016-07-01", "stop")]
    [InlineData("agency:n:a@~stop", "agency:n:a", null, "stop")]
    public void An_id_is_a_key_with_its_day_and_its_scenario(string id, string key, string? day, string? scenario)
    {
        ViewId.TryParse(id, out var parts).Should().BeTrue();
        parts.Should().Be(new ViewId(key, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), scenario));
        parts!.ToString().Should().Be(id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("@2016-07-01")]
    [InlineData("agency:n:a@")]
    [InlineData("agency:n:a@2016")]
    [InlineData("agency:n:a@2016-13-01")]
    [InlineData("agency:n:a@2016-07-01~")]
    [InlineData("agency:n:a@soon~stop")]
    public void Anything_else_is_not_an_id(string id) => ViewId.TryParse(id, out _).Should().BeFalse();

    [Fact]
    public void An_at_sign_in_a_name_is_no_day() =>
        ViewId.TryParse(Keys.Of(NodeKind.Agency, "n", "a@2016-07-01"), out var parts).Should().Be(parts is { Day: null });
}

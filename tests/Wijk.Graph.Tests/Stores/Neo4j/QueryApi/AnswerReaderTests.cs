using System.Buffers;
using System.Text;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Tests.Stores.Neo4j.QueryApi;

public sealed class AnswerReaderTests
{
    // As Neo4j 5.26.31 wrote them.
    private const string ErrorAfterRows = """{"data":{"fields":["y"],"values":[[1]]},"errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}""";
    private const string WithNotification =
        """{"data":{"fields":["n.k"],"values":[]},"notifications":[{"code":"Neo.ClientNotification.Statement.UnknownLabelWarning","description":"no","severity":"WARNING","title":"The label","position":{"offset":9,"line":1,"column":10},"category":"UNRECOGNIZED"}],"bookmarks":["FB:kcwQA0hqTMUnSQCJ9vVFX58IxQaQ"]}""";
    private const string Write = """{"data":{"fields":[],"values":[]},"counters":{"containsUpdates":true,"nodesCreated":2},"bookmarks":["FB:kcwQA0hqTMUnSQCJ9vVFX58IxQaQ"]}""";

    [Fact]
    public void Values_stand_where_the_reading_says()
    {
        using var answer = Read(Cypher.Committed, out var complete);
        complete.Should().NotBeNull();
        answer.Fields.Should().Equal("a", "b");
        answer.RowCount.Should().Be(2);
        answer.Int64(0, "a").Should().Be(1);
        answer.Text(0, "b").Should().Be("é\"x");
        answer.Value(1, "a").TokenType.Should().Be(System.Text.Json.JsonTokenType.Null);
        answer.Text(1, "a").Should().BeNull();
        var map = answer.Value(1, "b");
        map.Read();
        map.ValueTextEquals("c").Should().BeTrue();
        map.Read();
        map.Skip();
        map.Read();
        map.Read().Should().BeFalse("the reader ends behind its value");
    }

    [Fact]
    public void A_column_or_row_that_is_not_there_is_named()
    {
        var answer = Read(Cypher.Committed, out _);
        answer.Invoking(it => it.Int64(0, "c")).Should().Throw<ArgumentException>().WithMessage("There is no column 'c'; the statement returns a, b.*");
        answer.Invoking(it => it.Int64(2, "a")).Should().Throw<ArgumentOutOfRangeException>();
        answer.Dispose();
    }

    [Theory]
    [InlineData(Cypher.Committed)]
    [InlineData(WithNotification)]
    [InlineData(Write)]
    [InlineData(ErrorAfterRows)]
    public void A_body_cut_at_any_byte_is_no_success(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var length = 0; length < bytes.Length; length++)
            AnswerReader.Read(bytes.AsSpan(0, length), int.MaxValue).Should().BeOfType<BodyReading.CutShort>($"{length} bytes of {bytes.Length} came");
        AnswerReader.Read(bytes, int.MaxValue).Should().NotBeOfType<BodyReading.CutShort>();
        AnswerReader.Read([.. bytes, .. "\r\n"u8], int.MaxValue).Should().NotBeOfType<BodyReading.CutShort>();
    }

    [Fact]
    public void An_error_after_rows_is_an_error() =>
        Reading(ErrorAfterRows).Should().Be(new BodyReading.Errors("Neo.ClientError.Statement.ArithmeticError", "/ by zero"));

    [Fact]
    public void The_first_of_several_errors_is_told() =>
        Reading("""{"errors":[{"code":"A","message":"b","more":[1]},{"code":"C","message":"d"}]}""").Should().Be(new BodyReading.Errors("A", "b"));

    [Theory]
    [InlineData("""{"data":{"fields":["a"],"values":[[1]]}}""")] // complete JSON with neither sign
    [InlineData("""{"data":{"fields":["a"],"values":[[1]]},"bookmarks":["x"]}x""")]
    [InlineData("""{"data":{"fields":3,"values":[[1]]},"bookmarks":["x"]}""")]
    [InlineData("")]
    public void A_body_that_does_not_say_how_it_ended_is_cut_short(string body) => Reading(body).Should().BeOfType<BodyReading.CutShort>();

    [Theory]
    [InlineData("<html><body>502 Bad Gateway</body></html>")]
    [InlineData("[]")]
    [InlineData("no healthy upstream")]
    [InlineData("""{"bookmarks":["x"]}""")] // no data
    [InlineData("""{"data":{"fields":["a","b"],"values":[[1]]},"bookmarks":["x"]}""")] // a row too short
    public void What_Neo4j_did_not_write_is_foreign(string body) => Reading(body).Should().BeOfType<BodyReading.Foreign>();

    [Fact]
    public void Rows_are_counted_against_the_limit()
    {
        AnswerReader.Read(Encoding.UTF8.GetBytes(Cypher.Committed), rowLimit: 2).Should().BeOfType<BodyReading.Complete>();
        AnswerReader.Read(Encoding.UTF8.GetBytes(Cypher.Committed), rowLimit: 1).Should().BeOfType<BodyReading.TooManyRows>();
    }

    [Fact]
    public void Bytes_that_outgrow_their_room_keep_their_order()
    {
        using var bytes = new PooledBytes();
        for (var number = 0; number < 100_000; number++) bytes.Write([(byte)number]);
        bytes.Span.ToArray().Should().Equal(Enumerable.Range(0, 100_000).Select(number => (byte)number));
    }

    private static BodyReading Reading(string body) => AnswerReader.Read(Encoding.UTF8.GetBytes(body), int.MaxValue);

    private static Answer Read(string body, out BodyReading.Complete complete)
    {
        var bytes = new PooledBytes();
        bytes.Write(Encoding.UTF8.GetBytes(body));
        complete = (BodyReading.Complete)AnswerReader.Read(bytes.Span, int.MaxValue);
        return new(bytes, complete.Fields, complete.Cells, complete.RowCount);
    }
}

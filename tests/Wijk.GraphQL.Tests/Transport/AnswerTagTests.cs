using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Wijk.GraphQL.Tests.Transport;

/// <summary>Answers that a client has are not sent again, and those that are sent are compressed for who can read that.</summary>
public sealed class AnswerTagTests : IAsyncLifetime
{
    private const string Query = "/graphql?query={agencies{edges{node{id name}}}}";

    private TestServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task An_answer_that_is_still_right_is_not_sent_again_until_the_graph_changes()
    {
        using var first = await GetAsync(Query);
        var tag = first.Headers.ETag!;
        (first.StatusCode, tag.IsWeak, first.Headers.CacheControl!.ToString()).Should().Be((HttpStatusCode.OK, true, "no-cache, private"));
        using var again = await GetAsync(Query, tag: tag);
        (again.StatusCode, again.Headers.ETag, (await again.Content.ReadAsByteArrayAsync(Cancel)).Length).Should().Be((HttpStatusCode.NotModified, tag, 0));
        again.Headers.Vary.Should().Contain(["Accept", "Accept-Language"]);
        await server.ApplyAsync([new { putNode = new { key = "agency:t:new", attributes = new { name = "Nieuw" } } }]);
        using var later = await GetAsync(Query, tag: tag);
        (later.StatusCode, later.Headers.ETag).Should().NotBe((HttpStatusCode.NotModified, tag));
        (await later.Content.ReadAsStringAsync(Cancel)).Should().Contain("Nieuw");
    }

    [Fact]
    public async Task Another_question_language_form_or_day_has_another_tag()
    {
        HttpResponseMessage[] answers =
        [
            await GetAsync(Query), await GetAsync("/graphql?query={agencies{edges{node{id}}}}"), await GetAsync(Query, language: "nl"), await GetAsync(Query, accept: "application/json"),
            await GetAsync("/graphql?query=query($n:Int){agencies(first:$n){totalCount}}&variables={\"n\":1}"),
            await GetAsync("/graphql?query=query($n:Int){agencies(first:$n){totalCount}}&variables={\"n\":2}"),
        ];
        server.Clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await GetAsync(Query);
        answers.Append(tomorrow).Select(answer => answer.Headers.ETag!.ToString()).Should().OnlyHaveUniqueItems();
        foreach (var answer in answers.Append(tomorrow)) answer.Dispose();
    }

    [Fact]
    public async Task What_failed_or_was_sent_by_post_has_no_tag()
    {
        using var failed = await GetAsync("/graphql?query={agencies(first:999){totalCount}}");
        using var post = await server.Client.PostAsync("/graphql", new StringContent("""{"query":"{ graph { version } }"}""", null, "application/json"), Cancel);
        (failed.Headers.ETag, post.Headers.ETag).Should().Be((null, null));
    }

    [Theory]
    [InlineData(Query, "gzip")]
    [InlineData(Query, "br")]
    [InlineData("/", "gzip")]
    [InlineData("/", "br")]
    public async Task Answers_and_pages_are_compressed_for_who_can_read_it(string address, string encoding)
    {
        using var plain = await GetAsync(address);
        using var compressed = await GetAsync(address, encoding: encoding);
        compressed.Content.Headers.ContentEncoding.Should().Equal(encoding);
        await using var stream = await compressed.Content.ReadAsStreamAsync(Cancel);
        await using Stream read = encoding == "br" ? new BrotliStream(stream, CompressionMode.Decompress) : new GZipStream(stream, CompressionMode.Decompress);
        using var text = new StreamReader(read);
        (await text.ReadToEndAsync(Cancel)).Should().Be(await plain.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<HttpResponseMessage> GetAsync(
        string address, string? accept = null, string? language = null, EntityTagHeaderValue? tag = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null) request.Headers.Accept.ParseAdd(accept);
        if (language is not null) request.Headers.AcceptLanguage.ParseAdd(language);
        if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
        if (encoding is not null) request.Headers.AcceptEncoding.ParseAdd(encoding);
        return await server.Client.SendAsync(request, Cancel);
    }
}

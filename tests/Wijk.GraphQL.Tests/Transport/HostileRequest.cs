using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Wijk.GraphQL.Tests.Transport;

/// <summary>Requests made to bring a server down, as bytes of a body; equal seeds give equal requests.</summary>
public sealed class HostileRequest
{
    private static readonly Func<Random, string>[] Documents =
    [
        Deep, DeepValue, Wide, Aliased, SameName, SameNameThroughFragments, Chained, Cyclic, FannedOut, Unclosed, ManyOperations, ManyDirectives, ManyVariables, LongName, LongText, Costly, Noise,
    ];

    private static readonly Func<Random, byte[]>[] Bodies = [HugeVariables, DeepVariables, BadUtf8, Cut, Blank, List];

    private HostileRequest(string kind, byte[] body) => (Kind, Body) = (kind, body);

    /// <summary>How it is hostile.</summary>
    public string Kind { get; }

    /// <summary>The body of the request.</summary>
    public byte[] Body { get; }

    /// <summary>The request of a seed; the seeds go round all kinds.</summary>
    public static HostileRequest Of(int seed)
    {
        var (random, kind) = (new Random(seed), seed % (Documents.Length + Bodies.Length));
        return kind < Documents.Length
            ? new(Documents[kind].Method.Name, JsonSerializer.SerializeToUtf8Bytes(new { query = Documents[kind](random) }))
            : new(Bodies[kind - Documents.Length].Method.Name, Bodies[kind - Documents.Length](random));
    }

    private static string Deep(Random random) => Repeat(random.Next(20, 100_000), _ => "{ graph ");

    private static string DeepValue(Random random)
    {
        var depth = random.Next(20, 50_000);
        return "{ agencies(filter: " + Repeat(depth, _ => "{not: ") + Repeat(depth, _ => "}") + ") { totalCount } }";
    }

    private static string Wide(Random random) => "{ graph { " + Repeat(random.Next(100, 20_000), _ => "version ") + "} }";

    private static string Aliased(Random random) => "{ " + Repeat(random.Next(100, 5_000), place => $"a{place}: agencies(first: 100) {{ edges {{ node {{ id name }} }} }} ") + "}";

    private static string SameName(Random random) => "{ " + Repeat(random.Next(50, 4_000), place => $"a: agencies(first: {place}) {{ totalCount }} ") + "}";

    private static string SameNameThroughFragments(Random random)
    {
        var count = random.Next(5, 90);
        return "{ " + Repeat(count, place => $"...F{place} ") + "} "
            + Repeat(count, place => $"fragment F{place} on Query {{ {Repeat(90, field => $"a: agencies(first: {place + field}) {{ totalCount }} ")} }} ");
    }

    private static string Chained(Random random)
    {
        var count = random.Next(10, 6_000);
        return "{ ...F0 } " + Repeat(count, place => $"fragment F{place} on Query {{ ...F{place + 1} }} ") + $"fragment F{count} on Query {{ graph {{ version }} }}";
    }

    private static string Cyclic(Random random)
    {
        var count = random.Next(1, 90);
        return "{ ...F0 } " + Repeat(count, place => $"fragment F{place} on Query {{ ...F{(place + 1) % count} ...F{random.Next(count)} graph {{ version }} }} ");
    }

    // Each fragment uses the next one twice: written out, it is two to the power of their number.
    private static string FannedOut(Random random)
    {
        var count = random.Next(5, 60);
        return "{ ...F0 } " + Repeat(count, place => $"fragment F{place} on Query {{ ...F{place + 1} ... on Query {{ ...F{place + 1} }} }} ") + $"fragment F{count} on Query {{ graph {{ version }} }}";
    }

    private static string Unclosed(Random random) => Repeat(random.Next(1, 60_000), _ => random.Next(3) switch { 0 => "[", 1 => "(", _ => "{" });

    private static string ManyOperations(Random random) => Repeat(random.Next(50, 3_000), place => $"query A{place} {{ graph {{ version }} }} ");

    private static string ManyDirectives(Random random) => "{ graph { version " + Repeat(random.Next(50, 5_000), _ => "@include(if: true) ") + "} }";

    private static string ManyVariables(Random random)
    {
        var count = random.Next(50, 3_000);
        return "query(" + Repeat(count, place => $"$v{place}: Int ") + ") { " + Repeat(count, place => $"a{place}: agencies(first: $v{place}) {{ totalCount }} ") + "}";
    }

    private static string LongName(Random random) => "{ " + new string('a', random.Next(1_000, 1_000_000)) + " }";

    private static string LongText(Random random) => "{ search(text: \"" + new string('é', random.Next(1_000, 200_000)) + "\") { totalCount } }";

    private static string Costly(Random random) => "{ areas(first: 100) { edges { node { " + Repeat(random.Next(2, 4), _ => "parts(first: 100) { edges { node { ") + "id" + Repeat(12, _ => " }");

    private static string Noise(Random random)
    {
        const string letters = "{}()[]:!@$=|&...\"\\#, aZ0_\u0000\u202eé\n";
        return Repeat(random.Next(1, 5_000), _ => letters[random.Next(letters.Length)].ToString());
    }

    private static byte[] HugeVariables(Random random) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
        variables = new { ids = Enumerable.Range(0, random.Next(1_000, 200_000)).Select(place => $"agency:t:{place}") },
    });

    private static byte[] DeepVariables(Random random)
    {
        var depth = random.Next(20, 100_000);
        return Encoding.UTF8.GetBytes("""{"query":"query($f: AgencyFilter) { agencies(filter: $f) { totalCount } }","variables":{"f":""" + Repeat(depth, _ => """{"not":""") + "{}" + Repeat(depth + 2, _ => "}"));
    }

    private static byte[] BadUtf8(Random random)
    {
        var body = Encoding.UTF8.GetBytes("""{"query":"{ agency(key: \"agency:t:school\") { name description } }"}""");
        for (var change = random.Next(1, 6); change > 0; change--) body[random.Next(body.Length)] = (byte)random.Next(128, 256);
        return body;
    }

    private static byte[] Cut(Random random)
    {
        var body = Of(random.Next(Documents.Length)).Body;
        return body[..random.Next(Math.Min(body.Length, 5_000))];
    }

    private static byte[] Blank(Random random) => Encoding.UTF8.GetBytes(new string(' ', random.Next(0, 500_000)));

    private static byte[] List(Random random) => Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("""{"query":"{ graph { version } }"}""", random.Next(1, 2_000))) + "]");

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var place = 0; place < count; place++) text.Append(CultureInfo.InvariantCulture, $"{part(place)}");
        return text.ToString();
    }
}

using System.Text.Json;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.Queries;

/// <summary>
/// Questions 3, 14 and 22, which Wijk does not answer itself yet: held against plain computations over a snapshot, written here apart from the
/// queries. Ties are those of Wijk.
/// </summary>
[Collection(Neo4jServer.Collection)]
public sealed class PlainQueryTests
{
    private const string Ends = "03-what-ends-within-a-year";
    private const string ForUs = "14-who-is-there-for-us";
    private const string Pots = "22-paid-from-several-pots";

    [Fact]
    public async Task The_answers_on_Voorbeeldwijk_are_those_of_a_plain_computation()
    {
        var (server, snapshot) = (await Neo4jServer.SharedAsync(), await Cities.VoorbeeldwijkAsync());
        await QueryFiles.FillAsync(server, snapshot);
        var forAll = QueryFiles.PublicOf(snapshot);
        EndsShouldBe(await QueryFiles.AskAsync(server, Ends), forAll, atLeast: 5);
        ForUsShouldBe(await QueryFiles.AskAsync(server, ForUs), forAll);
        ForUsShouldBe(await QueryFiles.AskAllAsync(server, ForUs), snapshot);
        PotsShouldBe(await QueryFiles.AskAsync(server, Pots), forAll).Should().ContainSingle().Which.Should().StartWith("3 pots, 3 forms");
    }

    [Fact]
    public async Task The_answers_on_Amsterdam_are_those_of_a_plain_computation()
    {
        var (server, snapshot) = (await Neo4jServer.SharedAsync(), QueryFiles.PublicOf(await Cities.AmsterdamAsync()));
        await QueryFiles.FillAsync(server, snapshot);
        PotsShouldBe(await QueryFiles.AskAsync(server, Pots), snapshot).Should().NotBeEmpty();

        // All of it is of one year.
        var day = new DateOnly(2016, 6, 1);
        ForUsShouldBe(await QueryFiles.AskAsync(server, ForUs, day), snapshot, day);
    }

    [Fact]
    public async Task The_answers_on_a_made_up_city_are_those_of_a_plain_computation()
    {
        var (server, snapshot) = (await Neo4jServer.SharedAsync(), SyntheticSnapshot.Of(1_000));
        await QueryFiles.FillAsync(server, snapshot);
        EndsShouldBe(await QueryFiles.AskAsync(server, Ends), snapshot, atLeast: 10);
        ForUsShouldBe(await QueryFiles.AskAsync(server, ForUs), snapshot);
        PotsShouldBe(await QueryFiles.AskAsync(server, Pots), snapshot);
    }

    private static void EndsShouldBe(IReadOnlyDictionary<string, JsonElement>[] rows, GraphSnapshot snapshot, int atLeast)
    {
        var (day, horizon) = (QueryFiles.Day, QueryFiles.Day.AddMonths(12));
        var running = new List<(int Work, DateOnly Last, int? Group, int? Area, DateOnly ThereUntil, bool IsActive)>();
        foreach (var work in snapshot.NumbersOf(NodeKind.Measure).Concat(snapshot.NumbersOf(NodeKind.Initiative)))
        {
            var last = Least(snapshot.Node(work).Period.Last, snapshot.Node(work).Attributes.Date("fundingEnd")?.LastDay ?? DateOnly.MaxValue);
            if (snapshot.Node(work).Period.First > day || last < day) continue;
            var isActive = snapshot.Node(work).Kind == NodeKind.Initiative
                || snapshot.Incoming(RelationKind.Runs).Relations(work).ToArray().Any(run => snapshot.Relation(run).Period.Contains(day));
            var targetings = snapshot.Incoming(RelationKind.Of).Neighbors(work).ToArray().Where(targeting => snapshot.Node(targeting).Period.Contains(day)).ToArray();
            foreach (var targeting in targetings)
                running.Add((work, last, One(RelationKind.For, targeting), One(RelationKind.In, targeting), Least(last, snapshot.Node(targeting).Period.Last), isActive));
            if (targetings.Length == 0) running.Add((work, last, null, null, last, isActive));
        }

        var expected = running.Where(work => work.Last <= horizon).Select(ending =>
        {
            int? goesOn = ending is { Group: not null, Area: not null }
                ? running.Where(other => other.Work != ending.Work && other.Group == ending.Group && other.Area == ending.Area && other.IsActive && other.ThereUntil > horizon)
                    .Select(other => other.Work).Distinct().Count()
                : null;
            return $"{Key(ending.Work)} {ending.Last:yyyy-MM-dd} {Key(ending.Group)} {Key(ending.Area)} {goesOn} {goesOn == 0 && goesOn is not null}";
        }).Distinct();
        rows.Length.Should().BeGreaterThanOrEqualTo(atLeast, "an empty answer checks nothing");
        rows.Select(row => $"{row["workKey"]} {row["lastDay"]} {row["targetGroupKey"]} {row["areaKey"]} {row["goesOn"]} {row["leftWithout"].ValueKind == JsonValueKind.True}")
            .Order(StringComparer.Ordinal).Should().Equal(expected.Order(StringComparer.Ordinal));

        int? One(RelationKind kind, int targeting) => snapshot.Outgoing(kind).Neighbors(targeting) is { IsEmpty: false } nodes ? nodes[0] : null;

        string Key(int? node) => node is { } known ? snapshot.Node(known).Key : "";
    }

    private static void ForUsShouldBe(IReadOnlyDictionary<string, JsonElement>[] rows, GraphSnapshot all, DateOnly? day = null)
    {
        var snapshot = all.AsOf(day ?? QueryFiles.Day);
        var cells = new SortedDictionary<(int Group, int Area), SortedDictionary<int, SortedSet<string>>>();
        foreach (var targeting in snapshot.NumbersOf(NodeKind.Targeting))
        {
            foreach (var work in snapshot.Outgoing(RelationKind.Of).Neighbors(targeting))
            {
                foreach (var group in snapshot.Outgoing(RelationKind.For).Neighbors(targeting))
                {
                    foreach (var area in snapshot.Outgoing(RelationKind.In).Neighbors(targeting))
                    {
                        if (!cells.TryGetValue((group, area), out var actors)) cells.Add((group, area), actors = []);
                        int[] runners = snapshot.Node(work).Kind == NodeKind.Initiative ? [work] : snapshot.Incoming(RelationKind.Runs).Neighbors(work).ToArray();
                        foreach (var runner in runners)
                        {
                            if (!actors.TryGetValue(runner, out var works)) actors.Add(runner, works = new(StringComparer.Ordinal));
                            works.Add(snapshot.Node(work).Name);
                        }
                    }
                }
            }
        }

        var ties = CollaborationTies.Of(GraphView.Of(snapshot));
        var expected = cells.SelectMany(cell => cell.Value.Select(actor =>
        {
            var levels = ties.Of(actor.Key).ToDictionary(tie => tie.A == actor.Key ? tie.B : tie.A, tie => tie.Level);
            var others = cell.Value.Keys.Where(other => other != actor.Key).ToLookup(other => levels.TryGetValue(other, out var level) ? Math.Min(level, 1) : -1);
            return $"{Key(cell.Key.Group)} {Key(cell.Key.Area)} {Key(actor.Key)}: {string.Join(", ", actor.Value)} | {Keys(others[1])} | {Keys(others[0])} | {others[-1].Count()}";
        }));
        rows.Select(row => $"{row["targetGroupKey"]} {row["areaKey"]} {row["whoKey"]}: {Set(row["offers"].Texts())} | "
                + $"{Set(row["knowsKeys"].Texts())} | {Set(row["noContactKeys"].Texts())} | {row["neverAsked"]}")
            .Order(StringComparer.Ordinal).Should().NotBeEmpty().And.Equal(expected.Order(StringComparer.Ordinal));

        string Key(int node) => snapshot.Node(node).Key;

        string Keys(IEnumerable<int> nodes) => Set(nodes.Select(Key));
    }

    private static string[] PotsShouldBe(IReadOnlyDictionary<string, JsonElement>[] rows, GraphSnapshot snapshot)
    {
        var grants = snapshot.NumbersOf(RelationKind.Funds)
            .Where(grant => snapshot.Node(snapshot.To(grant)).Kind is NodeKind.Measure or NodeKind.Initiative && !IsScheme(snapshot.To(grant)))
            .Select(grant => (Grant: snapshot.Relation(grant), Whole: WholeOf(snapshot.To(grant)), Pot: $"{snapshot.From(grant)} {string.Join(',', SchemesOf(snapshot.To(grant)))}"));
        var expected = new List<string>();
        foreach (var project in grants.GroupBy(grant => NameAndRunners(grant.Whole)))
        {
            var paid = project.Where(grant => grant.Grant.Attributes.Number("amount") is not 0).ToArray();
            var pots = paid.GroupBy(grant => grant.Pot).ToArray();
            if (pots.Length < 2) continue;
            var currencies = paid.Select(grant => grant.Grant.Attributes.Text("currency") ?? "").Distinct().Count();
            var sums = pots.Select(pot => pot.Sum(grant => grant.Grant.Attributes.Number("amount"))).ToArray();
            double? effective = currencies == 1 && paid.All(grant => grant.Grant.Attributes.Number("amount") is not null)
                ? Math.Exp(-sums.Sum(sum => (double)(sum / sums.Sum())!.Value * Math.Log((double)(sum / sums.Sum())!.Value)))
                : null;
            var oneOff = paid.Count(grant => grant.Grant.Attributes.Text("recurrence") == "oneOff") / (double)paid.Length;
            expected.Add(Line(pots.Length, project.Count(), oneOff, effective, project.Select(grant => snapshot.Node(grant.Whole).Key)));
        }

        var found = rows.Select(row => Line(
                row["pots"].GetInt32(), row["applications"].GetInt32(), row["oneOffShare"].GetDouble(),
                row["effectivePots"].ValueKind == JsonValueKind.Null ? null : row["effectivePots"].GetDouble(), row["projectKeys"].Texts()))
            .Order(StringComparer.Ordinal).ToArray();
        found.Should().Equal(expected.Order(StringComparer.Ordinal));
        return found;

        bool IsScheme(int work) => snapshot.Node(work).Attributes.Text("type") == "scheme";

        // The farthest whole on a path past no scheme; of several, the first by key.
        int WholeOf(int work)
        {
            var farthest = new Dictionary<int, int>();
            Walk(work, 0);
            return farthest.OrderByDescending(whole => whole.Value).ThenBy(whole => whole.Key).First().Key;

            void Walk(int part, int steps)
            {
                farthest[part] = Math.Max(steps, farthest.GetValueOrDefault(part));
                foreach (var whole in snapshot.Outgoing(RelationKind.PartOf).Neighbors(part).ToArray().Where(whole => !IsScheme(whole))) Walk(whole, steps + 1);
            }
        }

        IEnumerable<int> SchemesOf(int work) => snapshot.Outgoing(RelationKind.PartOf).Neighbors(work).ToArray()
            .SelectMany(whole => SchemesOf(whole).Concat(IsScheme(whole) ? [whole] : [])).Distinct().Order();

        string NameAndRunners(int whole)
        {
            var runners = snapshot.Incoming(RelationKind.Runs).Neighbors(whole).ToArray().Distinct().Order().ToArray();
            return runners.Length == 0 ? snapshot.Node(whole).Key : $"{snapshot.Node(whole).Name.ToLowerInvariant()} {string.Join(',', runners)}";
        }
    }

    private static string Line(int pots, int forms, double oneOff, double? effective, IEnumerable<string> projects) =>
        $"{pots} pots, {forms} forms, {oneOff:F6} one-off, {effective:F6} effective: {Set(projects)}";

    private static string Set(IEnumerable<string> texts) => string.Join(", ", texts.Distinct().Order(StringComparer.Ordinal));

    private static DateOnly Least(DateOnly a, DateOnly b) => a < b ? a : b;
}

using System.Globalization;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Duplicates;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Findings.Rounds;
using Wijk.Graph.Findings.Scenarios;
using Wijk.Graph.Findings.Ways;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings;

/// <summary>
/// The keys of what answers find, of the same form as those of nodes: <c>kind:question:id</c>, the parts of the id joined by <c>&gt;</c>. The parts
/// are first what was asked, then the keys of the nodes it is about; what is absent is <c>-</c>. The day is not among them: an id adds it, and so a
/// dispute of what was found outlives the day.
/// </summary>
public static class AnswerKeys
{
    /// <summary>The kinds of what an overlap finds.</summary>
    public const string Cell = "cell", OverlapFinding = "overlap_finding", Gap = "gap", AgencyPair = "agency_pair", MeasurePair = "measure_pair", BarrierOffer = "barrier_offer";

    /// <summary>The kinds of what a fragmentation finds.</summary>
    public const string Component = "component", ArticulationPoint = "articulation_point", Bridge = "bridge", PersonBridge = "person_bridge",
        Betweenness = "betweenness", IsolatedInitiative = "isolated_initiative", DomainSilo = "domain_silo", Broker = "broker";

    /// <summary>The kind of what ways find.</summary>
    public const string InitiativeWays = "initiative_ways";

    /// <summary>The kind of a sheet of an ask-list.</summary>
    public const string AskSheet = "ask_sheet";

    /// <summary>The kinds of what a round finds.</summary>
    public const string RoundRespondent = "round_respondent", RoundPair = "round_pair";

    /// <summary>The kinds of what an answer on funding finds.</summary>
    public const string FundedProject = "funded_project", FundedRunner = "funded_runner", FundedArea = "funded_area", NearProjects = "near_projects", PaidApart = "paid_apart";

    /// <summary>The kind of two nodes that may be one.</summary>
    public const string DuplicatePair = "duplicate_pair";

    /// <summary>The kind of a plan.</summary>
    public const string Plan = "plan";

    /// <summary>The kind of a cluster that is more than chance, or of a block.</summary>
    public const string Cluster = "cluster";

    /// <summary>The kind of what a scenario takes away.</summary>
    public const string OfferChange = "offer_change";

    private const string OverlapName = "overlap", FragmentationName = "fragmentation", WaysName = "ways", FundingName = "funding", DefragmentName = "defragment", ClustersName = "clusters",
        ScenarioName = "scenario", AskListName = "ask_list", DuplicatesName = "duplicates", RoundName = "round";

    private const string Including = "with", Excluding = "without", Ordering = "by";

    // Behind the level of a fragmentation in which departments count as the agency they are part of.
    private const string OfWholes = "wholes";

    // The level of the domain tree on which domains are compared, when it is the highest.
    private const string TopLevel = "top";

    /// <summary>The key of a cell: lens, level, group, domain, area. It is the same cell whatever area was asked for.</summary>
    public static string OfCell(OverlapCell cell)
    {
        var (group, activity, area) = cell.Place;
        return Keys.Compose(Cell, OverlapName,
            [.. Asked(cell.Question), KeyOf(cell.View, group), KeyOf(cell.View, activity), KeyOf(cell.View, area)]);
    }

    /// <summary>The key of the cells that the same organisations share: lens, level, asked area, seed, and the organisations.</summary>
    public static string OfFinding(OverlapAnswer answer, Overlap.OverlapFinding finding) => Of(OverlapFinding, answer, [.. finding.Agencies]);

    /// <summary>The key of a barrier, wherever its offers are asked for.</summary>
    public static string OfBarrier(GraphView view, OverlapLens lens, BarrierOffer offer) =>
        Keys.Compose(BarrierOffer, OverlapName, [LensName(lens), TopLevel, KeyOf(view, offer.Barrier)]);

    /// <summary>The key of something else an overlap found: lens, level, asked area, seed, and the nodes it is about.</summary>
    public static string Of(string kind, OverlapAnswer answer, params ReadOnlySpan<int> nodes) =>
        Compose(kind, OverlapName, answer, Asked(answer.Question), nodes);

    /// <summary>The key of something a fragmentation found: level, asked area, seed, and the nodes it is about.</summary>
    public static string Of(string kind, FragmentationAnswer answer, params ReadOnlySpan<int> nodes) =>
        Compose(kind, FragmentationName, answer, [answer.Question.Level.ToString(CultureInfo.InvariantCulture) + (answer.Question.Wholes ? OfWholes : "")], nodes);

    /// <summary>The question that finds what has a key, without a day; null when it is no key of what an overlap finds.</summary>
    public static OverlapQuestion? OverlapOf(string key)
    {
        if (PartsIn(key, OverlapName) is not [var lens, var levels, .. var rest] || LensOf(lens) is not { } asked || LevelsOf(levels) is not { } found) return null;
        found = found with { Lens = asked };
        if (key.StartsWith(Cell + ":", StringComparison.Ordinal) || key.StartsWith(BarrierOffer + ":", StringComparison.Ordinal)) return found;
        return rest is [var area, var seed, ..] && int.TryParse(seed, CultureInfo.InvariantCulture, out var number) ? found with { Area = AreaIn(area), Seed = number } : null;
    }

    /// <summary>The question that finds what has a key, without a day; null when it is no key of what a fragmentation finds.</summary>
    public static FragmentationQuestion? FragmentationOf(string key) =>
        PartsIn(key, FragmentationName) is [var level, var area, var seed, ..]
            && int.TryParse(level.EndsWith(OfWholes, StringComparison.Ordinal) ? level[..^OfWholes.Length] : level, CultureInfo.InvariantCulture, out var asked)
            && asked is >= 1 and <= Vocabulary.HighestCollaborationLevel
            && int.TryParse(seed, CultureInfo.InvariantCulture, out var number)
                ? new() { Level = asked, Wholes = level.EndsWith(OfWholes, StringComparison.Ordinal), Area = AreaIn(area), Seed = number }
                : null;

    /// <summary>The key of the ways of an initiative, whatever area was asked for.</summary>
    public static string OfWays(Ways.InitiativeWays ways) => Keys.Compose(InitiativeWays, WaysName, [KeyOf(ways.View, ways.Initiative)]);

    /// <summary>The question that finds the ways with a key, without a day; null when it is no such key.</summary>
    public static WaysQuestion? WaysOf(string key) => PartsIn(key, WaysName) is [var initiative] ? new() { Initiative = initiative } : null;

    /// <summary>The key of a sheet of an ask-list: level, budget, asked area, seed, and who is asked.</summary>
    public static string OfSheet(AskListAnswer answer, AskedSheet sheet) => Compose(
        AskSheet, AskListName, answer, [answer.Question.Level.ToString(CultureInfo.InvariantCulture), answer.Question.Budget.ToString(CultureInfo.InvariantCulture)], [sheet.Respondent]);

    /// <summary>The question that finds the sheet with a key, without a day; null when it is no such key.</summary>
    public static AskListQuestion? AskListOf(string key) =>
        PartsIn(key, AskListName) is [var level, var budget, var area, var seed, _]
            && NumberIn(level, Vocabulary.HighestCollaborationLevel) is >= 1 and var asked && NumberIn(budget, AskListQuestion.MostSheets) is >= 1 and var sheets
            && int.TryParse(seed, CultureInfo.InvariantCulture, out var number)
                ? new() { Level = asked, Budget = sheets, Area = AreaIn(area), Seed = number }
                : null;

    /// <summary>The key of two nodes that may be one: the kinds that were compared, the asked area, the seed, and the two.</summary>
    public static string OfPair(DuplicatesAnswer answer, DuplicatePair pair) => Compose(
        DuplicatePair, DuplicatesName, answer, [answer.Question.Kinds.Count == 0 ? Keys.Absent : string.Join(',', answer.Question.Kinds.Select(kind => Vocabulary.Of(kind).KeyPrefix))], [pair.A, pair.B]);

    /// <summary>The question that finds the pair with a key, without a day; null when it is no such key.</summary>
    public static DuplicatesQuestion? DuplicatesOf(string key)
    {
        if (PartsIn(key, DuplicatesName) is not [var kinds, var area, var seed, _, _] || !int.TryParse(seed, CultureInfo.InvariantCulture, out var number)) return null;
        NodeKind?[] asked = kinds == Keys.Absent ? [] : [.. kinds.Split(',').Select(kind => Vocabulary.FindNode(kind)?.Kind)];
        return asked.All(kind => kind is { } known && DuplicatesQuestion.AllKinds.Contains(known))
            ? new() { Kinds = [.. asked.Select(kind => kind!.Value)], Area = AreaIn(area), Seed = number }
            : null;
    }

    /// <summary>The key of somebody who was asked in a round: the round, its area, the seed, and who.</summary>
    public static string OfRespondent(RoundAnswer answer, Respondent respondent) => Compose(RoundRespondent, RoundName, answer, [answer.Round!.Key], [respondent.Node]);

    /// <summary>The key of a pair that a round answered about: the round, its area, the seed, and the two.</summary>
    public static string OfAnsweredPair(RoundAnswer answer, AnsweredPair pair) => Compose(RoundPair, RoundName, answer, [answer.Round!.Key], [pair.A, pair.B]);

    /// <summary>The question that finds what has a key, without a day; null when it is no key of what a round finds.</summary>
    public static RoundQuestion? RoundOf(string key) =>
        PartsIn(key, RoundName) is [var round, _, var seed, ..] && int.TryParse(seed, CultureInfo.InvariantCulture, out var number) ? new() { Round = round, Seed = number } : null;

    /// <summary>The key of something an answer on funding found: what is small, the hours that are assumed, the area that was asked for, and the nodes it is about.</summary>
    public static string Of(string kind, SplinteredFundingAnswer answer, params ReadOnlySpan<int> nodes)
    {
        var question = answer.Question;
        int[] assumed = [question.SmallPercent, question.SmallAmount, question.HoursPerApplication, question.HoursPerAccount];
        return Compose(kind, FundingName, answer, [.. assumed.Select(number => number.ToString(CultureInfo.InvariantCulture))], nodes);
    }

    /// <summary>The question that finds what has a key, without a day; null when it is no key of what an answer on funding finds.</summary>
    public static SplinteredFundingQuestion? FundingOf(string key) =>
        PartsIn(key, FundingName) is [var percent, var amount, var application, var account, var area, var seed, ..]
            && NumberIn(percent, 100) is { } smallPercent && NumberIn(amount, SplinteredFundingQuestion.MostSmallAmount) is { } smallAmount
            && NumberIn(application, SplinteredFundingQuestion.MostHours) is { } hoursPerApplication
            && NumberIn(account, SplinteredFundingQuestion.MostHours) is { } hoursPerAccount
            && int.TryParse(seed, CultureInfo.InvariantCulture, out var number)
                ? new()
                {
                    SmallPercent = smallPercent,
                    SmallAmount = smallAmount,
                    HoursPerApplication = hoursPerApplication,
                    HoursPerAccount = hoursPerAccount,
                    Area = AreaIn(area),
                    Seed = number,
                }
                : null;

    /// <summary>The key of a plan: the barrier and the seats that were asked for, the area, the seed, what it is about, and what else was asked of its table.</summary>
    public static string OfPlan(DefragmentAnswer answer, DefragmentPlan plan) => PlanKey(answer.Question, KeyOf(answer.View, answer.Scope?.Root), plan.SubjectKey);

    /// <summary>The key of the plan that starts from a cell; null when none does: it has nothing to settle, was muted, or was found on other levels than plans are.</summary>
    public static string? OfPlanFrom(OverlapCell cell)
    {
        var (asked, standard) = (cell.Question, new OverlapQuestion());
        var isStandard = (asked.Lens, asked.Level, asked.AreaLevel, asked.GroupLevel) == (standard.Lens, standard.Level, standard.AreaLevel, standard.GroupLevel);
        return !isStandard || cell.MutedBy is not null || !PlanSubjects.BeginsAPlan(cell) ? null : PlanKey(new DefragmentQuestion(), Keys.Absent, OfCell(cell));
    }

    /// <summary>The question that finds the plan with a key, without a day; null when it is no such key.</summary>
    public static DefragmentQuestion? DefragmentOf(string key) =>
        PartsIn(key, DefragmentName) is [var barrier, var seats, var area, var seed, _, .. var wishes]
            && NumberIn(seats, DefragmentQuestion.MostSeats) is >= DefragmentQuestion.FewestSeats and var seatCount
            && int.TryParse(seed, CultureInfo.InvariantCulture, out var number)
            && WithWishes(new() { Barrier = AreaIn(barrier), Seats = seatCount, Area = AreaIn(area), Seed = number }, wishes) is { } question
                ? question
                : null;

    // What is asked of the table, where it is not the usual: a word and a value for each.
    private static IEnumerable<string> WishesOf(DefragmentQuestion question) =>
    [
        .. question.Include.SelectMany(asked => new[] { Including, asked }), .. question.Exclude.SelectMany(asked => new[] { Excluding, asked }),
        .. question.Order.SequenceEqual(new DefragmentQuestion().Order) ? [] : question.Order.SelectMany(criterion => new[] { Ordering, $"{criterion}" }),
    ];

    private static DefragmentQuestion? WithWishes(DefragmentQuestion question, string[] wishes)
    {
        if (wishes.Length % 2 != 0) return null;
        var order = new List<TableCriterion>();
        foreach (var wish in wishes.Chunk(2))
        {
            if (wish[0] == Including) question = question with { Include = [.. question.Include, wish[1]] };
            else if (wish[0] == Excluding) question = question with { Exclude = [.. question.Exclude, wish[1]] };
            else if (wish[0] == Ordering && Enum.TryParse<TableCriterion>(wish[1], out var criterion) && Enum.IsDefined(criterion)) order.Add(criterion);
            else return null;
        }

        return question with { Order = [.. order] };
    }

    /// <summary>The key of a group in an area for which an offer goes: the changes, the asked area, the seed, and the two.</summary>
    public static string OfOffer(ScenarioAnswer answer, Scenarios.OfferChange offer) =>
        Compose(OfferChange, ScenarioName, answer, [.. answer.Question.Parts], [offer.Group, offer.Area]);

    /// <summary>The question that finds what has a key, without a day; null when it is no key of what a scenario finds.</summary>
    public static ScenarioQuestion? ScenarioOf(string key) =>
        PartsIn(key, ScenarioName) is [.. var changes, var area, var seed, _, _] && int.TryParse(seed, CultureInfo.InvariantCulture, out var number)
            && ScenarioQuestion.OfParts(changes) is { } question
                ? question with { Area = AreaIn(area), Seed = number }
                : null;

    /// <summary>The key of a cluster: what makes a division good, the resolution that was asked for, the area, the seed, and its id.</summary>
    public static string OfCluster(ClustersAnswer answer, TrustedCluster cluster)
    {
        var question = answer.Question;
        return Keys.Compose(Cluster, ClustersName,
        [
            QualityName(question.QualityFunction), question.Resolution?.ToString("R", CultureInfo.InvariantCulture) ?? Keys.Absent, KeyOf(answer.View, answer.Scope?.Root),
            question.Seed.ToString(CultureInfo.InvariantCulture), cluster.Id,
        ]);
    }

    /// <summary>The question that finds the cluster with a key, without a day; null when it is no such key.</summary>
    public static ClustersQuestion? ClustersOf(string key) =>
        PartsIn(key, ClustersName) is [var quality, var resolution, var area, var seed, _]
            && Enum.GetValues<QualityFunction>().Where(one => QualityName(one) == quality).Select(one => (QualityFunction?)one).FirstOrDefault() is { } function
            && ResolutionIn(resolution) is (true, var asked) && int.TryParse(seed, CultureInfo.InvariantCulture, out var number)
                ? new() { QualityFunction = function, Resolution = asked, Area = AreaIn(area), Seed = number }
                : null;

    private static string QualityName(QualityFunction function) => function.ToString().ToLowerInvariant();

    private static (bool IsRead, double? Value) ResolutionIn(string part) => part == Keys.Absent ? (true, null)
        : double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number) ? (true, number)
        : (false, null);

    private static string PlanKey(DefragmentQuestion question, string area, string subject) => Keys.Compose(Plan, DefragmentName,
    [
        question.Barrier ?? Keys.Absent, question.Seats.ToString(CultureInfo.InvariantCulture), area, question.Seed.ToString(CultureInfo.InvariantCulture), subject, .. WishesOf(question),
    ]);

    private static int? NumberIn(string part, int most) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    private static string Compose(string kind, string question, Answer answer, ReadOnlySpan<string> asked, ReadOnlySpan<int> nodes)
    {
        var parts = new List<string>([.. asked, KeyOf(answer.View, answer.Scope?.Root), answer.Question.Seed.ToString(CultureInfo.InvariantCulture)]);
        foreach (var node in nodes) parts.Add(KeyOf(answer.View, node));
        return Keys.Compose(kind, question, [.. parts]);
    }

    private static string[]? PartsIn(string key, string question) =>
        Keys.TryParse(key, out _, out var asked, out _) && asked == question ? Keys.PartsOf(key) : null;

    private static string? AreaIn(string part) => part == Keys.Absent ? null : part;

    private static string KeyOf(GraphView view, int? node) => node is { } one ? view.Graph.Node(one).Key : Keys.Absent;

    private static string LensName(OverlapLens lens) => lens.ToString().ToLowerInvariant();

    private static string[] Asked(OverlapQuestion question) => [LensName(question.Lens), LevelsName(question)];

    // The level of domains and, where they were asked for, those of areas and groups: "top", "1", "top,wijk", "1,,0".
    private static string LevelsName(OverlapQuestion question)
    {
        string?[] levels = [LevelName(question.Level), question.AreaLevel, question.GroupLevel is { } level ? LevelName(level) : null];
        return string.Join(',', levels).TrimEnd(',');
    }

    private static OverlapQuestion? LevelsOf(string name)
    {
        var parts = name.Split(',');
        if (parts.Length > 3 || LevelOf(parts[0]) is not { } level) return null;
        var (area, group) = (parts.ElementAtOrDefault(1) is { Length: > 0 } named ? named : null, parts.ElementAtOrDefault(2));
        if (area is not null && !Vocabulary.AreaLevels.Contains(area)) return null;
        return group is null ? new() { Level = level, AreaLevel = area }
            : LevelOf(group) is { } groupLevel ? new() { Level = level, AreaLevel = area, GroupLevel = groupLevel } : null;
    }

    private static string LevelName(int level) => level == 0 ? TopLevel : level.ToString(CultureInfo.InvariantCulture);

    private static int? LevelOf(string name) => name == TopLevel ? 0
        : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is > 0 and <= OverlapQuestion.DeepestLevel ? level
        : null;

    private static OverlapLens? LensOf(string name) => Enum.GetValues<OverlapLens>().Where(lens => LensName(lens) == name).Select(lens => (OverlapLens?)lens).FirstOrDefault();
}

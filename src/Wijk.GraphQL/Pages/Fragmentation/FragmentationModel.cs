using System.Collections.Immutable;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Ways;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;
using Wijk.GraphQL.Questions.Fragmentation;

namespace Wijk.GraphQL.Pages.Fragmentation;

/// <summary>How the collaboration holds together, on whom it hangs, along which lines it is split, and whom to ask.</summary>
/// <param name="Answer">The whole answer.</param>
/// <param name="Trajectories">Who take part in one trajectory together.</param>
/// <param name="ToAsk">Whom to ask what; null where another network than that of collaboration is shown.</param>
public sealed record FragmentationModel(FragmentationAnswer Answer, SharedNetwork Trajectories, AskListAnswer? ToAsk)
{
    // With more than this what takes a search from every member, or many random networks, is only computed when the reader asks for it.
    private const int ComputedAtOnce = 1_000;

    private const int SheetsShown = 5;

    private static readonly FragmentationBinding Binding = new();

    private static readonly PagedList CutPointList = new("cuts"), PersonList = new("persons"), BrokerList = new("brokers"), IsolatedList = new("alone");

    private static readonly Parameter<bool> All = Parameters.Flag("all", new("Ook wat lang duurt.", "What takes long too."));

    private static readonly Parameter<DateOnly?> SinceDay = new("since", new("Een eerdere dag om mee te vergelijken.", "An earlier day to compare with."), null) { Type = types => types.Date, Read = Typed.Day };

    /// <summary>Those on whom part of the network hangs.</summary>
    public required ListPart<CutPoint> CutPoints { get; init; }

    /// <summary>Connections that hang on one person.</summary>
    public required ListPart<PersonBridge> Persons { get; init; }

    /// <summary>Initiatives that stand alone.</summary>
    public required ListPart<IsolatedInitiative> Isolated { get; init; }

    /// <summary>Their ways to somebody who pays or decides.</summary>
    public required ImmutableDictionary<int, InitiativeWays> Ways { get; init; }

    /// <summary>Whether ties stay inside spheres, and inside domains; none where nothing is known.</summary>
    public required ImmutableArray<GroupedSilos> Silos { get; init; }

    /// <summary>What takes long; null where it is left until it is asked for.</summary>
    public DeepFigures? Deep { get; init; }

    /// <summary>What changed since another day; null where none was given.</summary>
    public FragmentationChange? Change { get; init; }

    internal static async Task<PageContent> ShowAsync(Visit visit)
    {
        var answer = await visit.AskAsync(Binding.QuestionOf(visit.Given));
        var toAsk = answer.Shared is not null ? null : await visit.AskAsync(new AskListQuestion { Area = answer.Question.Area, AsOf = answer.Question.AsOf, Level = answer.Question.Level, Budget = SheetsShown });
        var silos = new List<GroupedSilos>();
        foreach (var by in answer.IsKnown ? new[] { GroupedBy.Sphere, GroupedBy.Domain } : [])
        {
            if (await visit.FigureAsync(answer, FragmentationAnswer.SilosFigure(by), stop => answer.SilosBy(by, stop)) is { } found) silos.Add(found);
        }

        var isolated = answer.IsKnown ? answer.IsolatedInitiatives : [];
        return PageContent.Of<FragmentationPage, FragmentationModel>(new(
            answer, await visit.FigureAsync(answer, FragmentationAnswer.TrajectoriesFigure, answer.Trajectories), toAsk)
        {
            CutPoints = CutPointList.PartOf(answer.ArticulationPoints, visit.Given),
            Persons = PersonList.PartOf(answer.PersonBridges, visit.Given),
            Isolated = IsolatedList.PartOf(isolated, visit.Given),
            Ways = isolated.IsEmpty ? ImmutableDictionary<int, InitiativeWays>.Empty : await visit.FigureAsync(answer, FragmentationAnswer.IsolatedWaysFigure, answer.IsolatedWays),
            Silos = [.. silos],
            Deep = answer.IsKnown && (answer.Members.Length <= ComputedAtOnce || visit.Given.Of(All)) ? await DeepAsync(visit, answer) : null,
            Change = visit.Given.Of(SinceDay) is { } day && answer.Shared is null && day != answer.LookedAt.Day
                ? await visit.FigureAsync(answer, FragmentationAnswer.SinceFigure(day), stop => answer.Since(day, stop))
                : null,
        });
    }

    private static async Task<DeepFigures> DeepAsync(Visit visit, FragmentationAnswer answer)
    {
        var brokers = await visit.FigureAsync(answer, FragmentationAnswer.BrokersFigure, answer.Brokers);
        var betweenness = await visit.FigureAsync(answer, FragmentationAnswer.BetweennessFigure, answer.Betweenness);
        return new(
            BrokerList.PartOf([.. brokers.Where(broker => Broker.Rank(broker) > 0)], visit.Given),
            betweenness.ToImmutableDictionary(value => value.Actor),
            await visit.FigureAsync(answer, FragmentationAnswer.CoreFigure, answer.CorePeriphery),
            await visit.FigureAsync(answer, FragmentationAnswer.ClosureFigure, answer.Closure),
            await visit.FigureAsync(answer, FragmentationAnswer.DivisionFigure(GroupedBy.Sphere), stop => answer.DivisionBy(GroupedBy.Sphere, stop)));
    }
}

/// <summary>Figures that take long in a large network.</summary>
/// <param name="Brokers">Who stands between others of different groups.</param>
/// <param name="Betweenness">How often each lies on a shortest path, by actor; who never does is not in it.</param>
/// <param name="Core">Whether ties run through a few; null where nobody or everybody is tied.</param>
/// <param name="Closure">Whether those who know the same third know each other; null where nobody has contact with two others.</param>
/// <param name="Division">How well spheres divide the network; null where none is known.</param>
public sealed record DeepFigures(ListPart<Broker> Brokers, ImmutableDictionary<int, ActorValue> Betweenness, CoreAndPeriphery? Core, Closure? Closure, GivenDivision? Division);

using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Duplicates;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Findings.Register;
using Wijk.Graph.Findings.Rounds;
using Wijk.Graph.Findings.Scenarios;
using Wijk.Graph.Findings.Ways;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Views;

/// <summary>Every question there is, asked in a few ways, and the answers as text that can be compared.</summary>
internal static class EveryQuestion
{
    private static readonly ImmutableDictionary<Type, Func<Answer, IEnumerable<string>>> Details = new Dictionary<Type, Func<Answer, IEnumerable<string>>>
    {
        [typeof(OverlapQuestion)] = answer => ((OverlapAnswer)answer).Cells.Select(cell => $"{cell.Severity:R} {cell.Standing} {cell.Size} {cell.Reason}")
            .Concat(((OverlapAnswer)answer).Findings.Select(finding => $"{finding.Cells.Length} {finding.Reason}"))
            .Concat(((OverlapAnswer)answer).Cells.SelectMany(cell => cell.List).Select(listed => $"{answer.View.Graph.Node(listed.Agency).Key} {string.Join(',', listed.Contacts)} {listed.Works.Length}"))
            .Concat(((OverlapAnswer)answer).Gaps.Select(gap => gap.Reason.ToString()))
            .Concat(((OverlapAnswer)answer).AgencyPairs().Select(pair => $"{pair.SharedCellCount} {pair.Jaccard:R} {pair.Q:R}")),
        [typeof(FragmentationQuestion)] = answer =>
        [
            $"{((FragmentationAnswer)answer).Fragmentation:R} {((FragmentationAnswer)answer).DistanceWeightedFragmentation():R} {((FragmentationAnswer)answer).Silos?.PValue:R}",
            .. ((FragmentationAnswer)answer).PersonBridges.Select(bridge => $"{answer.View.Graph.Node(bridge.Person).Key}: {bridge.CutOff.Length}"),
            .. ((FragmentationAnswer)answer).Betweenness().Select(actor => $"{answer.View.Graph.Node(actor.Actor).Key} {actor.Value:R}"),
            $"{((FragmentationAnswer)answer).Opening} {((FragmentationAnswer)answer).Trajectories().Reason} {((FragmentationAnswer)answer).CorePeriphery()?.Reason} {((FragmentationAnswer)answer).Closure()?.Reason} {((FragmentationAnswer)answer).Closure()?.Band}",
            $"{((FragmentationAnswer)answer).SilosBy(GroupedBy.Sphere)?.Reason} {((FragmentationAnswer)answer).SilosBy(GroupedBy.Perspective)?.Reason}",
            .. ((FragmentationAnswer)answer).Brokers().Select(broker => $"{answer.View.Graph.Node(broker.Actor).Key} {broker.Hole} {broker.ByDomain} {broker.ByPerspective} {broker.Clustering:R}"),
            .. OtherNetworks(answer.View, ((FragmentationAnswer)answer).Question),
            .. ((FragmentationAnswer)answer).IsolatedWays().Values.Select(ways => ways.Reason.ToString()).Order(StringComparer.Ordinal),
        ],
        [typeof(AskListQuestion)] = answer => ((AskListAnswer)answer).Sheets.Select(sheet => $"{sheet.Reason} {string.Join(',', sheet.Lines.Select(line => line.SharedPlaceCount))}")
            .Append($"{((AskListAnswer)answer).FragmentationIfAllTied:R}"),
        [typeof(RoundQuestion)] = answer =>
        [
            $"{((RoundAnswer)answer).ResponseRate:R} {((RoundAnswer)answer).Now?.KnownPairCount} {((RoundAnswer)answer).Without?.KnownPairCount}",
            .. ((RoundAnswer)answer).FirstPage.Select(line => line.ToString()),
            .. ((RoundAnswer)answer).Round?.Pairs.Select(pair => $"{answer.View.Graph.Node(pair.A).Key} {answer.View.Graph.Node(pair.B).Key} {string.Join(',', pair.Levels)} {pair.Agreement}") ?? [],
            .. ((RoundAnswer)answer).Round?.Respondents.Select(asked => $"{answer.View.Graph.Node(asked.Node).Key} {asked.AnsweredCount} {asked.Listed.Length} {asked.Added.Length}") ?? [],
        ],
        [typeof(WaysQuestion)] = answer => ((WaysAnswer)answer).Initiatives.Select(found => $"{found.Reason} {found.NextStep}"),
        [typeof(SplinteredFundingQuestion)] = answer => ((SplinteredFundingAnswer)answer).Projects.Select(project => $"{project.Reason} {project.NextStep} {project.Figures}")
            .Concat(((SplinteredFundingAnswer)answer).Runners.Select(runner => $"{runner.Reason} {runner.NextStep} {runner.Figures}"))
            .Concat(((SplinteredFundingAnswer)answer).Areas.Select(area => $"{answer.View.Graph.Node(area.Area).Key} {area.AgencyCount} {area.InitiativeCount} {area.SplitProjectCount} {area.Figures}"))
            .Concat(((SplinteredFundingAnswer)answer).Candidates.Select(near => near.Reason.ToString()))
            .Concat(((SplinteredFundingAnswer)answer).PaidApart.Select(apart => apart.Reason.ToString()))
            .Append($"{((SplinteredFundingAnswer)answer).Figures}"),
        [typeof(DefragmentQuestion)] = answer => ((DefragmentAnswer)answer).Plans.SelectMany(plan => (string[])
        [
            $"{plan.Title} {plan.Reason} {plan.NextStep} {plan.Table.Counts} {plan.Links.Before} {plan.Links.After}",
            .. plan.Table.Alternatives.Append(plan.Table.Seats).Select(seats => string.Join(", ", seats.Select(seat => $"{TableWords.NameOf(plan.View, seat)} {TableWords.BringsOf(plan.Table, seat)}"))),
            .. plan.Links.Links.Select(link => $"{link.Gain:R} {link.Reason}"),
        ]),
        [typeof(ScenarioQuestion)] = answer => SomeScenarios(answer.View, (ScenarioQuestion)answer.Question),
        [typeof(RegisterQuestion)] = answer => ((RegisterAnswer)answer).Entries.Select(entry => $"{answer.View.Graph.Node(entry.Suggestion).Key} {entry.Arm} {string.Join(',', entry.Outcomes)}"),
        [typeof(DuplicatesQuestion)] = answer => ((DuplicatesAnswer)answer).Pairs.Select(pair => pair.Reason.ToString()),
        [typeof(ClustersQuestion)] = answer =>
            [.. ((ClustersAnswer)answer).Clusters.Select(cluster => cluster.Reason.ToString()), .. ((ClustersAnswer)answer).Trust().Clusters.Select(cluster => cluster.Reason.ToString())],
    }.ToImmutableDictionary();

    /// <summary>The kinds of question, found in the assembly, so that a new one is never forgotten.</summary>
    public static IEnumerable<Type> Kinds => typeof(Question).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Question)) && !type.IsAbstract);

    /// <summary>What a view answers to all of them, everywhere and in each of some areas.</summary>
    public static IEnumerable<string> Asked(GraphView view, params IEnumerable<string?> areas) =>
        from area in areas.Prepend(null)
        from kind in Kinds
        from line in Lines(kind, view, area)
        select $"{kind.Name} {area}: {line}";

    private static IEnumerable<string> OtherNetworks(GraphView view, FragmentationQuestion asked) => new[] { FragmentationNetwork.Funding, FragmentationNetwork.SharedCells }
        .Select(network => (asked with { Network = network, AsOf = view.Day }).Ask(view, Asking.Today)).Select(answer => $"{answer.Reason} {answer.Shared!.Tables} {string.Join(' ', answer.Evidence)}");

    // By itself it changes nothing, so a few changes are made as well: the first measure stops, the first two agencies coordinate, and the last one leaves.
    private static IEnumerable<string> SomeScenarios(GraphView view, ScenarioQuestion asked)
    {
        string[] measures = [.. view.Graph.NumbersOf(NodeKind.Measure).Take(1).Select(node => view.Graph.Node(node).Key)];
        string[] agencies = [.. view.Graph.NumbersOf(NodeKind.Agency).Select(node => view.Graph.Node(node).Key)];
        if (measures.Length == 0 || agencies.Length < 3) return [];
        var answer = (asked with { Stop = [.. measures], Link = [new(agencies[0], agencies[1])], Leave = [agencies[^1]], AsOf = view.Day }).Ask(view, Asking.Today);
        return [answer.Reason.ToString(), answer.NextStep.ToString(), $"{answer.Effect?.Before} {answer.Effect?.After}", .. answer.Effect?.FewerOffers.Select(offer => offer.Reason.ToString()) ?? []];
    }

    private static IEnumerable<string> Lines(Type kind, GraphView view, string? area)
    {
        var question = (Question)Activator.CreateInstance(kind)! with { Area = area };
        var answer = (Answer)((dynamic)question).Ask(view, Asking.Today, CancellationToken.None);
        return
        [
            answer.Reason.ToString(), answer.NextStep.ToString(),
            .. answer.Coverage.Select(coverage => coverage.ToString()), .. answer.Evidence, .. Details[kind](answer),
        ];
    }
}

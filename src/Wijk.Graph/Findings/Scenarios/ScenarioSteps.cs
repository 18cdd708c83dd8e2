using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>The changes of a scenario, found in the graph of its view. Numbers of nodes there.</summary>
internal sealed class ScenarioSteps
{
    private static readonly NodeKind[] Works = [NodeKind.Measure, NodeKind.Initiative], Mergeable = [NodeKind.Measure, NodeKind.Agency],
        Actors = [NodeKind.Agency, NodeKind.Initiative, NodeKind.Professional], Funded = [NodeKind.Agency, NodeKind.Measure, NodeKind.Initiative, NodeKind.Trajectory];

    private readonly GraphView view;
    private readonly NamedNodes named;
    private readonly List<Words> problems = [];

    private ScenarioSteps(GraphView view, ScenarioQuestion question)
    {
        (this.view, named) = (view, new(view));
        Stopped = [.. question.Stop.SelectMany(asked => named.Find(asked, Works))];
        Leaving = [.. question.Leave.SelectMany(asked => named.Find(asked, Actors))];
        Merged = [.. question.Merge.SelectMany(pair => FindPair(pair, Mergeable))];
        Linked = [.. question.Link.SelectMany(pair => FindPair(pair, Actors))];
        Unlinked = [.. question.Unlink.SelectMany(pair => FindPair(pair, Actors))];
        Unfunded = [.. question.FundingEnds.SelectMany(asked => named.Find(asked, Funded))];
        Check();
        Problems = [.. named.Problems, .. problems];
    }

    /// <summary>What stops.</summary>
    public ImmutableArray<int> Stopped { get; }

    /// <summary>Who leaves.</summary>
    public ImmutableArray<int> Leaving { get; }

    /// <summary>What goes on as part of what.</summary>
    public ImmutableArray<(int Into, int From)> Merged { get; }

    /// <summary>Who will coordinate.</summary>
    public ImmutableArray<(int A, int B)> Linked { get; }

    /// <summary>Who will have no contact any more.</summary>
    public ImmutableArray<(int A, int B)> Unlinked { get; }

    /// <summary>Funders, schemes and funded work of which the funding ends.</summary>
    public ImmutableArray<int> Unfunded { get; }

    /// <summary>Why it cannot be told what changes: what is not there, or is named twice; none when all changes can be made.</summary>
    public ImmutableArray<Words> Problems { get; }

    /// <summary>Finds the changes in the graph of a view.</summary>
    public static ScenarioSteps Of(GraphView view, ScenarioQuestion question) => new(view, question);

    private IEnumerable<(int, int)> FindPair(KeyPair pair, NodeKind[] kinds) =>
        from one in named.Find(pair.First, kinds) from other in named.Find(pair.Second, kinds) select (one, other);

    private void Check()
    {
        var going = Stopped.Concat(Leaving).Concat(Merged.Select(pair => pair.From)).ToArray();
        foreach (var twice in going.CountBy(node => node).Where(count => count.Value > 1).Select(count => count.Key)) problems.Add(Twice(twice));
        foreach (var unfunded in Unfunded.Where(node => !ScenarioBranch.GrantsOf(view.Graph, node).Any())) problems.Add(NoMoney(unfunded));
        foreach (var (into, from) in Merged)
        {
            if (view.Graph.Node(into).Kind != view.Graph.Node(from).Kind || into == from) problems.Add(NotAlike(into, from));
            if (going.Contains(into)) problems.Add(Twice(into));
        }

        foreach (var (a, b) in Linked.Concat(Unlinked))
        {
            if (a == b) problems.Add(NotAlike(a, b));
            foreach (var end in new[] { a, b }.Where(going.Contains)) problems.Add(Twice(end));
        }
    }

    private Words Twice(int node)
    {
        var name = Defragment.TableWords.NameOf(view, node);
        return new($"'{name}' gaat weg en wordt ook nog eens genoemd; noem het één keer.", $"'{name}' goes and is named once more; name it once.");
    }

    private Words NoMoney(int node)
    {
        var name = view.Graph.Node(node).Name;
        return new($"Van of voor '{name}' kennen we geen geld dat op deze dag geldt; noem een andere dag, of vraag het na.", $"No money of or for '{name}' is known that holds on this day; name another day, or ask.");
    }

    private Words NotAlike(int one, int other)
    {
        var (first, second) = (Defragment.TableWords.NameOf(view, one), Defragment.TableWords.NameOf(view, other));
        return new($"'{first}' en '{second}' zijn niet twee van dezelfde soort; noem er twee die bij elkaar passen.", $"'{first}' and '{second}' are not two of the same kind; name two that go together.");
    }
}

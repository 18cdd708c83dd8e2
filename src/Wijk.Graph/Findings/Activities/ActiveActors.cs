using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Activities;

/// <summary>The agencies and initiatives of a place.</summary>
public sealed class ActiveActors
{
    private readonly HashSet<int> members;

    private ActiveActors(ImmutableArray<int> agencies, ImmutableArray<int> initiatives)
    {
        (Agencies, Initiatives) = (agencies, initiatives);
        members = [.. agencies, .. initiatives];
    }

    /// <summary>The agencies, ascending.</summary>
    public ImmutableArray<int> Agencies { get; }

    /// <summary>The initiatives, ascending.</summary>
    public ImmutableArray<int> Initiatives { get; }

    /// <summary>How many there are.</summary>
    public int Count => members.Count;

    /// <summary>Whether a node is one of them.</summary>
    public bool Contains(int node) => members.Contains(node);

    /// <summary>The same with each agency taken for another, such as the one it is part of.</summary>
    public ActiveActors As(Func<int, int> other) => new([.. Agencies.Select(other).Distinct().Order()], Initiatives);

    /// <summary>Everyone, or who is active in an area: who runs a measure targeted there or is targeted there itself.</summary>
    /// <remarks>Where somebody has an office says nothing of where they work.</remarks>
    public static ActiveActors In(GraphView view, AreaScope? scope)
    {
        if (scope is null) return new([.. view.Graph.NumbersOf(NodeKind.Agency)], [.. view.Graph.NumbersOf(NodeKind.Initiative)]);
        var activity = Activity.Of(view);
        int[] works = [.. activity.In(scope).Select(work => work.Work).Distinct()];
        return new(
            [.. works.SelectMany(activity.AgenciesRunning).Distinct().Order()],
            [.. works.SelectMany(activity.InitiativesBehind).Distinct().Order()]);
    }
}

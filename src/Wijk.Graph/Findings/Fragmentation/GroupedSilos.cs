using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Silos;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>Whether ties stay inside groups, of all together and of each: Krackhardt and Stern's E-I index.</summary>
public sealed record GroupedSilos
{
    private const int PermutationCount = 999;

    /// <summary>By what the members are put in groups.</summary>
    public required GroupedBy By { get; init; }

    /// <summary>The index of all ties, what chance gives, and how often chance gives an index as far off.</summary>
    public required EiTestResult Test { get; init; }

    /// <summary>Ties between members of different groups.</summary>
    public required long ExternalCount { get; init; }

    /// <summary>Ties between members of one group.</summary>
    public required long InternalCount { get; init; }

    /// <summary>Members of whom one group is known; only ties between them count.</summary>
    public required int LabelledCount { get; init; }

    /// <summary>Between what the index lies for all who are active, however the pairs that nobody asked turn out; null when there can be no tie.</summary>
    public required Interval? Bounds { get; init; }

    /// <summary>The same for each group that has a tie, most inward first.</summary>
    public required ImmutableArray<GroupSilo> Groups { get; init; }

    /// <summary>How many ties would stay inside groups, on average, if the same members were dealt over the groups by chance.</summary>
    public double ExpectedInternalCount => (ExternalCount + InternalCount) * (1 - Test.Expected) / 2;

    /// <summary>What this says, in sentences.</summary>
    public Words Reason => SiloWords.ReasonOf(this);

    /// <summary>The silos of a network; null when no tie joins two members with a group.</summary>
    internal static GroupedSilos? Of(GraphView view, CollaborationNetwork network, NetworkBounds bounds, GroupedBy by, int seed, CancellationToken cancellationToken)
    {
        var groups = MemberGroups.Of(view, bounds.Listed, by);
        int[] ofMembers = [.. network.Members.Select(groups.Of)], ofListed = [.. bounds.Listed.Select(groups.Of)];
        if (EiPermutationTest.Of(network.Network, ofMembers, PermutationCount, seed, cancellationToken) is not { } test) return null;
        var counts = EiIndex.Of(network.Network, ofMembers);
        var tests = EiGroupTest.Of(network.Network, ofMembers, PermutationCount, seed, cancellationToken);
        var each = EiGroupTest.Bounds(bounds.Known, ofListed);
        return new()
        {
            By = by,
            Test = test,
            ExternalCount = counts.Overall.External,
            InternalCount = counts.Overall.Internal,
            LabelledCount = ofMembers.Count(group => group != EiIndex.NoGroup),
            Bounds = EiBounds.Of(bounds.Known, ofListed),
            Groups =
            [
                .. tests.Index().Where(entry => entry.Item is not null)
                    .Select(entry => new GroupSilo(groups.All[entry.Index], ofMembers.Count(group => group == entry.Index), counts.Groups[entry.Index].External,
                        counts.Groups[entry.Index].Internal, entry.Item!, each[entry.Index]))
                    .OrderBy(silo => silo.Test.Index)
                    .ThenBy(silo => silo.Group.Name.En, StringComparer.Ordinal),
            ],
        };
    }
}

/// <summary>The ties of one group.</summary>
/// <param name="Group">The group.</param>
/// <param name="MemberCount">Members of the network that are in it.</param>
/// <param name="ExternalCount">Its ties with other groups.</param>
/// <param name="InternalCount">Its ties inside.</param>
/// <param name="Test">Its index, and what chance gives.</param>
/// <param name="Bounds">Between what its index lies for all who are active.</param>
public sealed record GroupSilo(MemberGroup Group, int MemberCount, long ExternalCount, long InternalCount, GroupTest Test, Interval? Bounds);

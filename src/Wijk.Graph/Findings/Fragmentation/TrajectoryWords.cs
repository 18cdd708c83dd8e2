using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>The sentences on who take part in one trajectory together.</summary>
internal static class TrajectoryWords
{
    public static Words ReasonOf(TrajectoryNetwork network)
    {
        var (all, tables) = (network.Tables.All, network.Tables);
        if (tables.TableCount == 0)
        {
            return new("We kennen geen ontwikkeltraject waaraan twee of meer partijen van hier samen meedoen.",
                "We know no trajectory in which two or more parties from here take part together.");
        }

        var (actors, count) = (Phrasing.Count(network.ActorCount), Phrasing.Count(tables.TableCount, new("ontwikkeltraject", "trajectory"), new("ontwikkeltrajecten", "trajectories")));
        var found = all.PartCount == 1
            ? new Words($"De {actors.Nl} die samen meedoen aan {count.Nl}, zijn zo allemaal met elkaar verbonden.", $"The {actors.En} who take part in {count.En} together are all connected that way.")
            : new Words($"De {actors.Nl} die samen meedoen aan {count.Nl}, vormen zo {Phrasing.Count(all.PartCount).Nl} losse delen, het grootste met {Phrasing.Count(all.LargestSize).Nl}.",
                $"The {actors.En} who take part in {count.En} together form {Phrasing.Count(all.PartCount).En} separate parts that way, the largest of {Phrasing.Count(all.LargestSize).En}.");
        return Words.Join(found, Large(tables), new("Of zij buiten zo'n traject contact hebben of afstemmen, weten we daarmee niet.",
            "Whether they have contact outside a trajectory, or coordinate, we do not know from that."));
    }

    // With tables large enough everybody is connected, and that says little.
    private static Words? Large(SharedTables tables)
    {
        if (tables.LargeCount == 0) return null;
        var (pairs, left) = (tables.All.ConnectedPairCount, tables.WithoutLarge.ConnectedPairCount);
        var large = Phrasing.Count(tables.LargeCount, new("traject", "trajectory"), new("trajecten", "trajectories"));
        var has = Phrasing.ByNumber(tables.LargeCount, new("heeft", "has"), new("hebben", "have"));
        return new($"Maar {large.Nl} {has.Nl} meer dan {SharedTables.LargeFrom} deelnemers: zonder die grote tafels zijn van de {Phrasing.Count(pairs).Nl} verbonden paren er nog {Phrasing.Count(left).Nl} verbonden.",
            $"But {large.En} {has.En} more than {SharedTables.LargeFrom} members: without those large tables {Phrasing.Count(left).En} of the {Phrasing.Count(pairs).En} connected pairs are still connected.");
    }
}

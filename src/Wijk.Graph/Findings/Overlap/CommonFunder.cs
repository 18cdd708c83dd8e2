using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>Who pays for work of most of some organisations: somebody who has a reason to call them together, also where no tie is known.</summary>
/// <param name="Funder">Who pays, a node number.</param>
/// <param name="PaidCount">How many of them it pays for something on their list: at least two, and at least half of them.</param>
/// <param name="OrganisationCount">How many they are.</param>
public sealed record CommonFunder(int Funder, int PaidCount, int OrganisationCount)
{
    /// <summary>Who pays for most of them, the first by key of those who pay for as many; never one of themselves.</summary>
    /// <param name="graph">The graph of the list.</param>
    /// <param name="list">What each of them does; an organisation may be there more than once.</param>
    /// <returns>Null when nobody is known to pay for two of them and half of them.</returns>
    public static CommonFunder? Of(GraphSnapshot graph, IEnumerable<ListedAgency> list)
    {
        ListedAgency[] all = [.. list];
        var organisations = all.Select(listed => listed.Agency).ToHashSet();
        var paid = all
            .SelectMany(listed => listed.Works.SelectMany(work => PayersOf(graph, work.Measure)).Select(funder => (funder, listed.Agency)))
            .Distinct()
            .Where(pair => !organisations.Contains(pair.funder))
            .CountBy(pair => pair.funder)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key)
            .FirstOrDefault();
        return paid.Value > 1 && 2 * paid.Value >= organisations.Count ? new(paid.Key, paid.Value, organisations.Count) : null;
    }

    /// <summary>That it pays for their work, and what to ask of it.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="which">Which organisations they are, where that needs saying: " at the table".</param>
    public Words Say(string name, Words? which = null)
    {
        var (paid, all) = (Phrasing.Count(PaidCount), Phrasing.Count(OrganisationCount));
        var whom = PaidCount == OrganisationCount ? new Words($"alle {all.Nl} organisaties", $"all {all.En} organisations") : new($"{paid.Nl} van de {all.Nl} organisaties", $"{paid.En} of the {all.En} organisations");
        return Phrasing.Begin(name) + new Words(" betaalt werk van ", " pays for work of ") + whom + (which ?? "")
            + new Words(": vraag daar wie hen bij elkaar kan roepen.", ": ask there who can call them together.");
    }

    // A grant of 0 is an application that was refused.
    private static IEnumerable<int> PayersOf(GraphSnapshot graph, int measure) => graph.Incoming(RelationKind.Funds).Relations(measure).ToArray()
        .Where(grant => graph.Relation(grant).Attributes.Number("amount") != 0)
        .Select(graph.From);
}

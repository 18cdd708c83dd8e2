using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>The sentences on a network of what parties share: each says which network it is about.</summary>
internal static class SharedNetworkWords
{
    /// <summary>What a network is called.</summary>
    public static Words NameOf(FragmentationNetwork kind) => kind switch
    {
        FragmentationNetwork.Funding => new("het netwerk van geld", "the network of money"),
        FragmentationNetwork.SharedCells => new("het netwerk van gedeelde doelgroepen", "the network of shared target groups"),
        _ => new("het netwerk van gedeelde trajecten", "the network of shared trajectories"),
    };

    public static IEnumerable<(Words Name, Words All, Words WithoutLarge)> FiguresOf(SharedTables tables)
    {
        return
        [
            Figure(new("losse delen", "separate parts"), found => Phrasing.Count(found.PartCount)),
            Figure(new("partijen in het grootste deel", "parties in the largest part"), found => Phrasing.Count(found.LargestSize)),
            Figure(new("paren met een weg naar elkaar", "pairs with a path to each other"), found => Phrasing.Count(found.ConnectedPairCount)),
            Figure(new("F: paren zonder weg naar elkaar", "F: pairs without a path to each other"), found => found.Fragmentation is { } f ? Phrasing.RoundedDown(f, 3) : "–"),
        ];

        (Words, Words, Words) Figure(Words name, Func<TableConnections, Words> value) => (name, value(tables.All), value(tables.WithoutLarge));
    }

    public static Words NextStepOf(SharedNetwork network) => network.Tables.TableCount > 0
        ? new($"Vraag wie in {NameOf(network.Kind).Nl} ook samenwerken, en leg dat vast.", $"Ask who in {NameOf(network.Kind).En} collaborate as well, and record it.")
        : network.Kind switch
        {
            FragmentationNetwork.Funding => new(
                "Leg voor het netwerk van geld vast wie wie betaalt. Wie met wie samenwerkt vraagt u met een vragenlijst.",
                "For the network of money record who pays whom. Who collaborates with whom you can ask with an ask-list."),
            FragmentationNetwork.SharedCells => new(
                "Leg voor het netwerk van gedeelde doelgroepen vast voor wie elke activiteit is, en waar.",
                "For the network of shared target groups record for whom each activity is, and where."),
            _ => new(
                "Leg voor het netwerk van gedeelde trajecten vast wie eraan meedoet.",
                "For the network of shared trajectories record who takes part in them."),
        };

    public static Words OpeningOf(SharedNetwork network) => network.Tables.TableCount == 0 ? Empty(network.Kind) : Found(network);

    public static Words? SummaryOf(SharedNetwork network) => network.Tables.TableCount == 0 ? null : Words.Join(Large(network), Beyond(network.Kind));

    private static Words Empty(FragmentationNetwork kind) => kind switch
    {
        FragmentationNetwork.Funding => new(
            "Er is geen geld vastgelegd van een partij aan een andere van hier: het netwerk van geld is leeg.", "No money is recorded from one party to another from here: the network of money is empty."),
        FragmentationNetwork.SharedCells => new(
            "Er is geen gebied waar twee of meer partijen van hier voor dezelfde doelgroep werken: het netwerk van gedeelde doelgroepen is leeg.",
            "There is no area where two or more parties from here work for the same target group: the network of shared target groups is empty."),
        _ => new("We kennen geen ontwikkeltraject waaraan twee of meer partijen van hier samen meedoen.", "We know no trajectory in which two or more parties from here take part together."),
    };

    private static Words Found(SharedNetwork network)
    {
        var (all, actors) = (network.Tables.All, Phrasing.Count(network.ActorCount));
        var verb = all.PartCount == 1 ? "zijn" : "vormen";
        var who = network.Kind switch
        {
            FragmentationNetwork.Funding => new Words("In het netwerk van geld met ", "In the network of money of ") + Tables(network.Tables.TableCount, network.Kind)
                + new Words($" {verb} de {actors.Nl} die betalen of betaald worden, ", $" the {actors.En} that pay or are paid "),
            FragmentationNetwork.SharedCells => new Words("In het netwerk van gedeelde doelgroepen met ", "In the network of shared target groups of ") + Tables(network.Tables.TableCount, network.Kind)
                + new Words($" {verb} de {actors.Nl} die daar werken, ", $" the {actors.En} that work there "),
            _ => new Words($"De {actors.Nl} die samen meedoen aan ", $"The {actors.En} who take part in ") + Tables(network.Tables.TableCount, network.Kind)
                + new Words($", {verb} zo ", " together "),
        };
        var isTrajectories = network.Kind == FragmentationNetwork.SharedTrajectories;
        if (all.PartCount == 1) return who + new Words("allemaal met elkaar verbonden.", isTrajectories ? "are all connected that way." : "are all connected.");
        var (parts, largest) = (Phrasing.Count(all.PartCount), Phrasing.Count(all.LargestSize));
        var found = who + new Words($"{parts.Nl} losse delen, het grootste met {largest.Nl}", $"form {parts.En} separate parts{(isTrajectories ? " that way" : "")}, the largest of {largest.En}");
        return isTrajectories ? found + "." : found + new Words(": ", ": ") + Phrasing.Percent(all.Fragmentation!.Value) + new Words(" van de paren heeft daarin geen weg naar elkaar (F).", " of the pairs have no path to each other in it (F).");
    }

    private static Words Tables(int count, FragmentationNetwork kind) => kind switch
    {
        FragmentationNetwork.Funding => Phrasing.Count(count, new("betaler", "payer"), new("betalers", "payers")),
        FragmentationNetwork.SharedCells => Phrasing.Count(count, new("combinatie van doelgroep en gebied", "combination of target group and area"), new("combinaties van doelgroep en gebied", "combinations of target group and area")),
        _ => Phrasing.Count(count, new("ontwikkeltraject", "trajectory"), new("ontwikkeltrajecten", "trajectories")),
    };

    // With tables large enough everybody is connected, and that says little.
    private static Words? Large(SharedNetwork network)
    {
        var tables = network.Tables;
        if (tables.LargeCount == 0) return null;
        var (pairs, left, most) = (Phrasing.Count(tables.All.ConnectedPairCount), Phrasing.Count(tables.WithoutLarge.ConnectedPairCount), SharedTables.LargeFrom);
        var has = Phrasing.ByNumber(tables.LargeCount, new("heeft", "has"), new("hebben", "have"));
        var which = network.Kind switch
        {
            FragmentationNetwork.Funding => Tables(tables.LargeCount, network.Kind),
            FragmentationNetwork.SharedCells => Phrasing.Count(tables.LargeCount, new("combinatie", "combination"), new("combinaties", "combinations")),
            _ => Phrasing.Count(tables.LargeCount, new("traject", "trajectory"), new("trajecten", "trajectories")),
        };
        var (large, small) = network.Kind switch
        {
            // A payer sits at its own table.
            FragmentationNetwork.Funding => (new Words($"In het netwerk van geld {has.Nl} {which.Nl} {most} of meer ontvangers", $"In the network of money {which.En} {has.En} {most} recipients or more"),
                new Words("zonder die grote betalers", "without those large payers")),
            FragmentationNetwork.SharedCells => (
                new Words($"In het netwerk van gedeelde doelgroepen {has.Nl} {which.Nl} meer dan {most} partijen", $"In the network of shared target groups {which.En} {has.En} more than {most} parties"),
                new Words("zonder die drukke combinaties", "without those crowded combinations")),
            _ => (new Words($"Maar {which.Nl} {has.Nl} meer dan {most} deelnemers", $"But {which.En} {has.En} more than {most} members"), new Words("zonder die grote tafels", "without those large tables")),
        };
        return large + new Words($": {small.Nl} zijn van de {pairs.Nl} verbonden paren er nog {left.Nl} verbonden.", $": {small.En} {left.En} of the {pairs.En} connected pairs are still connected.");
    }

    private static Words Beyond(FragmentationNetwork kind) => kind switch
    {
        FragmentationNetwork.Funding => new("Of zij ook samenwerken, zegt het netwerk van geld niet.", "Whether they collaborate as well, the network of money does not say."),
        FragmentationNetwork.SharedCells => new("Of zij elkaar kennen of afstemmen, zegt het netwerk van gedeelde doelgroepen niet.", "Whether they know each other or coordinate, the network of shared target groups does not say."),
        _ => new("Of zij buiten zo'n traject contact hebben of afstemmen, weten we daarmee niet.", "Whether they have contact outside a trajectory, or coordinate, we do not know from that."),
    };
}

using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>What a picture of a plan shows, for who does not see it.</summary>
public static class NetworkWords
{
    /// <summary>Who know each other now, in a sentence or two.</summary>
    public static Words NowOf(PlanNetwork network)
    {
        var coordinated = network.Now.Count(line => line.Tie == PlanTie.Coordination);
        return Words.Join(
            Who(network),
            network.Now.IsEmpty
                ? new("Tussen hen is geen contact bekend.", "No contact between them is known.")
                : new Words("Van ", "Of ") + Phrasing.Count(network.Now.Length, new("paar", "pair"), new("paren", "pairs"))
                    + new Words(" is contact bekend; ", " contact is known; ") + Phrasing.Count(coordinated)
                    + Phrasing.ByNumber(coordinated, new(" daarvan stemt af.", " of them coordinates."), new(" daarvan stemmen af.", " of them coordinate.")),
            LeftOut(network));
    }

    /// <summary>What is added, in a sentence.</summary>
    public static Words AddedOf(PlanNetwork network) => network.Added.IsEmpty
        ? new("Er komt niets bij: wie u uitnodigt, kent elkaar al.", "Nothing is added: those you invite know each other already.")
        : network.HasLinks
            ? new Words("Erbij: ", "Added: ") + Phrasing.Count(network.Added.Length, new("verbinding om te maken.", "link to make."), new("verbindingen om te maken.", "links to make."))
            : new Words("Erbij: ", "Added: ") + Phrasing.Count(network.Added.Length, new("paar dat elkaar aan tafel ontmoet", "pair that meets at the table"),
                new("paren die elkaar aan tafel ontmoeten", "pairs that meet at the table"))
                + new Words("; misschien kennen zij elkaar al.", "; they may well know each other already.");

    /// <summary>What a line stands for.</summary>
    public static Words NameOf(PlanTie tie) => tie switch
    {
        PlanTie.Contact => new("hebben contact", "have contact"),
        PlanTie.Coordination => new("stemmen af", "coordinate"),
        PlanTie.Link => new("verbinding om te maken", "link to make"),
        _ => new("ontmoeten elkaar aan tafel", "meet at the table"),
    };

    private static Words? LeftOut(PlanNetwork network) => network.LeftOutCount == 0 ? null : new Words("Niet getekend: ", "Not drawn: ")
        + Phrasing.Count(network.LeftOutCount, new("ander waar het plan over gaat.", "other that the plan is about."), new("anderen waar het plan over gaat.", "others that the plan is about."));

    private static Words Who(PlanNetwork network) =>
        Phrasing.Count(network.Members.Length, new("partij", "party"), new("partijen", "parties"))
        + new Words(", waarvan ", ", of which ") + Phrasing.Count(network.Invited.Length) + new Words(" uitgenodigd.", " invited.");
}

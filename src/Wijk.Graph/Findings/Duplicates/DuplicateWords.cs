using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Duplicates;

/// <summary>The sentences on what may be one: what shows it, what speaks against it, and that people decide.</summary>
internal static class DuplicateWords
{
    private const int NamesShown = 2;

    public static Words FoundIn(DuplicatesAnswer answer)
    {
        if (answer.NameCount == 0) return new("Hier zijn geen namen om te vergelijken.", "There are no names to compare here.");
        var names = Phrasing.Count(answer.NameCount, new("naam", "name"), new("namen", "names"));
        return answer.Pairs.IsEmpty
            ? Words.Join(new Words("We vonden geen twee die misschien één zijn; we vergeleken ", "We found no two that may be one; we compared ") + names + ".", TooCommon(answer))
            : Words.Join(
                Phrasing.Count(answer.Pairs.Length, new("paar is", "pair may be"), new("paren zijn", "pairs may be")) + new Words(" misschien één: ", " one: ") + ByKind(answer.Pairs)
                    + new Words("; we vergeleken ", "; we compared ") + names + ".",
                new("Wijk voegt niets samen: of het er één zijn, beslist u.", "Wijk merges nothing: whether they are one is for you to say."),
                TooCommon(answer));
    }

    public static Words NextStepOf(DuplicatesAnswer answer) => answer.Pairs switch
    {
        [var first, ..] => new Words("Vraag aan wie hen kent of het er één zijn, om te beginnen: ", "Ask whoever knows them whether they are one, to begin with: ") + NameOf(first, first.A) + new Words(" en ", " and ") + NameOf(first, first.B)
            + new Words(". Zo ja, voeg ze dan samen met ‘merge’; met ‘unmerge’ zijn het weer twee.", ". If so, make them one with ‘merge’; ‘unmerge’ makes them two again."),
        _ => new("Vraag het opnieuw als u een volgende bron hebt ingelezen.", "Ask again when you have imported another source."),
    };

    public static Words ReasonOf(DuplicatePair pair)
    {
        var (a, b) = (pair.View.Graph.Node(pair.A), pair.View.Graph.Node(pair.B));
        var both = a.Origin == b.Origin
            ? a.Name == b.Name ? new Words("Twee keer ", "Twice ") + NameOf(pair, pair.A) : NameOf(pair, pair.A) + new Words(" en ", " and ") + NameOf(pair, pair.B)
            : NameOf(pair, pair.A) + new Words(" uit ", " of ") + a.Origin + new Words(" en ", " and ") + NameOf(pair, pair.B) + new Words(" uit ", " of ") + b.Origin;
        var reason = both + new Words(", misschien één ", ", maybe one ") + Vocabulary.Of(pair.Kind).Label + ": " + List(pair.For, pair) + ".";
        return pair.Against.IsEmpty ? reason : reason + new Words(" Daar staat tegenover: ", " On the other hand: ") + List(pair.Against, pair) + ".";
    }

    /// <summary>What a sign says of a pair.</summary>
    public static Words Of(DuplicateSign sign, DuplicatePair pair)
    {
        var graph = pair.View.Graph;
        var (a, b) = (graph.Node(pair.A), graph.Node(pair.B));
        return sign switch
        {
            DuplicateSign.SameCode => new Words("zij hebben dezelfde code (", "they have the same code (") + a.Attributes.Text("code")! + ")",
            DuplicateSign.SameWebsite => new Words("zij hebben hetzelfde webadres (", "they have the same web address (") + SiteOf(a) + ")",
            DuplicateSign.SameName => new("zij heten precies gelijk", "they have the very same name"),
            DuplicateSign.NameInOtherForm => new("hun namen verschillen alleen in hoofdletters, accenten, leestekens, spaties of een woord als ‘Stichting’",
                "their names differ only in capitals, accents, punctuation, blanks or a word such as ‘Stichting’"),
            DuplicateSign.Alias => new("een naam of ander id van de één is ook dat van de ander", "a name or other id of one is that of the other too"),
            DuplicateSign.OneLetter => HaveSwapped(NearNames.Core(a.Name), NearNames.Core(b.Name))
                ? new("in hun namen zijn twee letters van plaats gewisseld", "two letters of their names changed places")
                : new("hun namen verschillen één letter", "their names differ in one letter"),
            DuplicateSign.SameRunner => new Words("beide worden uitgevoerd door ", "both are run by ") + Shared(graph, graph.Incoming(RelationKind.Runs).Neighbors(pair.A), graph.Incoming(RelationKind.Runs).Neighbors(pair.B)),
            DuplicateSign.SamePlace => new Words("hun kantoor staat in hetzelfde gebied (", "their office is in the same area (") + Shared(graph, graph.Outgoing(RelationKind.SeatedIn).Neighbors(pair.A), graph.Outgoing(RelationKind.SeatedIn).Neighbors(pair.B)) + ")",
            DuplicateSign.SameWhole => new Words("zij zijn deel van hetzelfde (", "they are part of the same (") + Shared(graph, graph.Outgoing(RelationKind.PartOf).Neighbors(pair.A), graph.Outgoing(RelationKind.PartOf).Neighbors(pair.B)) + ")",
            DuplicateSign.SameSource => new Words("één bron (", "one source (") + a.Origin + new Words(") noemt beide, elk met een eigen id", ") has both, each with an id of its own"),
            DuplicateSign.OtherType => new Words("de één is ‘", "one is ‘") + TypeOf(a) + new Words("’, de ander ‘", "’, the other ‘") + TypeOf(b) + "’",
            DuplicateSign.OtherPlace => new Words("hun kantoren staan in verschillende gebieden (", "their offices are in different areas (") + Both(graph, graph.Outgoing(RelationKind.SeatedIn).Neighbors(pair.A), graph.Outgoing(RelationKind.SeatedIn).Neighbors(pair.B)) + ")",
            DuplicateSign.OtherWhole => new Words("zij zijn deel van iets anders (", "they are part of different things (") + Both(graph, graph.Outgoing(RelationKind.PartOf).Neighbors(pair.A), graph.Outgoing(RelationKind.PartOf).Neighbors(pair.B)) + ")",
            DuplicateSign.OtherWebsite => new Words("zij hebben verschillende webadressen (", "they have different web addresses (") + SiteOf(a) + new Words(" en ", " and ") + SiteOf(b) + ")",
            DuplicateSign.KnownTie => new("er is iets bekend over contact of verwijzen tussen die twee", "something is known of contact or referral between the two"),
            _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "No such sign."),
        };
    }

    private static Words? TooCommon(DuplicatesAnswer answer) => answer.CommonNameCount == 0 ? null : Phrasing.Count(
            answer.CommonNameCount, new("naam of webadres staat", "name or web address is"), new("namen of webadressen staan", "names or web addresses are"))
        + new Words($" bij meer dan {DuplicatesQuestion.LargestGroup}; daarvan vergeleken we alleen wie ook een kantoor, uitvoerder of webadres met elkaar delen.",
            $" that of more than {DuplicatesQuestion.LargestGroup}; of those we only compared who also share an office, a runner or a web address.");

    private static Words ByKind(ImmutableArray<DuplicatePair> pairs)
    {
        Words[] counts = [.. pairs.CountBy(pair => pair.Kind).OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key)
            .Select(kind => Phrasing.Count(kind.Value) + " " + new Words("van ", "of ") + Vocabulary.Of(kind.Key).Plural)];
        return Phrasing.List(counts, counts.Length);
    }

    private static Words List(ImmutableArray<DuplicateSign> signs, DuplicatePair pair)
    {
        Words[] said = [.. signs.Select(sign => Of(sign, pair))];
        return new(string.Join("; ", said.Select(words => words.Nl)), string.Join("; ", said.Select(words => words.En)));
    }

    private static string NameOf(DuplicatePair pair, int node) => $"‘{TextRules.Shown(pair.View.Graph.Node(node).Name)}’";

    private static string SiteOf(Node node) => WebAddress.OfNode(node) ?? "";

    private static Words TypeOf(Node node) => Vocabulary.Of(node.Kind).Attribute("type") is { } type && node.Attributes.Text("type") is { } word ? type.LabelOf(word) : "";

    private static bool HaveSwapped(string one, string other) => one.Length == other.Length && one.Zip(other).Count(pair => pair.First != pair.Second) == 2;

    private static Words Shared(GraphSnapshot graph, ReadOnlySpan<int> left, ReadOnlySpan<int> right) => Names(graph, left.ToArray().Intersect(right.ToArray()));

    private static Words Both(GraphSnapshot graph, ReadOnlySpan<int> left, ReadOnlySpan<int> right) => Names(graph, left.ToArray()) + new Words(" en ", " and ") + Names(graph, right.ToArray());

    private static Words Names(GraphSnapshot graph, IEnumerable<int> nodes) => Phrasing.List([.. nodes.Distinct().Order().Select(node => TextRules.Shown(graph.Node(node).Name))], NamesShown);
}

using System.Collections.Immutable;
using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Funding;

/// <summary>The sentences on two titles that are nearly the same.</summary>
internal static class NearProjectsWords
{
    public static Words ReasonOf(NearProjects pair)
    {
        var (a, b) = (FundingPhrases.Title(pair.A.Title), FundingPhrases.Title(pair.B.Title));
        var who = FundingPhrases.Names(pair.View.Graph, pair.A.Runners);
        return Words.Join(
            who + new Words($": {a.Nl} en {b.Nl} lijken op elkaar, en worden uit verschillende potjes betaald.", $": {a.En} and {b.En} are alike, and are paid from different pots."),
            Difference(pair.Near),
            new("Of het één project is, weten we niet.", "Whether they are one project we do not know."));
    }

    public static Words NextStepOf(NearProjects pair)
    {
        var who = FundingPhrases.Names(pair.View.Graph, pair.A.Runners);
        return new($"Vraag {who.Nl} of dit één project is.", $"Ask {who.En} whether this is one project.");
    }

    private static Words Difference(NearTitle near)
    {
        var what = near.Difference switch
        {
            TitleDifference.Spelling => new Words("Alleen de spelling verschilt", "Only the spelling differs"),
            TitleDifference.PlaceOrYear => new Words("Alleen de plaats of het jaar verschilt", "Only the place or the year differs"),
            _ => new Words("Een deel van de woorden verschilt", "Some of the words differ"),
        };
        return what + (near.OnlyInA.IsEmpty && near.OnlyInB.IsEmpty ? "." : new Words(": ", ": ") + Shown(near.OnlyInA) + new Words(" tegen ", " against ") + Shown(near.OnlyInB) + ".");
    }

    private static Words Shown(ImmutableArray<string> words) => words.IsEmpty ? new Words("niets", "nothing") : $"‘{string.Join(' ', words)}’";
}

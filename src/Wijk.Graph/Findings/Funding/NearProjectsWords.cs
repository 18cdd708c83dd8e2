using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Funding;

/// <summary>The sentences on titles that are nearly the same.</summary>
internal static class NearProjectsWords
{
    private const int TitlesShown = 2;

    public static Words ReasonOf(NearProjects found)
    {
        var who = FundingPhrases.Names(found.View.Graph, found.Projects[0].Runners);
        Words[] titles = [.. found.Projects.Take(TitlesShown).Select(project => FundingPhrases.Title(project.Title))];
        var rest = found.Projects.Length - TitlesShown;
        var others = rest == 0 ? new Words("", "") : new Words($" (en nog {rest})", $" (and {rest} more)");
        return Words.Join(
            who + ": " + titles[0] + new Words(" en ", " and ") + titles[1] + others
                + new Words(" lijken op elkaar, en worden uit verschillende potjes betaald.", " are alike, and are paid from different pots."),
            DifferenceOf(found),
            new("Of het één project is, weten we niet.", "Whether they are one project we do not know."));
    }

    public static Words NextStepOf(NearProjects found)
    {
        var who = FundingPhrases.Names(found.View.Graph, found.Projects[0].Runners);
        return new($"Vraag {who.Nl} of dit één project is.", $"Ask {who.En} whether this is one project.");
    }

    /// <summary>In what the titles differ, with the words that not all of them have.</summary>
    public static Words DifferenceOf(NearProjects found)
    {
        var (what, none) = found.Difference switch
        {
            TitleDifference.Spelling => (new Words("Alleen de spelling verschilt", "Only the spelling differs"), new Words("(geen)", "(none)")),
            TitleDifference.PlaceOrYear => PlaceOrYear(found),
            _ => (new Words("Een deel van de woorden verschilt", "Some of the words differ"), new Words("(geen)", "(none)")),
        };
        return found.OwnWords.All(words => words.Length == 0)
            ? what + "."
            : what + ": " + Words.Join([.. found.OwnWords.Select((words, place) =>
                (words.Length == 0 ? none : $"‘{words}’") + (place == found.OwnWords.Length - 1 ? "." : ","))]);
    }

    private static (Words What, Words None) PlaceOrYear(NearProjects found)
    {
        string[] words = [.. found.OwnWords.SelectMany(own => own.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        return (words.Any(Titles.IsYear), words.All(Titles.IsYear)) switch
        {
            (false, _) => (new("Alleen de plaats verschilt", "Only the place differs"), new("(geen plaats)", "(no place)")),
            (true, true) => (new("Alleen het jaar verschilt", "Only the year differs"), new("(geen jaar)", "(no year)")),
            _ => (new("Alleen de plaats of het jaar verschilt", "Only the place or the year differs"), new("(geen plaats of jaar)", "(no place or year)")),
        };
    }
}

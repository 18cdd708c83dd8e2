using System.Collections.Immutable;
using Wijk.Graph.Findings.Rounds;
using Wijk.Graph.Model;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Pages.AskList;

/// <summary>One round: whom it asked, what came back, and what that changes.</summary>
/// <param name="Answer">The whole answer.</param>
/// <param name="Round">The round.</param>
/// <param name="Pairs">What was answered, in parts of a list: first what differs, then what two say alike.</param>
public sealed record RoundModel(RoundAnswer Answer, Round Round, ListPart<AnsweredPair> Pairs)
{
    private static readonly PagedList PairList = new("page");

    /// <summary>The path of the page of a round.</summary>
    public static string PathOf(Round round) => $"{AskModel.Path}/" + Uri.EscapeDataString(round.Key);

    /// <summary>Says that it is not known whom a round asked.</summary>
    public static Words NobodyAsked(Round round) => new(
        $"Wie er in de ronde ‘{round.Name}’ is gevraagd, is niet vastgelegd; er is geen lijst te maken.", $"Whom the round “{round.Name}” asked is not recorded; there is no list to make.");

    internal static async Task<PageContent> ShowAsync(Visit visit, string key)
    {
        var (answer, round) = await FindAsync(visit, key);
        ImmutableArray<AnsweredPair> pairs = [.. round.Pairs.OrderByDescending(pair => pair.Agreement).ThenByDescending(pair => pair.Level)];
        return PageContent.Of<RoundPage, RoundModel>(new(answer, round, PairList.PartOf(pairs, visit.Given)));
    }

    /// <summary>The round with a key or name.</summary>
    /// <exception cref="PageRefused">There is none.</exception>
    internal static async Task<(RoundAnswer Answer, Round Round)> FindAsync(Visit visit, string key)
    {
        var answer = await visit.AskAsync(new RoundQuestion { Round = key, AsOf = visit.Given.Of(Parameters.AsOf) });
        return answer.Round is { } round ? (answer, round) : throw new PageRefused(StatusCodes.Status404NotFound, new(
            $"Er is geen vragenronde met de sleutel of naam '{TextRules.Shown(key)}'; kies er een uit de lijst van rondes.", $"There is no round of questions with the key or name '{TextRules.Shown(key)}'; choose one from the list of rounds."));
    }
}

using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Funding;

/// <summary>The sentences on organisations that departments and districts each pay apart.</summary>
internal static class PaidApartWords
{
    private const int NamesShown = 12;

    public static Words NameOf(PaidApart found)
    {
        var (a, b) = (NameOf(found, found.Departments[0]), NameOf(found, found.Departments[1]));
        return new($"Apart betaald door {a}, {b} en stadsdelen", $"Paid apart by {a}, {b} and districts");
    }

    public static Words ReasonOf(PaidApart found)
    {
        var (a, b) = (NameOf(found, found.Departments[0]), NameOf(found, found.Departments[1]));
        int[] same = [.. found.Runners.Where(runner => runner.DoesTheSame).Select(runner => runner.Runner)];
        var (count, names) = (Phrasing.Count(same.Length), FundingPhrases.Names(found.View.Graph, same, NamesShown));
        var (domain, amount) = (found.Domain is { } one ? found.View.Graph.Node(one).Name : null, AmountOf(found));
        var what = domain ?? $"‘{string.Join(' ', found.TitleWords)}’";
        var each = domain is null ? new Words("Elk kreeg volgens de titels", "By their titles each got") : new("Elk kreeg", "Each got");
        return Words.Join(
            new($"{count.Nl} organisaties werden in {found.Year} elk apart betaald door {a}, door {b} én door een of meer stadsdelen.",
                $"{count.En} organisations were each paid apart in {found.Year} by {a}, by {b} and by one or more districts."),
            each + new Words($" geld voor {what} van een afdeling én van een stadsdeel{amount.Nl}: {names.Nl}.",
                $" money for {what} from a department and from a district{amount.En}: {names.En}."),
            Others(found));
    }

    public static Words NextStepOf(PaidApart found)
    {
        var (a, b) = (NameOf(found, found.Departments[0]), NameOf(found, found.Departments[1]));
        var districts = FundingPhrases.Names(
            found.View.Graph, found.Runners.Where(runner => runner.DoesTheSame).SelectMany(runner => runner.Districts).Distinct().Order(), NamesShown);
        return new(
            $"Zet {a}, {b} en {districts.Nl} met deze organisaties aan tafel: kan het per organisatie in één opdracht, met één verantwoording?",
            $"Bring {a}, {b} and {districts.En} together with these organisations: could it be one assignment for each, with one account?");
    }

    // Only what is for the same: what else these funders pay them for says nothing of it.
    private static Words AmountOf(PaidApart found)
    {
        if (found.GrantedForTheSame == 0) return new("", "");
        var amount = Phrasing.Amount(found.GrantedForTheSame, found.Currency);
        return found.Domain is null
            ? new($" ({amount.Nl} samen voor werk met die woorden in de titel)", $" ({amount.En} in all for work with those words in its title)")
            : new($" ({amount.Nl} samen)", $" ({amount.En} in all)");
    }

    private static Words? Others(PaidApart found)
    {
        int[] others = [.. found.Runners.Where(runner => !runner.DoesTheSame).Select(runner => runner.Runner)];
        if (others.Length == 0) return null;
        var (count, names) = (Phrasing.Count(others.Length), FundingPhrases.Names(found.View.Graph, others, NamesShown));
        return Phrasing.ByNumber(
            others.Length,
            new($"Ook {count.Nl} andere organisatie werd door hen apart betaald: {names.Nl}.",
                $"They paid {count.En} other organisation apart too: {names.En}."),
            new($"Ook {count.Nl} andere organisaties werden door hen apart betaald: {names.Nl}.",
                $"They paid {count.En} other organisations apart too: {names.En}."));
    }

    private static string NameOf(PaidApart found, int node) => FundingPhrases.Name(found.View.Graph, node);
}

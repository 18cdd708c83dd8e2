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
        var all = Phrasing.Count(found.Runners.Length);
        var amount = Phrasing.Amount(found.Granted, found.Currency);
        return Words.Join(
            new Words(
                $"{all.Nl} organisaties worden in {found.Year} elk apart betaald door {a}, door {b} én door een of meer stadsdelen ({amount.Nl} samen)",
                $"{all.En} organisations are each paid apart in {found.Year} by {a}, by {b} and by one or more districts ({amount.En} in all)")
                + Same(found) + ".",
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

    private static Words Same(PaidApart found)
    {
        var same = found.Runners.Where(runner => runner.DoesTheSame).Select(runner => runner.Runner).ToArray();
        var (count, names) = (Phrasing.Count(same.Length), FundingPhrases.Names(found.View.Graph, same, NamesShown));
        var isAll = same.Length == found.Runners.Length;
        if (found.Domain is { } domain)
        {
            var name = found.View.Graph.Node(domain).Name;
            return isAll
                ? new($", alle voor {name}: {names.Nl}", $", all of them for {name}: {names.En}")
                : new($"; {count.Nl} daarvan voor {name}: {names.Nl}", $"; {count.En} of them for {name}: {names.En}");
        }

        var words = string.Join(' ', found.TitleWords);
        return isAll
            ? new($", alle volgens de titels voor ‘{words}’: {names.Nl}", $", all of them, by their titles, for ‘{words}’: {names.En}")
            : new($"; {count.Nl} daarvan volgens de titels voor ‘{words}’: {names.Nl}", $"; {count.En} of them, by their titles, for ‘{words}’: {names.En}");
    }

    private static Words? Others(PaidApart found)
    {
        int[] others = [.. found.Runners.Where(runner => !runner.DoesTheSame).Select(runner => runner.Runner)];
        if (others.Length == 0) return null;
        var names = FundingPhrases.Names(found.View.Graph, others, NamesShown);
        return Phrasing.ByNumber(others.Length, new("De andere: ", "The other: "), new("De andere: ", "The others: ")) + names + ".";
    }

    private static string NameOf(PaidApart found, int node) => FundingPhrases.Name(found.View.Graph, node);
}

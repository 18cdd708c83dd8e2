using System.Collections.Immutable;
using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Funding;

/// <summary>Organisations that each get money apart from the same two central departments and from a city district. Nodes are numbers in the graph of its view.</summary>
/// <remarks>
/// A district is an agency of that type; a central department is a municipality, or what is part of one and no district. Told where three organisations or more do the same.
/// What they do alike is a domain or, where more share one, words in the titles of what a district and what a department pays.
/// </remarks>
public sealed record PaidApart
{
    private const int FewestRunners = 3;

    // A word that so many runners have in their titles tells nothing of what a few do.
    private const double CommonShare = 0.1;

    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>The year it is about.</summary>
    public required int Year { get; init; }

    /// <summary>The currency of its amounts; empty when it is not known.</summary>
    public required string Currency { get; init; }

    /// <summary>The two central departments, ascending.</summary>
    public required ImmutableArray<int> Departments { get; init; }

    /// <summary>Who both of them and a district pay: those that do the same first, then by key.</summary>
    public required ImmutableArray<PaidApartRunner> Runners { get; init; }

    /// <summary>The domain in which most of them are paid by a district and by a department; null when <see cref="TitleWords"/> tell it.</summary>
    public required int? Domain { get; init; }

    /// <summary>The words that most of them have in titles of what a district and of what a department pays; none when a domain tells it.</summary>
    public required ImmutableArray<string> TitleWords { get; init; }

    /// <summary>What both departments and districts grant them, for whatever work, in the currency of the answer.</summary>
    public decimal Granted => Runners.Sum(runner => runner.Granted);

    /// <summary>Of that, what those that do the same get for it: in <see cref="Domain"/>, or for work whose title has <see cref="TitleWords"/>.</summary>
    public decimal GrantedForTheSame => Runners.Sum(runner => runner.GrantedForTheSame);

    /// <summary>The grants it rests on, ascending.</summary>
    public ImmutableArray<int> Grants => [.. Runners.SelectMany(runner => runner.Grants).Distinct().Order()];

    /// <summary>Its name: who pays apart.</summary>
    public Words Name => PaidApartWords.NameOf(this);

    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => PaidApartWords.ReasonOf(this);

    /// <summary>What to do, and with whom.</summary>
    public Words NextStep => PaidApartWords.NextStepOf(this);

    /// <summary>All of them: those with most organisations that do the same first, then with most organisations, then by key. Who is wholly in another is left out.</summary>
    internal static ImmutableArray<PaidApart> Among(FundingBooks books)
    {
        var kinds = new FunderKinds(books.View.Graph);
        var pairs = new Dictionary<(int A, int B), List<int>>();
        foreach (var (runner, grants) in books.ByRunner.Where(entry => books.View.Graph.Node(entry.Key).Kind == NodeKind.Agency).OrderBy(entry => entry.Key))
        {
            int[] funders = [.. grants.Where(grant => !grant.IsRefused).Select(grant => books.Table.Pots[grant.Pot].Funder).Distinct().Order()];
            if (!funders.Any(kinds.IsDistrict)) continue;
            int[] departments = [.. funders.Where(kinds.IsDepartment)];
            for (var first = 0; first < departments.Length; first++)
            {
                for (var second = first + 1; second < departments.Length; second++)
                {
                    if (!pairs.TryGetValue((departments[first], departments[second]), out var runners)) pairs.Add((departments[first], departments[second]), runners = []);
                    runners.Add(runner);
                }
            }
        }

        var found = new List<PaidApart>();
        var common = new Lazy<Func<string, bool>>(() => CommonWords(books));
        foreach (var (departments, runners) in pairs.Where(pair => pair.Value.Count >= FewestRunners).OrderByDescending(pair => pair.Value.Count)
            .ThenBy(pair => pair.Key))
        {
            if (found.Exists(larger => runners.TrueForAll(runner => larger.Runners.Any(one => one.Runner == runner)))) continue;
            var one = Of(books, kinds, departments, runners, common.Value);
            if (one.Runners.Count(runner => runner.DoesTheSame) >= FewestRunners) found.Add(one);
        }

        return [.. found.OrderByDescending(one => one.Runners.Count(runner => runner.DoesTheSame)).ThenByDescending(one => one.Runners.Length)
            .ThenBy(one => one.Departments[0]).ThenBy(one => one.Departments[1])];
    }

    private static PaidApart Of(FundingBooks books, FunderKinds kinds, (int A, int B) departments, List<int> runners, Func<string, bool> isCommon)
    {
        var grants = runners.Select(runner => books.ByRunner[runner].Where(grant => !grant.IsRefused && Counts(grant)).ToArray()).ToArray();
        var phrase = SharedPhrase.Of([.. grants.Select(own => new TitlesOfTwoSides(Titles(own, isDistrict: true), Titles(own, isDistrict: false)))], isCommon);
        var (domain, inDomain) = grants
            .SelectMany((own, place) => Domains(own, isDistrict: true).Intersect(Domains(own, isDistrict: false)).Select(domain => (domain, place)))
            .GroupBy(entry => entry.domain, entry => entry.place)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => ((int?)group.Key, group.ToHashSet()))
            .FirstOrDefault((null, []));
        var byDomain = inDomain.Count > 1 && inDomain.Count >= (phrase?.Runners.Length ?? 0);
        bool DoesTheSame(int place) => byDomain ? inDomain.Contains(place) : phrase?.Runners.Contains(place) == true;
        bool IsTheSame(FundingGrant grant) => byDomain
            ? books.View.Graph.DomainsOf(books.View.Graph.To(grant.Relation)).Contains(domain!.Value)
            : phrase?.IsIn(books.Table.Projects[grant.Project].Words) == true;
        return new()
        {
            View = books.View,
            Year = books.Year,
            Currency = books.Currency,
            Departments = [departments.A, departments.B],
            Domain = byDomain ? domain : null,
            TitleWords = byDomain || phrase is null ? [] : phrase.Words,
            Runners =
            [
                .. runners.Select((runner, place) => new PaidApartRunner(
                        runner,
                        [.. grants[place].Select(FunderOf).Where(kinds.IsDistrict).Distinct().Order()],
                        DoesTheSame(place),
                        grants[place].Sum(grant => books.Amount(grant) ?? 0),
                        DoesTheSame(place) ? grants[place].Where(IsTheSame).Sum(grant => books.Amount(grant) ?? 0) : 0,
                        [.. grants[place].Select(grant => grant.Relation).Order()]))
                    .OrderByDescending(one => one.DoesTheSame).ThenBy(one => one.Runner),
            ],
        };

        int FunderOf(FundingGrant grant) => books.Table.Pots[grant.Pot].Funder;
        bool Counts(FundingGrant grant) => kinds.IsDistrict(FunderOf(grant)) || FunderOf(grant) == departments.A || FunderOf(grant) == departments.B;
        ImmutableArray<ImmutableArray<string>> Titles(FundingGrant[] own, bool isDistrict) =>
            [.. Side(own, isDistrict).Select(grant => grant.Project).Distinct().Select(project => books.Table.Projects[project].Words)];
        IEnumerable<int> Domains(FundingGrant[] own, bool isDistrict) =>
            Side(own, isDistrict).SelectMany(grant => books.View.Graph.DomainsOf(books.View.Graph.To(grant.Relation))).Distinct();
        IEnumerable<FundingGrant> Side(FundingGrant[] own, bool isDistrict) => own.Where(grant => kinds.IsDistrict(FunderOf(grant)) == isDistrict);
    }

    private static Func<string, bool> CommonWords(FundingBooks books)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var grants in books.ByRunner.Values)
        {
            foreach (var word in grants.Select(grant => grant.Project).Distinct().SelectMany(project => books.Table.Projects[project].Words).Distinct())
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return word => counts.GetValueOrDefault(word) > CommonShare * books.ByRunner.Count;
    }
}

/// <summary>One of the organisations that are paid apart.</summary>
/// <param name="Runner">The agency.</param>
/// <param name="Districts">The districts that pay it, ascending.</param>
/// <param name="DoesTheSame">Whether it is paid by a district and by a department for what most of them do.</param>
/// <param name="Granted">What the two departments and the districts grant it, for whatever work, in the currency of the answer.</param>
/// <param name="GrantedForTheSame">Of that, what is for what most of them do; 0 when it does not do the same.</param>
/// <param name="Grants">Those grants, ascending.</param>
public sealed record PaidApartRunner(int Runner, ImmutableArray<int> Districts, bool DoesTheSame, decimal Granted, decimal GrantedForTheSame, ImmutableArray<int> Grants);

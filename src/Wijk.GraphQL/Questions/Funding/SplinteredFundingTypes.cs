using GraphQL.Types;
using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Funding;

/// <summary>The types that <c>splinteredFunding</c> answers with.</summary>
internal sealed class SplinteredFundingTypes
{
    private static readonly AnswerItems<SplinteredFundingAnswer, FundedProject> Projects =
        new((answer, _) => answer.Projects, (answer, project) => AnswerKeys.Of(AnswerKeys.FundedProject, answer, project.Works[0]));

    private static readonly AnswerItems<SplinteredFundingAnswer, FundedRunner> Runners =
        new((answer, _) => answer.Runners, (answer, runner) => AnswerKeys.Of(AnswerKeys.FundedRunner, answer, runner.Runner));

    private static readonly AnswerItems<SplinteredFundingAnswer, FundedArea> Areas =
        new((answer, _) => answer.Areas, (answer, area) => AnswerKeys.Of(AnswerKeys.FundedArea, answer, area.Area));

    private static readonly AnswerItems<SplinteredFundingAnswer, NearProjects> Candidates =
        new((answer, _) => answer.Candidates, (answer, near) => AnswerKeys.Of(AnswerKeys.NearProjects, answer, [.. near.FirstWorks]));

    private static readonly AnswerItems<SplinteredFundingAnswer, PaidApart> Apart =
        new((answer, _) => answer.PaidApart, (answer, one) => AnswerKeys.Of(AnswerKeys.PaidApart, answer, [.. one.Departments]));

    private readonly SharedTypes types;
    private readonly ObjectGraphType<FundingFigures> figures;
    private readonly ObjectGraphType<OneDoor> oneDoor;
    private readonly ObjectGraphType<InView<FundedPot>> pot;

    public SplinteredFundingTypes(SharedTypes types, AnswerTypes answers)
    {
        this.types = types;
        (figures, oneDoor, pot) = (Figures(), Door(), Pot());
        var project = Project();
        Answer = new()
        {
            Name = "SplinteredFunding",
            Description = "What is paid from several pots in the year of the day that is looked at, and what that takes of those who apply. A pot is a funder with a scheme.",
        };
        AddOwn(Answer);
        AddLists(Answer, project);
        answers.AddSearch(AnswerKeys.FundedProject, Projects, AnswerKeys.FundingOf);
        answers.AddSearch(AnswerKeys.FundedRunner, Runners, AnswerKeys.FundingOf);
        answers.AddSearch(AnswerKeys.FundedArea, Areas, AnswerKeys.FundingOf);
        answers.AddSearch(AnswerKeys.NearProjects, Candidates, AnswerKeys.FundingOf);
        answers.AddSearch(AnswerKeys.PaidApart, Apart, AnswerKeys.FundingOf);
    }

    /// <summary>The type <c>SplinteredFunding</c>.</summary>
    public ObjectGraphType<SplinteredFundingAnswer> Answer { get; }

    private void AddOwn(ObjectGraphType<SplinteredFundingAnswer> answer)
    {
        answer.Add<SplinteredFundingAnswer>("year", types.Int.Required(), "The year: that of the day it looks at.", one => one.Year);
        answer.Add<SplinteredFundingAnswer>("runner", types.String, "The runner that was asked for, as given; null for all.", one => one.Question.Runner);
        answer.Add<SplinteredFundingAnswer>("project", types.Id, "The measure whose project was asked for, as given; null for all.",
            one => one.Question.Project);
        answer.Add<SplinteredFundingAnswer>("smallPercent", types.Int.Required(), "A pot is small under this percentage of all the money of who gets it.",
            one => one.Question.SmallPercent);
        answer.Add<SplinteredFundingAnswer>("smallAmount", types.Int.Required(), "A pot is small, too, under this amount.", one => one.Question.SmallAmount);
        answer.Add<SplinteredFundingAnswer>("hoursPerApplication", types.Int.Required(), "The hours that an application is assumed to take.",
            one => one.Question.HoursPerApplication);
        answer.Add<SplinteredFundingAnswer>("hoursPerAccount", types.Int.Required(), "The hours that an account is assumed to take.",
            one => one.Question.HoursPerAccount);
        answer.Add<SplinteredFundingAnswer>("currency", types.String.Required(),
            "The ISO 4217 code of all amounts, that of most grants; empty when it is not known. Grants in other currencies are counted, and their amounts left out.", one => one.Currency);
        answer.Add<SplinteredFundingAnswer>("figures", figures.Required(), "The figures of all grants of the year, those to initiatives included.",
            one => one.Figures);
        answer.Add<SplinteredFundingAnswer>("recipients", RecipientsType().Required(), "Who gets the money, by how split it is.",
            one => new InView<Recipients>(one.View, one.Recipients));
        answer.Add<SplinteredFundingAnswer>("largestGrant", Largest(), "The largest amount that one pot grants to one project; null when no amount is known.",
            one => one.LargestGrant is { } largest ? new InView<LargestGrant>(one.View, largest) : null);
        answer.Add<SplinteredFundingAnswer>("hoursSaved", types.Long.Required(),
            "Hours that one application and one account for each of the projects that are clearly one and that two or more funders pay would save, if each takes as many as is assumed.",
                one => one.HoursSaved);
        answer.Add<SplinteredFundingAnswer>("severalFundersProjectCount", types.Int.Required(), "Of the projects, those that two or more funders pay.",
            one => one.OfSeveralFunders.Count());
    }

    private void AddLists(ObjectGraphType<SplinteredFundingAnswer> answer, ObjectGraphType<AnswerItem<FundedProject>> project)
    {
        answer.AddList("projects", project,
            "The projects that are paid from several pots, or the one that was asked for: those that are clearly one first, then by funders, pots and key.", types, Projects,
            at => SortKey.Of(
                [SortKey.Up(at.Item is { IsByTitle: true, IsGeneralTitle: true } ? 1 : 0), SortKey.Down(at.Item.Funders.Length), SortKey.Down(at.Item.Pots.Length)],
                KeyOf(at.View, at.Item.Works[0])), Rarely);
        answer.AddList("paidApart", ApartType(),
            "Organisations that the same two departments and a district each pay apart: those with most that do the same first, then with most, then by key.", types, Apart,
            at => SortKey.Of(
                [SortKey.Down(at.Item.Runners.Count(runner => runner.DoesTheSame)), SortKey.Down(at.Item.Runners.Length)],
                [.. at.Item.Departments.Select(department => KeyOf(at.View, department))]), Rarely);
        answer.AddList("candidates", CandidateType(),
            "Projects of one runner, from different pots, whose titles are nearly the same: to be confirmed. "
            + "The largest groups first, then those that differ in spelling, in place or year, in words; then by key.",
            types, Candidates, at => SortKey.Of(
                [SortKey.Down(at.Item.Projects.Length), SortKey.Up((int)at.Item.Difference)], [.. at.Item.FirstWorks.Take(2).Select(work => KeyOf(at.View, work))]), Rarely);
        answer.AddList("runners", RunnerType(),
            "The organisations and initiatives that are paid from several pots, or the one that was asked for: those with most projects paid from several pots first, then by small pots, pots and key. "
            + "Initiatives that stand for private persons are left out.",
            types, Runners, at => SortKey.Of(
                [SortKey.Down(at.Item.SplitProjects.Length), SortKey.Down(at.Item.Figures.SmallPotCount), SortKey.Down(at.Item.Pots.Length)], KeyOf(at.View, at.Item.Runner)), AnswerLists.AFew);
        answer.AddList("areas", AreaType(),
            "The areas at which paid work is targeted: those with most projects that are paid from several pots first, then by pots and key. None when a runner or project was asked for.",
            types, Areas, at => SortKey.Of([SortKey.Down(at.Item.SplitProjectCount), SortKey.Down(at.Item.Figures.PotCount)], KeyOf(at.View, at.Item.Area)), graph => graph.Count(NodeKind.Area));
    }

    private ObjectGraphType<FundingFigures> Figures()
    {
        var type = new ObjectGraphType<FundingFigures> { Name = "FundingFigures", Description = "How split some money is; metrics say what each figure means." };
        type.Add<FundingFigures>("potCount", types.Int.Required(), "Pots that granted anything.", one => one.PotCount);
        type.Add<FundingFigures>("applicationCount", types.Int.Required(), "Applications: one for each pot and project that was granted, and one for each refusal.", one => one.ApplicationCount);
        type.Add<FundingFigures>("refusedCount", types.Int.Required(), "Applications that were refused or withdrawn.", one => one.RefusedCount);
        type.Add<FundingFigures>("accountingCount", types.Int.Required(), "Accounts to give: one for each pot and project that was granted.",
            one => one.AccountingCount);
        type.Add<FundingFigures>("smallPotCount", types.Int.Required(), "Small pots, counted for each who gets them.", one => one.SmallPotCount);
        type.Add<FundingFigures>("oneOffShare", types.Float, "One-off grants as a share of those of which that is known, 0 to 1; null when it is known of none.", one => one.OneOffShare);
        type.Add<FundingFigures>("recurrenceKnownCount", types.Int.Required(), "Accounts to give of which it is known whether the grant is one-off.",
            one => one.RecurrenceKnownCount);
        type.Add<FundingFigures>("granted", types.Decimal.Required(), "What was granted, in the currency of the answer.", one => one.Granted);
        type.Add<FundingFigures>("largest", types.Decimal, "The most that one pot grants to one project; null when no amount is known.", one => one.Largest);
        type.Add<FundingFigures>("effectivePots", types.Float, "Dependence on one payer: so many pots of equal size would be as spread; null when no amount is known.", one => one.EffectivePots);
        return type;
    }

    private ObjectGraphType<OneDoor> Door()
    {
        var type = new ObjectGraphType<OneDoor> { Name = "OneDoor", Description = "What one application and one account for each project would save, if each takes as many hours as is assumed." };
        type.Add<OneDoor>("hoursNow", types.Long.Required(), "Hours for an application and an account for each pot and project.", one => one.HoursNow);
        type.Add<OneDoor>("hoursIfOne", types.Long.Required(), "Hours for one application and one account for each project that is clearly one.", one => one.HoursIfOne);
        type.Add<OneDoor>("hoursSaved", types.Long.Required(), "The difference.", one => one.HoursSaved);
        return type;
    }

    private ObjectGraphType<InView<FundedPot>> Pot()
    {
        var type = new ObjectGraphType<InView<FundedPot>> { Name = "FundedPot", Description = "What one pot grants to a project or a runner." };
        type.Add<InView<FundedPot>>("funder", types.Nodes.Of(NodeKind.Agency).Required(), "Who pays.", at => AnswerTypes.At(at.View, at.Item.Funder));
        type.Add<InView<FundedPot>>("scheme", types.Nodes.Of(NodeKind.Measure),
            "The scheme; its form, applyBy and access say how to apply. Null when it is not known: then all that this funder pays so is one pot.",
            at => at.Item.Scheme is { } scheme ? AnswerTypes.At(at.View, scheme) : null);
        type.Add<InView<FundedPot>>("amount", types.Decimal, "What it grants, in the currency of the answer; null when no amount is known in it.",
            at => at.Item.Amount);
        type.Add<InView<FundedPot>>("accountingCount", types.Int.Required(), "For how many projects: so many applications and accounts.",
            at => at.Item.AccountingCount);
        type.Add<InView<FundedPot>>("isSmall", types.Boolean.Required(), "Whether it is small for who gets it.", at => at.Item.IsSmall);
        return type;
    }

    private ObjectGraphType<AnswerItem<FundedProject>> Project()
    {
        var type = new ObjectGraphType<AnswerItem<FundedProject>>
        {
            Name = "FundedProject",
            Description = "A project and the pots it is paid from: work of one runner under one title, or recorded as parts of one.",
        };
        types.Nodes.Add(type);
        AddWords(type, project => project.Reason, project => project.NextStep);
        type.Add<AnswerItem<FundedProject>>("title", types.String.Required(), "Its title, as it is first written.", at => at.Item.Title);
        type.Add<AnswerItem<FundedProject>>("isByTitle", types.Boolean.Required(), "Whether only its title says that it is one project.",
            at => at.Item.IsByTitle);
        type.Add<AnswerItem<FundedProject>>("isGeneralTitle", types.Boolean.Required(),
            "Whether the title is short or occurs more often, so that it may name a kind of work rather than one project.", at => at.Item.IsGeneralTitle);
        type.AddNodes("runners", null, "Who does it, by key; none when that is not known.", types, project => project.Runners);
        type.AddNodes("works", null, "The measures, initiatives and trajectories that are paid, by key.", types, project => project.Works);
        type.AddNodes("funders", NodeKind.Agency, "Who pays, by key.", types, project => project.Funders);
        AddFigures(type, project => project.Figures, project => project.OneDoor, project => project.Pots);
        type.AddEvidence("evidence", "Its grants and refusals, by key.", types, at => (at.View, at.Key, Keys(at.View, at.Item.Grants)));
        return type;
    }

    private ObjectGraphType<AnswerItem<FundedRunner>> RunnerType()
    {
        var type = new ObjectGraphType<AnswerItem<FundedRunner>> { Name = "FundedRunner", Description = "An organisation or initiative and the pots it is paid from." };
        types.Nodes.Add(type);
        AddWords(type, runner => runner.Reason, runner => runner.NextStep);
        type.Add<AnswerItem<FundedRunner>>("runner", types.Nodes.Item.Required(), "The agency or initiative.", at => AnswerTypes.At(at.View, at.Item.Runner));
        type.AddNodes("funders", NodeKind.Agency, "Who pays, by key.", types, runner => runner.Funders);
        type.Add<AnswerItem<FundedRunner>>("splitProjectCount", types.Int.Required(), "Its projects that are paid from several pots.",
            at => at.Item.SplitProjects.Length);
        AddFigures(type, runner => runner.Figures, runner => runner.OneDoor, runner => runner.Pots);
        type.AddEvidence("evidence", "Its grants and refusals, by key.", types, at => (at.View, at.Key, Keys(at.View, at.Item.Grants)));
        return type;
    }

    private ObjectGraphType<AnswerItem<FundedArea>> AreaType()
    {
        var type = new ObjectGraphType<AnswerItem<FundedArea>> { Name = "FundedArea", Description = "The money for work that is targeted at an area." };
        types.Nodes.Add(type);
        type.Add<AnswerItem<FundedArea>>("area", types.Nodes.Of(NodeKind.Area).Required(), "The area; what is targeted at a part of it counts there.",
            at => AnswerTypes.At(at.View, at.Item.Area));
        type.Add<AnswerItem<FundedArea>>("figures", figures.Required(), "The figures of the work there; work in several areas counts in each.",
            at => at.Item.Figures);
        type.Add<AnswerItem<FundedArea>>("agencyCount", types.Int.Required(), "Organisations that get money for work there.", at => at.Item.AgencyCount);
        type.Add<AnswerItem<FundedArea>>("initiativeCount", types.Int,
            "Initiatives that get or asked for money for work there; null when so few are private persons' that the count may point at one.",
                at => at.Item.InitiativeCount);
        type.Add<AnswerItem<FundedArea>>("splitProjectCount", types.Int.Required(), "Projects there that are paid from several pots.",
            at => at.Item.SplitProjectCount);
        return type;
    }

    private ObjectGraphType<AnswerItem<NearProjects>> CandidateType()
    {
        var type = new ObjectGraphType<AnswerItem<NearProjects>> { Name = "NearProjects", Description = "Projects of one runner, from different pots, that may be one: to be confirmed by people." };
        types.Nodes.Add(type);
        AddWords(type, near => near.Reason, near => near.NextStep);
        type.Add<AnswerItem<NearProjects>>("titles", types.String.List(), "The titles, by the key of the first work of each.",
            at => at.Item.Projects.Select(project => project.Title)).Costing(2);
        type.Add<AnswerItem<NearProjects>>("difference", types.EnumOf(Differences).Required(), "In what the titles differ.", at => at.Item.Difference);
        type.Add<AnswerItem<NearProjects>>("ownWords", types.String.List(), "Of each of the titles the words that not all of them have, folded.",
            at => at.Item.OwnWords).Costing(2);
        type.AddNodes("works", null, "The measures of all of them, by key.", types, near => near.Projects.SelectMany(project => project.Works));
        type.AddEvidence("evidence", "The grants and refusals of all of them, by key.", types, at => (at.View, at.Key, Keys(at.View, at.Item.Grants)));
        return type;
    }

    private ObjectGraphType<AnswerItem<PaidApart>> ApartType()
    {
        var runner = new ObjectGraphType<InView<PaidApartRunner>> { Name = "PaidApartRunner", Description = "One of the organisations that are paid apart." };
        runner.Add<InView<PaidApartRunner>>("runner", types.Nodes.Of(NodeKind.Agency).Required(), "The organisation.",
            at => AnswerTypes.At(at.View, at.Item.Runner));
        runner.Add<InView<PaidApartRunner>>("districts", types.Nodes.Of(NodeKind.Agency).List(), "The districts that pay it, by key: a few.",
            at => at.Item.Districts.Select(district => AnswerTypes.At(at.View, district))).Costing(2);
        runner.Add<InView<PaidApartRunner>>("doesTheSame", types.Boolean.Required(), "Whether a district and a department pay it for what most of them do.",
            at => at.Item.DoesTheSame);
        runner.Add<InView<PaidApartRunner>>("granted", types.Decimal.Required(), "What the departments and the districts grant it, in the currency of the answer.", at => at.Item.Granted);

        var type = new ObjectGraphType<AnswerItem<PaidApart>>
        {
            Name = "PaidApart",
            Description = "Three or more organisations that each get money apart from the same two central departments and from a city district.",
        };
        types.Nodes.Add(type);
        AddWords(type, one => one.Reason, one => one.NextStep);
        type.AddNodes("departments", NodeKind.Agency, "The two departments, by key.", types, one => one.Departments);
        type.AddList("runners", types.Connections.Of<InView<PaidApartRunner>>(runner), "The organisations: those that do the same first, then by key.", types, context =>
        {
            var at = (AnswerItem<PaidApart>)context.Source!;
            return new Sequence<InView<PaidApartRunner>>(AnswerLists.NameOf("runners", at.Key), at.View, at.Item.Runners.Length, place => new(at.View, at.Item.Runners[place]),
                one => SortKey.Of([SortKey.Down(one.Item.DoesTheSame ? 1 : 0)], KeyOf(one.View, one.Item.Runner)));
        });
        type.Add<AnswerItem<PaidApart>>("domain", types.Nodes.Of(NodeKind.Domain), "The domain in which most of them are paid by both; null when words in titles tell it.",
            at => at.Item.Domain is { } domain ? AnswerTypes.At(at.View, domain) : null);
        type.Add<AnswerItem<PaidApart>>("titleWords", types.String.List(), "The words that most of them have in titles of what a district and a department pays, folded; none when a domain tells it.",
            at => at.Item.TitleWords);
        type.Add<AnswerItem<PaidApart>>("granted", types.Decimal.Required(), "What the departments and districts grant them, in the currency of the answer.",
            at => at.Item.Granted);
        type.AddEvidence("evidence", "The grants it rests on, by key.", types, at => (at.View, at.Key, Keys(at.View, at.Item.Grants)));
        return type;
    }

    private ObjectGraphType<InView<Recipients>> RecipientsType()
    {
        var type = new ObjectGraphType<InView<Recipients>> { Name = "Recipients", Description = "The organisations that get money, by how split it is; initiatives as a count." };
        type.Add<InView<Recipients>>("askedCount", types.Int.Required(), "Organisations that asked for money, whether they got any or not.",
            at => at.Item.AskedCount);
        type.Add<InView<Recipients>>("paidCount", types.Int.Required(), "Organisations that were granted anything.", at => at.Item.PaidCount);
        type.Add<InView<Recipients>>("severalFundersCount", types.Int.Required(), "Organisations that two or more funders pay.",
            at => at.Item.SeveralFundersCount);
        type.Add<InView<Recipients>>("askedSeveralFundersCount", types.Int.Required(), "Organisations that asked two or more funders, refusals included.",
            at => at.Item.AskedSeveralFundersCount);
        type.Add<InView<Recipients>>("onePotCount", types.Int.Required(), "Organisations that are paid from one pot.", at => at.Item.OnePotCount);
        type.Add<InView<Recipients>>("threeOrMorePotsCount", types.Int.Required(), "Organisations that are paid from three or more pots.",
            at => at.Item.ThreeOrMorePotsCount);
        type.Add<InView<Recipients>>("mostPots", types.Nodes.Of(NodeKind.Agency), "The organisation with most pots; null when there is none.",
            at => at.Item.MostPots is { } runner ? AnswerTypes.At(at.View, runner) : null);
        type.Add<InView<Recipients>>("initiativeCount", types.Int,
            "Initiatives that asked for money; null when so few are private persons' that the count may point at one.", at => at.Item.InitiativeCount);
        return type;
    }

    private ObjectGraphType<InView<LargestGrant>> Largest()
    {
        var type = new ObjectGraphType<InView<LargestGrant>> { Name = "LargestGrant", Description = "The largest amount that one pot grants to one project." };
        type.Add<InView<LargestGrant>>("amount", types.Decimal.Required(), "The amount, in the currency of the answer.", at => at.Item.Amount);
        type.Add<InView<LargestGrant>>("funder", types.Nodes.Of(NodeKind.Agency).Required(), "Who pays.", at => AnswerTypes.At(at.View, at.Item.Funder));
        type.Add<InView<LargestGrant>>("runners", types.Nodes.Item.List(), "Who gets it: a few; none when that is not known, or a private person.",
            at => at.Item.Runners.Select(runner => AnswerTypes.At(at.View, runner))).Costing(2);
        return type;
    }

    private static Choices<TitleDifference> Differences { get; } = new("TitleDifference", "In what two titles that are nearly the same differ.",
    [
        (TitleDifference.Spelling, "In how they are spelled."),
        (TitleDifference.PlaceOrYear, "In a place or a year only."),
        (TitleDifference.Words, "In some words; most of those that say what it is about are the same."),
    ]);

    private void AddWords<T>(ObjectGraphType<AnswerItem<T>> type, Func<T, Words> reason, Func<T, Words> nextStep)
    {
        type.Add<AnswerItem<T>>("reason", types.Words.Required(), "What this says, and what is not known of it.", at => reason(at.Item));
        type.Add<AnswerItem<T>>("nextStep", types.Words.Required(), "What to do, and whom to ask.", at => nextStep(at.Item));
    }

    private void AddFigures<T>(ObjectGraphType<AnswerItem<T>> type, Func<T, FundingFigures> figuresOf, Func<T, OneDoor> doorOf, Func<T, IReadOnlyList<FundedPot>> potsOf)
    {
        type.Add<AnswerItem<T>>("figures", figures.Required(), "Its figures.", at => figuresOf(at.Item));
        type.Add<AnswerItem<T>>("oneDoor", oneDoor.Required(), "What one application and one account for each project would save.", at => doorOf(at.Item));
        type.AddList("pots", types.Connections.Of<InView<FundedPot>>(pot), "The pots it is paid from: the largest first, then by funder and scheme.", types, context =>
        {
            var at = (AnswerItem<T>)context.Source!;
            var pots = potsOf(at.Item);
            return new Sequence<InView<FundedPot>>(AnswerLists.NameOf("pots", at.Key), at.View, pots.Count, place => new(at.View, pots[place]),
                one => SortKey.Of(
                    [SortKey.Down((double)(one.Item.Amount ?? -1))],
                    KeyOf(one.View, one.Item.Funder), one.Item.Scheme is { } scheme ? KeyOf(one.View, scheme) : ""));
        });
    }

    // In most graphs a project that several pots pay is an exception.
    private static int Rarely(GraphSnapshot graph) => 0;

    private static IEnumerable<string> Keys(GraphView view, IEnumerable<int> grants) => grants.Select(grant => view.Graph.Relation(grant).Key);

    private static string KeyOf(GraphView view, int node) => view.Graph.Node(node).Key;
}

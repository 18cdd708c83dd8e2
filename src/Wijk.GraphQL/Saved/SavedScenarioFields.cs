using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Scenarios;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Questions;
using Wijk.GraphQL.Questions.Scenarios;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;

namespace Wijk.GraphQL.Saved;

/// <summary><c>savedScenarios</c>, <c>savedScenario</c>, <c>compareScenarios</c>, and the mutations that save and remove one.</summary>
internal sealed class SavedScenarioFields
{
    // Few are kept; and about how many figures are compared.
    private const int Usual = 1, Figures = 11;

    private static readonly ScenarioBinding Binding = new();

    private readonly SharedTypes types;
    private readonly ObjectGraphType<Saved> saved = new() { Name = "SavedScenario", Description = "A scenario that somebody saved: kept beside the graph, in no version of it. Whoever has its key can open it." };

    /// <summary>The fields.</summary>
    /// <param name="types">The shared types.</param>
    /// <param name="answer">The type <c>Scenario</c>.</param>
    public SavedScenarioFields(SharedTypes types, IGraphType answer)
    {
        this.types = types;
        saved.Add<Saved>("key", types.Id.Required(), "What it is found and shared by.", one => one.Scenario.Id);
        saved.Add<Saved>("name", types.String.Required(), "What it is called.", one => one.Scenario.Name);
        saved.Add<Saved>("savedAt", types.Moment.Required(), "When it was saved.", one => one.Scenario.SavedAt);
        saved.Add<Saved>("area", types.String, "The area it asks about; null for everywhere.", one => one.Question.Area);
        saved.Add<Saved>("asOf", types.Date, "The day it asks about; null to have it chosen.", one => one.Question.AsOf);
        CostDirective.Mark(saved.Add("answer", answer, "What changes, worked out on the graph as it is now.", [], AnswerAsync), new ScenarioQuestion().CostPerRecord);
    }

    /// <summary>Adds the queries.</summary>
    public void AddTo(ObjectGraphType query)
    {
        query.Add("savedScenarios", saved.OptionalList(), "The scenarios that were saved, the newest first.", [], async context =>
            (await ShelfOf(context, (shelf, stop) => shelf.ReadAsync(stop))).Select(Saved.Of).OfType<Saved>()).Costing(Usual);
        query.Add("savedScenario", saved, "The scenario with a key; null when there is none.", [new QueryArgument(types.Id.Required()) { Name = "key", Description = "The key." }], async context => await FindAsync(context, context.GetArgument<string>("key")));
        CostDirective.Mark(
            query.Add("compareScenarios", Comparison(), "Two saved scenarios beside each other, both on the area and the day of the first. There is no score: people decide.",
                [new QueryArgument(types.Id.List()) { Name = "keys", Description = "The keys of the two." }], CompareAsync),
            2 * new ScenarioQuestion().CostPerRecord);
    }

    /// <summary>Adds the mutations.</summary>
    public void AddMutations(ObjectGraphType mutation)
    {
        mutation.Add("saveScenario", saved, "Saves a scenario beside the graph, and answers with it; the graph gets no version of it. Sent again it changes nothing. "
                + "To change one, save another and remove this one.",
            [
                new QueryArgument(types.String.Required()) { Name = "name", Description = $"What it is called, 1 to {SavedScenarios.LongestName} characters." },
                .. Binding.AllParameters.Select(parameter => parameter.ArgumentIn(types)),
            ],
            SaveAsync);
        mutation.Add("removeScenario", types.Boolean, "Takes a saved scenario away; whether it was there.", [new QueryArgument(types.Id.Required()) { Name = "key", Description = "The key." }], async context =>
            await ShelfOf(context, (shelf, stop) => shelf.RemoveAsync(context.GetArgument<string>("key"), stop)));
    }

    private ObjectGraphType<ScenarioComparison> Comparison()
    {
        var figure = new ObjectGraphType<(Words Name, Words Now, Words One, Words Other)> { Name = "ComparedFigure", Description = "A figure as it is, and in two scenarios." };
        figure.Add<(Words Name, Words Now, Words One, Words Other)>("name", types.Words.Required(), "What it counts.", row => row.Name);
        figure.Add<(Words Name, Words Now, Words One, Words Other)>("now", types.Words.Required(), "As it is.", row => row.Now);
        figure.Add<(Words Name, Words Now, Words One, Words Other)>("one", types.Words.Required(), "In the first scenario.", row => row.One);
        figure.Add<(Words Name, Words Now, Words One, Words Other)>("other", types.Words.Required(), "In the second.", row => row.Other);
        var comparison = new ObjectGraphType<ScenarioComparison> { Name = "ScenarioComparison", Description = "Two scenarios beside each other." };
        comparison.Add<ScenarioComparison>("reason", types.Words.Required(), "Who loses something in one of them only; or why they cannot be compared.", compared => compared.Reason);
        comparison.Add<ScenarioComparison>("titleOne", types.Words.Required(), "What changes in the first.", compared => compared.One.Title);
        comparison.Add<ScenarioComparison>("titleOther", types.Words.Required(), "What changes in the second.", compared => compared.Other.Title);
        comparison.Add<ScenarioComparison>("figures", figure.List(), "Figures as they are and in each; none when they cannot be compared.", compared => compared.Figures).Costing(Figures);
        return comparison;
    }

    private static async ValueTask<object?> AnswerAsync(IResolveFieldContext context)
    {
        try
        {
            return await Operation.Of(context).AskAsync(((Saved)context.Source!).Question, context.CancellationToken);
        }
        catch (UnknownAreaException unknown)
        {
            throw new WrongArgument(unknown.Why);
        }
    }

    private static async ValueTask<object?> SaveAsync(IResolveFieldContext context)
    {
        var (name, question) = (context.GetArgument<string>("name"), Binding.QuestionOf(Given.In(context)));
        if (SavedScenarios.WhyNot(name) is { } why) throw new WrongArgument("name: " + why);
        if (question.IsEmpty) throw new WrongArgument(new("Noem wat er verandert; er is niets om te bewaren.", "Say what changes; there is nothing to save."));
        var clock = context.RequestServices!.GetRequiredService<TimeProvider>();
        return Saved.Of(await ShelfOf(context, (shelf, stop) => shelf.SaveAsync(SavedScenarios.Of(name, question, clock.GetUtcNow()), stop)));
    }

    private static async ValueTask<object?> CompareAsync(IResolveFieldContext context)
    {
        if (context.GetArgument<string[]>("keys") is not [var firstKey, var secondKey])
            throw new WrongArgument(new("keys: geef er twee.", "keys: give two."));
        var one = await FindAsync(context, firstKey) ?? throw NotThere(firstKey);
        var other = await FindAsync(context, secondKey) ?? throw NotThere(secondKey);
        try
        {
            var operation = Operation.Of(context);
            var first = await operation.AskAsync(one.Question, context.CancellationToken);
            return new ScenarioComparison(
                first, await operation.AskAsync(other.Question with { Area = one.Question.Area, AsOf = one.Question.AsOf, Seed = one.Question.Seed }, context.CancellationToken));
        }
        catch (UnknownAreaException unknown)
        {
            throw new WrongArgument(unknown.Why);
        }

        static WrongArgument NotThere(string key) => new("keys: " + SavedScenarios.NotThere(key));
    }

    private static async Task<Saved?> FindAsync(IResolveFieldContext context, string key) =>
        await ShelfOf(context, (shelf, stop) => shelf.FindAsync(key, stop)) is { } found ? Saved.Of(found) : null;

    private static async Task<T> ShelfOf<T>(IResolveFieldContext context, Func<IScenarioShelf, CancellationToken, Task<T>> use)
    {
        try
        {
            return await use(context.RequestServices!.GetRequiredService<IGraphStore>().Scenarios, context.CancellationToken);
        }
        catch (StoreException problem)
        {
            throw new StoreAway(problem.Why, problem);
        }
    }

    // A scenario, and what it asks.
    private sealed record Saved(SavedScenario Scenario, ScenarioQuestion Question)
    {
        /// <summary>Null when this Wijk cannot read what it asks.</summary>
        public static Saved? Of(SavedScenario scenario) => SavedScenarios.QuestionOf(scenario) is { } question ? new(scenario, question) : null;
    }
}

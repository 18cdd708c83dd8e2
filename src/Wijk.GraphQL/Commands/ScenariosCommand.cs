using System.CommandLine;
using Wijk.Graph.Findings.Scenarios;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Views;
using Wijk.GraphQL.Commands.Reports;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Questions;
using Wijk.GraphQL.Questions.Scenarios;
using Wijk.GraphQL.Saved;

namespace Wijk.GraphQL.Commands;

/// <summary><c>scenarios list|save|show|compare|remove</c>: what <c>analyse scenario</c> asks, kept under an id.</summary>
internal static class ScenariosCommand
{
    private static readonly ScenarioBinding Binding = new();

    public static Command Make() => new("scenarios", "Bewaarde scenario's: bekijken, bewaren, vergelijken, weghalen. / Saved scenarios: list, save, compare, remove.")
    {
        List(),
        Save(),
        Show(),
        Compare(),
        Remove(),
    };

    private static Command List()
    {
        var command = new Command("list", "Welke er zijn. / Which there are.");
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, async () =>
        {
            await using var store = await arguments.OpenExistingAsync(stop);
            var all = await store.Scenarios.ReadAsync(stop);
            var terminal = arguments.Terminal();
            if (all.Count == 0) terminal.Sentence(new("Er is geen scenario bewaard; dat doet u met 'scenarios save'.", "No scenario was saved; do so with 'scenarios save'."));
            else terminal.Table([new("Id", "Id"), new("Naam", "Name"), new("Bewaard", "Saved")], all.Select(one => new[] { one.Id, one.Name, Moment.Write(one.SavedAt) }));
            return 0;
        }));
        return command;
    }

    private static Command Save()
    {
        var name = new Argument<string>("name") { Description = "Hoe het heet. / What it is called." };
        var command = new Command("save", "Bewaart een scenario en zegt met welk id. / Saves a scenario and says under which id.") { name };
        foreach (var parameter in Binding.AllParameters) command.Add(parameter.Option);
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, async () =>
        {
            var (called, question) = (arguments.GetRequiredValue(name), Binding.QuestionOf(Given.In(arguments)));
            if (SavedScenarios.WhyNot(called) is { } why) throw new Refusal(why);
            if (question.IsEmpty) throw new Refusal(new("Noem wat er verandert, bijvoorbeeld met --stop; er is niets om te bewaren.", "Say what changes, for example with --stop; there is nothing to save."));
            await using var store = await arguments.OpenExistingAsync(stop);
            var saved = await store.Scenarios.SaveAsync(SavedScenarios.Of(called, question, TimeProvider.System.GetUtcNow()), stop);
            arguments.Tell(new($"'{saved.Name}' is bewaard als {saved.Id}; deel dat id, of bekijk het met: scenarios show {saved.Id}", $"'{saved.Name}' is saved as {saved.Id}; share that id, or see it with: scenarios show {saved.Id}"));
            return 0;
        }));
        return command;
    }

    private static Command Show()
    {
        var id = Id("id", "Welk. / Which.");
        var command = new Command("show", "Rekent een bewaard scenario door, op de gegevens van nu. / Works out a saved scenario, on the graph as it is.") { id };
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, async () =>
        {
            await using var store = await arguments.OpenExistingAsync(stop);
            var question = await FindAsync(store, arguments.GetRequiredValue(id), stop);
            ScenarioReport.Write(question.Ask(await ViewAsync(store, stop), Today, stop), arguments.Terminal(), first: 10);
            return 0;
        }));
        return command;
    }

    private static Command Compare()
    {
        var (one, other) = (Id("one", "Het eerste. / The first."), Id("other", "Het tweede. / The second."));
        var command = new Command("compare", "Zet twee bewaarde scenario's naast elkaar, op gebied en dag van het eerste. / Puts two saved scenarios beside each other, on area and day of the first.") { one, other };
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, async () =>
        {
            await using var store = await arguments.OpenExistingAsync(stop);
            var (first, second) = (await FindAsync(store, arguments.GetRequiredValue(one), stop), await FindAsync(store, arguments.GetRequiredValue(other), stop));
            var view = await ViewAsync(store, stop);
            var (answer, beside) = (first.Ask(view, Today, stop), (second with { Area = first.Area, AsOf = first.AsOf, Seed = first.Seed }).Ask(view, Today, stop));
            var (compared, terminal) = (new ScenarioComparison(answer, beside), arguments.Terminal());
            terminal.Sentence(compared.Reason);
            terminal.Table([new("Wat", "What"), new("nu", "now"), answer.Title, beside.Title],
                compared.Figures.Select(row => new[] { terminal.Say(row.Name), terminal.Say(row.Now), terminal.Say(row.One), terminal.Say(row.Other) }));
            return 0;
        }));
        return command;
    }

    private static Command Remove()
    {
        var id = Id("id", "Welk. / Which.");
        var command = new Command("remove", "Haalt een bewaard scenario weg. / Takes a saved scenario away.") { id };
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, async () =>
        {
            await using var store = await arguments.OpenExistingAsync(stop);
            if (!await store.Scenarios.RemoveAsync(arguments.GetRequiredValue(id), stop)) throw new Refusal(SavedScenarios.NotThere(arguments.GetRequiredValue(id)));
            arguments.Tell(new($"Scenario {arguments.GetRequiredValue(id)} is weg.", $"Scenario {arguments.GetRequiredValue(id)} is gone."));
            return 0;
        }));
        return command;
    }

    private static Argument<string> Id(string name, string description) => new(name) { Description = description };

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private static async Task<ScenarioQuestion> FindAsync(IGraphStore store, string id, CancellationToken stop) =>
        await store.Scenarios.FindAsync(id, stop) is { } saved && SavedScenarios.QuestionOf(saved) is { } question ? question : throw new Refusal(SavedScenarios.NotThere(id));

    private static async Task<GraphView> ViewAsync(IGraphStore store, CancellationToken stop)
    {
        await using var snapshots = new SnapshotHost(store, TimeProvider.System);
        await snapshots.StartAsync(stop);
        return GraphView.Of(snapshots.Current);
    }
}

using System.CommandLine;
using Wijk.Graph.Findings;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.GraphQL.Commands.Reports;
using Wijk.GraphQL.Questions;
using Wijk.GraphQL.Questions.AskList;
using Wijk.GraphQL.Questions.Clusters;
using Wijk.GraphQL.Questions.Defragment;
using Wijk.GraphQL.Questions.Duplicates;
using Wijk.GraphQL.Questions.Fragmentation;
using Wijk.GraphQL.Questions.Funding;
using Wijk.GraphQL.Questions.Overlap;
using Wijk.GraphQL.Questions.Register;
using Wijk.GraphQL.Questions.Rounds;
using Wijk.GraphQL.Questions.Scenarios;
using Wijk.GraphQL.Questions.Ways;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Commands;

/// <summary><c>analyse overlap|fragmentation|ask-list|round|clusters|defragment|scenario|register|ways|funding|duplicates</c>: prints what GraphQL would answer, as tables and sentences or as JSON.</summary>
internal static class AnalyseCommand
{
    private static readonly Option<int> First = MakeFirst();

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Het antwoord van GraphQL als JSON. / The answer of GraphQL as JSON.",
    };

    public static Command Make() => new("analyse", "Beantwoordt een vraag over de gegevens. / Answers a question about the graph.")
    {
        Asking(new OverlapBinding(), OverlapReport.Write, new OverlapForms()),
        Asking(new FragmentationBinding(), FragmentationReport.Write),
        Asking(new AskListBinding(), AskListReport.Write, new AskListForms()),
        Asking(new RoundBinding(), RoundReport.Write),
        Asking(new ClustersBinding(), ClustersReport.Write),
        Asking(new DefragmentBinding(), DefragmentReport.Write, new DefragmentForms()),
        Asking(new ScenarioBinding(), ScenarioReport.Write),
        Asking(new WaysBinding(), WaysReport.Write),
        Asking(new RegisterBinding(), RegisterReport.Write),
        Asking(new SplinteredFundingBinding(), SplinteredFundingReport.Write, new FundingForms()),
        MakeDuplicates(),
    };

    /// <summary><c>duplicates</c>: among the questions of <c>analyse</c>, and a command of its own as well, since whoever brings in a second source asks it first.</summary>
    public static Command MakeDuplicates() => Asking(new DuplicatesBinding(), DuplicatesReport.Write);

    private static Command Asking<TQuestion, TAnswer>(QuestionBinding<TQuestion, TAnswer> binding, Action<TAnswer, Terminal, int> report, AnswerForms<TAnswer>? forms = null)
        where TQuestion : Question<TAnswer>, new()
        where TAnswer : Answer
    {
        var command = new Command(binding.Name, $"{binding.Description.Nl} / {binding.Description.En}");
        if (binding.ShortName is { } shortName) command.Aliases.Add(shortName);
        foreach (var parameter in binding.AllParameters) command.Add(parameter.Option);
        foreach (var option in forms?.Options ?? []) command.Add(option);
        command.Add(First);
        command.Add(Json);
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            if (arguments.GetValue(Json) && forms?.IsAsked(arguments) == true)
            {
                var others = string.Join(", ", forms.Options.Select(option => option.Name));
                throw new Refusal(new($"--json gaat niet samen met {others}; kies een van de twee.", $"--json does not go with {others}; choose one of the two."));
            }

            await using var store = await arguments.OpenExistingAsync(cancellationToken);
            await using var snapshots = new SnapshotHost(store, TimeProvider.System);
            await snapshots.StartAsync(cancellationToken);
            if (arguments.GetValue(Json))
            {
                var variables = binding.AllParameters.ToDictionary(parameter => parameter.Name, parameter => parameter.VariableOf(arguments));
                variables["first"] = arguments.GetValue(First);
                return await GraphQLAnswer.PrintAsync(arguments, snapshots, binding.Name, variables, cancellationToken);
            }

            var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            var (view, first, terminal) = (GraphView.Of(snapshots.Current), arguments.GetValue(First), arguments.Terminal(cancellationToken));
            if (forms?.IsAsked(arguments) == true) await forms.WriteAsync(arguments, view, today, first, Ask, cancellationToken);
            else report(Ask(), terminal, first);
            return 0;

            TAnswer Ask() => binding.Ask(arguments, view, today, terminal.Progress, cancellationToken);
        }));
        return command;
    }

    private static Option<int> MakeFirst()
    {
        var description = $"Hoeveel regels per tabel, 1 tot {PageRequest.MaxSize}. / How many rows of each table, 1 to {PageRequest.MaxSize}.";
        var first = Typed.Option("--first", description, Typed.WholeNumber, Typed.Between(1, PageRequest.MaxSize));
        first.DefaultValueFactory = _ => 10;
        return first;
    }
}

using System.CommandLine;
using System.Globalization;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Commands.Reports;
using Wijk.GraphQL.Paging;

namespace Wijk.GraphQL.Commands;

/// <summary><c>analyse overlap|fragmentation|clusters</c>: prints what GraphQL would answer, as tables and sentences or as JSON.</summary>
internal static class AnalyseCommand
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly Option<string?> Area = new("--area")
    {
        Description = "Sleutel, code of naam van een gebied, met zijn delen. / Key, code or name of an area, with its parts.",
    };

    private static readonly Option<DateOnly?> AsOf = new("--as-of")
    {
        Description = "Alleen wat op deze dag gold: jjjj-mm-dd. / Only what held on this day: yyyy-mm-dd.",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"--as-of '{text}': noem een dag die bestaat, als jjjj-mm-dd. / name a day that exists, as yyyy-mm-dd.");
            return null;
        },
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Hetzelfde getal geeft hetzelfde antwoord. / The same number gives the same answer.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> First = new("--first")
    {
        Description = $"Hoeveel regels per tabel, 1 tot {PageRequest.MaxSize}. / How many rows of each table, 1 to {PageRequest.MaxSize}.",
        DefaultValueFactory = _ => 10,
        Validators =
        {
            result =>
            {
                if (result.GetValueOrDefault<int>() is < 1 or > PageRequest.MaxSize)
                    result.AddError($"--first: 1 t/m {PageRequest.MaxSize}. / 1 to {PageRequest.MaxSize}.");
            },
        },
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Het antwoord van GraphQL als JSON. / The answer of GraphQL as JSON.",
    };

    public static Command Make() => new("analyse", "Beantwoordt een vraag over de gegevens. / Answers a question about the graph.")
    {
        Overlap(),
        Fragmentation(),
        Clusters(),
    };

    private static Command Overlap()
    {
        var lens = new Option<OverlapLens>("--lens")
        {
            Description = "Dezelfde doelgroep (group) of hetzelfde werk (activity). / The same target group, or the same activity.",
        };
        var command = new Command("overlap", "Waar komen organisaties elkaar tegen? / Where does the work of organisations meet?") { lens };
        return WithAnswer(
            command,
            "overlap",
            arguments => new() { ["lens"] = arguments.GetValue(lens).ToString().ToLowerInvariant() },
            (snapshot, arguments, terminal) => OverlapReport.Write(
                OverlapFinding.Ask(snapshot, new()
                {
                    Lens = arguments.GetValue(lens),
                    Area = arguments.GetValue(Area),
                    Seed = arguments.GetValue(Seed),
                }),
                terminal,
                arguments.GetValue(First)));
    }

    private static Command Fragmentation()
    {
        var level = new Option<int>("--level")
        {
            Description = $"Contacten vanaf dit niveau tellen, 1 tot {Vocabulary.HighestCollaborationLevel}. / Ties from this level up count.",
            DefaultValueFactory = _ => 1,
        };
        level.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Vocabulary.HighestCollaborationLevel)
                result.AddError($"--level: 1 t/m {Vocabulary.HighestCollaborationLevel}. / 1 to {Vocabulary.HighestCollaborationLevel}.");
        });
        var command = new Command("fragmentation", "Hoe hangt de samenwerking aan elkaar? / How does the collaboration hold together?") { level };
        return WithAnswer(
            command,
            "fragmentation",
            arguments => new() { ["level"] = arguments.GetValue(level) },
            (snapshot, arguments, terminal) => FragmentationReport.Write(
                FragmentationFinding.Ask(snapshot, new()
                {
                    Level = arguments.GetValue(level),
                    Area = arguments.GetValue(Area),
                    Seed = arguments.GetValue(Seed),
                }),
                terminal,
                arguments.GetValue(First)));
    }

    private static Command Clusters()
    {
        var quality = new Option<QualityFunction>("--quality") { Description = "Modularity of Cpm: wat een indeling goed maakt. / What makes a division good." };
        var resolution = new Option<double?>("--resolution") { Description = "Hoger geeft meer, kleinere groepen. / Higher gives more, smaller groups." };
        resolution.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is <= 0) result.AddError("--resolution: boven 0. / above 0.");
        });
        var command = new Command("clusters", "Wie hangt met wie samen? / Who hangs together with whom?") { quality, resolution };
        return WithAnswer(
            command,
            "clusters",
            arguments => new() { ["quality"] = arguments.GetValue(quality).ToString().ToLowerInvariant(), ["resolution"] = arguments.GetValue(resolution) },
            (snapshot, arguments, terminal) => ClustersReport.Write(
                ClustersFinding.Ask(snapshot, new()
                {
                    QualityFunction = arguments.GetValue(quality),
                    Resolution = arguments.GetValue(resolution),
                    Area = arguments.GetValue(Area),
                    Seed = arguments.GetValue(Seed),
                }),
                terminal,
                arguments.GetValue(First)));
    }

    private static Command WithAnswer(
        Command command,
        string question,
        Func<ParseResult, Dictionary<string, object?>> variables,
        Action<GraphSnapshot, ParseResult, Terminal> print)
    {
        command.Add(Area);
        command.Add(AsOf);
        command.Add(Seed);
        command.Add(First);
        command.Add(Json);
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            await using var store = await arguments.OpenExistingAsync(cancellationToken);
            await using var snapshots = new SnapshotHost(store, TimeProvider.System);
            await snapshots.StartAsync(cancellationToken);
            if (arguments.GetValue(Json))
            {
                var values = variables(arguments);
                values["area"] = arguments.GetValue(Area);
                values["asOf"] = arguments.GetValue(AsOf)?.ToString(DayFormat, CultureInfo.InvariantCulture);
                values["seed"] = arguments.GetValue(Seed);
                values["first"] = arguments.GetValue(First);
                return await GraphQLAnswer.PrintAsync(arguments, snapshots, question, values, cancellationToken);
            }

            var snapshot = arguments.GetValue(AsOf) is { } day ? snapshots.AsOf(day) : snapshots.Current;
            print(snapshot, arguments, arguments.Terminal());
            return 0;
        }));
        return command;
    }
}

using System.CommandLine;
using Wijk.Graph.Export;
using Wijk.Graph.Generate;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Commands;

/// <summary><c>generate</c>: makes a synthetic city, to measure with.</summary>
internal static class GenerateCommand
{
    public static Command Make()
    {
        var nodes = Typed.Option("--nodes", "Hoeveel knopen; er komen vijf keer zoveel relaties. / How many nodes; five times as many relations.", Typed.WholeNumber);
        nodes.Required = true;
        var seed = Typed.Option("--seed", "Hetzelfde getal geeft dezelfde stad. / The same number gives the same city.", Typed.WholeNumber);
        seed.DefaultValueFactory = _ => 1;
        var outFile = new Option<FileInfo?>("--out") { Description = "Een exportbestand; anders de map of database, die leeg moet zijn. / An export file; else the folder or database, which must be empty.", HelpName = "file" };
        var command = new Command("generate", "Maakt een verzonnen stad om mee te meten. / Makes a made-up city to measure with.") { nodes, seed, outFile };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            var count = arguments.GetRequiredValue(nodes);
            if (count is < SyntheticCity.FewestNodes or > SyntheticCity.MostNodes)
            {
                throw new Refusal(new(
                    $"--nodes {count} is geen aantal voor een stad; kies {SyntheticCity.FewestNodes} tot {SyntheticCity.MostNodes}.",
                    $"--nodes {count} is not a size for a city; choose {SyntheticCity.FewestNodes} to {SyntheticCity.MostNodes}."));
            }

            var contents = Contents(count, arguments.GetValue(seed));
            if (arguments.GetValue(outFile) is { } file)
            {
                await WholeFile.WriteAsync(file.FullName, stream => JsonExport.WriteAsync(stream, contents, cancellationToken));
            }
            else
            {
                await arguments.Place().CheckEmptyAsync(cancellationToken);
                await using var store = await arguments.Place().OpenAsync(cancellationToken);
                await store.LoadAsync(contents, log: [], progress: null, cancellationToken);
            }

            arguments.Tell(new(
                $"Gemaakt: {contents.Nodes.Count} knopen en {contents.Relations.Count} relaties. Alles is verzonnen.",
                $"Made: {contents.Nodes.Count} nodes and {contents.Relations.Count} relations. All of it is made up."));
            return 0;
        }));
        return command;
    }

    private static GraphContents Contents(int nodeCount, int seed)
    {
        var (nodes, relations) = SyntheticCity.Make(nodeCount, seed);
        return new(
            new(1, DateTimeOffset.UnixEpoch),
            [.. nodes.OrderBy(node => node.Key, StringComparer.Ordinal)],
            [.. relations.OrderBy(relation => relation.Key, StringComparer.Ordinal)]);
    }
}

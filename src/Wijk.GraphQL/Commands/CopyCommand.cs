using System.CommandLine;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Commands;

/// <summary><c>copy</c>: fills an empty folder or database from another, with the whole log; the other stays as it is.</summary>
internal static class CopyCommand
{
    private static readonly Option<string> From = PlaceOption(
        "--from", "Waaruit: sqlite:map of neo4j; dat verandert niet. / The source: sqlite:folder or neo4j; it does not change.");

    private static readonly Option<string> To = PlaceOption(
        "--to", "Waarheen: sqlite:map of neo4j; dat moet leeg zijn. / The target: sqlite:folder or neo4j; it must be empty.");

    public static Command Make()
    {
        var command = new Command(
            "copy",
            "Kopieert alle gegevens met het hele logboek, van SQLite naar Neo4j of terug. / Copies the whole graph with its log, from SQLite to Neo4j or back.")
        {
            From,
            To,
        };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, () => RunAsync(arguments, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (from, to) = (arguments.PlaceOf(From), arguments.PlaceOf(To));
        if (from.Equals(to))
        {
            throw new Refusal(new Words("--from en --to zijn allebei ", "--from and --to are both ") + from.Name
                + new Words("; noem twee verschillende.", "; name two different ones."));
        }

        await to.CheckEmptyAsync(cancellationToken);
        GraphContents contents;
        List<LoggedChangeSet> log;
        await using (var source = await from.OpenExistingAsync(cancellationToken)) (contents, log) = await ReadAsync(source, arguments, cancellationToken);

        // Opened only now: a source that cannot be read leaves no empty target behind.
        await using var target = await to.OpenAsync(cancellationToken);
        long total = contents.Nodes.Count + contents.Relations.Count + log.Sum(changeSet => (long)changeSet.Changes.Length);
        await target.LoadAsync(contents, log, new CountLines(new("opslaan", "writing"), total, arguments), cancellationToken);
        arguments.Tell(new Words($"Versie {contents.Version.Number} staat nu ook in ", $"Version {contents.Version.Number} now stands in ") + to.Name
            + new Words(
                $": {contents.Nodes.Count} knopen, {contents.Relations.Count} relaties en {log.Count} wijzigingen in het logboek.",
                $" too: {contents.Nodes.Count} nodes, {contents.Relations.Count} relations and {log.Count} change sets in the log."));
        return 0;
    }

    private static async Task<(GraphContents Contents, List<LoggedChangeSet> Log)> ReadAsync(
        IGraphStore source, ParseResult arguments, CancellationToken cancellationToken)
    {
        var contents = await source.ReadContentsAsync(cancellationToken);
        arguments.Warn(contents.Warnings);
        arguments.Tell(new(
            $"lezen {contents.Nodes.Count} knopen, {contents.Relations.Count} relaties",
            $"reading {contents.Nodes.Count} nodes, {contents.Relations.Count} relations"));

        // The log only grows, so its part up to the version of the contents belongs to them, whatever is committed meanwhile.
        var log = new List<LoggedChangeSet>();
        var progress = new CountLines(new("logboek lezen", "reading the log"), contents.Version.Number, arguments);
        await foreach (var changeSet in source.ReadLogAsync(afterVersion: 0, cancellationToken))
        {
            if (changeSet.Version.Number > contents.Version.Number) break;
            log.Add(changeSet);
            progress.Report(changeSet.Version.Number);
        }

        return (contents, log);
    }

    private static StorePlace PlaceOf(this ParseResult arguments, Option<string> option) =>
        StorePlace.Find(arguments.GetRequiredValue(option), arguments.Surroundings().Variable)!;

    private static Option<string> PlaceOption(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "sqlite:folder|neo4j", Required = true };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && StorePlace.Find(text, _ => null) is null)
                result.AddError($"{name} '{text}': schrijf sqlite:map of neo4j. / write sqlite:folder or neo4j.");
        });
        return option;
    }
}

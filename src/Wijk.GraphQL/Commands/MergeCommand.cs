using System.CommandLine;
using Wijk.Graph.Findings;
using Wijk.Graph.Import.Merges;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands;

/// <summary><c>merge</c> and <c>unmerge</c>: makes two nodes one because a person says so, and two again.</summary>
internal static class MergeCommand
{
    private static readonly Argument<string> Keep = new("keep") { Description = "De sleutel van wat blijft. / The key of what stays." };

    private static readonly Argument<string> Other = new("other") { Description = "De sleutel van wat daarin opgaat. / The key of what goes into it." };

    private static readonly Option<string> Source = new("--source")
    {
        Description = "Wie zegt dat het zo is, zoals \"wijkcoördinator\". / Who says so, such as \"coordinator\".",
        Required = true,
        Validators =
        {
            result =>
            {
                if (result.GetValueOrDefault<string>() is var source && (string.IsNullOrWhiteSpace(source) || source.Trim() == Inference.Source))
                    result.AddError("--source: noem de organisatie of rol die het zegt. / name the organisation or role that says so.");
            },
        },
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Zegt wat er zou veranderen, zonder te schrijven. / Says what would change, and writes nothing.",
    };

    public static Command Make()
    {
        var command = new Command("merge", "Maakt van twee één, omdat u zegt dat het er één is; terug kan met unmerge. / Makes two one, because you say that they are; unmerge undoes it.") { Keep, Other, Source, DryRun };
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, () => RunAsync(
            arguments, (graph, source, now) => MergePlanner.Join(graph, arguments.GetRequiredValue(Keep).Trim(), arguments.GetRequiredValue(Other).Trim(), source, now), Merged, stop)));
        return command;
    }

    public static Command MakeUndo()
    {
        var command = new Command("unmerge", "Maakt weer twee van wat met merge één werd. / Makes two again of what merge made one.") { Other, Source, DryRun };
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, () => RunAsync(
            arguments, (graph, source, now) => MergePlanner.Part(graph, arguments.GetRequiredValue(Other).Trim(), source, now), Parted, stop)));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult arguments, Func<Graph.Stores.GraphContents, string, DateTimeOffset, MergePlan> plan, Func<Merge, Words> told, CancellationToken cancellationToken)
    {
        await using var store = await arguments.OpenExistingAsync(cancellationToken);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var (planned, version) = await MergeRunner.RunAsync(
            store, graph => plan(graph, Keys.Fold(arguments.GetRequiredValue(Source)), now), arguments.GetValue(DryRun), cancellationToken);
        var terminal = arguments.Terminal(cancellationToken);
        terminal.Sentence(told(planned.Merge));
        terminal.Sentence(version is { } written
            ? new($"Geschreven als versie {written}.", $"Written as version {written}.")
            : new($"Er is niets geschreven; zonder --dry-run zijn dat {planned.ChangeSet.Changes.Length} wijzigingen.", $"Nothing was written; without --dry-run these are {planned.ChangeSet.Changes.Length} changes."));
        return 0;
    }

    private static Words Merged(Merge merge)
    {
        var moved = Phrasing.Count(merge.MovedCount, new("relatie is verplaatst", "relation was moved"), new("relaties zijn verplaatst", "relations were moved"));
        var same = merge.SameCount == 0 ? null : Phrasing.Count(merge.SameCount, new("relatie zei wat er al stond, of ging over de twee zelf, en is bewaard voor als u terug wilt.", "relation said what stood there already, or was between the two, and is kept for undoing."),
            new("relaties zeiden wat er al stond, of gingen over de twee zelf, en zijn bewaard voor als u terug wilt.", "relations said what stood there already, or were between the two, and are kept for undoing."));
        var taken = merge.TakenAttributes.IsEmpty ? null : new Words("Overgenomen, omdat alleen die het had: ", "Taken over, since only that one had it: ") + string.Join(", ", merge.TakenAttributes) + ".";
        return Words.Join(
            new($"‘{merge.OtherName}’ ({merge.Other}) is nu ‘{merge.KeepName}’ ({merge.Keep}).", $"‘{merge.OtherName}’ ({merge.Other}) is now ‘{merge.KeepName}’ ({merge.Keep})."),
            moved + ".", same, taken, new($"Terug: unmerge \"{merge.Other}\".", $"To undo: unmerge \"{merge.Other}\"."));
    }

    private static Words Parted(Merge merge) => new(
        $"‘{merge.OtherName}’ ({merge.Other}) en ‘{merge.KeepName}’ ({merge.Keep}) zijn weer twee.", $"‘{merge.OtherName}’ ({merge.Other}) and ‘{merge.KeepName}’ ({merge.Keep}) are two again.");
}

using System.CommandLine;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Commands.Reports;

namespace Wijk.GraphQL.Commands;

/// <summary><c>adopt</c>: takes over what was written outside Wijk and fits, as one change set.</summary>
internal static class AdoptCommand
{
    private static readonly Option<string> Source = new("--source")
    {
        Description = "Wie ervoor instaat, zoals \"analist gemeente\". / Who vouches for it, such as \"city analyst\".",
        Required = true,
        Validators =
        {
            result =>
            {
                if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError("--source: noem wie ervoor instaat. / name who vouches for it.");
            },
        },
    };

    private static readonly Option<string?> Namespace = new("--namespace", "-n")
    {
        Description = "De naamruimte van de sleutels van knopen die er geen hebben. / The namespace of the keys of nodes that have none.",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Zegt wat zou worden opgenomen, zonder te schrijven. / Says what would be taken, and writes nothing.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Als JSON, alles. / As JSON, all of it." };

    public static Command Make()
    {
        var command = new Command(
            "adopt",
            "Neemt op wat buiten Wijk om is geschreven en past, als één wijziging. / Takes over what was written outside Wijk and fits, as one change.")
        {
            Source,
            Namespace,
            DryRun,
            Json,
        };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            var options = new AdoptionOptions
            {
                Source = arguments.GetRequiredValue(Source).Trim(),
                Namespace = arguments.GetValue(Namespace),
                IsDryRun = arguments.GetValue(DryRun),
            };
            var adoption = await arguments.Place().AdoptAsync(options, TimeProvider.System, cancellationToken);
            if (arguments.GetValue(Json)) JsonLines.Print(arguments.Surroundings().OpenOutput(), json => AdoptionReport.Write(json, adoption));
            else AdoptionReport.Print(adoption, options.IsDryRun, arguments.Terminal());
            return 0;
        }));
        return command;
    }
}

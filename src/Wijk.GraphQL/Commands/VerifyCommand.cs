using System.CommandLine;
using Wijk.GraphQL.Commands.Reports;

namespace Wijk.GraphQL.Commands;

/// <summary><c>verify</c>: lists what was written outside Wijk or does not fit the vocabulary, and changes nothing.</summary>
internal static class VerifyCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Als JSON, alles. / As JSON, all of it." };

    public static Command Make()
    {
        var command = new Command(
            "verify",
            "Zoekt wat buiten Wijk om is geschreven of niet klopt; verandert niets. / Looks for what was written outside Wijk or does not fit; changes nothing.")
        {
            Json,
        };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            var found = await arguments.Place().VerifyAsync(cancellationToken);
            if (arguments.GetValue(Json)) JsonLines.Print(arguments.Surroundings().OpenOutput(), json => VerificationReport.Write(json, found));
            else VerificationReport.Print(found, arguments.Terminal());
            return found.Findings.All(finding => finding.IsRemark) ? 0 : 1;
        }));
        return command;
    }
}

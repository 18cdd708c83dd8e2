using System.CommandLine;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands;

/// <summary><c>abort</c>: discards a large import that was begun and cannot be finished.</summary>
internal static class AbortCommand
{
    public static Command Make()
    {
        var command = new Command(
            "abort",
            "Trekt een grote import in die is begonnen en niet verder kan. / Discards a large import that was begun and cannot go on.");
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            var place = arguments.Place();
            var left = await place.AbortAsync(TimeProvider.System, cancellationToken);
            arguments.Warn([.. left]);
            arguments.Tell(left.Count == 0
                ? new Words("De import is ingetrokken; alles staat weer zoals ervoor in ", "The import was discarded; all is as it was before in ") + place.Name + "."
                : new Words("De import is ingetrokken; behalve wat hierboven staat, staat alles weer zoals ervoor in ", "The import was discarded; but for what stands above, all is as it was before in ") + place.Name + ".");
            return 0;
        }));
        return command;
    }
}

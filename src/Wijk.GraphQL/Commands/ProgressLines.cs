using System.CommandLine;
using Wijk.Graph.Import;

namespace Wijk.GraphQL.Commands;

/// <summary>Prints on the error stream how far long work has come: a line for each stage, and a count now and then.</summary>
internal sealed class ProgressLines(ParseResult arguments) : IProgress<ImportProgress>
{
    private const int RowsBetweenLines = 20_000;

    private ImportStage? stage;
    private long lastDone;

    public void Report(ImportProgress value)
    {
        if (stage == value.Stage && value.Done - lastDone < RowsBetweenLines && value.Done != value.Total) return;
        (stage, lastDone) = (value.Stage, value.Done);
        var total = value.Total is { } all ? $" / {all}" : "";
        arguments.Tell(value.Stage.Label() + $" {value.Done}{total}");
    }
}

using System.CommandLine;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands;

/// <summary>Prints on the error stream how far one stage of long work has come: at its start, now and then, and at its end.</summary>
internal sealed class CountLines(Words stage, long total, ParseResult arguments) : IProgress<long>
{
    private const int Lines = 20;

    private long? lastSaid;

    public void Report(long value)
    {
        if (lastSaid is { } said && (value == said || (value < total && (value - said) * Lines < total))) return;
        lastSaid = value;
        arguments.Tell(stage + $" {value} / {total}");
    }
}

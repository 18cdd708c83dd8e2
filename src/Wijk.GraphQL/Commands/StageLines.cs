using System.CommandLine;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands;

/// <summary>Prints on the error stream what long work begins with.</summary>
internal sealed class StageLines(ParseResult arguments) : IProgress<Words>
{
    public void Report(Words value) => arguments.Tell(value);
}

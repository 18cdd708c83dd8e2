using System.CommandLine;

namespace Wijk.GraphQL.Commands;

/// <summary><c>schema</c>: prints the GraphQL schema, as it is checked in.</summary>
internal static class SchemaCommand
{
    public static Command Make()
    {
        var command = new Command("schema", "Toont het GraphQL-schema. / Prints the GraphQL schema.");
        command.SetAction(arguments => arguments.InvocationConfiguration.Output.Write(SchemaText.Write()));
        return command;
    }
}

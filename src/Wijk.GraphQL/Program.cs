using Wijk.GraphQL.Commands;

return await WijkCommandLine.Root().Parse(args).InvokeAsync(new CommandSurroundings(Console.Out, Console.Error));

using Wijk.GraphQL.Commands;

return await WijkCommandLine.Root().Parse(args).InvokeAsync(new CommandSurroundings());

using Wijk.GraphQL.Execution;

// The commands take over from here; for now the program only prints its schema.
Console.Write(SchemaText.Write());

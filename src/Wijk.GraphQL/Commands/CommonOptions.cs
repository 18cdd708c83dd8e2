using System.CommandLine;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Commands;

/// <summary>Options that every command takes.</summary>
internal static class CommonOptions
{
    private const string Sqlite = "sqlite";
    private const string Neo4j = "neo4j";

    /// <summary>The folder the graph is kept in.</summary>
    public static Option<string> Data { get; } = MakeData();

    /// <summary>The kind of store.</summary>
    public static Option<string> Store { get; } = MakeStore();

    /// <summary>The language of what is printed.</summary>
    public static Option<Language> Language { get; } = MakeLanguage();

    /// <summary>The place that a command line names: a folder, or the database that the environment names.</summary>
    public static StorePlace Place(this ParseResult arguments) => arguments.GetRequiredValue(Store) == Neo4j
        ? StorePlace.Neo4j(arguments.Surroundings().Variable)
        : StorePlace.Folder(arguments.GetRequiredValue(Data));

    /// <summary>Opens the graph of a command that only reads: an empty place is refused, not filled.</summary>
    public static Task<IGraphStore> OpenExistingAsync(this ParseResult arguments, CancellationToken cancellationToken) =>
        arguments.Place().OpenExistingAsync(cancellationToken);

    private static Option<Language> MakeLanguage()
    {
        var language = Typed.Option("--language", "De taal van wat u leest. / The language of what is printed.", Typed.WordOf<Language>);
        language.Aliases.Add("-l");
        language.Recursive = true;
        language.DefaultValueFactory = _ => Graph.Model.Language.Nl;
        return language;
    }

    private static Option<string> MakeStore()
    {
        var store = new Option<string>("--store")
        {
            Description = "Waarmee de gegevens worden bewaard; bij neo4j zegt WIJK_NEO4J_URL waar. / What keeps the graph; with neo4j WIJK_NEO4J_URL says where.",
            Recursive = true,
            DefaultValueFactory = _ => Sqlite,
        }.AcceptOnlyFromAmong(Sqlite, Neo4j);
        store.Validators.Add(result =>
        {
            // The folder would not be used, and somebody who names one expects that it is.
            if (result.Tokens is [{ Value: Neo4j }] && result.GetResult(Data) is { Implicit: false })
                result.AddError("--data hoort bij --store sqlite; laat het weg. / --data goes with --store sqlite; leave it out.");
        });
        return store;
    }

    private static Option<string> MakeData()
    {
        var data = new Option<string>("--data")
        {
            Description = "De map met de gegevens. / The folder that holds the graph.",
            HelpName = "folder",
            Recursive = true,
            DefaultValueFactory = _ => "./wijk-data",
        };
        data.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError("--data: noem een map. / name a folder.");
        });
        return data;
    }
}

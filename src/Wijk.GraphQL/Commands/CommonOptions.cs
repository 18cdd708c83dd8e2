using System.CommandLine;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Commands;

/// <summary>Options that every command takes.</summary>
internal static class CommonOptions
{
    /// <summary>The folder the graph is kept in.</summary>
    public static Option<string> Data { get; } = MakeData();

    /// <summary>The kind of store.</summary>
    public static Option<string> Store { get; } = new Option<string>("--store")
    {
        Description = "Waarmee de gegevens worden bewaard. / What keeps the graph.",
        Recursive = true,
        DefaultValueFactory = _ => "sqlite",
    }.AcceptOnlyFromAmong("sqlite");

    /// <summary>The language of what is printed.</summary>
    public static Option<Language> Language { get; } = new("--language", "-l")
    {
        Description = "De taal van wat u leest. / The language of what is printed.",
        Recursive = true,
        DefaultValueFactory = _ => Graph.Model.Language.Nl,
    };

    /// <summary>The data folder that a command line names.</summary>
    public static DataFolder DataFolder(this ParseResult arguments) => new(arguments.GetRequiredValue(Data));

    /// <summary>Opens the graph of a command that only reads: an empty folder is refused, not filled.</summary>
    public static async Task<IGraphStore> OpenExistingAsync(this ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = arguments.DataFolder();
        if (folder.HoldsNothing) throw HoldsNothing(folder);
        var store = await folder.OpenAsync(cancellationToken);
        if ((await store.ReadVersionAsync(cancellationToken)).Number > 0) return store;

        // The database is there, but nothing was ever committed to it, such as after an import that was killed.
        await store.DisposeAsync();
        throw HoldsNothing(folder);
    }

    private static Refusal HoldsNothing(DataFolder folder) => new(new(
        $"In '{folder.Path}' staat nog niets: lees eerst gegevens in met 'import', of kies een andere map met --data.",
        $"There is nothing in '{folder.Path}' yet: import data first, or choose another folder with --data."));

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

using System.CommandLine;

namespace Wijk.GraphQL.Commands;

/// <summary>The commands of <c>wijk</c>. Without one, it runs the server.</summary>
internal static class WijkCommandLine
{
    /// <summary>The root with every command.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Wijk: zie wie wat doet in de buurt, voor wie en waar. / See who does what in a neighbourhood, for whom and where.")
        {
            CommonOptions.Data,
            CommonOptions.Store,
            CommonOptions.Language,
            RunCommand.Make(),
            ImportCommand.Make(isCheck: false),
            ImportCommand.Make(isCheck: true),
            AnalyseCommand.Make(),
            AnalyseCommand.MakeDuplicates(),
            MergeCommand.Make(),
            MergeCommand.MakeUndo(),
            AskCommand.Make(),
            ScenariosCommand.Make(),
            KeepCommand.Make(),
            ExportCommand.Make(),
            BackupCommand.Make(),
            RestoreCommand.Make(),
            CopyCommand.Make(),
            DoctorCommand.Make(),
            VerifyCommand.Make(),
            AdoptCommand.Make(),
            AbortCommand.Make(),
            PruneCommand.Make(),
            TemplateCommand.Make(),
            MappingCommand.Make(),
            GenerateCommand.Make(),
            SchemaCommand.Make(),
        };
        RunCommand.MakeDefault(root);
        return root;
    }
}

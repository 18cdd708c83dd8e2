using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Sample;

public class VoorbeeldwijkFilesTests
{
    private static readonly string Folder = Path.Combine(SharedData.Root, "samples", "voorbeeldwijk");

    [Fact]
    public void Every_key_a_story_names_is_in_the_files()
    {
        var keys = Vocabulary.Nodes.SelectMany(KeysInFileOf).ToHashSet();
        VoorbeeldwijkStories.NamedKeys.Except(keys).Should().BeEmpty();
    }

    [Fact]
    public void The_readme_tells_every_key_a_story_names()
    {
        var readme = File.ReadAllText(Path.Combine(Folder, "README.md"));
        VoorbeeldwijkStories.NamedKeys.Where(key => !readme.Contains($"`{IdOf(key)}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Every_file_is_named_as_a_kind_and_has_only_columns_of_that_kind()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.csv"))
        {
            var kind = Path.GetFileNameWithoutExtension(file);
            File.ReadLines(file).First().Split(',').Should().BeSubsetOf(ColumnsOf(kind), because: "{0} holds {1}", file, kind);
        }
    }

    private static IEnumerable<string> ColumnsOf(string kind)
    {
        string[] always = ["validFrom", "validTo", "visibility"];
        if (Vocabulary.FindRelation(kind) is { } relation)
            return ["from", "to", .. relation.Attributes.Select(attribute => attribute.Name), .. always];
        var node = Vocabulary.FindNode(kind) ?? throw new InvalidDataException($"{kind}.csv is named as no kind of node or relation.");
        string[] start = node.Kind == NodeKind.Targeting ? ["of", "for", "in"] : ["id"];
        return [.. start, .. node.Attributes.Select(attribute => attribute.Name), .. always];
    }

    // The id comes first in every file, and no id of the sample holds a comma or a quote.
    private static IEnumerable<string> KeysInFileOf(NodeDefinition kind)
    {
        var file = Path.Combine(Folder, kind.Name + ".csv");
        return kind.Kind == NodeKind.Targeting || !File.Exists(file)
            ? []
            : File.ReadLines(file).Skip(1).Select(line => Keys.Of(kind.Kind, VoorbeeldwijkStories.Namespace, line.Split(',')[0]));
    }

    private static string IdOf(string key) => Keys.TryParse(key, out _, out _, out var id) ? id : throw new FormatException(key);
}

using Wijk.Graph.Import.Template;
using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Model;

public class VocabularyTests
{
    private static readonly IEnumerable<(string Owner, AttributeDefinition Attribute)> Attributes =
        Vocabulary.Nodes.SelectMany(node => node.Attributes.Select(attribute => (node.Name, attribute)))
            .Concat(Vocabulary.Relations.SelectMany(relation => relation.Attributes.Select(attribute => (relation.Name, attribute))));

    [Fact]
    public void Everything_is_explained_in_Dutch_and_in_English()
    {
        IEnumerable<(string Of, Words Words)> explanations =
        [
            .. Vocabulary.Nodes.Select(node => (node.Name, node.Description)),
            .. Vocabulary.Relations.Select(relation => (relation.Name, relation.Description)),
            .. Attributes.Select(pair => ($"{pair.Owner}.{pair.Attribute.Name}", pair.Attribute.Description)),
            .. TemplateSheet.All.SelectMany(sheet => sheet.Columns.Select(column => ($"{sheet.Name}.{column.Name}", column.Description))),
        ];
        explanations.Where(explanation => !IsSentence(explanation.Words.Nl) || !IsSentence(explanation.Words.En)
            || explanation.Words.Nl == explanation.Words.En).Should().BeEmpty();
    }

    [Fact]
    public void Everything_has_a_name_on_screen_in_both_languages()
    {
        // A name may be the same in both languages, as "link" is; an explanation may not.
        IEnumerable<Words> names =
        [
            .. Vocabulary.Nodes.SelectMany(node => new[] { node.Label, node.Plural }),
            .. Vocabulary.Relations.Select(relation => relation.Label),
            .. Attributes.Select(pair => pair.Attribute.Label),
            .. Attributes.SelectMany(pair => pair.Attribute.ChoiceLabels).Concat(Vocabulary.Visibilities).Select(choice => choice.Label),
        ];
        names.Should().OnlyContain(name => name.Nl.Trim().Length > 0 && name.En.Trim().Length > 0);
    }

    [Fact]
    public void Only_a_choice_has_a_closed_list_and_each_of_its_values_is_there_once()
    {
        Attributes.Should().OnlyContain(pair => (pair.Attribute.Type == AttributeType.Choice) == (pair.Attribute.Choices.Length > 0));
        foreach (var (owner, attribute) in Attributes)
        {
            attribute.Choices.Should().Equal(attribute.ChoiceLabels.Select(choice => choice.Code));
            attribute.Choices.Should().OnlyHaveUniqueItems($"{owner}.{attribute.Name} is a closed list");
        }
    }

    [Fact]
    public void The_visibilities_are_those_of_the_code_in_their_order() =>
        Vocabulary.Visibilities.Select(visibility => visibility.Code)
            .Should().Equal(Enum.GetNames<Visibility>().Select(name => name.ToLowerInvariant()));

    private static bool IsSentence(string text) => text.Length > 1 && !char.IsLower(text, 0) && text.EndsWith('.');
}

using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Values;
using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Import.Values;

public class VocabularyWordsTests
{
    private static IEnumerable<AttributeDefinition> ClosedLists =>
        Vocabulary.Nodes.SelectMany(node => node.Attributes).Concat(Vocabulary.Relations.SelectMany(relation => relation.Attributes))
            .Where(attribute => attribute.Type == AttributeType.Choice);

    [Fact]
    public void Every_value_of_the_vocabulary_is_read_in_both_languages_whatever_its_case()
    {
        foreach (var list in ClosedLists)
        {
            foreach (var choice in list.ChoiceLabels)
            {
                foreach (var word in new[] { choice.Code, choice.Label.Nl, choice.Label.En, choice.Label.Nl.ToUpperInvariant(), $"{choice.Label.Nl} / {choice.Label.En}" })
                    VocabularyWords.CodeOf(list.ChoiceLabels, word).Should().Be(choice.Code, $"'{word}' is a value of {list.Name}");
            }
        }
    }

    [Fact]
    public void A_word_that_is_near_is_suggested_and_not_taken()
    {
        var types = Vocabulary.Of(NodeKind.Agency).Attributes.Single(attribute => attribute.Name == "type").ChoiceLabels;
        VocabularyWords.CodeOf(types, "welzin").Should().BeNull();
        VocabularyWords.OutsideList("Soort", "welzin", types).Why.Should().Be(new Words(
            "Soort moet één van deze zijn: gemeente, stadsdeel, woningcorporatie, welzijn, zorg, school, politie, kennisinstelling, fonds, bedrijf, onbekend. Bedoelt u 'welzijn'?",
            "Soort must be one of municipality, district, housing association, welfare, care, school, police, knowledge institute, fund, company, unknown. Did you mean 'welzijn'?"));
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("3.0", 3)]
    [InlineData("kennen elkaar", 1)]
    [InlineData("Stemmen af", 3)]
    [InlineData("3 stemmen af", 3)]
    [InlineData("3 stemmen af / coordinate", 3)]
    [InlineData("één aanpak", 5)]
    [InlineData("een aanpak", 5)]
    [InlineData("geen contact", 0)]
    [InlineData("0 gevraagd, en er is geen contact / asked, and there is no contact", 0)]
    public void A_level_is_its_number_its_words_or_both(string text, int level) => VocabularyWords.LevelOf("Hoe nauw", text).Should().Be(level);

    [Theory]
    [InlineData("6")]
    [InlineData("10")]
    [InlineData("3 kennen elkaar")]
    [InlineData("goed")]
    [InlineData("2.5")]
    public void A_level_that_is_none_is_refused_with_all_levels(string text) =>
        FluentActions.Invoking(() => VocabularyWords.LevelOf("Hoe nauw", text)).Should().Throw<RowRefusedException>().WithMessage("*from 0 to 5: *1 know each other, *5 one approach.");

    [Theory]
    [InlineData("Ja", true)]
    [InlineData("x", true)]
    [InlineData("TRUE", true)]
    [InlineData("nee", false)]
    [InlineData("0", false)]
    [InlineData("misschien", null)]
    public void Yes_and_no_are_read_as_people_write_them(string text, bool? flag) => VocabularyWords.Flag(text).Should().Be(flag);
}

using CsCheck;
using Wijk.Graph.Analysis.Funding;

namespace Wijk.Graph.Tests.Analysis.Funding;

public class TitlesTests
{
    private static readonly HashSet<string> Places = ["oost", "nieuw", "west", "zuid"];

    [Fact]
    public void The_words_of_a_title_are_its_letters_and_digits() => Titles.WordsOf("5 dagen: theater-tent (in 2016)!").Should().Equal("5", "dagen", "theater",
        "tent", "in", "2016");

    [Theory]
    [InlineData("jongerenwerk zuid", "jongerenwerk nieuw-west", TitleDifference.PlaceOrYear)]
    [InlineData("twee keer kijken", "twee keer kijken 2016", TitleDifference.PlaceOrYear)]
    [InlineData("individuele kindplaatsen", "individuele kindplaatsten", TitleDifference.Spelling)]
    [InlineData("spelinloop de klinker", "spel inloop de klinker", TitleDifference.Spelling)]
    [InlineData("koppelen van buren aan buurtgenoten voor ondersteuning", "buurtgenoten koppelen, extra ondersteuning", TitleDifference.Words)]
    [InlineData("samen eten", "samen eten", null)] // The same title is no near one.
    [InlineData("sinterklaas intocht 2015", "sinterklaasintocht 2016", null)] // Another year is another project.
    [InlineData("zomerfeest 2015", "zomerfeest 2016", null)]
    [InlineData("sinterklaas intocht 2016", "sinterklaasintocht 2016", TitleDifference.Spelling)]
    [InlineData("spelinloop de klinker oost", "spel inloop de klinker west", TitleDifference.Words)] // Not the spelling alone.
    [InlineData("zomerfeest 1", "zomerfeest 2", null)] // A number tells them apart.
    [InlineData("zuid", "oost", null)] // Nothing is left without the place.
    [InlineData("huiswerkklas", "zomerfeest", null)]
    [InlineData("taalles", "taallas", null)] // One letter of a short title is much of it.
    public void Titles_are_near_when_they_differ_in_spelling_place_or_some_words(string a, string b, TitleDifference? expected) =>
        NearTitles.Between(Titles.WordsOf(a), Titles.WordsOf(b), Places).Should().Be(expected);

    [Fact]
    public void Titles_that_differ_in_place_only_are_one_group()
    {
        var found = NearTitles.Among([Titles.WordsOf("breed maatjes oost"), Titles.WordsOf("zomerfeest"), Titles.WordsOf("breed maatjes zuid"),
            Titles.WordsOf("breed maatjes")], Places, new HashSet<string>());
        found.Should().ContainSingle().Which.Titles.Should().Equal(0, 2, 3);
    }

    private static readonly string[] Some = ["samen", "koken", "eten", "buurt", "zuid", "oost", "2016", "buurten", "1", "zomerfeest"];

    [Fact]
    public void Being_near_goes_both_ways() =>
        Gen.Int[0, 9].Array[1, 6].Select(words => string.Join(' ', words.Select(word => Some[word]))).Array[2]
            .Sample(pair => NearTitles.Between(Titles.WordsOf(pair[0]), Titles.WordsOf(pair[1]), Places)
                == NearTitles.Between(Titles.WordsOf(pair[1]), Titles.WordsOf(pair[0]), Places));

    [Fact]
    public void Words_of_the_own_name_tell_nothing()
    {
        var titles = new[] { Titles.WordsOf("vrijwilligers centrale amsterdam promotie"), Titles.WordsOf("vrijwilligers centrale amsterdam vestiging noord") };
        NearTitles.Among(titles, Places, new HashSet<string>()).Should().ContainSingle();
        NearTitles.Among(titles, Places, new HashSet<string> { "vrijwilligers", "centrale", "amsterdam" }).Should().BeEmpty();
    }

    [Fact]
    public void The_phrase_that_most_have_on_both_sides_is_told_the_longest_first()
    {
        TitlesOfTwoSides[] runners =
        [
            Sides("Maatschappelijke dienstverlening Oost", "maatschappelijke dienstverlening onderdeel zorg"),
            Sides("Sport en maatschappelijke dienstverlening", "Maatschappelijke dienstverlening"),
            Sides("Maatschappelijke dienstverlening", "Voorschool"), // On one side only.
            Sides("Buurtfeest", "Buurtfeest"),
        ];
        var phrase = SharedPhrase.Of(runners, _ => false)!;
        string.Join(' ', phrase.Words).Should().Be("maatschappelijke dienstverlening");
        phrase.Runners.Should().Equal(0, 1);
    }

    [Fact]
    public void A_word_that_everybody_uses_and_one_that_is_short_tell_nothing()
    {
        TitlesOfTwoSides[] runners = [Sides("project voor u", "project voor u"), Sides("project voor u", "project voor u")];
        SharedPhrase.Of(runners, word => word == "project").Should().BeNull();
        string.Join(' ', SharedPhrase.Of(runners, _ => false)!.Words).Should().Be("project");
    }

    private static TitlesOfTwoSides Sides(string one, string other) => new([Words(one)], [Words(other)]);

    private static System.Collections.Immutable.ImmutableArray<string> Words(string title) => Titles.WordsOf(title.ToLowerInvariant());
}

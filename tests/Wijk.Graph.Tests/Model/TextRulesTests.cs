using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Model;

public class TextRulesTests
{
    [Theory]
    [InlineData('\u0000')]
    [InlineData('\t')]
    [InlineData('\n')]
    [InlineData('\r')]
    [InlineData('\u007F')]
    [InlineData('\u0085')]
    [InlineData('\u061C')]
    [InlineData('\u200E')]
    [InlineData('\u200F')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u202A')]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    public void A_character_that_nobody_sees_is_refused_in_keys_and_names_and_named_with_its_position(char letter)
    {
        var name = $"U+{(int)letter:X4}";
        var inKey = Problems(Agency($"agency:n:ab{letter}c", "A")).Should().ContainSingle().Subject;
        inKey.Path.Should().Be("key");
        inKey.Message.En.Should().StartWith($"key holds the character {name} at position 12; take it out.");
        inKey.Message.Nl.Should().StartWith($"In key staat op plaats 12 het teken {name}; haal het weg.");
        var inName = Problems(Agency("agency:n:a", $"De{letter} Brug")).Should().ContainSingle().Subject;
        inName.Path.Should().Be("name");
        inName.Message.En.Should().StartWith($"name holds the character {name} at position 3; take it out.");
    }

    [Theory]
    [InlineData("Zoë’s ‘café’ – №\u00A01 😀")]
    [InlineData("مركز الحي")]
    [InlineData("क्‍ष")] // a zero-width joiner, without which some scripts are misspelt
    public void Letters_of_any_script_are_let_through(string text) => Problems(Agency("agency:n:" + text, text)).Should().BeEmpty();

    [Fact]
    public void Other_texts_keep_their_lines()
    {
        var node = Agency("agency:n:a", "A");
        Problems(node with { Attributes = node.Attributes.With("description", "one\ntwo\u202E") }).Should().BeEmpty();
    }

    [Fact]
    public void An_at_sign_stands_encoded_in_a_key_and_as_it_is_in_a_name()
    {
        Problems(Agency("agency:n:a%40b", "a@b")).Should().BeEmpty();
        Problems(Agency("agency:n:a@b", "a@b")).Should().ContainSingle().Which.Message.En.Should().Contain("write %40");
    }

    [Theory]
    [InlineData("k", 8_000 - 9, true)]
    [InlineData("k", 8_000 - 8, false)]
    [InlineData("é", (8_000 - 9) / 2, true)]
    [InlineData("é", (8_000 - 9) / 2 + 1, false)]
    [InlineData("😀", (8_000 - 9) / 4, true)]
    [InlineData("😀", (8_000 - 9) / 4 + 1, false)]
    public void A_key_takes_at_most_8000_bytes(string letter, int times, bool fits)
    {
        var problems = Problems(Agency("agency:n:" + string.Concat(Enumerable.Repeat(letter, times)), "A"));
        if (fits) problems.Should().BeEmpty();
        else problems.Should().ContainSingle().Which.Message.En.Should().MatchRegex("^The key is 80[0-9]{2} bytes long \\(in UTF-8\\), and at most 8000 are allowed; ");
    }

    [Theory]
    [InlineData("a", 1_000, true)]
    [InlineData("a", 1_001, false)]
    [InlineData("😀", 1_000, true)]
    [InlineData("😀", 1_001, false)]
    public void A_name_has_at_most_1000_characters(string letter, int times, bool fits)
    {
        var problems = Problems(Agency("agency:n:a", string.Concat(Enumerable.Repeat(letter, times))));
        if (fits) problems.Should().BeEmpty();
        else problems.Should().ContainSingle().Which.Message.En.Should().StartWith("name is 1001 characters long, and at most 1000 are allowed; ");
    }

    // The ends of a relation stand encoded in its key, so two keys that fit can make one that does not.
    [Fact]
    public void The_key_of_a_relation_is_held_to_the_same_length()
    {
        var (from, to) = ("agency:n:" + new string('a', 5_000), "measure:n:" + new string('b', 5_000));
        var runs = new Relation(RelationKind.Runs, from, to) { Source = "n", RecordedAt = DateTimeOffset.UnixEpoch };
        RecordRules.ProblemsOf(runs, Keys.NodeKindOf).Should().ContainSingle().Which.Path.Should().Be("key");
        RecordRules.ProblemsOf(new Relation(RelationKind.Runs, "agency:n:a", "measure:n:b") { Source = "n", RecordedAt = DateTimeOffset.UnixEpoch }, Keys.NodeKindOf)
            .Should().BeEmpty();
    }

    [Fact]
    public void A_text_is_shown_short_and_with_what_nobody_sees_in_words()
    {
        TextRules.Shown("De Brug").Should().Be("De Brug");
        TextRules.Shown("De\u202E\nBrug").Should().Be("De[U+202E][U+000A]Brug");
        TextRules.Shown(new string('k', 9_000)).Should().Be(new string('k', 300) + "…");
    }

    private static Problem[] Problems(Node node) => [.. RecordRules.ProblemsOf(node)];

    private static Node Agency(string key, string name) => new(key, NodeKind.Agency)
    {
        Source = "n",
        RecordedAt = DateTimeOffset.UnixEpoch,
        Attributes = AttributeSet.Of(("name", name)),
    };
}

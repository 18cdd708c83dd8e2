using Microsoft.Data.Sqlite;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores;

public sealed class SqlitePlaceTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StorePlace Place => StorePlace.Folder(folder.File("data"));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("sqlite:./data", true)]
    [InlineData("neo4j", true)]
    [InlineData("sqlite:", false)]
    [InlineData("sqlite: ", false)]
    [InlineData("./data", false)]
    [InlineData("Neo4j", false)]
    public void A_place_is_written_as_a_folder_with_sqlite_or_as_neo4j(string text, bool isPlace) =>
        (StorePlace.Find(text, _ => null) is not null).Should().Be(isPlace);

    [Fact]
    public void Two_ways_to_write_one_folder_are_one_place()
    {
        StorePlace.Folder("data").Should().Be(StorePlace.Folder("./x/../data/")).And.NotBe(StorePlace.Folder("data2"));
        StorePlace.Neo4j(_ => null).Should().Be(StorePlace.Neo4j(_ => "x")).And.NotBe(StorePlace.Folder("neo4j"));
    }

    [Fact]
    public async Task Asking_makes_nothing()
    {
        (await Place.HoldsNothingAsync(Cancel)).Should().BeTrue();
        await Place.CheckEmptyAsync(Cancel);
        (await Place.DiagnoseAsync(TimeProvider.System, null, Cancel)).Should().ContainSingle().Which.Level.Should().Be(DiagnosisLevel.Attention);
        await Place.Awaiting(place => place.OpenExistingAsync(Cancel)).Should().ThrowAsync<StoreEmptyException>();
        await Place.Awaiting(place => place.VerifyAsync(Cancel)).Should().ThrowAsync<StoreEmptyException>();
        Directory.Exists(folder.File("data")).Should().BeFalse();
    }

    [Fact]
    public async Task An_empty_database_may_be_filled_and_a_filled_one_not()
    {
        await (await Place.OpenAsync(Cancel)).DisposeAsync();
        await Place.CheckEmptyAsync(Cancel);
        await FillAsync();
        await Place.Awaiting(place => place.CheckEmptyAsync(Cancel)).Should().ThrowAsync<StoreNotEmptyException>().WithMessage("*version 1*");
    }

    [Fact]
    public async Task Verify_finds_what_another_program_did_to_the_file()
    {
        await FillAsync();
        (await Place.VerifyAsync(Cancel)).Should().Match<Verification>(found =>
            found.Findings.IsEmpty && found.NodeCount == 3 && found.RelationCount == 1 && found.IsLogComplete);

        await using (var database = new SqliteConnection($"Data Source={Path.Combine(folder.File("data"), "wijk.db")};Pooling=False"))
        {
            await database.OpenAsync(Cancel);
            await using var edit = database.CreateCommand();
            edit.CommandText =
                """
                UPDATE node SET attributes = '{"name":"The school"}' WHERE key = 'agency:test:School';
                UPDATE node SET attributes = '{"name":"Library","type":"club"}' WHERE key = 'agency:test:Library';
                DELETE FROM node WHERE key = 'agency:test:Shop';
                """;
            await edit.ExecuteNonQueryAsync(Cancel);
        }

        var findings = (await Place.VerifyAsync(Cancel)).Findings;
        findings.Select(found => (found.Rule, found.Key)).Should().BeEquivalentTo(new[]
        {
            (VerificationRule.ChangedOutsideWijk, "agency:test:School"),
            (VerificationRule.BreaksVocabulary, "agency:test:Library"),
            (VerificationRule.ChangedOutsideWijk, "agency:test:Library"),
            (VerificationRule.DeletedOutsideWijk, "agency:test:Shop"),
        });
        findings.Single(found => found.Key == "agency:test:School").Message.En.Should().Be("Other than in the log: name was 'School' and is 'The school'.");
        (await Place.AdoptAsync(new() { Source = "x" }, TimeProvider.System, Cancel)).Taken.Should().BeEmpty("a file of Wijk's own holds nobody else's work");
    }

    private async Task FillAsync()
    {
        await using var store = await Place.OpenAsync(Cancel);
        await store.CommitAsync(
            new()
            {
                Id = "1",
                Source = "test",
                RecordedAt = Noon,
                Changes = [Put("School"), Put("Library"), Put("Shop"), Change.Put(Tie())],
            },
            Cancel);

        static Relation Tie() => new(RelationKind.Collaborates, "agency:test:School", "agency:test:Library")
        {
            Source = "test",
            RecordedAt = Noon,
            Attributes = AttributeSet.Of(("level", 3L)),
        };

        static Change Put(string name) =>
            Change.Put(new Node($"agency:test:{name}", NodeKind.Agency) { Source = "test", RecordedAt = Noon, Attributes = AttributeSet.Of(("name", name)) });
    }

    private static DateTimeOffset Noon => new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
}

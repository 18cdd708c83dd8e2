using System.Text;
using Wijk.Graph.Import.Formats;

namespace Wijk.Graph.Tests.Import.Formats;

public class EncodingTests
{
    private const string Text = "id,naam\n1,Belgiëplein € 5\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Text) },
        { "utf-8 with BOM", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
        { "utf-16le with BOM", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
        { "utf-16be with BOM", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "utf-16le", Encoding.Unicode.GetBytes(Text) },
        { "utf-16be", Encoding.BigEndianUnicode.GetBytes(Text) },
        { "windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_text_and_is_named(string name, byte[] bytes)
    {
        var table = TableReader.Read(new("a.csv", bytes))[0];
        table.Encoding.Should().Be(name);
        table.Columns.Should().Equal("id", "naam");
        table.Rows.Single().Values.Should().Equal("1", "Belgiëplein € 5");
    }

    [Fact]
    public void One_stray_byte_does_not_make_two_letters_of_every_accent()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("id,naam\n1,Belgiëplein\n2,Café "), 0x92, .. Encoding.UTF8.GetBytes("\n3,Façade\n")];
        var table = TableReader.Read(new("a.csv", bytes))[0];
        table.Rows.Select(row => row.Values[1]).Should().Equal("Belgiëplein", "Café \uFFFD", "Façade");
        table.Notes.Single().ToString().Should().StartWith("a.csv row 3: the file is UTF-8, but 1 character is not").And.Contain("--encoding windows-1252");
    }

    [Fact]
    public void Mac_Roman_is_guessed_and_told()
    {
        var roman = CodePagesEncodingProvider.Instance.GetEncoding("macintosh")!.GetBytes("id,naam\n1,Café\n2,Belgiëplein\n3,Zoë's coöperatie\n");
        var table = TableReader.Read(new("a.csv", roman))[0];
        table.Encoding.Should().Be("macintosh");
        table.Rows.Select(row => row.Values[1]).Should().Equal("Café", "Belgiëplein", "Zoë's coöperatie");
        table.Notes.Single().ToString().Should().Be("a.csv row 2: 'Café': the encoding was guessed: Mac Roman, since in Windows-1252 this would be 'CafŽ'. If that is wrong, choose --encoding windows-1252.");
        TableReader.Read(new("a.csv", roman) { Encoding = "windows-1252" })[0].Rows.First().Values[1].Should().Be("CafŽ", "who chooses is obeyed");
    }

    [Fact]
    public void Text_that_was_saved_as_UTF_8_twice_is_told_and_mended_when_that_is_chosen()
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var twice = Encoding.UTF8.GetBytes(western.GetString(Encoding.UTF8.GetBytes("id,naam\n1,Café € Zoë’s\n")));
        var table = TableReader.Read(new("a.csv", twice))[0];
        table.Rows.Single().Values[1].Should().Be("CafÃ© â‚¬ ZoÃ«â€™s");
        table.Notes.Single().ToString().Should().Contain("'CafÃ©'").And.Contain("probably 'Café' is meant").And.Contain("--encoding utf-8-twice");
        TableReader.Read(new("a.csv", twice) { Encoding = "utf-8-twice" })[0].Rows.Single().Values[1].Should().Be("Café € Zoë’s");
    }

    [Fact]
    public void Windows_1252_with_quotes_and_dashes_is_no_Mac_Roman()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("id,naam\n1,Foto’s – België “café”\n");
        var table = TableReader.Read(new("a.csv", bytes))[0];
        (table.Encoding, table.Rows.Single().Values[1], table.Notes.Count).Should().Be(("windows-1252", "Foto’s – België “café”", 0));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        FluentActions.Invoking(() => TableReader.Read(new("photo.csv", [0x89, 0x50, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52])))
            .Should().Throw<ImportFileException>().WithMessage("photo.csv: the file holds zero bytes*");

    [Theory]
    [InlineData("a.csv", "")]
    [InlineData("a.json", "")]
    [InlineData("a.ndjson", "  \n ")]
    [InlineData("a.xlsx", "")]
    public void An_empty_file_is_refused(string name, string text) =>
        FluentActions.Invoking(() => TableReader.Read(new(name, Encoding.UTF8.GetBytes(text))))
            .Should().Throw<ImportFileException>().WithMessage($"{name}: the file is empty*");

    [Fact]
    public void A_folder_and_a_missing_file_are_refused_by_name()
    {
        using var files = new TempFiles();
        FluentActions.Invoking(() => SourceFile.Read(files.Folder)).Should().Throw<ImportFileException>().WithMessage("*this is a folder*");
        FluentActions.Invoking(() => SourceFile.Read(Path.Combine(files.Folder, "no.csv"))).Should().Throw<ImportFileException>().WithMessage("*no such file*");
    }

    [Fact]
    public void An_unknown_kind_of_file_is_refused_with_the_kinds_that_are_read() =>
        FluentActions.Invoking(() => TableReader.Read(new("a.pdf", "x"u8.ToArray())))
            .Should().Throw<ImportFileException>().WithMessage("a.pdf: '.pdf' is not a known kind of file*.csv*");
}

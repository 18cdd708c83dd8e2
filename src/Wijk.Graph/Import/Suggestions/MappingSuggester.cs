using System.Text.Json;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Suggestions;

/// <summary>Reads the headings and values of a table, and proposes a mapping for it.</summary>
public static class MappingSuggester
{
    private const int RowsLookedAt = 2_000;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static readonly string[] Blanks = ["onbekend", "n.v.t.", "nvt", "n/a", "-", "unknown", "none", "geen"];

    /// <summary>Proposes a mapping for a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ImportFileException">It cannot be read.</exception>
    /// <exception cref="NoSuggestionException">No column says who does what.</exception>
    public static MappingSuggestion Suggest(string path, CancellationToken cancellation)
    {
        var file = SourceFile.Read(path);
        var tables = TableReader.Read(file);
        var table = tables.OrderByDescending(sheet => sheet.Rows.Take(RowsLookedAt).Count()).FirstOrDefault() ?? throw new NoSuggestionException(new(
            $"{file.Name}: er is geen tabel met koppen; zet de koppen in rij 1.", $"{file.Name}: there is no table with headings; put the headings in row 1."));
        SourceRow[] rows = [.. table.Rows.Where(row => row.Fault is null).Take(RowsLookedAt)];
        var columns = Columns(table, rows);
        var roles = columns.Where(column => column.Role is not null and not ColumnRole.Person).ToDictionary(column => column.Role!.Value);
        if (!roles.ContainsKey(ColumnRole.Organisation) && !roles.ContainsKey(ColumnRole.Activity)) throw new NoSuggestionException(new(
            $"{table.File}: geen kolom zegt wie iets doet of wat er gebeurt; noem een kolom 'organisatie' of 'activiteit'. De kolommen zijn {string.Join(", ", table.Columns)}.",
            $"{table.File}: no column says who does something or what is done; call a column 'organisation' or 'activity'. Columns are {string.Join(", ", table.Columns)}."));
        var json = SuggestedMapping.Of(file.Name, SheetOf(table, tables.Count), roles, BlanksIn(rows), NotesOf(columns)).ToJsonString(Written) + "\n";
        List<Words> notes = [];
        if (tables.Count > 1) notes.Add(new(
            $"Alleen {table.File} is bekeken; er zijn {tables.Count} bladen of delen.", $"Only {table.File} was looked at; there are {tables.Count} sheets or parts."));
        var tried = MappingRunner.Run(DeclaredMapping.Parse("suggestion", json), [path], null, DateTimeOffset.UnixEpoch, null, cancellation);
        return new(json, [.. columns.Select(column => new SuggestedColumn(column.Heading, column.Certainty, column.Why))], notes,
            tried.Files.Sum(read => (long)read.RowCount), tried.Refused.Select(remark => remark.Place).Distinct().Count());
    }

    // A heading decides; where it says nothing, values may. Each role is given once: to the column that is surest of it, and of these the first.
    private static List<GuessedColumn> Columns(SourceTable table, SourceRow[] rows)
    {
        var guesses = table.Columns.Select((heading, index) => Guess(heading, ColumnEvidence.Of(rows.Select(row => row.Values[index]).Where(value => !IsBlank(value))))).ToList();
        foreach (var same in guesses.Where(guess => guess.Role is not null and not ColumnRole.Person).GroupBy(guess => guess.Role).ToArray())
        {
            var best = same.OrderBy(guess => guess.Certainty).First();
            foreach (var other in same.Where(guess => guess != best).ToArray()) guesses[guesses.IndexOf(other)] = other.Leave(new(
                $"'{best.Heading}' is al gekozen voor {RoleName.Of(best.Role!.Value).Nl}", $"'{best.Heading}' was chosen for {RoleName.Of(best.Role!.Value).En} already"));
        }

        return ByValues(guesses);
    }

    private static GuessedColumn Guess(string heading, ColumnEvidence evidence)
    {
        var (exact, within) = (RoleWords.Exactly(heading), RoleWords.Within(heading));
        var guess = new GuessedColumn(heading, evidence, exact ?? within, exact is not null ? Certainty.Sure : Certainty.Guessed);
        if (heading.Length == 0) return guess.Leave(new("de kolom heeft geen kop", "the column has no heading"));
        if (guess.Role is null) return guess.Leave(new("de kop zegt niet wat dit is", "the heading does not say what this is"));
        if (guess.Role == ColumnRole.Person) return guess.Leave(new("hier kan een persoon in staan; die worden niet gelezen", "this may name a person; persons are not read"));
        if (evidence.Filled == 0) return guess.Leave(new("de kolom is leeg", "the column is blank"));
        return evidence.Fits(guess.Role.Value) ? guess : guess.Leave(new(
            $"de kop lijkt op {RoleName.Of(guess.Role.Value).Nl}, de waarden niet", $"the heading looks like {RoleName.Of(guess.Role.Value).En}, the values do not"));
    }

    // "Naam" alone: of an organisation when there is none yet, else of an activity. And dates without a word for them are from and until, in that order.
    private static List<GuessedColumn> ByValues(List<GuessedColumn> guesses)
    {
        for (var i = 0; i < guesses.Count; i++)
        {
            if (guesses[i].Role is not null || guesses[i].Evidence.Filled == 0 || RoleWords.Exactly(guesses[i].Heading) is not null) continue;
            var name = TextFolding.Fold(guesses[i].Heading) is "naam" or "name";
            ColumnRole? role = name && !Has(ColumnRole.Organisation) ? ColumnRole.Organisation
                : name && !Has(ColumnRole.Activity) ? ColumnRole.Activity
                : guesses[i].Evidence.AreDates && guesses[i].Evidence.Dates > 1 && !Has(ColumnRole.From) ? ColumnRole.From
                : guesses[i].Evidence.AreDates && guesses[i].Evidence.Dates > 1 && !Has(ColumnRole.To) ? ColumnRole.To
                : null;
            if (role is { } found && guesses[i].Evidence.Fits(found)) guesses[i] = new(guesses[i].Heading, guesses[i].Evidence, found, Certainty.Guessed);
        }

        return guesses;

        bool Has(ColumnRole role) => guesses.Exists(guess => guess.Role == role);
    }

    private static string[] BlanksIn(SourceRow[] rows) =>
        [.. rows.SelectMany(row => row.Values).Select(Keys.Fold).Where(IsBlank).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsBlank(string value) => Blanks.Contains(Keys.Fold(value), StringComparer.OrdinalIgnoreCase);

    private static string? SheetOf(SourceTable table, int count) => count > 1 && table.File.EndsWith(']') ? table.File[(table.File.LastIndexOf(" [", StringComparison.Ordinal) + 2)..^1] : null;

    private static string NotesOf(List<GuessedColumn> columns) => string.Join("; ", new[] { Certainty.Guessed, Certainty.Left }
        .Select(certainty => (certainty, columns: columns.Where(column => column.Certainty == certainty).ToArray())).Where(group => group.columns.Length > 0)
        .Select(group => $"{(group.certainty == Certainty.Guessed ? "guessed, look at it" : "left out")}: {string.Join(", ", group.columns.Select(column => column.Heading))}"));
}

using System.Collections.Immutable;
using System.CommandLine;
using Wijk.Graph.Export;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Findings.Rounds;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Rounds;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Views;
using Wijk.GraphQL.Commands.Reports;
using Wijk.GraphQL.Pages.AskList;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions.AskList;
using Wijk.GraphQL.Saved;

namespace Wijk.GraphQL.Commands;

/// <summary><c>ask start|list|sheets|workshop|read</c>: a round of questions, from the list to the answers; <c>analyse round</c> tells how far it got.</summary>
internal static class AskCommand
{
    private const int RefusedExitCode = 1;

    private static readonly AskListBinding Binding = new();

    public static Command Make() => new("ask", "Een vragenronde: beginnen, lijsten maken, antwoorden inlezen. / A round of questions: start it, make its lists, read the answers.")
    {
        Start(),
        List(),
        Sheets(),
        Workshop(),
        Read(),
    };

    private static Command Start()
    {
        var name = new Argument<string>("name") { Description = "Hoe de ronde heet. / What the round is called." };
        var mayName = new Option<bool>("--may-name")
        {
            Description = "Bij een antwoord mag staan wie het gaf; anders zien alleen coördinatoren de antwoorden. / An answer may be shown with who gave it; if not, only coordinators see the answers.",
        };
        var source = new Option<string>("--source")
        {
            Description = "Wie de ronde houdt: een organisatie of rol, geen naam van een mens. / Who holds the round: an organisation or a role, never a person's name.",
            DefaultValueFactory = _ => "coordinator",
        };
        var command = new Command("start", "Begint een ronde met de lijsten van 'analyse ask-list', en legt vast wie wat wordt gevraagd. / Starts a round with the lists of 'analyse ask-list', and records who is asked what.") { name };
        foreach (var parameter in Binding.AllParameters) command.Add(parameter.Option);
        command.Add(mayName);
        command.Add(source);
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, async () =>
        {
            var called = arguments.GetRequiredValue(name);
            if (RoundStart.WhyNot(called) is { } why) throw new Refusal(why);
            if (Keys.Fold(arguments.GetRequiredValue(source)) is not { Length: > 0 } holder || holder == Inference.Source)
                throw new Refusal(new("--source: noem de organisatie of rol die de ronde houdt.", "--source: name the organisation or role that holds the round."));
            await using var store = await arguments.OpenExistingAsync(stop);
            await using var snapshots = new SnapshotHost(store, TimeProvider.System);
            await snapshots.StartAsync(stop);
            var moment = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            var start = new RoundStart(called, Today, arguments.GetValue(mayName), holder);
            var list = Binding.Ask(arguments, GraphView.Of(snapshots.Current), Today, arguments.Terminal(stop).Progress, stop);
            var records = RoundRecords.Of(list, start, moment);
            if (records.IsEmpty) throw new Refusal(StartRoundField.Nothing(list.Reason));
            if (snapshots.Current.Find(start.Key) is not null) throw new Refusal(RoundRecords.IsThere(called));
            var result = await store.CommitAsync(
                new ChangeSet { Id = $"round:{Guid.NewGuid():N}", Source = holder, RecordedAt = moment, ExpectedVersion = snapshots.Current.Version.Number, Changes = records }, stop);
            var round = Keys.Fold(called);
            arguments.Tell(new(
                $"Ronde ‘{round}’ is begonnen: {list.Sheets.Length} lijsten met samen {list.LineCount} vragen, versie {result.Version}. Maak de lijsten met: ask sheets \"{round}\" --format html --out lijsten.html",
                $"Round “{round}” has started: {list.Sheets.Length} lists with {list.LineCount} questions in all, version {result.Version}. Make the lists with: ask sheets \"{round}\" --format html --out lists.html"));
            return 0;
        }));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Welke rondes er zijn. / Which rounds there are.");
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, async () =>
        {
            var (rounds, terminal) = (Round.All(await ViewAsync(arguments, stop)), arguments.Terminal());
            if (rounds.IsEmpty) terminal.Sentence(new("Er is nog geen ronde; begin er een met 'ask start'.", "There is no round yet; start one with 'ask start'."));
            else terminal.Table([new("Naam", "Name"), new("Sleutel", "Key"), new("Datum", "Date"), new("gevraagd", "asked"), new("geantwoord", "answered")],
                rounds.Select(round => new[] { round.Name, round.Key, round.HeldOn?.ToString() ?? "", $"{round.Respondents.Length}", $"{round.AnsweredCount}" }));
            return 0;
        }));
        return command;
    }

    private static Command Sheets()
    {
        var round = Which();
        var format = new Option<string>("--format")
        {
            Description = "De vorm: html voor papier, xlsx of csv om in te vullen en in te lezen. / The form: html for paper, xlsx or csv to fill in and read back.",
            Required = true,
        }.AcceptOnlyFromAmong(FormFile.Html, FormFile.Workbook, FormFile.Csv);
        var each = new Option<bool>("--each")
        {
            Description = "Een bestand voor elk die gevraagd is; --out noemt dan een map. / A file for each who is asked; --out then names a folder.",
        };
        var command = new Command("sheets", "Maakt de lijsten van een ronde: voor allen samen, of voor elk een. / Makes the lists of a round: for all together, or one for each.") { round, format, each, FormFile.Out };
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, async () =>
        {
            var (form, language, file) = (arguments.GetRequiredValue(format), arguments.GetValue(CommonOptions.Language), arguments.GetValue(FormFile.Out));
            FormFile.Check(arguments, form, FormFile.Html, FormFile.Csv, FormFile.Workbook);
            var found = await FindAsync(arguments, arguments.GetRequiredValue(round), stop);
            var sheets = SheetToFillIn.Of(found);
            if (sheets.IsEmpty) throw new Refusal(new($"Wie er in de ronde ‘{found.Name}’ is gevraagd, is niet vastgelegd; er is geen lijst te maken.", $"Whom the round “{found.Name}” asked is not recorded; there is no list to make."));
            if (!arguments.GetValue(each))
            {
                await FormFile.WriteAsync(arguments, Writer(sheets));
                return 0;
            }

            if (file is null) throw new Refusal(new("Noem bij --each een map met --out.", "With --each name a folder with --out."));
            Directory.CreateDirectory(file.FullName);
            foreach (var (sheet, name) in sheets.Zip(FileNames(sheets)))
                await WholeFile.WriteAsync(Path.Combine(file.FullName, $"{name}.{form}"), Writer([sheet]));
            arguments.Tell(new($"{sheets.Length} lijsten geschreven naar '{file}'.", $"{sheets.Length} lists written to '{file}'."));
            return 0;

            Func<Stream, Task> Writer(ImmutableArray<SheetToFillIn> some) => form switch
            {
                FormFile.Html => stream => FormFile.WriteHtmlAsync(stream, found.View, PageContent.Of<AskSheetsPage, AskSheetsModel>(new(some, null)), language, stop),
                FormFile.Csv => stream => AnswerFormFile.WriteCsvAsync(stream, some.Select(PartOf), SheetToFillIn.LinesForWhoElse, language, stop),
                _ => stream => AnswerFormFile.WriteWorkbookAsync(stream, some.Select(PartOf), SheetWords.Levels, SheetToFillIn.LinesForWhoElse, language, stop),
            };
        }));
        return command;
    }

    private static Command Workshop()
    {
        var round = Which();
        var command = new Command("workshop", "Maakt van een ronde een vel A2 voor een bijeenkomst: kaarten om te verbinden. / Makes of a round a sheet of A2 for a meeting: cards to connect.") { round, FormFile.Out };
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, async () =>
        {
            var found = await FindAsync(arguments, arguments.GetRequiredValue(round), stop);
            await FormFile.WriteAsync(arguments, stream => FormFile.WriteHtmlAsync(
                stream, found.View, PageContent.Of<WorkshopPage, WorkshopModel>(WorkshopModel.Of(found)), arguments.GetValue(CommonOptions.Language), stop));
            return 0;
        }));
        return command;
    }

    private static Command Read()
    {
        var files = new Argument<string[]>("files") { Description = "De ingevulde lijsten: xlsx of csv. / The lists, filled in: xlsx or csv.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("read", "Leest ingevulde lijsten in; wat leeg is blijft onbekend. / Reads lists that were filled in; what is empty stays unknown.") { files };
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, async () =>
        {
            SourceFile[] read = [.. arguments.GetRequiredValue(files).Select(SourceFile.Read)];
            await using var store = await arguments.OpenExistingAsync(stop);
            var (reading, version) = await AnswerImport.ReadAsync(store, read, Today, TimeProvider.System, stop);
            AnswerReadingReport.Write(reading, version, arguments.Terminal(stop));
            return reading.Refused.Count > 0 ? RefusedExitCode : 0;
        }));
        return command;
    }

    private static Argument<string> Which() => new("round") { Description = "Naam of sleutel van de ronde. / Name or key of the round." };

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private static AnswerFormPart PartOf(SheetToFillIn sheet)
    {
        var graph = sheet.View.Graph;
        return new(sheet.Round!.Key, SheetWords.NameOf(sheet, sheet.Respondent), graph.Node(sheet.Respondent).Key, [.. sheet.Others.Select(other => (SheetWords.NameOf(sheet, other), graph.Node(other).Key))]);
    }

    // A name may hold what a file system refuses, and two may differ in that only.
    private static IEnumerable<string> FileNames(ImmutableArray<SheetToFillIn> sheets)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in sheets)
        {
            var name = string.Concat(SheetWords.NameOf(sheet, sheet.Respondent).Select(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' ? letter : '-')).Trim();
            name = name.Length > 80 ? name[..80].Trim() : name;
            for (var copy = 2; !taken.Add(name); copy++) name = $"{name} {copy}";
            yield return name;
        }
    }

    private static async Task<Round> FindAsync(ParseResult arguments, string text, CancellationToken stop) =>
        Round.Find(await ViewAsync(arguments, stop), text) ?? throw new Refusal(Round.NotThere(text));

    private static async Task<GraphView> ViewAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var store = await arguments.OpenExistingAsync(stop);
        await using var snapshots = new SnapshotHost(store, TimeProvider.System);
        await snapshots.StartAsync(stop);
        return GraphView.Of(snapshots.Current);
    }
}

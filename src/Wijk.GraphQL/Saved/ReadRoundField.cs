using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Rounds;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Views;
using Wijk.GraphQL.Changes;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;

namespace Wijk.GraphQL.Saved;

/// <summary><c>readRound</c>: reads filled-in lists of rounds back, as <c>ask read</c> does: all of it or nothing.</summary>
internal static class ReadRoundField
{
    private const int MostFiles = 50, UsualRemarks = 5;

    /// <summary>Adds the field to the mutation type.</summary>
    /// <param name="mutation">The mutation type.</param>
    /// <param name="query">The query type, for what a client reads again after it.</param>
    /// <param name="types">The shared types.</param>
    public static void AddTo(ObjectGraphType mutation, ObjectGraphType query, SharedTypes types) => mutation.Add(
        "readRound", Payload(query, types),
        "Reads lists of rounds that were filled in, as 'ask sheets' made them, and writes what is new in them as COLLABORATES with who said so. A line that was left empty is no answer, and never 'no contact'. "
            + "Where a line cannot be right nothing is written, and 'errors' says which, with the rule and what to do. The same files are read once.",
        [
            new QueryArgument(File(types).List()) { Name = "files", Description = $"The lists, 1 to {MostFiles}." },
            new QueryArgument(types.Date) { Name = "answeredOn", Description = "The day on which the answers came; today when absent." },
        ],
        ResolveAsync);

    private static async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var (operation, services) = (Operation.Of(context), context.RequestServices!);
        SourceFile[] files = [.. ((IEnumerable<object?>)context.Arguments!["files"].Value!).OfType<IDictionary<string, object?>>().Select(FileOf)];
        if (files.Length is 0 or > MostFiles) throw new WrongArgument(new($"files: geef 1 tot {MostFiles} bestanden; dit zijn er {files.Length}.", $"files: give 1 to {MostFiles} files; these are {files.Length}."));
        var day = context.GetArgument<DateOnly?>("answeredOn") ?? operation.Today;
        try
        {
            var (reading, version) = await AnswerImport.ReadAsync(services.GetRequiredService<IGraphStore>(), files, day, services.GetRequiredService<TimeProvider>(), context.CancellationToken);
            if (version is { } written) await services.GetRequiredService<SnapshotHost>().WaitForAsync(written, context.CancellationToken);
            operation.Renew();
            return new InView<RoundRead>(operation.View, new(version ?? reading.Version, version is not null, reading.AnswerCount, reading.EmptyCount, reading.Respondents, reading.NotFound, reading.Refused));
        }
        catch (ImportFileException unreadable)
        {
            // About a whole file there is no row or column; its words name it.
            var remark = new RowRemark(new(unreadable.File, unreadable.Row), "", unreadable.Why);
            return new InView<RoundRead>(operation.View, new(operation.View.Graph.Version.Number, false, 0, 0, [], [], [remark]));
        }
        catch (WriteFailedException failed)
        {
            throw ChangeService.Away(failed);
        }
        catch (StoreException problem)
        {
            throw new StoreAway(problem.Why, problem);
        }
    }

    private static SourceFile FileOf(IDictionary<string, object?> file)
    {
        var (name, content) = (Path.GetFileName((string)file["name"]!), (string)file["content"]!);
        if (name.Length == 0) throw new WrongArgument(new("files: een bestand heeft geen naam; geef de naam zoals die op schijf staat, met .xlsx of .csv.", "files: a file has no name; give the name that it has on disk, with .xlsx or .csv."));
        var bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out var length)
            ? new(name, bytes[..length])
            : throw new WrongArgument(new(
                $"files: de inhoud van '{TextRules.Shown(name)}' is geen base64; zet de bytes van het bestand om naar base64.", $"files: the content of '{TextRules.Shown(name)}' is not base64; encode the bytes of the file as base64."));
    }

    private static InputObjectGraphType File(SharedTypes types)
    {
        var file = new InputObjectGraphType { Name = "FilledInListInput", Description = "A file with lists of a round that were filled in." };
        file.Declare("name", types.String.Required(), "Its name, which errors repeat; with .xlsx or .csv.");
        file.Declare("content", types.String.Required(), "Its bytes, as base64.");
        return file;
    }

    private static ObjectGraphType<InView<RoundRead>> Payload(ObjectGraphType query, SharedTypes types)
    {
        var (remark, payload) = (Remark(types), new ObjectGraphType<InView<RoundRead>> { Name = "ReadRoundPayload", Description = "What became of lists that were filled in." });
        payload.Add<InView<RoundRead>>("version", types.Long.Required(), "The version in which the answers are visible; when there are errors, the version of the graph as it was found.", answer => answer.Item.Version);
        payload.Add<InView<RoundRead>>("wasApplied", types.Boolean.Required(), "Whether anything was written; no when there are errors, or when the graph says all of it already.", answer => answer.Item.WasApplied);
        payload.Add<InView<RoundRead>>("answerCount", types.Int.Required(), "Lines with an answer, each pair and respondent once.", answer => answer.Item.AnswerCount);
        payload.Add<InView<RoundRead>>("emptyCount", types.Int.Required(), "Lines that were left empty: of these nothing is known.", answer => answer.Item.EmptyCount);
        payload.Add<InView<RoundRead>>("respondents", types.Id.List(), "The keys of those who answered.", answer => answer.Item.Respondents);
        payload.Add<InView<RoundRead>>("notFound", remark.List(), "Names beside a list that are not known, or have no figure: not written, and no reason to refuse the rest.", answer => answer.Item.NotFound).Costing(UsualRemarks);
        payload.Add<InView<RoundRead>>("errors", remark.List(), "Lines that cannot be right; empty when the answers were written, now or before.", answer => answer.Item.Errors).Costing(UsualRemarks);
        payload.Add<InView<RoundRead>>("query", query.Required(), "All that can be asked, of the graph with the answers in it, so that a client refreshes its screen in the same request.", answer => answer);
        return payload;
    }

    private static ObjectGraphType<RowRemark> Remark(SharedTypes types)
    {
        var remark = new ObjectGraphType<RowRemark> { Name = "ListRemark", Description = "What is the matter with a line of a list that was filled in." };
        remark.Add<RowRemark>("file", types.String.Required(), "The file, with its sheet.", one => one.Place.File);
        remark.Add<RowRemark>("row", types.Int, "The row, from 1, its headings counted; null when it is about the whole file.", one => one.Place.Row > 0 ? one.Place.Row : null);
        remark.Add<RowRemark>("column", types.Words, "The heading of the column; null when it is about the whole row or file.", one => one.Column);
        remark.Add<RowRemark>("value", types.String.Required(), "What stands there; empty when it is about the whole row or file.", one => one.Value);
        remark.Add<RowRemark>("message", types.Words.Required(), "The rule and what to do.", one => one.Message);
        return remark;
    }

    /// <summary>What became of lists that were filled in.</summary>
    private sealed record RoundRead(
        long Version, bool WasApplied, int AnswerCount, int EmptyCount, IReadOnlyList<string> Respondents, IReadOnlyList<RowRemark> NotFound, IReadOnlyList<RowRemark> Errors);
}

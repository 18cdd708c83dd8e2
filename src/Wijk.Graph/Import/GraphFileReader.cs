using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import;

/// <summary>Gathers the contents, and in a backup the log, from the elements of a file that Wijk wrote.</summary>
internal sealed class GraphFileReader(string fileName, bool isBackup)
{
    /// <summary>The form of file that this Wijk writes and reads.</summary>
    public const int Form = 1;

    private readonly List<Node> nodes = [];
    private readonly List<Relation> relations = [];
    private readonly List<LoggedChangeSet> log = [];
    private readonly List<RowRemark> refused = [];
    private readonly HashSet<string> seen = [];
    private ImmutableArray<Change>.Builder changes = ImmutableArray.CreateBuilder<Change>();
    private LoggedChangeSet? head;
    private long changesToCome;
    private long version;
    private DateTimeOffset recordedAt;

    /// <summary>Takes the name of a member, before its elements.</summary>
    public void Begin(string member)
    {
        if (member is not ("wijk" or "version" or "recordedAt" or "nodes" or "relations") && !(isBackup && member == "log"))
            throw Unreadable(new($"er staat '{member}' in, dat hoort daar niet", $"it has a member '{member}' that does not belong there"));
        if (!seen.Add(member)) throw Unreadable(new($"'{member}' staat er twee keer in", $"it has '{member}' twice"));
    }

    /// <summary>Takes one element; see <see cref="JsonObjectReader"/>.</summary>
    public void Take(string member, int position, JsonElement json)
    {
        try
        {
            TakeElement(member, position, json);
        }
        catch (RecordFormatException problem) when (position > 0)
        {
            refused.Add(new(Place(member, position), KeyOf(json), problem.Why));
        }
        catch (RecordFormatException problem)
        {
            throw Unreadable(problem.Why, problem);
        }
    }

    /// <summary>All of the file, checked.</summary>
    /// <exception cref="WijkJsonException">Something is missing, or a record was refused.</exception>
    public (GraphContents Contents, IReadOnlyList<LoggedChangeSet> Log) Finish()
    {
        foreach (var needed in (string[])["wijk", "version", "recordedAt", "nodes", "relations", .. isBackup ? (string[])["log"] : []])
        {
            if (seen.Contains(needed)) continue;
            throw Unreadable(new($"'{needed}' ontbreekt, dus Wijk heeft het niet geschreven", $"'{needed}' is missing, so it was not written by Wijk"));
        }

        if (refused.Count > 0) throw new WijkJsonException([.. refused]);
        if (changesToCome > 0)
        {
            throw Unreadable(new(
                $"in het logboek ontbreken {changesToCome} wijzigingen van versie {head!.Version.Number}",
                $"the log lacks {changesToCome} changes of version {head!.Version.Number}"));
        }

        EndChangeSet();
        CheckRecords();
        nodes.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        relations.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        var contents = new GraphContents(new(version, recordedAt), nodes, relations);
        return LoadRules.WhyVersionsFail(contents, log) is { } why ? throw Unreadable(why) : (contents, log);
    }

    /// <summary>The error of a file that cannot be read as a whole.</summary>
    public WijkJsonException Unreadable(Words why, Exception? inner = null)
    {
        var file = isBackup ? new Words("reservekopie", "backup") : new Words("JSON-export", "JSON export");
        return new(
            new(
                $"{fileName}: {why.Nl.TrimEnd('.')}. Kies een {file.Nl} die Wijk heeft geschreven, of maak hem opnieuw.",
                $"{fileName}: {why.En.TrimEnd('.')}. Choose a {file.En} that Wijk wrote, or make it again."),
            inner);
    }

    private void TakeElement(string member, int position, JsonElement json)
    {
        switch (member, position)
        {
            case ("wijk", 0): CheckForm(json); break;
            case ("version", 0): version = JsonMembers.CountOf(json, member); break;
            case ("recordedAt", 0): recordedAt = RecordJson.ReadTime(JsonMembers.TextOf(json, member), member); break;
            case ("nodes", > 0): nodes.Add(RecordJson.Read(json) as Node ?? throw Misplaced(new("een relatie", "a relation"), "relations")); break;
            case ("relations", > 0): relations.Add(RecordJson.Read(json) as Relation ?? throw Misplaced(new("een knoop", "a node"), "nodes")); break;
            case ("log", > 0): TakeLogged(json); break;
            default: throw Unreadable(new($"'{member}' heeft een waarde van de verkeerde vorm", $"'{member}' has a value of the wrong form"));
        }
    }

    private void CheckForm(JsonElement json)
    {
        var form = JsonMembers.CountOf(json, "wijk");
        if (form != Form)
            throw Unreadable(new($"het heeft vorm {form}, deze Wijk leest vorm {Form}", $"its format is {form}, and this Wijk reads format {Form}"));
    }

    private void TakeLogged(JsonElement json)
    {
        if (changesToCome == 0)
        {
            EndChangeSet();
            JsonMembers.Require(json, new("een groep wijzigingen", "a change set"), ["version", "id", "source", "recordedAt", "changes"]);
            var time = RecordJson.ReadTime(JsonMembers.Text(json, "recordedAt"), "recordedAt");
            head = new(new(JsonMembers.Count(json, "version"), time), JsonMembers.Text(json, "id"), JsonMembers.Text(json, "source"), []);
            changesToCome = JsonMembers.Count(json, "changes");
            return;
        }

        changesToCome--;
        JsonMembers.Require(json, new("een wijziging", "a change"), ["put", "remove"]);
        changes.Add(json.TryGetProperty("put", out var record)
            ? Change.Put(RecordJson.Read(record))
            : Change.Remove(JsonMembers.Text(json, "remove")));
    }

    private void EndChangeSet()
    {
        if (head is null) return;
        log.Add(head with { Changes = changes.DrainToImmutable() });
        (head, changes) = (null, ImmutableArray.CreateBuilder<Change>());
    }

    private void CheckRecords()
    {
        var problems = LoadRules.Refused(nodes, relations);
        if (problems.IsEmpty) return;
        throw new WijkJsonException([.. problems.Select(problem => new RowRemark(
            problem.Index < nodes.Count ? Place("nodes", problem.Index + 1) : Place("relations", problem.Index - nodes.Count + 1),
            problem.Key,
            problem.Problem.Message))]);
    }

    private RowPlace Place(string member, int position) => new($"{fileName} [{member}]", position);

    private static RecordFormatException Misplaced(Words what, string where) =>
        JsonMembers.Broken("kind", new($"dit is {what.Nl}; zet het bij {where}.", $"this is {what.En}; move it to {where}."));

    private static string KeyOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String
            ? key.ToString()
            : "";
}

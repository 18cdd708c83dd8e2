using System.Collections.Immutable;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import.Rounds;

/// <summary>What filled-in lists of rounds say, compared with what the graph holds.</summary>
/// <remarks>A line that was left empty is no answer, and is never read as "no contact". Where anything is refused nothing is to be written.</remarks>
public sealed record AnswerReading
{
    private const int NamesNear = 3;

    /// <summary>The files and sheets that were read.</summary>
    public required IReadOnlyList<FileRead> Files { get; init; }

    /// <summary>What is to be written; nothing where the graph says all of it already, or anything was refused.</summary>
    public required ImmutableArray<Change> Changes { get; init; }

    /// <summary>Rows that cannot be right, with the rule and the next step; in order of file and row.</summary>
    public required IReadOnlyList<RowRemark> Refused { get; init; }

    /// <summary>Names beside the list that could not be found, or have no figure: not written, and no reason to refuse the rest.</summary>
    public required IReadOnlyList<RowRemark> NotFound { get; init; }

    /// <summary>Lines with an answer, each pair and respondent once.</summary>
    public required int AnswerCount { get; init; }

    /// <summary>Lines of the lists that were left empty.</summary>
    public required int EmptyCount { get; init; }

    /// <summary>Those who answered, by key.</summary>
    public required IReadOnlyList<string> Respondents { get; init; }

    /// <summary>The version that it was compared with.</summary>
    public required long Version { get; init; }

    /// <summary>Reads the files. Pure, but for the files: the same input gives the same reading.</summary>
    /// <param name="files">The files, filled in.</param>
    /// <param name="graph">What the graph holds.</param>
    /// <param name="day">The day on which the answers came.</param>
    /// <param name="now">When they are recorded, in UTC, to the millisecond.</param>
    /// <exception cref="ImportFileException">A file cannot be read, or holds no list of a round.</exception>
    public static AnswerReading Of(IEnumerable<SourceFile> files, GraphContents graph, DateOnly day, DateTimeOffset now)
    {
        var (lines, refused, read) = AnswerLine.In(files);
        return new Reader(graph, day, now, refused).Read(lines, read);
    }

    private sealed class Reader(GraphContents graph, DateOnly day, DateTimeOffset now, List<RowRemark> refused)
    {
        private readonly Dictionary<string, Node> nodes = graph.Nodes.Where(node => node.Kind is NodeKind.Agency or NodeKind.Initiative or NodeKind.Professional or NodeKind.Inquiry)
            .ToDictionary(node => node.Key, StringComparer.Ordinal);

        private readonly Dictionary<(string Round, string Who), Relation> asked = graph.Relations.Where(relation => relation.Kind == RelationKind.Inquired)
            .ToDictionary(relation => (relation.From, relation.To));

        private readonly Dictionary<string, (int Level, RowPlace Place, Relation Record)> answers = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, Relation> answered = new(StringComparer.Ordinal);
        private readonly List<RowRemark> notFound = [];
        private ILookup<string, Node>? byName;
        private int emptyCount;

        public AnswerReading Read(List<AnswerLine> lines, List<FileRead> files)
        {
            foreach (var line in lines) Read(line);
            var byKey = graph.Relations.Where(relation => answers.ContainsKey(relation.Key)).ToDictionary(relation => relation.Key, StringComparer.Ordinal);
            var written = answers.Values.Select(answer => answer.Record).Where(record => !record.SameContentAs(byKey.GetValueOrDefault(record.Key)));
            var came = answered.Values.Where(inquired => inquired.Attributes.Date("answered") is null)
                .Select(inquired => inquired with { RecordedAt = now, Attributes = inquired.Attributes.With("answered", PartialDate.Of(day)) });
            return new()
            {
                Files = files,
                Changes = refused.Count > 0 ? [] : [.. written.Concat(came).Select(Change.Put).OrderBy(change => change.Key, StringComparer.Ordinal)],
                Refused = InOrder(refused),
                NotFound = InOrder(notFound),
                AnswerCount = answers.Count,
                EmptyCount = emptyCount,
                Respondents = [.. answered.Values.Select(inquired => inquired.To).Distinct()],
                Version = graph.Version.Number,
            };
        }

        private void Read(AnswerLine line)
        {
            if (line is { Level: "", AboutKey: "", About: "" }) return;
            if (RoundOf(line) is not { } round || RespondentOf(line, round) is not { } inquired) return;
            var respondent = nodes[inquired.To];
            if (line.Level.Length > 0 && LevelOf(line) is null) return;
            if (OtherOf(line, inquired, respondent) is not { } other) return;
            if (LevelOf(line) is not { } level)
            {
                if (IsListed(inquired, other)) emptyCount++;
                else notFound.Add(new(line.Place, line.About, new("bij deze naam staat geen cijfer, dus is er niets bewaard; vul een cijfer van 0 tot en met 5 in.", "this name has no figure, so nothing was recorded; fill in a figure from 0 to 5.")) { Column = AnswerForm.Level });
                return;
            }

            Take(line, RoundAnswers.Of(round, inquired, respondent, other, level, now), level);
            answered[inquired.Key] = inquired;
        }

        private Node? RoundOf(AnswerLine line)
        {
            if (line.Round.Length > 0 && nodes.TryGetValue(line.Round, out var round) && round.Kind == NodeKind.Inquiry) return round;
            return Refuse<Node>(line, AnswerForm.Round, line.Round, new(
                $"in '{AnswerForm.Round.Nl}' hoort de sleutel van een vragenronde te staan, en die is hier niet bekend; zet terug wat er stond, of lees de lijst in bij de gegevens waar de ronde in staat.",
                $"'{AnswerForm.Round.En}' must hold the key of a round of questions, and this one is not known here; put back what it said, or read the list into the data that the round is in."));
        }

        private Relation? RespondentOf(AnswerLine line, Node round)
        {
            if (!nodes.TryGetValue(line.WhoKey, out var who) || !asked.TryGetValue((round.Key, who.Key), out var inquired))
            {
                return Refuse<Relation>(line, AnswerForm.WhoKey, line.WhoKey, new(
                    $"in '{AnswerForm.WhoKey.Nl}' staat niemand die in de ronde ‘{round.Name}’ is gevraagd; zet terug wat er stond.",
                    $"'{AnswerForm.WhoKey.En}' names nobody who was asked in the round “{round.Name}”; put back what it said."));
            }

            return line.Who.Length == 0 || IsNameOf(line.Who, who) ? inquired : Refuse<Relation>(line, AnswerForm.Who, line.Who, new(
                $"deze naam hoort niet bij de sleutel '{who.Key}' ({NameOf(who)}); zet de naam terug die er stond.",
                $"this name does not belong to the key '{who.Key}' ({NameOf(who)}); put back the name that was there."));
        }

        // Who was on the list, or was named beside it; null when that is refused, or told as not found.
        private Node? OtherOf(AnswerLine line, Relation inquired, Node respondent)
        {
            var other = line.AboutKey.Length > 0 ? OtherByKey(line) : OtherByName(line, inquired);
            if (other is null || other.Key != respondent.Key) return other;
            return Refuse<Node>(line, AnswerForm.About, line.About, new("dit gaat over wie zelf antwoordt; noem een ander, of maak de regel leeg.", "this is about who answers itself; name another, or clear the line."));
        }

        private Node? OtherByKey(AnswerLine line)
        {
            if (!nodes.TryGetValue(line.AboutKey, out var other) || other.Kind == NodeKind.Inquiry)
            {
                return Refuse<Node>(line, AnswerForm.AboutKey, line.AboutKey, new(
                    "met deze sleutel is er geen organisatie of initiatief; zet terug wat er stond, of maak de sleutel leeg en schrijf de naam.",
                    "there is no organisation or initiative with this key; put back what it said, or clear the key and write the name."));
            }

            return line.About.Length == 0 || IsNameOf(line.About, other) ? other : Refuse<Node>(line, AnswerForm.About, line.About, new(
                $"deze naam hoort niet bij de sleutel '{other.Key}' ({NameOf(other)}); zet de naam terug, of maak de sleutel leeg als u een ander bedoelt.",
                $"this name does not belong to the key '{other.Key}' ({NameOf(other)}); put the name back, or clear the key if you mean another."));
        }

        private Node? OtherByName(AnswerLine line, Relation inquired)
        {
            if (line.About.Length == 0)
            {
                return Refuse<Node>(line, AnswerForm.Level, line.Level, new("hier staat een cijfer zonder naam; schrijf over wie het gaat, of maak het cijfer leeg.", "there is a figure without a name here; write whom it is about, or clear the figure."));
            }

            // Somebody who names another answered, whether we know that other or not.
            answered[inquired.Key] = inquired;
            byName ??= nodes.Values.Where(node => node.Kind is NodeKind.Agency or NodeKind.Initiative).ToLookup(node => NearNames.Core(TextFolding.Fold(node.Name)));
            Node[] found = [.. byName[NearNames.Core(TextFolding.Fold(line.About))]];
            if (found.Length > 1 && found.Where(node => IsNameOf(line.About, node)).ToArray() is { Length: > 0 } exact) found = exact;
            if (found.Length == 1) return found[0];
            notFound.Add(new(line.Place, line.About, found.Length == 0 ? NobodyOf(line.About) : SeveralOf(found)) { Column = AnswerForm.About });
            return null;
        }

        private Words NobodyOf(string name)
        {
            string[] near = [.. NearestName.Near(name, nodes.Values.Where(node => node.Kind is NodeKind.Agency or NodeKind.Initiative).Select(node => node.Name), NamesNear)];
            var nobody = new Words(
                "deze organisatie kennen we niet, dus is er niets bewaard; verbeter de naam, of leg de organisatie eerst vast.",
                "this organisation is not known, so nothing was recorded; correct the name, or record the organisation first.");
            return near.Length == 0 ? nobody : nobody + new Words(" Bedoelt u ", " Did you mean ") + Words.AnyOf(near.Select(one => $"'{one}'")) + "?";
        }

        private static Words SeveralOf(Node[] found)
        {
            var keys = string.Join(", ", found.Select(node => node.Key).Order(StringComparer.Ordinal).Take(NamesNear)) + (found.Length > NamesNear ? ", …" : "");
            return new($"er zijn er {found.Length} met deze naam, dus is er niets bewaard; zet de sleutel van de bedoelde in '{AnswerForm.AboutKey.Nl}': {keys}.",
                $"there are {found.Length} with this name, so nothing was recorded; put the key of the one that is meant in '{AnswerForm.AboutKey.En}': {keys}.");
        }

        private void Take(AnswerLine line, Relation record, int level)
        {
            if (answers.TryAdd(record.Key, (level, line.Place, record)) || answers[record.Key].Level == level) return;
            var first = answers[record.Key];
            Refuse<Node>(line, AnswerForm.Level, line.Level, new(
                $"over dezelfde twee staat hier {level} en eerder {first.Level} ({first.Place.Label.Nl}), van dezelfde organisatie; kies er een.",
                $"on the same two it says {level} here and {first.Level} before ({first.Place}), by the same organisation; choose one."));
        }

        private int? LevelOf(AnswerLine line)
        {
            if (line.Level.Length == 0) return null;
            if (line.Level is [>= '0' and <= '5' and var figure]) return figure - '0';
            Refuse<Node>(line, AnswerForm.Level, line.Level, new(
                $"een antwoord is een heel cijfer van 0 tot en met {Vocabulary.HighestCollaborationLevel}; verbeter het, of laat de cel leeg als het niet bekend is.",
                $"an answer is a whole figure from 0 to {Vocabulary.HighestCollaborationLevel}; correct it, or leave the cell empty when it is not known."));
            return null;
        }

        private T? Refuse<T>(AnswerLine line, Words column, string value, Words why)
            where T : class
        {
            refused.Add(new(line.Place, value, why) { Column = column });
            return null;
        }

        private static bool IsListed(Relation inquired, Node other) => inquired.Attributes["listed"] is IEnumerable<string> listed && listed.Contains(other.Key);

        private static bool IsNameOf(string text, Node node) => string.Equals(text, NameOf(node), StringComparison.OrdinalIgnoreCase);

        // As on the list: a professional is told by their role.
        private static string NameOf(Node node) => Keys.Fold(node.Kind == NodeKind.Professional ? node.Attributes.Text("role") ?? node.Name : node.Name);

        private static RowRemark[] InOrder(IEnumerable<RowRemark> remarks) =>
            [.. remarks.OrderBy(remark => remark.Place.File, StringComparer.Ordinal).ThenBy(remark => remark.Place.Row)];
    }
}

using System.Collections.Immutable;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Rounds;

/// <summary>How a round is started.</summary>
/// <param name="Name">What it is called; no two rounds have the same name.</param>
/// <param name="SentOn">The day on which the lists are sent.</param>
/// <param name="MayName">Whether an answer may be shown with who gave it. If not, only coordinators see whom it asked and what they answered.</param>
/// <param name="Source">Who holds it: an organisation or a role, never a person's name.</param>
public sealed record RoundStart(string Name, DateOnly SentOn, bool MayName, string Source)
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 200;

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static Words? WhyNot(string name) => Keys.Fold(name) is { Length: > 0 and <= LongestName } folded && TextRules.ProblemOfName("name", folded) is null
        ? null
        : new($"Geef de ronde een naam van 1 tot {LongestName} tekens.", $"Give the round a name of 1 to {LongestName} characters.");

    /// <summary>The key of the round.</summary>
    public string Key => Keys.Of(NodeKind.Inquiry, RoundRecords.Namespace, Name);
}

/// <summary>A round as records to be kept: an Inquiry, and whom it asks about whom.</summary>
public static class RoundRecords
{
    /// <summary>The namespace of their keys.</summary>
    public const string Namespace = "rounds";

    /// <summary>Says that there is a round with this name already, and what to do.</summary>
    public static Words IsThere(string name) => new($"Er is al een vragenronde ‘{TextRules.Shown(name)}’; geef deze een andere naam.", $"There is a round of questions “{TextRules.Shown(name)}” already; give this one another name.");

    /// <summary>The records of a round that hands out the sheets of an ask-list; none where there is nothing to ask.</summary>
    /// <param name="list">Whom to ask about whom.</param>
    /// <param name="start">How it is started.</param>
    /// <param name="now">When it is recorded.</param>
    public static ImmutableArray<Change> Of(AskListAnswer list, RoundStart start, DateTimeOffset now)
    {
        if (list.Sheets.IsEmpty) return [];
        var (graph, sent) = (list.View.Graph, PartialDate.Of(start.SentOn));
        var round = new Node(start.Key, NodeKind.Inquiry)
        {
            Source = start.Source,
            RecordedAt = now,
            Attributes = AttributeSet.Of(("name", Keys.Fold(start.Name)), ("date", sent), ("levelAsked", list.Question.Level), ("mayName", start.MayName)),
        };
        var changes = new List<Change> { Change.Put(round) };
        if (list.Scope is { } area) changes.Add(Change.Put(new Relation(RelationKind.In, round.Key, graph.Node(area.Root).Key) { Source = start.Source, RecordedAt = now }));
        foreach (var sheet in list.Sheets)
        {
            changes.Add(Change.Put(new Relation(RelationKind.Inquired, round.Key, graph.Node(sheet.Respondent).Key)
            {
                Source = start.Source,
                RecordedAt = now,
                Visibility = start.MayName ? Visibility.Public : Visibility.Coordinator,
                Attributes = AttributeSet.Of(("sent", sent), ("listed", sheet.Lines.Select(line => graph.Node(line.About).Key).ToImmutableArray())),
            }));
        }

        return [.. changes];
    }
}

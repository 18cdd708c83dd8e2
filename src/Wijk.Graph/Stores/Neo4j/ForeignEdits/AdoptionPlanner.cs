using System.Collections.Immutable;
using System.Text;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>Decides of each element that a check found whether it can be taken, nodes before the relations that need them.</summary>
internal sealed class AdoptionPlanner(ForeignEditCheck check, LogTrace log, AdoptionOptions options, DateTimeOffset recordedAt)
{
    private readonly ImmutableArray<Change>.Builder changes = ImmutableArray.CreateBuilder<Change>();
    private readonly ImmutableArray<AdoptedRecord>.Builder taken = ImmutableArray.CreateBuilder<AdoptedRecord>();
    private readonly ImmutableArray<VerificationFinding>.Builder left = ImmutableArray.CreateBuilder<VerificationFinding>();
    private readonly Dictionary<string, Examined> elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> newNodes = new(StringComparer.Ordinal);

    public AdoptionPlan Plan()
    {
        var newNodesByKey = check.Faulty
            .Where(examined => examined.RelationKind is null && examined.Has(VerificationRule.NotManaged))
            .Select(examined => (Examined: examined, Key: NewKey.Of(examined, options.Namespace)))
            .ToArray();
        var times = newNodesByKey.Select(node => node.Key.Key).OfType<string>().CountBy(key => key).ToDictionary(StringComparer.Ordinal);
        foreach (var (examined, key) in newNodesByKey) TakeNode(examined, key, times);
        foreach (var examined in check.Faulty.Where(examined => !examined.Has(VerificationRule.NotManaged))) TakeRecord(examined);
        foreach (var examined in check.Faulty.Where(examined => examined.RelationKind is not null && examined.Has(VerificationRule.NotManaged)))
            TakeRelation(examined);
        // What is taken may have the key of something that is gone: somebody deleted it and made it again.
        foreach (var key in check.Gone(log).Where(key => !elements.ContainsKey(key)))
        {
            changes.Add(Change.Remove(key));
            taken.Add(new(key, VerificationRule.DeletedOutsideWijk, new("Het verwijderen is vastgelegd.", "The removal is recorded.")));
        }

        left.AddRange(check.NotFound(log).Where(finding => !elements.ContainsKey(finding.Key!)));
        return new(changes.DrainToImmutable(), elements, taken.DrainToImmutable(), left.DrainToImmutable());
    }

    private void TakeNode(Examined examined, NewKey found, Dictionary<string, int> times)
    {
        if (found.Key is not { } key)
        {
            Leave(examined, found.Why!);
            return;
        }

        if (check.IsManaged(key) || times[key] > 1)
        {
            Leave(examined, new(
                $"De sleutel '{key}' is al van een andere knoop; voeg de twee samen in Neo4j, of geef deze een eigen key.",
                $"The key '{key}' is another node's already; join the two in Neo4j, or give this one a key of its own."));
            return;
        }

        var node = (Node)Owned(examined.Read.Parts.Node(key, examined.NodeKinds[0].Kind, examined.Read.IsStub));
        if ((ProblemOf(examined, RecordRules.ProblemsOf(node)) ?? WhyTooLarge(node)) is { } problem)
        {
            Leave(examined, problem);
            return;
        }

        newNodes.Add(examined.ElementId, node);
        Take(examined, node, VerificationRule.NotManaged);
    }

    private void TakeRelation(Examined examined)
    {
        var (from, to) = examined.Ends!.Value;
        if (KeyOf(from) is not { } fromKey || KeyOf(to) is not { } toKey)
        {
            Leave(examined, new(
                "Een knoop aan het einde is niet onder beheer van Wijk en kan ook niet worden opgenomen.",
                "A node at its end is not managed by Wijk and cannot be taken over either."));
            return;
        }

        var relation = (Relation)Owned(examined.Read.Parts.Relation(examined.RelationKind!.Kind, fromKey, toKey));
        if (check.IsFound(relation.Key) || elements.ContainsKey(relation.Key))
        {
            Leave(examined, new(
                $"De relatie '{relation.Key}' is er al; haal deze weg in Neo4j, of laat haar staan.",
                $"The relation '{relation.Key}' is there already; delete this one in Neo4j, or leave it as it is."));
        }
        else if ((ProblemOf(examined, RecordRules.ProblemsOf(relation, KindOf)) ?? WhyTooLarge(relation)) is { } problem)
        {
            Leave(examined, problem);
        }
        else
        {
            Take(examined, relation, VerificationRule.NotManaged);
        }
    }

    private void TakeRecord(Examined examined)
    {
        if (examined.Record is not { } record || examined.Has(VerificationRule.BreaksVocabulary))
            left.AddRange(ForeignEditCheck.FindingsOf(examined, log));
        else if (WhyTooLarge(record) is { } why)
            Leave(examined, why);
        else
            Take(examined, Vouched(record), examined.Faults[0].Rule);
    }

    private void Take(Examined examined, GraphRecord record, VerificationRule rule)
    {
        changes.Add(Change.Put(record));
        elements.Add(record.Key, examined);
        var hidden = examined.Read.Visibility is null
            ? new Words(" Er stond niet bij wie het mag zien: nu alleen coördinatoren.", " It did not say who may see it: now coordinators only.")
            : "";
        var what = rule == VerificationRule.ChangedOutsideWijk
            ? ForeignEditWords.ChangedOutsideWijk(examined.Record!, log.Newest(record.Key))
            : new Words($"{examined.Kind}, bron '{record.Source}'.", $"{examined.Kind}, source '{record.Source}'.");
        taken.Add(new(record.Key, rule, what + hidden));
    }

    // Its own source counts: somebody who wrote one said who said so.
    private GraphRecord Owned(GraphRecord record) => record with
    {
        Source = record.Source.Length > 0 ? record.Source : options.Source,
        RecordedAt = recordedAt,
    };

    // What a person changed is no longer what its source said, nor what a rule concluded; unless that person also wrote another source.
    private GraphRecord Vouched(GraphRecord record)
    {
        var hasOwnSource = record.Source.Length > 0 && log.Newest(record.Key) is { } logged && logged.Source != record.Source;
        return hasOwnSource
            ? record with { RecordedAt = recordedAt }
            : record with { Source = options.Source, Inference = null, RecordedAt = recordedAt };
    }

    private void Leave(Examined examined, Words why) => left.AddRange(
        ForeignEditCheck.FindingsOf(examined, log).Select(finding => finding with { NextStep = why }));

    private string? KeyOf(string elementId) =>
        newNodes.TryGetValue(elementId, out var node) ? node.Key : check.NodeOf(elementId) is { IsManaged: true } known ? known.Key : null;

    private NodeKind? KindOf(string key) => check.KindOf(key) ?? (elements.ContainsKey(key) ? Keys.NodeKindOf(key) : null);

    // Nearly all are far smaller, which their texts tell without writing them out: a character takes at most six bytes of JSON.
    private static Words? WhyTooLarge(GraphRecord record)
    {
        var characters = record.Source.Length + record.Attributes.Sum(attribute => attribute.Value switch
        {
            string text => text.Length,
            ImmutableArray<string> texts => texts.Sum(text => text.Length + 3),
            _ => 0,
        });
        if (characters < ForeignEditWords.LargestRecord / 8) return null;
        var bytes = LogPages.Of([Change.Put(record)]).Sum(page => (long)Encoding.UTF8.GetByteCount(page));
        return bytes > ForeignEditWords.LargestRecord ? ForeignEditWords.TooLarge(bytes) : null;
    }

    private static Words? ProblemOf(Examined examined, IEnumerable<Problem> problems) =>
        examined.Read.Problems.Concat(problems).FirstOrDefault()?.Message;
}

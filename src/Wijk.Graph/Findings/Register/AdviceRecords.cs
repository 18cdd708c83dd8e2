using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Register;

/// <summary>What of a plan is given out, as records to be kept: dated, and frozen with the figures it rested on.</summary>
/// <remarks>Only coordinators see them: whoever knows that a pair was held back, or given out, would answer otherwise when asked.</remarks>
public static class AdviceRecords
{
    /// <summary>The namespace of their keys.</summary>
    public const string Namespace = "register";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The records of what is given out on a day. The same of one plan on one day has the same keys.</summary>
    /// <param name="answer">The answer that the plan is part of.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="types">What is given out.</param>
    /// <param name="givenOn">The day.</param>
    /// <param name="source">Who gives it: an organisation or a role.</param>
    /// <param name="now">When it is recorded.</param>
    public static ImmutableArray<Change> Of(DefragmentAnswer answer, DefragmentPlan plan, IEnumerable<AdviceType> types, DateOnly givenOn, string source, DateTimeOffset now)
    {
        var (graph, planKey) = (plan.View.Graph, AnswerKeys.OfPlan(answer, plan));
        var round = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(planKey)).AsSpan(0, 6));
        var changes = new List<Change>();
        foreach (var type in types.Distinct())
        {
            if (type == AdviceType.Link) AddLinks();
            else if (type == AdviceType.Table) AddTable();
            else AddAskList();
        }

        return [.. changes];

        void AddLinks()
        {
            var trial = plan.TrialOf(answer.Question.Seed);
            foreach (var (arm, links) in new[] { (AdviceArm.Given, trial.Given), (AdviceArm.Held, trial.Held), (AdviceArm.Random, trial.Random), (AdviceArm.Connected, trial.Connected) })
            {
                foreach (var (link, place) in links.Select((link, place) => (link, place + 1)))
                {
                    Put(AdviceType.Link, arm, place, RegisterWords.TextOf(arm) + NameOf(link.A) + " en " + NameOf(link.B), [link.A, link.B], answerKey: null,
                        new { a = graph.Node(link.A).Key, b = graph.Node(link.B).Key, gain = link.Gain });
                }
            }
        }

        void AddTable()
        {
            if (plan.Invitation is not { } invitation) return;
            Put(AdviceType.Table, AdviceArm.Given, 1, invitation.Nl, [.. plan.Table.Seats.Select(seat => seat.Organisation)], planKey, new
            {
                seats = plan.Table.Seats.Select(seat => new { who = TableWords.NameOf(plan.View, seat).Nl, organisation = graph.Node(seat.Organisation).Key, brings = TableWords.BringsOf(plan.Table, seat).Nl }),
                order = plan.Table.Order.Select(criterion => $"{criterion}"),
                missing = plan.Table.Missing.Select(missing => missing.Nl),
                candidateCount = plan.Table.CandidateCount,
            });
        }

        void AddAskList()
        {
            (int A, int B)[] pairs = [.. plan.UnaskedPairs];
            if (pairs.Length == 0) return;
            Put(AdviceType.AskList, AdviceArm.Given, 1, $"Vraag {pairs.Length} paren of zij contact hebben: {plan.Title.Nl}", [.. pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct()], planKey,
                new { pairs = pairs.Select(pair => new[] { graph.Node(pair.A).Key, graph.Node(pair.B).Key }) });
        }

        void Put(AdviceType type, AdviceArm arm, int place, string text, int[] about, string? answerKey, object what)
        {
            var key = Keys.Of(NodeKind.Suggestion, Namespace, round, givenOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"{type}", $"{arm}", place.ToString(CultureInfo.InvariantCulture));
            changes.Add(Change.Put(new Node(key, NodeKind.Suggestion)
            {
                Source = source,
                RecordedAt = now,
                Visibility = Visibility.Coordinator,
                Attributes = AttributeSet.Of(
                    ("text", text), ("type", CodeOf($"{type}")), ("arm", CodeOf($"{arm}")), ("givenOn", PartialDate.Of(givenOn)), ("state", "new"), ("answerKey", answerKey),
                    ("inputsVersion", plan.View.Version), ("rule", "defragment"),
                    ("content", JsonSerializer.Serialize(new { plan = planKey, title = plan.Title, asOf = answer.LookedAt.Day, version = plan.View.Version, seed = answer.Question.Seed, advised = what }, Json))),
            }));
            foreach (var node in about.Concat(plan.Areas).Distinct())
                changes.Add(Change.Put(new Relation(RelationKind.About, key, graph.Node(node).Key) { Source = source, RecordedAt = now, Visibility = Visibility.Coordinator }));
        }

        string NameOf(int node) => TableWords.NameOf(plan.View, node);
    }

    private static string CodeOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Overlap;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>What changes if work stops or is merged, links come or go, somebody leaves, or funding ends: who loses what, and what is solved?</summary>
/// <remarks>
/// Each change names what it is about by key or by name; a professional by key or by role, never by name. The changes are made in a branch of the graph, and
/// the same is asked of both. What only somebody who leaves runs stops too, and so does a measure whose last known payer falls away: that is assumed, and said.
/// </remarks>
public sealed record ScenarioQuestion : Question<ScenarioAnswer>
{
    /// <summary>Measures and residents' initiatives that stop, with their parts; the parts of a scheme go on.</summary>
    public ValueList<string> Stop { get; init; } = [];

    /// <summary>Measures, or agencies, that become one: the second of each pair goes on as part of the first.</summary>
    public ValueList<KeyPair> Merge { get; init; } = [];

    /// <summary>Agencies, initiatives and professionals that will coordinate.</summary>
    public ValueList<KeyPair> Link { get; init; } = [];

    /// <summary>Agencies, initiatives and professionals that will have no contact any more.</summary>
    public ValueList<KeyPair> Unlink { get; init; } = [];

    /// <summary>Professionals, agencies and initiatives that leave.</summary>
    public ValueList<string> Leave { get; init; } = [];

    /// <summary>Funders, schemes, or measures and initiatives of which the funding ends on <see cref="Question.AsOf"/>.</summary>
    public ValueList<string> FundingEnds { get; init; } = [];

    /// <summary>Whether it changes nothing at all.</summary>
    public bool IsEmpty => Stop.Count + Merge.Count + Link.Count + Unlink.Count + Leave.Count + FundingEnds.Count == 0;

    /// <inheritdoc/>
    public override double CostPerRecord => 40;

    /// <summary>The changes as a list of texts that <see cref="OfParts"/> reads: a word and one or two keys or names for each, in a fixed order.</summary>
    public IEnumerable<string> Parts =>
    [
        .. Stop.SelectMany(one => new[] { "stop", one }), .. Leave.SelectMany(one => new[] { "leave", one }), .. FundingEnds.SelectMany(one => new[] { "unfund", one }),
        .. Merge.SelectMany(pair => new[] { "merge", pair.First, pair.Second }), .. Link.SelectMany(pair => new[] { "link", pair.First, pair.Second }),
        .. Unlink.SelectMany(pair => new[] { "unlink", pair.First, pair.Second }),
    ];

    /// <summary>The question with changes that are written as texts; null when they are not.</summary>
    public static ScenarioQuestion? OfParts(ReadOnlySpan<string> parts)
    {
        var question = new ScenarioQuestion();
        while (!parts.IsEmpty)
        {
            var width = parts[0] is "stop" or "leave" or "unfund" ? 2 : 3;
            if (parts.Length < width) return null;
            var (one, pair) = (parts[1], new KeyPair(parts[1], parts[width - 1]));
            ScenarioQuestion? read = parts[0] switch
            {
                "stop" => question with { Stop = [.. question.Stop, one] },
                "leave" => question with { Leave = [.. question.Leave, one] },
                "unfund" => question with { FundingEnds = [.. question.FundingEnds, one] },
                "merge" => question with { Merge = [.. question.Merge, pair] },
                "link" => question with { Link = [.. question.Link, pair] },
                "unlink" => question with { Unlink = [.. question.Unlink, pair] },
                _ => null,
            };
            if (read is null) return null;
            question = read;
            parts = parts[width..];
        }

        return question;
    }

    private protected override ScenarioAnswer Answer(QuestionScope scope, CancellationToken cancellationToken)
    {
        var overlap = new OverlapQuestion { Area = Area, AsOf = scope.LookedAt.Day, Seed = Seed }.Ask(scope.View, scope.LookedAt.Day, cancellationToken);
        var known = CollaborationNetwork.Of(scope.View, ActiveActors.In(scope.View, scope.Area), 1).Known;
        var steps = ScenarioSteps.Of(scope.View, this);
        var branch = IsEmpty || !steps.Problems.IsEmpty ? null : ScenarioBranch.Of(scope.View, steps);
        return new(scope, [.. overlap.Seen, .. Collaboration.PairCoverage.Of(ActiveActors.In(scope.View, scope.Area), known)], this, steps)
        {
            Effect = branch is null ? null : ScenarioEffect.Of(scope, this, steps, branch, overlap, cancellationToken),
        };
    }
}

/// <summary>Two that something is said of, by key or name.</summary>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
public readonly record struct KeyPair(string First, string Second)
{
    /// <summary>Both, with a bar between.</summary>
    public override string ToString() => $"{First} | {Second}";
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings;

/// <summary>What answers a question. Nodes are numbers in the graph of its <see cref="View"/>.</summary>
/// <param name="scope">What was asked of what.</param>
/// <param name="seen">How much of what this question looks at could be seen.</param>
public abstract class Answer(QuestionScope scope, ImmutableArray<Coverage> seen)
{
    /// <summary>What it was read from.</summary>
    public GraphView View => scope.View;

    /// <summary>The day it is about, and why that one.</summary>
    public LookedAt LookedAt => scope.LookedAt;

    /// <summary>The area it is about; null for everywhere.</summary>
    public AreaScope? Scope => scope.Area;

    /// <summary>What was asked, with every parameter.</summary>
    public abstract Question Question { get; }

    /// <summary>What was found, what is not known of it, and the day that was looked at.</summary>
    public Words Reason => Words.Join(SliceWords.Of(View), Found, DayWords.Of(this));

    /// <summary>The day that was looked at and why that one, as the last sentences of <see cref="Reason"/> say.</summary>
    public Words DayReason => DayWords.Of(this);

    /// <summary>What to ask or do next, and whom.</summary>
    public abstract Words NextStep { get; }

    /// <summary>How much of what this question looks at could be seen: <see cref="Coverage"/> without that of the day.</summary>
    internal ImmutableArray<Coverage> Seen => seen;

    /// <summary>How much the answer could see.</summary>
    public ImmutableArray<Coverage> Coverage => [.. Seen, .. DayCoverage.Of(View)];

    /// <summary>What its figures mean; none where that is not yet written down.</summary>
    public virtual ImmutableArray<Metric> Metrics => [];

    /// <summary>The keys of the records that the answer rests on, each once.</summary>
    public abstract IEnumerable<string> Evidence { get; }

    /// <summary>Whether a figure that is only computed when somebody asks for it is there already, so that asking takes no time.</summary>
    public bool HasFigure(string name) => View.HasAnswer((name, Question));

    /// <summary>A figure that takes long and that few ask for; computed when it is first asked.</summary>
    private protected T Figure<T>(string name, Func<T> compute, CancellationToken cancellationToken) =>
        View.Answer((name, Question), () => new StrongBox<T>(compute()), cancellationToken).Value!;

    /// <summary>What was found, in sentences.</summary>
    private protected abstract Words Found { get; }
}

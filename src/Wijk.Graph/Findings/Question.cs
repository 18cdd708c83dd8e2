using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings;

/// <summary>Something that can be asked of a view: a value, so that equal questions share an answer.</summary>
public abstract record Question
{
    /// <summary>Key, code or name of an area; its parts are taken along. Null for everywhere.</summary>
    public string? Area { get; init; }

    /// <summary>The day to look at; null to let <see cref="LookedAt"/> choose.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Fixes whatever is drawn at random: the same seed gives the same answer.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>About how many microseconds of one core an answer takes for each node and relation of the graph; above 0. Measured on generated cities.</summary>
    public abstract double CostPerRecord { get; }

    /// <summary>The same of a figure of the answer that is only computed when somebody asks for it.</summary>
    public virtual double CostPerRecordOf(string figure) => CostPerRecord;
}

/// <summary>A question and how it is answered.</summary>
/// <typeparam name="TAnswer">What answers it.</typeparam>
public abstract record Question<TAnswer> : Question
    where TAnswer : Answer
{
    /// <summary>The answer; computed once for each view and question.</summary>
    /// <param name="view">What the asker sees, of all days.</param>
    /// <param name="today">The day that is today where the question is asked.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="UnknownAreaException">The question names an area that is not there.</exception>
    public TAnswer Ask(GraphView view, DateOnly today, CancellationToken cancellationToken = default) => Ask(view, today, null, cancellationToken);

    /// <summary>The same for an asker who waits.</summary>
    /// <param name="view">What the asker sees, of all days.</param>
    /// <param name="today">The day that is today where the question is asked.</param>
    /// <param name="progress">Told how far work is that takes long.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="UnknownAreaException">The question names an area that is not there.</exception>
    public TAnswer Ask(GraphView view, DateOnly today, IProgress<Words>? progress, CancellationToken cancellationToken)
    {
        var lookedAt = LookedAt.For(this, view, today);
        var then = view.On(lookedAt.Day);
        return then.Answer(
            (this, lookedAt),
            () => Answer(new(then, lookedAt, AreaScope.Of(then, Area, lookedAt.IsChosen)) { Progress = progress }, cancellationToken),
            cancellationToken);
    }

    /// <summary>Whether the answer is there already, so that asking takes no time.</summary>
    public bool IsAnswered(GraphView view, DateOnly today) =>
        LookedAt.Find(this, view, today) is { } lookedAt && view.FindOn(lookedAt.Day)?.HasAnswer((this, lookedAt)) == true;

    /// <summary>Computes the answer.</summary>
    private protected abstract TAnswer Answer(QuestionScope scope, CancellationToken cancellationToken);
}

/// <summary>What a question is asked of, once its day and area are known.</summary>
/// <param name="View">What the asker sees on the day.</param>
/// <param name="LookedAt">The day, and why that one.</param>
/// <param name="Area">The area and its parts; null for everywhere.</param>
public sealed record QuestionScope(GraphView View, LookedAt LookedAt, AreaScope? Area)
{
    /// <summary>Told how far work is that takes long; null when nobody waits to hear.</summary>
    public IProgress<Words>? Progress { get; init; }
}

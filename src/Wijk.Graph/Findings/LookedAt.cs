using Wijk.Graph.Views;

namespace Wijk.Graph.Findings;

/// <summary>Why an answer looks at a day.</summary>
public enum DayReason
{
    /// <summary>It was asked for.</summary>
    Asked,

    /// <summary>The data itself states it: a sample, or a data set that is no longer kept up.</summary>
    Stated,

    /// <summary>It is today, and dated work holds today or there is none.</summary>
    Today,

    /// <summary>All dated work had ended by then, or has yet to begin after a gap: the last day on which any held.</summary>
    LastHeld,

    /// <summary>All dated work lies ahead: the first day on which any holds.</summary>
    FirstHeld,
}

/// <summary>The day that an answer looks at.</summary>
/// <param name="Day">The day.</param>
/// <param name="Reason">Why that one.</param>
public readonly record struct LookedAt(DateOnly Day, DayReason Reason)
{
    /// <summary>Whether Wijk chose another day than today, since all dated work had ended or lies ahead.</summary>
    public bool IsChosen => Reason is DayReason.LastHeld or DayReason.FirstHeld;

    /// <summary>
    /// The day that is asked for; else the day the data states; else today, if a dated targeting or grant holds today or there is none;
    /// else the last day on which one held or, when all lie ahead, the first.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="view">What the asker sees.</param>
    /// <param name="today">Today.</param>
    public static LookedAt For(Question question, GraphView view, DateOnly today)
    {
        if (question.AsOf is { } asked) return new(asked, DayReason.Asked);
        var known = DatedWork.Of(view.On(null));
        if (known.StatedDay is { } stated) return new(stated, DayReason.Stated);
        if (known.IsEmpty || known.HoldsOn(today)) return new(today, DayReason.Today);
        return known.LastDayBefore(today) is { } last ? new(last, DayReason.LastHeld) : new(known.FirstDay, DayReason.FirstHeld);
    }

    /// <summary>The same, when it can be said without reading the view first; null when it cannot.</summary>
    internal static LookedAt? Find(Question question, GraphView view, DateOnly today) =>
        question.AsOf is not null || view.On(null).HasIndex<DatedWork>() ? For(question, view, today) : null;
}

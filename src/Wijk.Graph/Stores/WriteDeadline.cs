using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>What is known of a write that did not end in time or well.</summary>
public enum WriteOutcome
{
    /// <summary>It was not made, and never will be.</summary>
    NotMade,

    /// <summary>It was made.</summary>
    Made,

    /// <summary>It was sent, and whether it was made is not known.</summary>
    Unknown,
}

/// <summary>By when a write must be done. It goes with the write from the first wait for its turn to the last statement; nothing on the way counts anew.</summary>
/// <remarks>It also keeps how far the write is, so that whoever stops waiting can say whether it was made. Decision 0010. Safe for several threads.</remarks>
public sealed class WriteDeadline : IDisposable
{
    /// <summary>How long a write may take in all, unless said otherwise: 30 seconds.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    private const int Waiting = 0, Sent = 1, Done = 2, GivenUp = 3;

    private readonly TimeSpan limit;
    private readonly CancellationTokenSource late;
    private readonly CancellationTokenSource stop;
    private int stage = Waiting;
    private long version;

    /// <summary>A deadline that starts to count now.</summary>
    /// <param name="clock">The clock it counts by.</param>
    /// <param name="cancellationToken">Whoever asks for the write no longer wants it.</param>
    /// <param name="limit">How long the write may take; <see cref="Usual"/> when null.</param>
    public WriteDeadline(TimeProvider clock, CancellationToken cancellationToken, TimeSpan? limit = null)
    {
        this.limit = limit ?? Usual;
        late = new(this.limit, clock);
        stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        Token = stop.Token;
    }

    /// <summary>Stops the write: the deadline has passed, or nobody wants it any more.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether the deadline has passed.</summary>
    public bool HasPassed => late.IsCancellationRequested;

    /// <summary>What the write waits for, as a whole sentence, for the message when it waits too long.</summary>
    public Words? WaitsFor { get; set; }

    /// <summary>A store says so right before it does what cannot be called back.</summary>
    /// <exception cref="OperationCanceledException">It is too late: whoever asked was told that the write was not made.</exception>
    public void Send()
    {
        Token.ThrowIfCancellationRequested();
        if (Interlocked.CompareExchange(ref stage, Sent, Waiting) == GivenUp) throw new OperationCanceledException(Token);
    }

    /// <summary>A store says so when it knows that nothing came of what it sent.</summary>
    public void NothingDone() => Interlocked.CompareExchange(ref stage, Waiting, Sent);

    /// <summary>The write is done, and can be seen in a version.</summary>
    public void Made(long inVersion)
    {
        Volatile.Write(ref version, inVersion);
        Volatile.Write(ref stage, Done);
    }

    /// <summary>Ends the write for whoever waits for it; what was not sent by now will not be.</summary>
    /// <param name="why">Why it ends; when null, that the deadline passed.</param>
    /// <param name="inner">What caused it.</param>
    public WriteFailedException GiveUp(Words? why = null, Exception? inner = null)
    {
        var outcome = Interlocked.CompareExchange(ref stage, GivenUp, Waiting) switch
        {
            Sent => WriteOutcome.Unknown,
            Done => WriteOutcome.Made,
            _ => WriteOutcome.NotMade,
        };
        return new(outcome, Volatile.Read(ref version), why ?? TooLate(inner), inner);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Dispose();
        late.Dispose();
    }

    private Words TooLate(Exception? inner)
    {
        var late = new Words(
            $"De wijziging was na {limit.TotalSeconds:0.#} seconden nog niet klaar.", $"The change was not done after {limit.TotalSeconds:0.#} seconds.");
        return Words.Join(late, (inner?.InnerException as StoreException)?.Why ?? WaitsFor);
    }
}

/// <summary>A write did not end well, or not before its <see cref="WriteDeadline"/>.</summary>
public sealed class WriteFailedException : StoreException
{
    /// <summary>A write that failed.</summary>
    /// <param name="outcome">Whether it was made.</param>
    /// <param name="version">The version that it made.</param>
    /// <param name="why">Why it failed, as a whole sentence.</param>
    /// <param name="inner">What caused it.</param>
    public WriteFailedException(WriteOutcome outcome, long version, Words why, Exception? inner)
        : base(Words.Join(why, NextStep(outcome, version)), inner) => Outcome = outcome;

    /// <summary>Whether the change was made.</summary>
    public WriteOutcome Outcome { get; }

    private static Words NextStep(WriteOutcome outcome, long version) => outcome switch
    {
        WriteOutcome.NotMade => new("De wijziging is niet opgeslagen: doe haar straks nog eens.", "The change was not saved: make it again later."),
        WriteOutcome.Made => new(
            $"De wijziging is opgeslagen als versie {version}, maar nog niet te zien: lees de gegevens straks opnieuw.",
            $"The change was saved as version {version}, but cannot be seen yet: read the graph again later."),
        _ => new(
            "Of de wijziging is opgeslagen weten we niet: doe haar nog eens met dezelfde idempotencyKey of id, dan wordt zij niet twee keer opgeslagen.",
            "Whether the change was saved we do not know: make it again with the same idempotencyKey or id, and it will not be saved twice."),
    };
}

namespace Wijk.Testing;

/// <summary>A script for a <see cref="FaultyServer"/> with a real server behind it: what can happen to a request on its way, at random.</summary>
/// <param name="seed">Equal seeds give equal scripts, as far as requests come in the same order.</param>
/// <param name="rate">How much of the requests something happens to, 0 to 1.</param>
public sealed class RandomFaults(int seed, double rate)
{
    private const string Transient = """{"errors":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"deadlock"}]}""";
    private const string RateLimit = """{"errors":[{"code":"Neo.ClientError.Security.AuthenticationRateLimit","message":"Too many."}]}""";

    private readonly Random random = new(seed);
    private readonly Lock turn = new();
    private readonly SortedDictionary<string, int> played = new(StringComparer.Ordinal);

    /// <summary>Whether things still go wrong.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>How often what went wrong, for the test's output.</summary>
    public IReadOnlyDictionary<string, int> Played => played;

    /// <summary>What happens to the next request.</summary>
    public Fault Next(int number)
    {
        lock (turn)
        {
            if (!IsOn || random.NextDouble() >= rate) return Fault.PassOn;
            var (name, fault) = Pick();
            played[name] = played.GetValueOrDefault(name) + 1;
            return fault;
        }
    }

    private (string Name, Fault Fault) Pick() => random.Next(12) switch
    {
        0 => ("reset before reading", Fault.ResetBeforeReading),
        1 => ("reset after reading", Fault.ResetAfterReading),
        2 => ("done, reset", Fault.PassOnThenReset),
        3 => ("done, cut", Fault.PassOnThenCut(random.NextDouble())),
        4 => ("page of a proxy", Fault.Page(502 + random.Next(3))),
        5 => ("done, page of a proxy", Fault.PassOnThenPage(502 + random.Next(3))),
        6 => ("transient, 400", Fault.Answer(400, Transient)),
        7 => ("transient, 202", Fault.Answer(202, Transient)),
        // Nothing mends this one but a later try by the caller, so it is rarer.
        8 => random.Next(4) == 0 ? ("429", Fault.Answer(429, RateLimit)) : ("slow", Fault.PassOnAfter(Wait())),
        9 => ("slow", Fault.PassOnAfter(Wait())),
        10 => ("reset, done later", Fault.ResetThenPassOnAfter(Wait())),
        _ => ("done, done again later", Fault.PassOnTwice(Wait())),
    };

    private TimeSpan Wait() => TimeSpan.FromMilliseconds(random.Next(1, 300));
}

namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>How much a server may send and how long it may take, so that a broken one cannot fill the memory or hold a caller for ever.</summary>
internal sealed record QueryLimits
{
    /// <summary>The longest answer, in bytes, 1 to 1 GiB; 256 MiB unless given.</summary>
    public int Bytes
    {
        get;
        init => field = value is >= 1 and <= 1 << 30 ? value : throw new ArgumentOutOfRangeException(nameof(Bytes), value, "Bytes must be 1 to 1 GiB.");
    } = 256 << 20;

    /// <summary>The most rows in an answer; 1,000,000 unless given.</summary>
    public int Rows
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Rows), value, "Rows must be 1 or more.");
    } = 1_000_000;

    /// <summary>How long no byte may come; 120 s unless given.</summary>
    public TimeSpan SilenceTimeout
    {
        get;
        init => field = Positive(value, nameof(SilenceTimeout));
    } = TimeSpan.FromSeconds(120);

    /// <summary>How long one call may take in all, repeats included; 10 minutes unless given.</summary>
    public TimeSpan Deadline
    {
        get;
        init => field = Positive(value, nameof(Deadline));
    } = TimeSpan.FromMinutes(10);

    /// <summary>How long after its first failure a call is still repeated; 30 s unless given, zero for never.</summary>
    public TimeSpan RetryTime
    {
        get;
        init => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(RetryTime), value, "RetryTime must not be below zero.");
    } = TimeSpan.FromSeconds(30);

    private static TimeSpan Positive(TimeSpan value, string name) =>
        value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be above zero.");
}

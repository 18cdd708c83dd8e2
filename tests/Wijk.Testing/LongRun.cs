namespace Wijk.Testing;

/// <summary>How much of a long seeded run is done: a portion in the normal run, and all of it with <c>./check.sh --long</c>.</summary>
public static class LongRun
{
    /// <summary>Whether the whole of long runs is done: the variable <c>WIJK_LONG</c> is <c>true</c>.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("WIJK_LONG") == "true";

    /// <summary>How many seeds, rounds or kills are to be done.</summary>
    /// <param name="portion">In the normal run.</param>
    /// <param name="of">In a long run.</param>
    public static int Portion(int portion, int of) => IsOn ? of : portion;
}

using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Tests.Stores.Neo4j.QueryApi;

public sealed class RetryPolicyTests
{
    [Fact]
    public void Waits_double_from_a_second_within_a_fifth_and_end_after_thirty_seconds()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var policy = new RetryPolicy(TimeSpan.FromSeconds(30), new Random(seed));
            var (waits, elapsed) = (new List<double>(), TimeSpan.Zero);
            for (; policy.Next(elapsed) is { } wait; elapsed += wait) waits.Add(wait.TotalSeconds);
            elapsed.Should().Be(TimeSpan.FromSeconds(30), "the last wait is cut to what is left");
            for (var place = 0; place < waits.Count - 1; place++)
                waits[place].Should().BeInRange(0.8 * Math.Pow(2, place) - 1e-6, 1.2 * Math.Pow(2, place) + 1e-6);
        }
    }

    [Fact]
    public void Without_time_to_repeat_nothing_is_repeated() => new RetryPolicy(TimeSpan.Zero, new Random(1)).Next(TimeSpan.Zero).Should().BeNull();

    [Theory]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected", true)]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", true)]
    [InlineData("Neo.TransientError.Transaction.Terminated", false)]
    [InlineData("Neo.TransientError.Transaction.LockClientStopped", false)]
    [InlineData("Neo.ClientError.Statement.SyntaxError", false)]
    [InlineData("Neo.DatabaseError.General.UnknownError", false)]
    public void What_is_transient_is_what_Neo4js_drivers_call_so(string code, bool expected) => RetryPolicy.IsTransient(code).Should().Be(expected);
}

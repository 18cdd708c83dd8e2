namespace Wijk.Graph.Findings.Funding;

/// <summary>What one pot grants to a project or a runner. Nodes are numbers in the graph of its answer.</summary>
/// <param name="Funder">Who pays.</param>
/// <param name="Scheme">The scheme; null when it is not known: then all that this funder pays so is one pot.</param>
/// <param name="Amount">What it grants, in the currency that is added up; null when no amount is known in it.</param>
/// <param name="AccountingCount">For how many projects: so many applications and accounts.</param>
/// <param name="IsSmall">Whether it is small for who gets it.</param>
public sealed record FundedPot(int Funder, int? Scheme, decimal? Amount, int AccountingCount, bool IsSmall);

/// <summary>What one application and one account for each project would save who applies, if each takes as many hours as is assumed.</summary>
/// <param name="HoursNow">Hours for an application and an account for each pot.</param>
/// <param name="HoursIfOne">Hours for one application and one account for each project that is clearly one.</param>
public sealed record OneDoor(long HoursNow, long HoursIfOne)
{
    /// <summary>The difference.</summary>
    public long HoursSaved => HoursNow - HoursIfOne;
}

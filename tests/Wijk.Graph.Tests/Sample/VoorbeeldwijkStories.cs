using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Sample;

/// <summary>What the sample must tell at <see cref="AsOf"/>; samples/voorbeeldwijk/README.md tells the same in words.</summary>
/// <remarks>
/// The values were computed from the files by a program that shares nothing with Wijk; those that fit on a napkin show their arithmetic.
/// They are what a coordinator sees: the ties of professionals are not for the public.
/// </remarks>
public static partial class VoorbeeldwijkStories
{
    public const string Namespace = "voorbeeldwijk";

    public static DateOnly AsOf { get; } = new(2026, 6, 1);

    /// <summary>All nodes and relations of the files; a targeting is one node and its OF, FOR and IN.</summary>
    public static (int Nodes, int Relations) Counts => (189, 451);

    /// <summary>Those that hold on <see cref="AsOf"/>: three measures and their targetings have ended.</summary>
    public static (int Nodes, int Relations) CountsAsOf => (183, 431);

    /// <summary>Every key a story names; all of them are in the files.</summary>
    public static IEnumerable<string> NamedKeys =>
    [
        .. GroupCells.Append(NeverAtTheSameTime).SelectMany(cell => cell.Agencies.Append(cell.Group).Append(cell.Area)),
        .. ActivityCells.SelectMany(cell => cell.Agencies.Append(cell.Domain).Append(cell.Area)),
        .. OffersByBarrier.Keys,
        .. BridgePersonCutsOff, .. ArticulationPoints.Keys,
        .. OtherComponents.SelectMany(component => component), .. SingleTies.SelectMany(tie => new[] { tie.From, tie.To }),
        .. AgencyClusters.SelectMany(cluster => cluster),
        .. InitiativesNobodyAsked, .. InitiativesWithoutContact, .. PairWithoutSupport,
        RestartedWithoutContinuity.Ended, RestartedWithoutContinuity.Started, Continued.Ended, Continued.Started,
        PastDueWithoutReturn, ReturnAccepted, ReturnNotAccepted, ReturnNotYetDue,
        .. DocumentsThatLedToNothing, PlanThatLedToMeasure.Plan, PlanThatLedToMeasure.Measure,
        .. Pots.SelectMany(pot => new[] { pot.Funder, pot.Scheme, pot.Part }), PaidFromThreePots,
        .. CommitmentsByStatus.Values.SelectMany(commitments => commitments), OpenPastDue,
        .. ReferralLoop, ReferralDeadEnd,
    ];

    private static string Area(string id) => Keys.Of(NodeKind.Area, Namespace, id);

    private static string Domain(string id) => Keys.Of(NodeKind.Domain, Namespace, id);

    private static string Group(string id) => Keys.Of(NodeKind.TargetGroup, Namespace, id);

    private static string Agency(string id) => Keys.Of(NodeKind.Agency, Namespace, id);

    private static string Measure(string id) => Keys.Of(NodeKind.Measure, Namespace, id);

    private static string Initiative(string id) => Keys.Of(NodeKind.Initiative, Namespace, id);

    private static string Professional(string id) => Keys.Of(NodeKind.Professional, Namespace, id);

    private static string Barrier(string id) => Keys.Of(NodeKind.Barrier, Namespace, id);

    private static string Consultation(string id) => Keys.Of(NodeKind.Consultation, Namespace, id);

    private static string Commitment(string id) => Keys.Of(NodeKind.Commitment, Namespace, id);

    private static string Document(string id) => Keys.Of(NodeKind.Document, Namespace, id);
}

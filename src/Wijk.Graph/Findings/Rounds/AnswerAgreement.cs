namespace Wijk.Graph.Findings.Rounds;

/// <summary>How the answers about one pair stand to each other.</summary>
public enum AnswerAgreement
{
    /// <summary>One answer is known.</summary>
    OneSided,

    /// <summary>Two or more who were asked say the same.</summary>
    Confirmed,

    /// <summary>Those who were asked say something different; the lowest level counts.</summary>
    Contradicting,
}

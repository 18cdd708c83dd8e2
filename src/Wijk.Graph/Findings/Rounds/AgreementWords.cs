using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Rounds;

/// <summary>How it is said how answers stand to each other.</summary>
public static class AgreementWords
{
    /// <summary>In a few words.</summary>
    public static Words Of(AnswerAgreement agreement) => agreement switch
    {
        AnswerAgreement.Confirmed => new("twee zeggen hetzelfde", "two say the same"),
        AnswerAgreement.Contradicting => new("de antwoorden verschillen; het laagste telt", "the answers differ; the lowest counts"),
        _ => new("één zegt het", "one says so"),
    };
}

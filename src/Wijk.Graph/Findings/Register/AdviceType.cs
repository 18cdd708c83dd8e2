namespace Wijk.Graph.Findings.Register;

/// <summary>What can be given out and kept.</summary>
public enum AdviceType
{
    /// <summary>Links to make, with as many held back and two choices to compare with.</summary>
    Link,

    /// <summary>A table to set.</summary>
    Table,

    /// <summary>The pairs to ask.</summary>
    AskList,
}

/// <summary>Whether something was given out, or kept to compare with.</summary>
public enum AdviceArm
{
    /// <summary>It was given out.</summary>
    Given,

    /// <summary>It was about as good, and was held back.</summary>
    Held,

    /// <summary>It was drawn from all pairs.</summary>
    Random,

    /// <summary>It has most ties.</summary>
    Connected,
}

/// <summary>What became of a pair that was given out or held back.</summary>
public enum AdviceOutcome
{
    /// <summary>Asked since, they have contact.</summary>
    Exists,

    /// <summary>Asked since, they have none.</summary>
    Absent,

    /// <summary>Nobody asked them since.</summary>
    NotAsked,
}

namespace Wijk.Graph.Model;

/// <summary>The kinds of node. What sort of agency or measure it is, is its <c>type</c> attribute, never its kind.</summary>
public enum NodeKind
{
    /// <summary>A place: municipality, district, neighbourhood, postal code.</summary>
    Area,

    /// <summary>A policy domain or, deeper in the same tree, an activity.</summary>
    Domain,

    /// <summary>The people a measure is for.</summary>
    TargetGroup,

    /// <summary>An organisation. A residents' initiative is never an agency.</summary>
    Agency,

    /// <summary>A scheme, service, project, enforcement or physical measure.</summary>
    Measure,

    /// <summary>A residents' initiative.</summary>
    Initiative,

    /// <summary>A professional; the name is personal data.</summary>
    Professional,

    /// <summary>What stands in residents' way.</summary>
    Barrier,

    /// <summary>Where a barrier can be moved.</summary>
    LeveragePoint,

    /// <summary>A measure or initiative for a group, in an area, in a period: the unit of overlap.</summary>
    Targeting,

    /// <summary>A development trajectory with a goal.</summary>
    Trajectory,

    /// <summary>A round in which residents were asked something.</summary>
    Consultation,

    /// <summary>What came back to residents after a consultation.</summary>
    Return,

    /// <summary>A promise with a due date and a status.</summary>
    Commitment,

    /// <summary>A round of questions to organisations about whom they work with.</summary>
    Inquiry,

    /// <summary>A plan, report or evaluation.</summary>
    Document,

    /// <summary>Something Wijk noticed, with its rule and the version it was found in.</summary>
    Finding,

    /// <summary>Something Wijk advises.</summary>
    Suggestion,

    /// <summary>What people decided.</summary>
    Decision,
}

namespace Wijk.Graph.Model;

/// <summary>The kinds of relation; <see cref="Vocabulary"/> holds which nodes each may join and what it may carry.</summary>
public enum RelationKind
{
    /// <summary>PART_OF</summary>
    PartOf,

    /// <summary>RUNS</summary>
    Runs,

    /// <summary>FUNDS</summary>
    Funds,

    /// <summary>OF</summary>
    Of,

    /// <summary>FOR</summary>
    For,

    /// <summary>IN</summary>
    In,

    /// <summary>SEATED_IN: where it has its office, never where it works.</summary>
    SeatedIn,

    /// <summary>IN_DOMAIN</summary>
    InDomain,

    /// <summary>WORKS_FOR</summary>
    WorksFor,

    /// <summary>SUPPORTS</summary>
    Supports,

    /// <summary>COLLABORATES: has no direction. No such relation means that nobody asked.</summary>
    Collaborates,

    /// <summary>INQUIRED: whom an inquiry asked.</summary>
    Inquired,

    /// <summary>REFERS_TO</summary>
    RefersTo,

    /// <summary>ADDRESSES</summary>
    Addresses,

    /// <summary>CAUSED_BY</summary>
    CausedBy,

    /// <summary>NEEDS_MANDATE_OF</summary>
    NeedsMandateOf,

    /// <summary>SUCCEEDS</summary>
    Succeeds,

    /// <summary>MEMBER_OF</summary>
    MemberOf,

    /// <summary>ASKED</summary>
    Asked,

    /// <summary>RETURNED</summary>
    Returned,

    /// <summary>COMMITTED_BY</summary>
    CommittedBy,

    /// <summary>COMMITTED_TO</summary>
    CommittedTo,

    /// <summary>ABOUT</summary>
    About,

    /// <summary>LED_TO</summary>
    LedTo,

    /// <summary>ENDORSES</summary>
    Endorses,

    /// <summary>DISPUTES</summary>
    Disputes,
}

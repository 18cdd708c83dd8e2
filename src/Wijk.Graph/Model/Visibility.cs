namespace Wijk.Graph.Model;

/// <summary>Who may see a record; each level includes those after it.</summary>
public enum Visibility
{
    /// <summary>Everyone.</summary>
    Public,

    /// <summary>Organisations that take part.</summary>
    Partner,

    /// <summary>Coordinators only.</summary>
    Coordinator,
}

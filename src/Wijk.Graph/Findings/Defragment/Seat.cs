using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>What a table needs somebody from.</summary>
public enum TableSide
{
    /// <summary>The physical domain.</summary>
    Physical,

    /// <summary>The social domain.</summary>
    Social,

    /// <summary>Residents, by an initiative of theirs.</summary>
    Residents,
}

/// <summary>Somebody who can be invited: a professional by their role, an organisation of which no professional is known, or a residents' initiative.</summary>
/// <param name="Node">Who it is, a node number.</param>
/// <param name="Organisation">Whom they speak for; themselves where no organisation is known.</param>
/// <param name="Sides">The sides they come from.</param>
/// <param name="Barriers">The barriers for which something needs their mandate, or that of their organisation.</param>
/// <param name="Perspectives">What they look from: a type of organisation or, where that is not known, the domains of their work there; none when neither is known.</param>
/// <param name="IsMember">Whether they are one of those the plan is about; if not, they work in the same place and bring a side that is missing.</param>
public sealed record Seat(int Node, int Organisation, ImmutableArray<TableSide> Sides, ImmutableArray<int> Barriers, ImmutableArray<Words> Perspectives, bool IsMember)
{
    /// <summary>Whether somebody asked for them to be there, and they are not one of those the plan is about.</summary>
    public bool IsAskedFor { get; init; }
}

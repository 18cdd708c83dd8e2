using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Funding;

/// <summary>Which funders are city districts, and which are central departments of a municipality.</summary>
internal sealed class FunderKinds(GraphSnapshot graph)
{
    /// <summary>Whether it is a city district.</summary>
    public bool IsDistrict(int agency) => TypeOf(agency) == "district";

    /// <summary>Whether it is a municipality or part of one, and no district.</summary>
    public bool IsDepartment(int agency) => !IsDistrict(agency) && Wholes.Of(graph, agency).Any(whole => TypeOf(whole.Node) == "municipality");

    private string? TypeOf(int agency) => graph.Node(agency).Attributes.Text("type");
}

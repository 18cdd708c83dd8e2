using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Schema.GraphInfo;

/// <summary>An area of the slice that this server holds.</summary>
internal sealed record SliceArea(string Key, string Name)
{
    /// <summary>The areas; null when the whole graph is held.</summary>
    public static IReadOnlyList<SliceArea>? Of(GraphView view) =>
        view.Graph.Slice is null ? null : [.. SliceWords.AreasOf(view).Select(area => new SliceArea(area.Key, area.Name))];

    /// <summary>Its type in the schema.</summary>
    public static ObjectGraphType<SliceArea> Type(SharedTypes types)
    {
        var type = new ObjectGraphType<SliceArea> { Name = "SliceArea", Description = "An area that this server was told to look at." };
        type.Add<SliceArea>("key", types.Id.Required(), "Its key.", area => area.Key);
        type.Add<SliceArea>("name", types.String.Required(), "Its name.", area => area.Name);
        return type;
    }
}

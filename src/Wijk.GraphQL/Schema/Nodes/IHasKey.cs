using Wijk.Graph.Views;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>Something that an answer found and that has a key, so that it can be asked for again.</summary>
internal interface IHasKey
{
    /// <summary>Where it was found.</summary>
    GraphView View { get; }

    /// <summary>Its key; the same on every day.</summary>
    string Key { get; }
}

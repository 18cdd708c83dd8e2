using Wijk.Graph.Views;
using Wijk.GraphQL.Schema.Nodes;

namespace Wijk.GraphQL.Questions;

/// <summary>Something that an answer found.</summary>
/// <param name="View">What the answer was read from.</param>
/// <param name="Item">What was found.</param>
/// <param name="Key">What tells it from all else that is found, whatever the day.</param>
internal sealed record AnswerItem<T>(GraphView View, T Item, string Key) : InView<T>(View, Item), IHasKey;

using GraphQL.Types;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Fragmentation;

/// <summary>The types that say how far figures can be off because of what nobody asked.</summary>
internal static class BoundsTypes
{
    /// <summary>The type <c>Interval</c>.</summary>
    public static ObjectGraphType<Interval> Interval(SharedTypes types)
    {
        var interval = new ObjectGraphType<Interval>
        {
            Name = "Interval",
            Description = "Between what a figure lies: where it is a bound, whatever the pairs that are not known turn out to be; where it is a band, with a part of what is known left out.",
        };
        interval.Add<Interval>("low", types.Float.Required(), "The lowest it can be.", bounds => bounds.Low);
        interval.Add<Interval>("high", types.Float.Required(), "The highest it can be.", bounds => bounds.High);
        return interval;
    }

    /// <summary>The type <c>FragmentationBounds</c>.</summary>
    public static ObjectGraphType<FragmentationAnswer> Bounds(SharedTypes types, ObjectGraphType<Interval> interval)
    {
        var type = new ObjectGraphType<FragmentationAnswer>
        {
            Name = "FragmentationBounds",
            Description = "How far the figures can be off because of what nobody asked. They are of a fixed list, all who are active, and not only of those of whom a tie is known.",
        };
        type.Add<FragmentationAnswer>("listedCount", types.Int.Required(), "How many are on the list.", answer => answer.Bounds!.Listed.Length);
        type.Add<FragmentationAnswer>("pairCount", types.Long.Required(), "All pairs of them.", answer => answer.Bounds!.PairCount);
        type.Add<FragmentationAnswer>("unknownPairCount", types.Long.Required(), "Pairs of which it is not known whether they have a tie at the level.", answer => answer.Bounds!.UnknownPairCount);
        type.Add<FragmentationAnswer>("components", interval.Required(), "How many separate parts there are.", answer => answer.Bounds!.Connectivity.Components);
        type.Add<FragmentationAnswer>("f", interval.Required(), "Share of pairs with no path between them (Borgatti 2006).", answer => answer.Bounds!.Connectivity.Fragmentation);
        type.Add<FragmentationAnswer>("density", interval.Required(), "Share of pairs with a tie.", answer => answer.Bounds!.Connectivity.Density);
        type.Add<FragmentationAnswer>("eiIndex", interval,
            "The E-I index over those of whom one domain is known (Krackhardt and Stern 1988), -1 to 1; null when there can be no tie between two of them.", answer => answer.Bounds!.EiIndex);
        type.Add("distanceWeightedF", interval.Required(), "The distance-weighted F (Borgatti 2006). Slow on many thousands of members.", [], async context =>
        {
            var answer = (FragmentationAnswer)context.Source!;
            return await Operation.Of(context).FigureAsync(answer, FragmentationAnswer.DistanceBoundsFigure, answer.DistanceWeightedBounds, context.CancellationToken);
        });
        return type;
    }
}

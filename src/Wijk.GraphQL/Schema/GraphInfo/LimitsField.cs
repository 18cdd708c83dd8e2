using GraphQL.Types;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema.Costs;

namespace Wijk.GraphQL.Schema.GraphInfo;

/// <summary><c>limits</c>: how much one request may ask for.</summary>
internal static class LimitsField
{
    /// <summary>Adds the field to the query type.</summary>
    public static void AddTo(ObjectGraphType query, SharedTypes types)
    {
        var limit = new ObjectGraphType<(Limit Limit, Limits Set)> { Name = "Limit", Description = "How much one request may ask for of something, or how much the server does at once." };
        limit.Add<(Limit Limit, Limits Set)>("name", types.String.Required(), "Its name, as errors and settings use it.", at => at.Limit.Name);
        limit.Add<(Limit Limit, Limits Set)>("value", types.Int.Required(), "The most that is allowed.", at => at.Limit.In(at.Set));
        limit.Add<(Limit Limit, Limits Set)>("meaning", types.String.Required(), "What it limits, and in which unit.", at => at.Limit.Description);
        query.Add("limits", limit.List(), "The limits of this server.", [], context =>
        {
            var set = Operation.Of(context).Limits;
            return Limits.All.Select(one => (one, set));
        }).Costing(Limits.All.Length);
    }
}

using GraphQL.Introspection;
using GraphQL.Types;
using Wijk.GraphQL.Answers;
using Wijk.GraphQL.Changes;
using Wijk.GraphQL.Clusters;
using Wijk.GraphQL.Fragmentation;
using Wijk.GraphQL.GraphInfo;
using Wijk.GraphQL.Networks;
using Wijk.GraphQL.Nodes;
using Wijk.GraphQL.Overlap;
using Wijk.GraphQL.Search;

namespace Wijk.GraphQL.Execution;

/// <summary>The whole schema. Each noun adds its own fields here, and nowhere else.</summary>
internal sealed class WijkSchema : Schema
{
    public WijkSchema()
    {
        Description = "Wijk: who does what, for whom and where in a neighbourhood, and how that hangs together.";
        Comparer = new AlphabeticalSchemaComparer();
        var types = new SharedTypes();
        var query = new ObjectGraphType { Name = "Query", Description = "What can be asked. All of one query is answered from one version of the graph." };
        NodeFields.AddTo(query, types);
        SearchField.AddTo(query, types);
        NetworkField.AddTo(query, types);
        GraphField.AddTo(query, types);
        var answers = new AnswerFields(types);
        OverlapField.AddTo(query, types, answers);
        FragmentationField.AddTo(query, types, answers);
        ClustersField.AddTo(query, types, answers);
        Query = query;

        var mutation = new ObjectGraphType { Name = "Mutation", Description = "What can be changed." };
        ApplyChangesField.AddTo(mutation, types);
        Mutation = mutation;
        foreach (var type in types.Records.Objects) RegisterType(type);
    }
}

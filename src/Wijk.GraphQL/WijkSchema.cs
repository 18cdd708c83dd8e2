using GraphQL.Introspection;
using GraphQL.Types;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Questions;
using Wijk.GraphQL.Changes;
using Wijk.GraphQL.Saved;
using Wijk.GraphQL.Questions.AskList;
using Wijk.GraphQL.Questions.Clusters;
using Wijk.GraphQL.Questions.Defragment;
using Wijk.GraphQL.Questions.Duplicates;
using Wijk.GraphQL.Questions.Fragmentation;
using Wijk.GraphQL.Questions.Funding;
using Wijk.GraphQL.Schema.GraphInfo;
using Wijk.GraphQL.Questions.Network;
using Wijk.GraphQL.Schema.Nodes;
using Wijk.GraphQL.Questions.Overlap;
using Wijk.GraphQL.Questions.Register;
using Wijk.GraphQL.Questions.Rounds;
using Wijk.GraphQL.Questions.Scenarios;
using Wijk.GraphQL.Schema.Search;
using Wijk.GraphQL.Questions.Ways;

namespace Wijk.GraphQL;

/// <summary>The whole schema. Each noun adds its own fields here, and nowhere else.</summary>
internal sealed class WijkSchema : global::GraphQL.Types.Schema
{
    public WijkSchema()
    {
        Description = "Wijk: who does what, for whom and where in a neighbourhood, and how that hangs together. "
            + "A field that takes arguments may be null: an argument that cannot be used empties that field, with an error that names it, and nothing else. "
            + "A list that can grow long is a Connection; a plain list is complete, and short by what it is. "
            + "Each error has extensions.code, which stays the same, and extensions.why in Dutch (nl) and English (en); "
            + "its message is one of the two, as the Accept-Language header asks, Dutch by default. docs/errors.md lists the codes.";
        Comparer = new AlphabeticalSchemaComparer();
        Features.DeprecationOfInputValues = Features.RepeatableDirectives = true;
        var (types, search) = (new SharedTypes(), new NodeSearch());
        Directives.Register(new SpecifiedByDirective(types), new CostDirective(types), new ListSizeDirective(types));
        var query = new ObjectGraphType
        {
            Name = "Query",
            Description = "What can be asked. All of one query is answered from one version of the graph. "
            + "For each kind of node there is one by its key, null when there is none, and a list of all. "
            + "Where a field takes asOf, a day such as 2016-07-01, what did not hold on that day is left out; without it nothing is left out by date, and a question chooses its day and says which."
        };
        NodeFields.AddTo(query, types, search);
        SearchField.AddTo(query, types);
        NetworkField.AddTo(query, types);
        GraphField.AddTo(query, types);
        LimitsField.AddTo(query, types);
        var answers = new AnswerTypes(types, search);
        new OverlapBinding().AddTo(query, types, answers);
        new FragmentationBinding().AddTo(query, types, answers);
        new AskListBinding().AddTo(query, types, answers);
        new RoundBinding().AddTo(query, types, answers);
        new ClustersBinding().AddTo(query, types, answers);
        new DefragmentBinding().AddTo(query, types, answers);
        var scenarios = new SavedScenarioFields(types, new ScenarioBinding().AddTo(query, types, answers));
        scenarios.AddTo(query);
        new WaysBinding().AddTo(query, types, answers);
        new RegisterBinding().AddTo(query, types, answers);
        new SplinteredFundingBinding().AddTo(query, types, answers);
        new DuplicatesBinding().AddTo(query, types, answers);
        Query = query;

        var mutation = new ObjectGraphType { Name = "Mutation", Description = "What can be changed." };
        var payload = ApplyChangesField.AddTo(mutation, query, types);
        MergeFields.AddTo(mutation, types, payload);
        KeepAdviceField.AddTo(mutation, types, payload);
        StartRoundField.AddTo(mutation, types, payload);
        ReadRoundField.AddTo(mutation, query, types);
        scenarios.AddMutations(mutation);
        Mutation = mutation;
        foreach (var type in (IGraphType[])[.. types.Nodes.Objects, .. types.Connections.Interfaces, types.Nodes.Found, answers.Answer]) RegisterType(type);
        Initialize();
        Introspection.Complete(this, types);
    }
}

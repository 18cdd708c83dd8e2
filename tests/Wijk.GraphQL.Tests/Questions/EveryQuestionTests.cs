using Wijk.Graph.Findings;
using Wijk.GraphQL.Commands;

namespace Wijk.GraphQL.Tests.Questions;

public sealed class EveryQuestionTests
{
    /// <summary>The questions there are, found in the assembly, so that a new one is never forgotten.</summary>
    public static TheoryData<string> Names =>
    [
        .. typeof(Question).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Question)) && !type.IsAbstract)
            .Select(type => type.Name[..^nameof(Question).Length])
            .Select(name => char.ToLowerInvariant(name[0]) + name[1..]),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_question_has_a_field_in_the_schema(string name) =>
        new WijkSchema().Query!.GetField(name).Should().NotBeNull($"WijkSchema must add the binding of {name}");

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_question_has_a_command_in_the_terminal(string name) =>
        AnalyseCommand.Make().Subcommands.Select(command => command.Name).Should().Contain(name, "AnalyseCommand needs its line");

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_question_takes_area_day_and_seed(string name) =>
        new WijkSchema().Query!.GetField(name)!.Arguments!.Select(argument => argument.Name).Should().Contain(["area", "asOf", "seed"]);
}

using GraphQL.Types;
using Wijk.Graph.Findings.Register;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;

namespace Wijk.GraphQL.Questions.Register;

/// <summary>The types that <c>register</c> answers with.</summary>
internal static class RegisterTypes
{
    /// <summary>What can be given out.</summary>
    public static Choices<AdviceType> Types { get; } = new("AdviceType", "What can be given out and kept.",
    [
        (AdviceType.Link, "Links to make; with as many held back that are about as good, and two choices to compare with."),
        (AdviceType.Table, "A table to set."),
        (AdviceType.AskList, "The pairs that nobody asked."),
    ]);

    private static readonly Choices<AdviceArm> Arms = new("AdviceArm", "Whether a link was given out, or kept to compare with.",
    [
        (AdviceArm.Given, "Given out."),
        (AdviceArm.Held, "About as good, and held back."),
        (AdviceArm.Random, "Drawn from all pairs without a known contact."),
        (AdviceArm.Connected, "The pairs with most ties, of those without a known contact."),
    ]);

    /// <summary>The type <c>Register</c>.</summary>
    public static ObjectGraphType<RegisterAnswer> Register(SharedTypes types)
    {
        var register = new ObjectGraphType<RegisterAnswer> { Name = "Register", Description = "What became of the advice that was given out; pooled over all rounds." };
        register.Add<RegisterAnswer>("arms", Arm(types).List(), "The links of each arm.", answer => answer.Arms).Costing(Arms.All.Length);
        register.Add<RegisterAnswer>("differenceLow", types.Float,
            $"Where the 95 % interval begins of the share of given links that exist less that of held ones, -1 to 1; null below {RegisterAnswer.FewestPerArm} asked in either arm.", answer => answer.Difference?.Low);
        register.Add<RegisterAnswer>("differenceHigh", types.Float, "Where it ends.", answer => answer.Difference?.High);
        register.AddFoundNodes("misses", NodeKind.Suggestion, "Links that were given out and asked since, and are not there; the records of them, by key.", types, answer => RecordsOf(answer.Misses));
        register.AddFoundNodes("entries", NodeKind.Suggestion, "The records of all that was given out or kept to compare with, by key.", types, answer => RecordsOf(answer.Entries));
        return register;
    }

    private static IEnumerable<int> RecordsOf(IEnumerable<RegisterEntry> entries) => entries.Select(entry => entry.Suggestion);

    private static ObjectGraphType<ArmCount> Arm(SharedTypes types)
    {
        var arm = new ObjectGraphType<ArmCount> { Name = "ArmCount", Description = "What became of the links of one arm." };
        arm.Add<ArmCount>("arm", types.EnumOf(Arms).Required(), "The arm.", one => one.Arm);
        arm.Add<ArmCount>("count", types.Int.Required(), "How many there are.", one => one.Count);
        arm.Add<ArmCount>("askedCount", types.Int.Required(), "How many were asked since.", one => one.Asked.Count);
        arm.Add<ArmCount>("existCount", types.Int.Required(), "How many of those exist: they have contact.", one => one.Asked.Successes);
        arm.Add<ArmCount>("share", types.Float, $"The share of those asked that exists, 0 to 1; null below {RegisterAnswer.FewestPerArm}.", one => one.Share);
        return arm;
    }
}

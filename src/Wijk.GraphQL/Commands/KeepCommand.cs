using System.CommandLine;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Register;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Views;
using Wijk.GraphQL.Questions;
using Wijk.GraphQL.Saved;

namespace Wijk.GraphQL.Commands;

/// <summary><c>keep</c>: keeps in the register what of a plan is given out.</summary>
internal static class KeepCommand
{
    private static readonly Option<AdviceType[]> Types = Typed.Options<AdviceType[]>(
        "--types", "Wat u meegeeft: link, table, askList. / What is given out: link, table, askList.",
        texts => texts.Select(Typed.WordOf<AdviceType>).ToArray() is var read && read.FirstOrDefault(one => one.Problem is not null) is { Problem: { } problem } ? ([], problem) : ([.. read.Select(one => one.Value)], null),
        static _ => null);

    private static readonly Option<string> Source = new("--source")
    {
        Description = "Wie het meegeeft: een organisatie of rol, geen naam van een mens. / Who gives it: an organisation or a role, never a person's name.",
        DefaultValueFactory = _ => "coordinator",
    };

    public static Command Make()
    {
        var plan = new Argument<string>("plan") { Description = "De sleutel van het plan, zoals die onder elk plan staat. / The key of the plan, as it stands below each." };
        Types.Required = true;
        var command = new Command(
            "keep", "Legt in het register vast wat u van een plan meegeeft; 'analyse register' zegt later wat ervan kwam. / Keeps in the register what of a plan is given out; 'analyse register' tells later what became of it.")
        {
            plan,
            Types,
            Source,
        };
        command.SetAction((arguments, stop) => Refusal.GuardAsync(arguments, async () =>
        {
            var id = arguments.GetRequiredValue(plan);
            if (KeepAdviceField.Asked(id) is not var (question, key)) throw new Refusal(KeepAdviceField.NotThere(id));
            await using var store = await arguments.OpenExistingAsync(stop);
            await using var snapshots = new SnapshotHost(store, TimeProvider.System);
            await snapshots.StartAsync(stop);
            var (now, today) = (TimeProvider.System.GetUtcNow(), DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));
            var answer = question.Ask(GraphView.Of(snapshots.Current), today, stop);
            var found = answer.Plans.FirstOrDefault(one => AnswerKeys.OfPlan(answer, one) == key) ?? throw new Refusal(KeepAdviceField.NotThere(id));
            var moment = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
            var records = AdviceRecords.Of(answer, found, arguments.GetRequiredValue(Types), today, Keys.Fold(arguments.GetRequiredValue(Source)), moment);
            if (records.IsEmpty) throw new Refusal(KeepAdviceField.Nothing);
            var result = await store.CommitAsync(new ChangeSet { Id = $"advice:{Guid.NewGuid():N}", Source = Keys.Fold(arguments.GetRequiredValue(Source)), RecordedAt = moment, Changes = records }, stop);
            var count = records.Count(change => change.Record is Node);
            arguments.Tell(new($"{count} voorstellen staan in het register, versie {result.Version}; alleen coördinatoren zien ze.", $"{count} suggestions stand in the register, version {result.Version}; only coordinators see them."));
            return 0;
        }));
        return command;
    }
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings;

/// <summary>Remembers answers per snapshot, so that an answer is rarely computed twice and never outlives the graph it was made of.</summary>
internal static class FindingMemo
{
    private const int MostRemembered = 200;

    private static readonly ConditionalWeakTable<GraphSnapshot, ConcurrentDictionary<object, Lazy<object>>> Answers = [];

    /// <summary>The answer to a question, which must compare by value; computed on first use.</summary>
    /// <remarks>
    /// An answer that failed is forgotten, so that the next asker tries again; so does an asker who waited for one that was cancelled.
    /// </remarks>
    public static TAnswer Of<TQuestion, TAnswer>(
        GraphSnapshot snapshot, TQuestion question, Func<TAnswer> compute, CancellationToken cancellationToken = default)
        where TQuestion : notnull
        where TAnswer : class
    {
        var ofSnapshot = Answers.GetOrCreateValue(snapshot);
        // Every area and seed is another question: without a limit, asking would fill the memory.
        if (ofSnapshot.Count >= MostRemembered) ofSnapshot.Clear();
        while (true)
        {
            var answer = ofSnapshot.GetOrAdd(question, _ => new Lazy<object>(compute));
            try
            {
                return (TAnswer)answer.Value;
            }
            catch (Exception failure)
            {
                ofSnapshot.TryRemove(KeyValuePair.Create<object, Lazy<object>>(question, answer));
                if (failure is not OperationCanceledException || cancellationToken.IsCancellationRequested) throw;
            }
        }
    }
}

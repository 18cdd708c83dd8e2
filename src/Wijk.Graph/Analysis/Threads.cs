using System.Runtime.ExceptionServices;

namespace Wijk.Graph.Analysis;

/// <summary>Does parts of one piece of work at once.</summary>
internal static class Threads
{
    /// <summary>Does parts 0 to count − 1 and waits for all; the first part on this thread. What one of them throws is thrown here.</summary>
    public static void Run(int count, Action<int> part)
    {
        if (count == 1)
        {
            part(0);
            return;
        }

        var failures = new ExceptionDispatchInfo?[count];
        var others = new Thread[count - 1];
        for (var other = 1; other < count; other++)
        {
            var number = other;
            others[number - 1] = new(() => Do(number)) { IsBackground = true };
            others[number - 1].Start();
        }

        Do(0);
        foreach (var other in others) other.Join();
        foreach (var failure in failures) failure?.Throw();

        void Do(int number)
        {
            try
            {
                part(number);
            }
            catch (Exception failure)
            {
                failures[number] = ExceptionDispatchInfo.Capture(failure);
            }
        }
    }
}

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

    /// <summary>Does portions 0 to portionCount − 1, each once, by whichever thread is free; the work is the same for any number of threads.</summary>
    /// <param name="threadCount">How many threads at most.</param>
    /// <param name="portionCount">How many portions.</param>
    /// <param name="portion">Given the number of the thread, for its scratch memory, and of the portion.</param>
    public static void Share(int threadCount, int portionCount, Action<int, int> portion)
    {
        var next = -1;
        Run(Math.Max(1, Math.Min(threadCount, portionCount)), thread =>
        {
            for (var number = Interlocked.Increment(ref next); number < portionCount; number = Interlocked.Increment(ref next)) portion(thread, number);
        });
    }
}

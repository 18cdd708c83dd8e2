using System.Runtime.InteropServices;

namespace Wijk.Graph.Model;

/// <summary>Finds, among the cores of names that it was given before, those that differ in one letter.</summary>
/// <remarks>
/// By their deletions, as in symmetric-delete spelling correction: two such names share a form with at most one letter left out. So the time grows with the number
/// of names, not with that of pairs. Forms are kept as hashes, and what is found is compared letter by letter.
/// </remarks>
public sealed class OneLetterSearch
{
    /// <summary>One letter of a shorter name makes another name: Oost and West are not, but Noord and Moord could be.</summary>
    public const int Shortest = 6;

    private const ulong Base = 0x9E3779B97F4A7C15;

    private readonly Dictionary<ulong, int> newestByForm = [];
    private readonly List<(string Core, int Before)> entries = [];

    /// <summary>The names given before that differ in one letter from this one, oldest first; this one is among them from now on.</summary>
    /// <param name="core">The core of a name, see <see cref="NearNames.Core"/>. One that is too short or a number is near to none.</param>
    public IReadOnlyList<string> NearTo(string core)
    {
        if (core.Length < Shortest || core.All(char.IsDigit)) return [];
        var near = new SortedSet<int>();
        foreach (var form in Forms(core))
        {
            ref var newest = ref CollectionsMarshal.GetValueRefOrAddDefault(newestByForm, form, out var isKnown);
            if (!isKnown) newest = -1;
            for (var entry = newest; entry >= 0; entry = entries[entry].Before)
            {
                if (IsOneLetterOff(core, entries[entry].Core)) near.Add(entry);
            }

            entries.Add((core, newest));
            newest = entries.Count - 1;
        }

        return near.Count == 0 ? [] : [.. near.Select(entry => entries[entry].Core).Distinct()];
    }

    /// <summary>Whether one letter is more, less or other, or two changed places. A digit makes another name.</summary>
    public static bool IsOneLetterOff(string one, string other)
    {
        if (one.Length < other.Length) (one, other) = (other, one);
        if (one.Length - other.Length > 1 || one == other) return false;
        var at = one.AsSpan().CommonPrefixLength(other);
        if (one.Length != other.Length) return !char.IsDigit(one[at]) && one.AsSpan(at + 1).SequenceEqual(other.AsSpan(at));
        if (char.IsDigit(one[at]) || char.IsDigit(other[at])) return false;
        if (one.AsSpan(at + 1).SequenceEqual(other.AsSpan(at + 1))) return true;
        return at + 1 < one.Length && one[at] == other[at + 1] && one[at + 1] == other[at] && one.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2));
    }

    // The name itself and each form with one letter left out, as polynomial hashes: each takes one step from those of what is before and behind the letter.
    private static HashSet<ulong> Forms(string core)
    {
        unchecked
        {
            var (before, behind, power) = (0UL, new ulong[core.Length + 1], new ulong[core.Length + 1]);
            power[core.Length] = 1;
            for (var at = core.Length - 1; at >= 0; at--)
            {
                behind[at] = behind[at + 1] + (Value(core[at]) * power[at + 1]);
                power[at] = power[at + 1] * Base;
            }

            var forms = new HashSet<ulong>(core.Length + 1) { behind[0] };
            for (var at = 0; at < core.Length; at++)
            {
                forms.Add((before * power[at + 1]) + behind[at + 1]);
                before = (before * Base) + Value(core[at]);
            }

            return forms;
        }
    }

    private static ulong Value(char letter) => (ulong)letter + 1;
}

using Wijk.Graph.Analysis.Chance;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>Says how far a comparison with chance is: each time that twice as many samples have been drawn.</summary>
/// <param name="lines">Gets what is said.</param>
internal sealed class ChanceProgressWords(IProgress<Words> lines) : IProgress<ChanceProgress>
{
    private long said;

    /// <inheritdoc/>
    public void Report(ChanceProgress value)
    {
        if (value.SampleCount < 2 * said) return;
        said = value.SampleCount;
        var (samples, most) = (Phrasing.Count(value.SampleCount), Phrasing.Count(value.MostSampleCount));
        var (left, all) = (Phrasing.Count(value.UndecidedCount), Phrasing.Count(value.Count));
        lines.Report(new(
            $"vergelijken met toeval: {samples.Nl} van hooguit {most.Nl} trekkingen; nog {left.Nl} van {all.Nl} niet beslist",
            $"comparing with chance: {samples.En} of at most {most.En} samples; {left.En} of {all.En} not decided yet"));
    }
}

using System.Collections.Immutable;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Findings.Activities;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>The activity of a snapshot laid out in cells, with small numbers from 0 for what analysis needs.</summary>
internal sealed class CellTable
{
    private static readonly int?[] Unspecified = [null];

    private readonly Dictionary<CellPlace, int> cellNumbers = [];
    private readonly Dictionary<int, int> workNumbers = [];
    private readonly List<CellPlace> cells = [];
    private readonly List<List<TargetedWork>> targetings = [];
    private readonly List<Presence> presences = [];
    private readonly List<int> works = [];
    private readonly List<ImmutableArray<int>> own = [];
    private readonly List<ImmutableArray<int>> compared = [];
    private readonly TreeLevels levels;

    private CellTable(TreeLevels levels) => this.levels = levels;

    /// <summary>The cells somebody is active in.</summary>
    public IReadOnlyList<CellPlace> Cells => cells;

    /// <summary>Agencies in cells; the measure is a number in <see cref="Works"/>.</summary>
    public IReadOnlyList<Presence> Presences => presences;

    /// <summary>The node numbers of the measures.</summary>
    public IReadOnlyList<int> Works => works;

    /// <summary>The domains of each of <see cref="Works"/>.</summary>
    public MeasureDomains Domains => new(own, compared);

    /// <summary>Everything targeted at a cell, initiatives included.</summary>
    public IReadOnlyList<TargetedWork> TargetingsOf(int cell) => targetings[cell];

    public static CellTable Of(Activity activity, ImmutableArray<TargetedWork> targetedWorks, OverlapLens lens, TreeLevels levels, CellLevels cellLevels)
    {
        var table = new CellTable(levels);
        foreach (var work in targetedWorks)
        {
            if (work.Area is not { } area || (lens != OverlapLens.Activity && work.Group is null)) continue;
            var groups = lens == OverlapLens.Activity ? Unspecified : cellLevels.GroupsOf(work.Group!.Value).Select(group => (int?)group);
            var domains = lens == OverlapLens.Group ? Unspecified : activity.DomainsOf(work.Work).Select(domain => (int?)domain);
            foreach (var place in from place in cellLevels.AreasOf(area) from @group in groups from domain in domains select new CellPlace(@group, domain, place))
                table.Add(activity, work, place);
        }

        return table;
    }

    private void Add(Activity activity, TargetedWork work, CellPlace place)
    {
        var runs = activity.RunsOf(work);
        if (runs.Count == 0 && !activity.InitiativesBehind(work.Work).Any()) return;
        if (!cellNumbers.TryGetValue(place, out var cell))
        {
            cellNumbers.Add(place, cell = cells.Count);
            cells.Add(place);
            targetings.Add([]);
        }

        targetings[cell].Add(work);
        foreach (var (agency, days) in runs) presences.Add(new(cell, agency, NumberOf(work.Work, activity), days));
    }

    private int NumberOf(int work, Activity activity)
    {
        if (!workNumbers.TryGetValue(work, out var number))
        {
            workNumbers.Add(work, number = works.Count);
            works.Add(work);
            own.Add(activity.DomainsOf(work));
            compared.Add(levels.Of(own[^1]));
        }

        return number;
    }
}

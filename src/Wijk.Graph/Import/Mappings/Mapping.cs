using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>A way to make records of tables: one that is declared in JSON, or the template of Wijk itself.</summary>
public abstract class Mapping
{
    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>What it reads.</summary>
    public abstract Words Description { get; }

    /// <summary>All that it says, as text: what it makes of equal files changes only with this.</summary>
    public abstract string Text { get; }

    /// <summary>The namespace of its keys when none is given; null when one must be given.</summary>
    public abstract string? Namespace { get; }

    /// <summary>The tables it reads.</summary>
    public abstract IReadOnlyList<TableSpec> Tables { get; }

    /// <summary>Makes records of the tables and hands them to the run.</summary>
    internal abstract void Map(MappingRun run);
}

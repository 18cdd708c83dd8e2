using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>A way to make records of tables: one that is declared in JSON, or the template of Wijk itself.</summary>
public abstract class Mapping
{
    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>What it reads.</summary>
    public abstract Words Description { get; }

    /// <summary>All that it says, as text: equal files give other records only when this changes.</summary>
    public abstract string Text { get; }

    /// <summary>The namespace of its keys when none is given; null when one must be given.</summary>
    public abstract string? Namespace { get; }

    /// <summary>Whether it looks for what the graph holds already: places that texts name, or whatever a name refers to.</summary>
    public virtual bool LooksAtGraph => false;

    /// <summary>Finds its tables among the files.</summary>
    /// <exception cref="Formats.ImportFileException">A file cannot be read.</exception>
    /// <exception cref="MappingException">A file that was named fits no table, or a table has no file.</exception>
    internal abstract IReadOnlyList<MatchedTable> Match(InputFiles input);

    /// <summary>Whether it can read these files, by their names and headings.</summary>
    internal abstract bool Fits(InputFiles input);

    /// <summary>Makes records of the tables and hands them to the run.</summary>
    internal abstract void Map(MappingRun run);

    /// <summary>How many rows <see cref="Map"/> will go through.</summary>
    internal abstract long RowsToMap(MappingRun run);
}

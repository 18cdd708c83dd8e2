using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>How far an import is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">Rows, records or bytes done in this stage; from 0.</param>
/// <param name="Total">How many there are in this stage; null when unknown.</param>
public sealed record ImportProgress(ImportStage Stage, long Done, long? Total);

/// <summary>The stages of an import, in order.</summary>
public enum ImportStage
{
    /// <summary>Files become rows.</summary>
    Reading,

    /// <summary>Rows become records.</summary>
    Mapping,

    /// <summary>Records are checked and compared with the graph.</summary>
    Comparing,

    /// <summary>The change set is committed.</summary>
    Writing,
}

/// <summary>The names of the stages on screen.</summary>
public static class ImportStages
{
    /// <summary>What the stage is called.</summary>
    public static Words Label(this ImportStage stage) => stage switch
    {
        ImportStage.Reading => new("lezen", "reading"),
        ImportStage.Mapping => new("omzetten", "mapping"),
        ImportStage.Comparing => new("vergelijken", "comparing"),
        ImportStage.Writing => new("opslaan", "writing"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage of an import."),
    };
}

using System.Collections.Immutable;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>A row of the sheet of activities, as it was understood.</summary>
internal sealed record FormActivity(TableRow Row, ImmutableArray<FormName> Organisations, string Name)
{
    /// <summary>The key of the measure.</summary>
    public required string Key { get; init; }

    public ImmutableArray<FormName> Groups { get; init; } = [];

    public ImmutableArray<FormName> Areas { get; init; } = [];

    public ImmutableArray<FormName> Themes { get; init; } = [];

    public ImmutableArray<FormName> Payers { get; init; } = [];

    public ImmutableArray<FormName> Partners { get; init; } = [];

    public PartialDate? From { get; init; }

    public PartialDate? To { get; init; }

    public decimal? Budget { get; init; }

    /// <summary>The code of the kind of organisation; null when it is not said, or when it is a residents' initiative.</summary>
    public string? OrganisationType { get; init; }

    /// <summary>The code of the kind of measure; null when it is not said.</summary>
    public string? Type { get; init; }

    public string? Notes { get; init; }

    public RowPlace Place => Row.Row.Place;
}

/// <summary>A row of the sheet of ties, as it was understood.</summary>
internal sealed record FormTie(TableRow Row, FormName Who, FormName With, long? Level, string? ReportedBy)
{
    public RowPlace Place => Row.Row.Place;

    /// <summary>Whether it was asked: somebody said so, or says that there is no contact, which nobody knows without asking.</summary>
    public bool IsAsked => Level is not null && (ReportedBy is not null || Level == 0);

    /// <summary>The two ends, in the order of their keys.</summary>
    public (string, string) Pair => PairOf(Who.Key, With.Key);

    /// <summary>Two keys in order: a tie has no direction.</summary>
    public static (string, string) PairOf(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
}

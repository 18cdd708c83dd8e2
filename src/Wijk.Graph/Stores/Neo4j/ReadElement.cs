using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>What the properties of an element say, as far as they can be read.</summary>
internal sealed record ReadElement
{
    /// <summary>The key; null when it is absent or no text.</summary>
    public string? Key { get; init; }

    /// <summary>The attributes that could be read.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <summary>When it begins to hold.</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>When it stops holding.</summary>
    public PartialDate? ValidTo { get; init; }

    /// <summary>Who may see it; null when it does not say.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>Who said so; null when it does not say.</summary>
    public string? Source { get; init; }

    /// <summary>When it was recorded; null when it does not say.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>How it was concluded; null when it was not.</summary>
    public Inference? Inference { get; init; }

    /// <summary>Whether it is only mentioned.</summary>
    public bool IsStub { get; init; }

    /// <summary>The digest that Wijk wrote; null when there is none.</summary>
    public long? Digest { get; init; }

    /// <summary>What a record with these properties says.</summary>
    /// <remarks>Where nobody said who may see it, only coordinators may: too few people is put right sooner than too many.</remarks>
    public RecordParts Parts => new(
        Source ?? "", RecordedAt ?? DateTimeOffset.UnixEpoch, Visibility ?? Model.Visibility.Coordinator, ValidFrom, ValidTo, Inference, Attributes);

    /// <summary>Whether Wijk wrote it so: its digest is that of the record that its properties make.</summary>
    public bool IsAsWritten(GraphRecord record) => Problems.IsEmpty && Visibility is not null && Digest == RecordProperties.DigestOf(record);

    /// <summary>Properties that are not of the type they must be.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>Why no record can be made of it: a property is of another type, or what every record has is missing. Null when one can.</summary>
    public Problem? WhyUnreadable => Problems.FirstOrDefault()
        ?? (Source is null ? Missing("source") : RecordedAt is null ? Missing("recordedAt") : Visibility is null ? Missing("visibility") : null);

    /// <summary>The names of properties that the vocabulary does not know.</summary>
    public ImmutableArray<string> Foreign { get; init; } = [];

    /// <summary>The properties that were read, as they came, but for the time of recording.</summary>
    public IReadOnlyDictionary<string, JsonElement> Properties { get; init; } = new Dictionary<string, JsonElement>();

    private static Problem Missing(string name) => new(name, new($"{name} ontbreekt.", $"{name} is missing."));
}

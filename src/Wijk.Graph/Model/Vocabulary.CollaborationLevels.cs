using System.Collections.Immutable;

namespace Wijk.Graph.Model;

/// <content>The levels of collaboration.</content>
public static partial class Vocabulary
{
    /// <summary>The highest collaboration level: one approach.</summary>
    public const int HighestCollaborationLevel = 5;

    /// <summary>From this collaboration level up two agencies coordinate.</summary>
    public const int CoordinationLevel = 3;

    /// <summary>What the levels of COLLABORATES mean, from 0 to <see cref="HighestCollaborationLevel"/>.</summary>
    public static ImmutableArray<Words> CollaborationLevels { get; } =
    [
        new("gevraagd, en er is geen contact", "asked, and there is no contact"),
        new("kennen elkaar", "know each other"),
        new("wisselen uit", "exchange"),
        new("stemmen af", "coordinate"),
        new("beslissen samen", "decide together"),
        new("één aanpak", "one approach"),
    ];
}

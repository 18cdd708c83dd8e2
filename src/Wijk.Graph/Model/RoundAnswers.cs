namespace Wijk.Graph.Model;

/// <summary>How what somebody answers in a round of questions is recorded: as a COLLABORATES that says who said so.</summary>
public static class RoundAnswers
{
    /// <summary>What such a relation rests on.</summary>
    public const string Basis = "asked";

    /// <summary>Who said so: the name of the respondent, or its key where the other has the same name. A professional is told by their role.</summary>
    /// <param name="respondent">Who answers.</param>
    /// <param name="other">About whom.</param>
    public static string ReporterOf(Node respondent, Node other)
    {
        var (name, same) = (NameOf(respondent), NameOf(other));
        return name == same ? respondent.Key : name;
    }

    /// <summary>What is recorded of one answer. The same answer always has the same key, so that it can be read again.</summary>
    /// <param name="inquiry">The round.</param>
    /// <param name="inquired">That the respondent was asked in it; the answer is for the same readers.</param>
    /// <param name="respondent">Who answers.</param>
    /// <param name="other">About whom.</param>
    /// <param name="level">The level, 0 for no contact.</param>
    /// <param name="now">When it is recorded.</param>
    public static Relation Of(Node inquiry, Relation inquired, Node respondent, Node other, int level, DateTimeOffset now) =>
        new(RelationKind.Collaborates, respondent.Key, other.Key)
        {
            Source = inquiry.Source,
            RecordedAt = now,
            Visibility = inquired.Visibility,
            Attributes = AttributeSet.Of(("level", level), ("basis", Basis), ("inquiry", inquiry.Key), ("reportedBy", ReporterOf(respondent, other))),
        };

    private static string NameOf(Node node) => Keys.Fold(node.Kind == NodeKind.Professional ? node.Attributes.Text("role") ?? node.Key : node.Name);
}

using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Rounds;

/// <summary>The columns of the spreadsheet in which a round is answered; written in one language, read in both.</summary>
public static class AnswerForm
{
    /// <summary>Who answers.</summary>
    public static Words Who { get; } = new("Wie", "Who");

    /// <summary>About whom.</summary>
    public static Words About { get; } = new("Over wie", "About whom");

    /// <summary>The answer.</summary>
    public static Words Level { get; } = new("Cijfer 0 t/m 5 (leeg: weet ik niet)", "Figure 0 to 5 (empty: do not know)");

    /// <summary>The key of the round.</summary>
    public static Words Round { get; } = new("Ronde (niet wijzigen)", "Round (do not change)");

    /// <summary>The key of who answers.</summary>
    public static Words WhoKey { get; } = new("Sleutel van wie (niet wijzigen)", "Key of who (do not change)");

    /// <summary>The key of about whom.</summary>
    public static Words AboutKey { get; } = new("Sleutel van over wie (niet wijzigen)", "Key of about whom (do not change)");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<Words> Columns { get; } = [Who, About, Level, Round, WhoKey, AboutKey];

    /// <summary>What stands where a name can be filled in; whoever leaves it there names nobody.</summary>
    public static Words WhoElse { get; } = new("(wie missen we nog? vul hier de naam in)", "(who is missing? fill in the name here)");
}

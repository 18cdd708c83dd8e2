namespace Wijk.Graph.Import.Suggestions;

/// <summary>What a column of somebody's table may say.</summary>
public enum ColumnRole
{
    /// <summary>Who does it.</summary>
    Organisation,

    /// <summary>What is done.</summary>
    Activity,

    /// <summary>For whom.</summary>
    Group,

    /// <summary>Where.</summary>
    Area,

    /// <summary>In which policy domain.</summary>
    Theme,

    /// <summary>Who pays.</summary>
    Funder,

    /// <summary>With whom.</summary>
    Partner,

    /// <summary>From when.</summary>
    From,

    /// <summary>Until when.</summary>
    To,

    /// <summary>For how much.</summary>
    Budget,

    /// <summary>What it is, in more words.</summary>
    Description,

    /// <summary>The website of the organisation.</summary>
    Website,

    /// <summary>Somebody's name, address or number: never read.</summary>
    Person,
}

/// <summary>How sure a suggestion is of a column.</summary>
public enum Certainty
{
    /// <summary>Its heading is a word for it, and its values fit.</summary>
    Sure,

    /// <summary>Its heading has such a word in it, or only its values look like it.</summary>
    Guessed,

    /// <summary>Nothing is made of it.</summary>
    Left,
}

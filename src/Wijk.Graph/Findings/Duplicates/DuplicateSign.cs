namespace Wijk.Graph.Findings.Duplicates;

/// <summary>What may show whether two nodes are one: first what points to one, the strongest first, then what speaks against it.</summary>
public enum DuplicateSign
{
    /// <summary>They have the same code; of areas only.</summary>
    SameCode,

    /// <summary>They have the same web address or link.</summary>
    SameWebsite,

    /// <summary>They have the very same name.</summary>
    SameName,

    /// <summary>Their names differ only in case, accents, blanks, punctuation or a legal form such as "Stichting".</summary>
    NameInOtherForm,

    /// <summary>A name or other id of one is a name or other id of the other.</summary>
    Alias,

    /// <summary>Their names differ in one letter, or in two that changed places.</summary>
    OneLetter,

    /// <summary>The same organisation or initiative runs both.</summary>
    SameRunner,

    /// <summary>They have their office in the same area.</summary>
    SamePlace,

    /// <summary>They are part of the same whole.</summary>
    SameWhole,

    /// <summary>One source brought both, under two ids.</summary>
    SameSource,

    /// <summary>They are of different types.</summary>
    OtherType,

    /// <summary>They have their offices in different areas.</summary>
    OtherPlace,

    /// <summary>They are part of different wholes.</summary>
    OtherWhole,

    /// <summary>They have different web addresses.</summary>
    OtherWebsite,

    /// <summary>Something is on record or was said of what is between them: they work together, or one refers to the other.</summary>
    KnownTie,
}

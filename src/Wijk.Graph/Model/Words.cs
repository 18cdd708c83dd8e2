namespace Wijk.Graph.Model;

/// <summary>The same plain words in the two languages of Wijk.</summary>
/// <param name="Nl">Dutch, level B1.</param>
/// <param name="En">English.</param>
public sealed record Words(string Nl, string En)
{
    /// <summary>The words in one language.</summary>
    public string In(Language language) => language == Language.En ? En : Nl;
}

/// <summary>A language Wijk speaks; Dutch comes first.</summary>
public enum Language
{
    /// <summary>Dutch.</summary>
    Nl,

    /// <summary>English.</summary>
    En,
}

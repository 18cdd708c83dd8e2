namespace Wijk.Graph.Model;

/// <summary>The same plain words in the two languages of Wijk.</summary>
/// <param name="Nl">Dutch, level B1.</param>
/// <param name="En">English.</param>
public sealed record Words(string Nl, string En)
{
    /// <summary>The words in one language.</summary>
    public string In(Language language) => language == Language.En ? En : Nl;

    /// <summary>Words that are the same in both languages, such as a name.</summary>
    public static implicit operator Words(string same) => new(same, same);

    /// <summary>Names, any one of which will do: "a of b", "a or b".</summary>
    public static Words AnyOf(params IEnumerable<string> names)
    {
        var all = names.ToArray();
        return new(string.Join(" of ", all), string.Join(" or ", all));
    }

    /// <summary>One after the other, in each language.</summary>
    public static Words operator +(Words left, Words right) => new(left.Nl + right.Nl, left.En + right.En);

    /// <summary>Sentences one after the other, a space between; null and empty ones left out.</summary>
    public static Words Join(params IEnumerable<Words?> sentences)
    {
        var said = sentences.OfType<Words>().Where(sentence => sentence.Nl.Length > 0).ToArray();
        return new(string.Join(' ', said.Select(sentence => sentence.Nl)), string.Join(' ', said.Select(sentence => sentence.En)));
    }
}

/// <summary>A language Wijk speaks; Dutch comes first.</summary>
public enum Language
{
    /// <summary>Dutch.</summary>
    Nl,

    /// <summary>English.</summary>
    En,
}

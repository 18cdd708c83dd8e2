using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>How a value of a type is written.</summary>
internal static class TypeForms
{
    /// <summary>The end of a message that a value does not fit a type; of an enumeration or input the schema says which values there are.</summary>
    /// <param name="type">The type, as the schema writes it.</param>
    public static Words Of(string type) => type.Trim('[', ']', '!') switch
    {
        "Int" => new(" Geef een geheel getal van -2147483648 tot 2147483647.", " Give a whole number from -2147483648 to 2147483647."),
        "Long" => new(" Geef een geheel getal van hooguit 64 bits.", " Give a whole number of at most 64 bits."),
        "Float" or "Decimal" => new(" Geef een getal, zoals 1.5.", " Give a number, such as 1.5."),
        "Boolean" => new(" Geef true of false.", " Give true or false."),
        "String" or "ID" => new(" Geef een tekst tussen aanhalingstekens.", " Give a text between quotes."),
        "Date" => new(" Geef een dag die bestaat, zoals \"2016-07-01\".", " Give a day that exists, such as \"2016-07-01\"."),
        "PartialDate" => new(" Geef \"2016\", \"2016-07\" of \"2016-07-01\".", " Give \"2016\", \"2016-07\" or \"2016-07-01\"."),
        "Attributes" => new(" Geef een object met waarden op naam.", " Give an object of values by name."),
        _ => new(" Het schema zegt wat er kan.", " The schema says what it can be."),
    };
}

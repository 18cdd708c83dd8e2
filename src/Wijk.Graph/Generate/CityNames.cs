using System.Globalization;

namespace Wijk.Graph.Generate;

/// <summary>Made-up Dutch names; a list that runs out starts again, with a number after each name.</summary>
internal static class CityNames
{
    private static readonly string[] Domains =
    [
        "Welzijn", "Zorg", "Wonen", "Werk en inkomen", "Veiligheid", "Onderwijs", "Sport", "Openbare ruimte", "Schulden", "Cultuur", "Groen",
        "Mobiliteit",
    ];

    private static readonly string[] Groups =
    [
        "Jongeren", "Ouderen", "Gezinnen", "Mantelzorgers", "Nieuwkomers", "Werkzoekenden", "Alleenstaanden", "Huurders", "Kinderen", "Studenten",
    ];

    private static readonly string[] Roles =
    [
        "Jongerenwerker", "Wijkverpleegkundige", "Wijkagent", "Woonconsulent", "Opbouwwerker", "Schuldhulpverlener", "Leerplichtambtenaar",
        "Sportcoach",
    ];

    private static readonly string[] Measures = ["Spreekuur", "Huisbezoek", "Cursus", "Inloop", "Begeleiding", "Voucher", "Opknapbeurt", "Toezicht"];

    public static string Domain(int number) => Pick(Domains, number);

    public static string Group(int number) => Pick(Groups, number);

    public static string Role(int number) => Roles[number % Roles.Length];

    public static string Measure(int number) => Numbered(Measures[number % Measures.Length], number + 1);

    public static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name} {number}");

    private static string Pick(string[] names, int number) =>
        number < names.Length ? names[number] : Numbered(names[number % names.Length], (number / names.Length) + 1);
}

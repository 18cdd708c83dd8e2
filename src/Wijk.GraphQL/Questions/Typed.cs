using System.CommandLine;
using System.Globalization;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Questions;

/// <summary>Reads what is typed in the terminal, and says in words of ours what does not fit.</summary>
internal static class Typed
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>An option with one value.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="description">What it means, in both languages.</param>
    /// <param name="read">Reads a value, or says why it cannot.</param>
    /// <param name="whyNot">What is wrong with a value that can be read; null when nothing is.</param>
    public static Option<T> Option<T>(string name, string description, Func<string, (T Value, Words? Problem)> read, Func<T, Words?>? whyNot = null) =>
        new(name)
        {
            Description = description,
            CustomParser = result =>
            {
                var (value, problem) = read(result.Tokens.Single().Value);
                if ((problem ?? whyNot?.Invoke(value)) is { } why) result.AddError($"{name}: {why.Nl} / {why.En}");
                return value;
            },
        };

    /// <summary>An option with several values, given one after the other or by giving it again.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="description">What it means, in both languages.</param>
    /// <param name="read">Reads the values together, or says why it cannot.</param>
    /// <param name="whyNot">What is wrong with values that can be read; null when nothing is.</param>
    public static Option<T> Options<T>(string name, string description, Func<IReadOnlyList<string>, (T Value, Words? Problem)> read, Func<T, Words?> whyNot) =>
        new(name)
        {
            Description = description,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result =>
            {
                var (value, problem) = read([.. result.Tokens.Select(token => token.Value)]);
                if ((problem ?? whyNot(value)) is { } why) result.AddError($"{name}: {why.Nl} / {why.En}");
                return value;
            },
        };

    /// <summary>A whole number.</summary>
    public static (int Value, Words? Problem) WholeNumber(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (number, null)
            : (0, new($"'{text}' is geen geheel getal dat Wijk kan gebruiken.", $"'{text}' is not a whole number that Wijk can use."));

    /// <summary>Whether something is to be done.</summary>
    public static (bool Value, Words? Problem) Flag(string text) => bool.TryParse(text, out var flag)
        ? (flag, null)
        : (false, new($"'{text}': kies true of false.", $"'{text}': choose true or false."));

    /// <summary>A number, with a point before its decimals.</summary>
    public static (double? Value, Words? Problem) Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? (number, null)
            : (null, new($"'{text}' is geen getal; schrijf het zoals 0.5.", $"'{text}' is not a number; write it like 0.5."));

    /// <summary>A day.</summary>
    public static (DateOnly? Value, Words? Problem) Day(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, null)
            : (null, new($"'{text}': noem een dag die bestaat, als jjjj-mm-dd.", $"'{text}': name a day that exists, as yyyy-mm-dd."));

    /// <summary>One word of a closed list, in any case.</summary>
    public static (T Value, Words? Problem) WordOf<T>(string text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(word => $"{word}".Equals(text, StringComparison.OrdinalIgnoreCase)).Select(word => (T?)word).FirstOrDefault() is { } found
            ? (found, null)
            : (default, new Words($"'{text}': kies ", $"'{text}': choose ") + Words.AnyOf(Enum.GetNames<T>().Select(word => word.ToLowerInvariant())) + ".");

    /// <summary>Says that a number is out of bounds; null when it is not.</summary>
    public static Func<int, Words?> Between(int least, int most) => value => value >= least && value <= most
        ? null
        : new($"{value} ligt niet tussen {least} en {most}.", $"{value} is not between {least} and {most}.");

    /// <summary>A day as it is typed.</summary>
    public static string? Write(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);
}

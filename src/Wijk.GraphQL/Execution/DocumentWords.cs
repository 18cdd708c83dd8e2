using System.Text.RegularExpressions;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>
/// Says in both languages why a query or its variables do not fit the schema. The library says so in English only, and its errors
/// keep no parts but their sentence, so the names are taken from that sentence.
/// </summary>
internal static class DocumentWords
{
    private const int MostShown = 80;

    // The first that fits; in the order of the rules of the specification.
    private static readonly Sentence[] Sentences =
    [
        new("operation named '(.+)'", p => new($"Er is geen operatie '{p[1]}'.", $"There is no operation '{p[1]}'.")),
        new("more than one operation, but", _ => new("Noem met operationName welke operatie u bedoelt.", "Say with operationName which operation you mean.")),
        new("does not contain any operations", _ => new("Er staat geen operatie in.", "It holds no operation.")),
        new("one operation named (.+)\\.", p => new($"Twee operaties heten '{p[1]}'.", $"Two operations are called '{p[1]}'.")),
        new("anonymous operation must", _ => new(
            "Geef elke operatie een naam, als er meer dan één is.", "Give each operation a name when there is more than one.")),
        new("not configured for", _ => new("Er zijn geen subscriptions.", "There are no subscriptions.")),
        new("Cannot query field '(.+?)' on type '(.+?)'", p => new($"{p[2]} heeft geen veld '{p[1]}'.", $"{p[2]} has no field '{p[1]}'.")),
        new("Fields (.+?) conflicts? because", p => new(
            $"'{p[1]}' staat voor twee verschillende velden; geef er een een alias.", $"'{p[1]}' stands for two different fields; give one an alias.")),
        new("Field (.+?) of type (.+?) must not have", p => new(
            $"'{p[1]}' heeft geen velden: het is {p[2]}.", $"'{p[1]}' has no fields: it is {p[2]}.")),
        new("Field (.+?) of type (.+?) must have", p => new(
            $"'{p[1]}' is {p[2]}; noem welke velden daarvan.", $"'{p[1]}' is {p[2]}; say which of its fields.")),
        new("Unknown argument '(.+?)' on (?:field|directive) '(.+?)'", p => new(
            $"'{p[2]}' heeft geen argument '{p[1]}'.", $"'{p[2]}' has no argument '{p[1]}'.")),
        new("only one argument named '(.+)'", p => new($"Argument '{p[1]}' staat er twee keer.", $"Argument '{p[1]}' is given twice.")),
        new("Argument '(.+?)' of type '(.+?)' is required for (?:field|directive) '(.+?)'", p => new(
            $"'{p[3]}' heeft argument '{p[1]}' nodig ({p[2]}).", $"'{p[3]}' needs argument '{p[1]}' ({p[2]}).")),
        new("only (?:be )?one fragment named '(.+)'", p => new($"Twee fragmenten heten '{p[1]}'.", $"Two fragments are called '{p[1]}'.")),
        new("Unknown type (.+?)\\.", p => new($"Er is geen type {p[1]}.", $"There is no type {p[1]}.")),
        new("non composite type '(.+)'", p => new(
            $"Een fragment kan niet op {p[1]}: dat heeft geen velden.", $"A fragment cannot be on {p[1]}: it has no fields.")),
        new("Fragment '(.+?)' is never used", p => new(
            $"Fragment '{p[1]}' wordt niet gebruikt; haal het weg.", $"Fragment '{p[1]}' is never used; take it out.")),
        new("Unknown fragment '(.+)'", p => new($"Er is geen fragment '{p[1]}'.", $"There is no fragment '{p[1]}'.")),
        new("spread fragment '(.+?)' within itself", p => new($"Fragment '{p[1]}' bevat zichzelf.", $"Fragment '{p[1]}' contains itself.")),
        new("objects of type '(.+?)' can never be of type '(.+?)'", p => new($"{p[1]} kan nooit {p[2]} zijn.", $"{p[1]} can never be {p[2]}.")),
        new("only one input field named (.+)\\.", p => new($"Veld '{p[1]}' staat er twee keer.", $"Field '{p[1]}' is given twice.")),
        new("Unknown directive '(.+)'", p => new($"Er is geen directive '{p[1]}'.", $"There is no directive '{p[1]}'.")),
        new("[Dd]irective '(.+?)' (?:may not be used|can only be used once)", p => new(
            $"Directive '{p[1]}' kan hier niet, of maar één keer.", $"Directive '{p[1]}' cannot stand here, or only once.")),
        new("one variable named '(.+)'", p => new($"Variabele '{p[1]}' staat er twee keer.", $"Variable '{p[1]}' is declared twice.")),
        new("Variable '(.+?)' cannot be non-input type '(.+)'", p => new(
            $"Variabele '{p[1]}' kan geen {p[2]} zijn: dat is geen invoertype.", $"Variable '{p[1]}' cannot be {p[2]}: that is not an input type.")),
        new("Variable '\\$(.+?)' is not defined", p => new(
            $"Variabele '{p[1]}' is niet gedeclareerd.", $"Variable '{p[1]}' is not declared.")),
        new("Variable '\\$(.+?)' is never used", p => new(
            $"Variabele '{p[1]}' wordt niet gebruikt; haal haar weg.", $"Variable '{p[1]}' is never used; take it out.")),
        new("Variable '\\$(.+?)' of type '(.+?)' used in position expecting type '(.+?)'", p => new(
            $"Variabele '{p[1]}' is {p[2]}, en hier hoort {p[3]}.", $"Variable '{p[1]}' is {p[2]}, and {p[3]} is expected here.")),
        new("Variable '\\$?(.+?)'.* default value", p => new(
            $"De standaardwaarde van variabele '{p[1]}' past niet.", $"The default value of variable '{p[1]}' does not fit.")),
        new("Variable '\\$(.+?)' is invalid", p => new($"Variabele '{p[1]}' klopt niet.", $"Variable '{p[1]}' is wrong.")),
        new("[Aa]rgument '(.+?)'", p => new($"Argument '{p[1]}' klopt niet.", $"Argument '{p[1]}' is wrong.")),
        new("OneOf Input Object", _ => new("Een deel van de invoer klopt niet.", "A part of the input is wrong.")),
    ];

    // What is wrong with a value, which the library adds to what it says of an argument or variable.
    private static readonly Sentence[] Values =
    [
        new("Expected type '(.+?)', found (.+?)\\.(?:\\]|\\n|$)", p => new Words($"{p[2]} is geen {p[1]}.", $"{p[2]} is not {p[1]}.") + TypeForms.Of(p[1])),
        new("Unable to convert '(.*?)'.* to (?:the scalar type )?'(.+?)'", p =>
            new Words($"'{p[1]}' is geen {p[2]}.", $"'{p[1]}' is not {p[2]}.") + TypeForms.Of(p[2])),
        new("In field '(.+?)': Unknown field", p => new($"Er is geen veld '{p[1]}'.", $"There is no field '{p[1]}'.")),
        new("Unrecognized input fields (.+) for type '(.+)'", p => new($"{p[2]} heeft geen {p[1]}.", $"{p[2]} has no {p[1]}.")),
        new("Missing required field '(.+?)' of type '(.+?)'", p => new($"Veld '{p[1]}' ontbreekt ({p[2]}).", $"Field '{p[1]}' is missing ({p[2]}).")),
        new("Expected '(.+?)', found not an object|as a '(.+?)' type", p => new(
            $"Geef een object: {p[1]}{p[2]}.", $"Give an object: {p[1]}{p[2]}.")),
        new("exactly one non-null value", _ => new("Geef precies één van de velden.", "Give exactly one of the fields.")),
        new("found null|null input", _ => new("De waarde mag niet null zijn.", "The value may not be null.")),
        new("No value provided", _ => new("Geef een waarde: zonder kan het niet.", "Give a value: it cannot be left out.")),
    ];

    /// <summary>A sentence of ours for one of the library; null when it says something unknown to us.</summary>
    public static Words? Of(string said) => Sentences.Select(sentence => sentence.Of(said)).FirstOrDefault(words => words is not null) is { } words
        ? Words.Join(words, Values.Select(value => value.Of(said)).FirstOrDefault(reason => reason is not null), Suggestion(said))
        : null;

    private static Words? Suggestion(string said) => Regex.Match(said, "Did you mean (?:to use an inline fragment on )?('.+')") is { Success: true } match
        ? new($"Bedoelt u {match.Groups[1].Value.Replace(" or ", " of ", StringComparison.Ordinal)}?", $"Do you mean {match.Groups[1].Value}?")
        : null;

    /// <summary>How to recognise a sentence, and what to say instead.</summary>
    /// <param name="Pattern">What stands in it; the groups are its parts.</param>
    /// <param name="Say">Ours, from those parts.</param>
    private sealed record Sentence(string Pattern, Func<string[], Words> Say)
    {
        // Texts of the asker stand in these sentences, so matching takes no longer than reading.
        private readonly Regex regex = new(Pattern, RegexOptions.NonBacktracking | RegexOptions.Singleline);

        public Words? Of(string said) => regex.Match(said) is { Success: true } match
            ? Say([.. match.Groups.Values.Select(group => Short(group.Value))])
            : null;

        private static string Short(string part) => part.Length <= MostShown ? part : part[..MostShown] + "…";
    }
}

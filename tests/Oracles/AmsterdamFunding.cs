// What the figures on Amsterdam's grants of 2016 must be, computed from the raw file by a program that knows nothing of Wijk.
//   dotnet run tests/Oracles/AmsterdamFunding.cs -- ../shared/data/amsterdam-subsidies-2016/amsterdam-subsidies-2016.json > tests/Wijk.Graph.Tests/Findings/Funding/amsterdam.json
// A pot is a department with a scheme; a project one recipient with one title (case ignored), that of the scheme where the title is blank.
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using var file = JsonDocument.Parse(File.ReadAllBytes(args[0]));
var rows = new List<Row>();
foreach (var row in file.RootElement.EnumerateArray())
{
    string Text(string name) => string.Join(' ', (row.GetProperty(name).GetString() ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    var title = Text("Project") is { Length: > 0 } project ? project : Text("Regeling");
    rows.Add(new(Text("Naam"), title, Text("Regeling"), Text("Organisatie"), Text("Periodiciteit"), row.GetProperty("Verleend").GetDecimal()));
}

var named = rows.Where(row => row.Name != "(Particulier)").ToList();
var granted = named.Where(row => row.Amount > 0).ToList();
var byRunner = granted.GroupBy(row => row.Name).ToDictionary(group => group.Key, group => group.ToList());
var split = granted.GroupBy(row => (row.Name, Title: row.Title.ToLowerInvariant())).Where(group => group.Select(row => row.Pot).Distinct()
    .Count() > 1).ToList();
var several = split.Where(group => group.Select(row => row.Department).Distinct().Count() > 1).ToList();
// A title is general when others have it too, or when it has fewer than three words that are no number.
var titleCounts = named.Select(row => (row.Name, Title: Plain(row.Title))).Distinct().CountBy(row => row.Title).ToDictionary();
var clear = split.Where(group => titleCounts[Plain(group.Key.Title)] == 1 && Plain(group.Key.Title).Split(' ').Count(word => !word.All(char.IsDigit)) >= 3).ToList();
var clearSeveral = clear.Where(group => group.Select(row => row.Department).Distinct().Count() > 1).ToList();
var apart = byRunner.Where(entry => entry.Value.Any(row => row.Department == "Onderwijs, Jeugd en Zorg")
    && entry.Value.Any(row => row.Department == "Participatie")
    && entry.Value.Any(row => row.IsDistrict)).ToList();
var same = apart.Where(entry => new[] { true, false }.All(district => entry.Value.Any(row => row.IsDistrict == district
    && (district || row.Department is "Onderwijs, Jeugd en Zorg" or "Participatie")
        && row.Title.ToLowerInvariant().Contains("maatschappelijke dienstverlening", StringComparison.Ordinal)))).ToList();
// A private person's request is a project of its own.
var all = rows.Select((row, place) => (row, project: row.Name == "(Particulier)" ? $"{place}" : $"{row.Name}\n{row.Title.ToLowerInvariant()}")).ToList();
var accounts = all.Where(entry => entry.row.Amount > 0).GroupBy(entry => (entry.row.Pot, entry.project)).ToList();
var cordaan = byRunner["Stichting Cordaan"].GroupBy(row => row.Pot).Select(pot => pot.Sum(row => row.Amount)).ToList();

var print = new StringBuilder("{\n");
void Add(string name, object value) => print.Append(CultureInfo.InvariantCulture, $"  \"{name}\": {(value is string text ? Quoted(text) : Convert.ToString(value, CultureInfo.InvariantCulture))},\n");
static string Plain(string text) => string.Join(' ', Regex.Split(
    Regex.Replace(text.Normalize(NormalizationForm.FormD), @"\p{Mn}", "").ToLowerInvariant(), @"[^\p{L}\p{Nd}]+").Where(word => word.Length > 0));
static string Quoted(string text) => $"\"{text}\"";
Add("asked", named.Select(row => row.Name).Distinct().Count());
Add("paid", byRunner.Count);
Add("severalFunders", byRunner.Values.Count(own => own.Select(row => row.Department).Distinct().Count() > 1));
Add("askedSeveralFunders", named.GroupBy(row => row.Name).Count(own => own.Select(row => row.Department).Distinct().Count() > 1));
Add("onePot", byRunner.Values.Count(own => own.Select(row => row.Pot).Distinct().Count() == 1));
Add("threeOrMorePots", byRunner.Values.Count(own => own.Select(row => row.Pot).Distinct().Count() >= 3));
Add("mostPots", byRunner.Values.Max(own => own.Select(row => row.Pot).Distinct().Count()));
Add("mostPotsOf", byRunner.MaxBy(entry => entry.Value.Select(row => row.Pot).Distinct().Count()).Key);
Add("effectivePotsOfMost", Math.Exp(-cordaan.Sum(pot => (double)(pot / cordaan.Sum()) * Math.Log((double)(pot / cordaan.Sum())))));
Add("splitProjects", split.Count);
Add("projectsOfSeveralFunders", several.Count);
Add("grantsOfThose", several.Sum(group => group.Count()));
Add("accountsOfThose", several.Sum(group => group.Select(row => row.Pot).Distinct().Count()));
Add("clearProjects", clear.Count);
Add("clearOfSeveralFunders", clearSeveral.Count);
Add("grantsOfClear", clearSeveral.Sum(group => group.Count()));
Add("accountsOfClear", clearSeveral.Sum(group => group.Select(row => row.Pot).Distinct().Count()));
Add("burennetwerkFunders", several.Where(group => group.Key.Name == "Stichting Burennetwerk Amsterdam").Max(group => group
    .Select(row => row.Department).Distinct().Count()));
Add("paidApart", apart.Count);
Add("paidApartForTheSame", same.Count);
Add("grantedToThose", apart.Sum(entry => entry.Value.Where(row => row.IsDistrict || row.Department is "Onderwijs, Jeugd en Zorg" or "Participatie")
    .Sum(row => row.Amount)));
Add("grantedForTheSame", same.Sum(entry => entry.Value.Where(row => (row.IsDistrict || row.Department is "Onderwijs, Jeugd en Zorg" or "Participatie")
    && row.Title.ToLowerInvariant().Contains("maatschappelijke dienstverlening", StringComparison.Ordinal)).Sum(row => row.Amount)));
Add("pots", rows.Where(row => row.Amount > 0).Select(row => row.Pot).Distinct().Count());
Add("refused", rows.Count(row => row.Amount == 0));
Add("accounts", accounts.Count);
Add("oneOffAccounts", accounts.Count(group => group.All(entry => entry.row.Recurrence == "Eenmalig")));
Add("granted", rows.Sum(row => row.Amount));
Add("largest", accounts.Max(group => group.Sum(entry => entry.row.Amount)));
Add("smallPots", byRunner.Values.Sum(own => own.GroupBy(row => row.Pot).Select(pot => pot.Sum(row => row.Amount)).Count(pot => pot < 10_000 || pot < own
    .Sum(row => row.Amount) / 20))
    + rows.Where(row => row.Name == "(Particulier)" && row.Amount > 0).Count(row => row.Amount < 10_000));
print.Length -= 2;
Console.WriteLine(print.Append("\n}"));

internal sealed record Row(string Name, string Title, string Scheme, string Department, string Recurrence, decimal Amount)
{
    public (string, string) Pot => (Department, Scheme);

    public bool IsDistrict => Department.StartsWith("stadsdeel ", StringComparison.Ordinal);
}

using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Suggestions;

/// <summary>The words that people put above a column, in Dutch and English, folded.</summary>
internal static class RoleWords
{
    // In this order: a "naam activiteit" is an activity, and a "doelgroep organisatie" a group; what names persons comes before all.
    private static readonly (ColumnRole Role, string[] Words)[] Known =
    [
        (ColumnRole.Person, ["contactpersoon", "contact", "e-mail", "email", "e-mailadres", "mail", "telefoon", "telefoonnummer", "phone", "mobiel", "voornaam", "achternaam", "first name", "last name", "bsn", "geboortedatum", "date of birth"]),
        (ColumnRole.Group, ["doelgroep", "doelgroepen", "voor wie", "target group", "target groups", "audience", "for whom", "groep"]),
        (ColumnRole.Funder, ["financier", "betaald door", "subsidiegever", "gefinancierd door", "funder", "paid by", "funded by", "geldgever"]),
        (ColumnRole.Partner, ["partner", "partners", "werkt samen met", "samenwerking", "samenwerkingspartners", "met wie", "works with", "collaborates with"]),
        (ColumnRole.Activity, ["activiteit", "activity", "project", "dienst", "service", "aanbod", "wat", "maatregel", "measure", "titel", "title", "naam activiteit", "what", "programma"]),
        (ColumnRole.Organisation, ["organisatie", "organisation", "organization", "aanbieder", "provider", "instantie", "agency", "uitvoerder", "wie", "who", "naam organisatie", "stichting", "instelling", "ontvanger", "recipient"]),
        (ColumnRole.Area, ["buurt", "wijk", "gebied", "area", "neighbourhood", "neighborhood", "postcode", "waar", "where", "locatie", "location", "stadsdeel", "district", "gemeente", "plaats"]),
        (ColumnRole.Theme, ["thema", "theme", "domein", "domain", "beleidsterrein", "onderwerp", "categorie", "category", "topic"]),
        (ColumnRole.From, ["van", "vanaf", "start", "startdatum", "begin", "begindatum", "from", "start date", "ingangsdatum"]),
        (ColumnRole.To, ["tot", "tot en met", "t/m", "eind", "einde", "einddatum", "to", "until", "end", "end date"]),
        (ColumnRole.Budget, ["bedrag", "budget", "amount", "subsidie", "subsidiebedrag", "verleend", "kosten", "begroting", "grant"]),
        (ColumnRole.Website, ["website", "site", "url", "web", "webadres"]),
        (ColumnRole.Description, ["omschrijving", "beschrijving", "toelichting", "description", "opmerking", "opmerkingen", "notes"]),
    ];

    /// <summary>The role of a heading that is such a word.</summary>
    public static ColumnRole? Exactly(string heading)
    {
        var folded = Words(heading);
        return Known.Where(known => known.Words.Contains(folded)).Select(known => (ColumnRole?)known.Role).FirstOrDefault();
    }

    /// <summary>The role of a heading that has such a word among its own, the longest first.</summary>
    public static ColumnRole? Within(string heading)
    {
        var folded = $" {Words(heading)} ";
        return Known.SelectMany(known => known.Words.Select(word => (known.Role, word))).Where(pair => pair.word.Length > 3)
            .OrderByDescending(pair => pair.word.Length).Where(pair => folded.Contains($" {pair.word} ", StringComparison.Ordinal)).Select(pair => (ColumnRole?)pair.Role).FirstOrDefault();
    }

    // "Doelgroep(en)" and "bedrag in €" as the words that they are.
    private static string Words(string heading) =>
        Keys.Fold(string.Concat(TextFolding.Fold(heading).Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '/' ? letter : ' ')));
}

using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>A sheet of the form: one row an activity, one row a tie, and what more there is to say of organisations and areas. Names are enough; no ids are asked.</summary>
/// <param name="Name">Its name in code: of the last two, that of the sheet of the template that reads it.</param>
/// <param name="Title">The name of the sheet.</param>
/// <param name="Explanation">What it is for.</param>
/// <param name="Columns">Its columns in order.</param>
public sealed record FormSheet(string Name, Words Title, Words Explanation, ImmutableArray<FormColumn> Columns)
{
    /// <summary>What marks the example row, which is not read.</summary>
    public static Words ExampleMark { get; } = new("Voorbeeld:", "Example:");

    /// <summary>Other names of the sheet, in either language.</summary>
    public ImmutableArray<string> AlsoCalled { get; init; } = [];

    /// <summary>One row an activity.</summary>
    public static FormSheet Activities { get; } = new(
        "activities",
        new("Activiteiten", "Activities"),
        new("Eén rij voor elke activiteit. Doet u hetzelfde voor twee groepen met een andere periode, maak er dan twee rijen van.",
            "One row for each activity. If it is done for two groups in different periods, use two rows."),
        [
            new("organisation", new("Organisatie", "Organisation"),
                new("Wie doet het. Schrijf dezelfde organisatie steeds gelijk.", "Who does it. Write the same organisation the same way each time."),
                new("Voorbeeld: Stichting De Linde", "Example: The Linden Foundation"))
                { IsRequired = true, AlsoHeaded = ["organisaties", "instantie", "aanbieder", "uitvoerder", "naam organisatie", "wie", "organization", "agency", "provider", "who"] },
            new("activity", new("Activiteit", "Activity"), new("Wat er wordt gedaan, in een paar woorden.", "What is done, in a few words."),
                new("Koffieochtend", "Coffee morning"))
                { IsRequired = true, AlsoHeaded = ["wat", "activiteiten", "aanbod", "maatregel", "project", "naam activiteit", "what", "measure", "offer"] },
            new("group", new("Voor wie", "For whom"), new("De doelgroep. Meer dan één: zet er ; tussen.", "The target group. More than one: put ; between."), new("ouderen", "older people"))
                { AlsoHeaded = ["doelgroep", "doelgroepen", "target group", "target groups", "group", "audience"], Choices = Groups },
            new("area", new("Waar", "Where"), new("De buurt, wijk of postcode. Meer dan één: zet er ; tussen.", "The neighbourhood, district or postal code. More than one: put ; between."),
                new("Berkenveld", "Birchfield"))
                { AlsoHeaded = ["gebied", "gebieden", "buurt", "buurten", "wijk", "plaats", "postcode", "stadsdeel", "area", "areas", "neighbourhood", "neighborhood", "district", "place"] },
            new("theme", new("Thema", "Theme"), new("Het onderwerp of beleidsterrein.", "The subject or policy domain."), new("Welzijn", "Welfare"))
                { AlsoHeaded = ["thema's", "domein", "onderwerp", "beleidsterrein", "themes", "domain", "topic"], Choices = Themes },
            new("from", new("Van", "From"), new("Wanneer het begint: 1-9-2025, sept 2025, najaar 2025 of 2025.", "When it starts: 1-9-2025, Sept 2025, autumn 2025 or 2025."), new("sept 2025", "Sept 2025"))
                { AlsoHeaded = ["vanaf", "start", "begin", "startdatum", "begindatum", "periode", "start date", "period"] },
            new("to", new("Tot en met", "Until"), new("De laatste dag, maand of het laatste jaar. Leeg of 'doorlopend': het loopt door.", "The last day, month or year. Blank or 'ongoing': it goes on."), new("juni 2026", "June 2026"))
                { AlsoHeaded = ["tot", "t/m", "eind", "einde", "einddatum", "to", "end", "end date", "up to and including"] },
            new("budget", new("Budget", "Budget"), new("In euro's, voor de hele activiteit. Staat de activiteit op meer rijen, zet het dan op één.", "In euros, for the whole activity. If the activity has several rows, put it on one."), new("4500", "4500"))
                { AlsoHeaded = ["bedrag", "kosten", "begroting", "amount", "cost", "costs"] },
            new("paidBy", new("Betaald door", "Paid by"), new("Wie het geld geeft. Meer dan één: zet er ; tussen.", "Who gives the money. More than one: put ; between."), new("Gemeente Voorbeeld", "City of Example"))
                { AlsoHeaded = ["financier", "financiers", "geldgever", "subsidieverstrekker", "gefinancierd door", "funder", "funded by", "funding", "payer"] },
            new("worksWith", new("Werkt samen met", "Works with"),
                new("Met welke organisaties dit samen gebeurt. Meer dan één: zet er ; tussen.", "With which organisations this is done. More than one: put ; between."), new("Thuiszorg Noord", "North Home Care"))
                { AlsoHeaded = ["samenwerking", "samenwerkingspartner", "samenwerkingspartners", "partner", "partners", "samen met", "collaborates with", "collaboration"] },
            new("organisationType", new("Soort organisatie", "Kind of organisation"), new("Hoeft maar één keer per organisatie.", "Once for each organisation is enough."), new("welzijn", "welfare"))
                { AlsoHeaded = ["type organisatie", "organisatietype", "type of organisation", "organisation type", "organization type"], IsClosed = true, Choices = OrganisationTypes },
            new("activityType", new("Soort activiteit", "Kind of activity"), new("Een dienst is er steeds; een project houdt op.", "A service goes on; a project ends."), new("dienst", "service"))
                { AlsoHeaded = ["type activiteit", "activiteittype", "type of activity", "activity type"], IsClosed = true, Choices = Labels(NodeKind.Measure, "type") },
            new("notes", new("Toelichting", "Notes"), new("Wat er verder over te zeggen is. Geen namen van mensen.", "What more there is to say. No names of people."), new("", ""))
                { AlsoHeaded = ["omschrijving", "beschrijving", "description"] },
        ])
    { AlsoCalled = ["activiteit", "aanbod", "activiteitenoverzicht", "activity"] };

    /// <summary>One row a tie between two organisations.</summary>
    public static FormSheet Ties { get; } = new(
        "ties",
        new("Contacten", "Ties"),
        new("Eén rij voor elk tweetal: hoe nauw werken zij samen, en wie zegt dat? Geen rij betekent dat niemand het heeft gevraagd.",
            "One row for each pair: how closely do they work together, and who says so? No row means that nobody asked."),
        [
            new("who", new("Wie", "Who"), new("De ene organisatie.", "One organisation."), new("Voorbeeld: Stichting De Linde", "Example: The Linden Foundation"))
                { IsRequired = true, AlsoHeaded = ["organisatie", "organisatie 1", "organisatie a", "van", "organisation", "organisation 1", "organisation a", "from"] },
            new("with", new("Met wie", "With whom"), new("De andere organisatie.", "The other organisation."), new("Thuiszorg Noord", "North Home Care"))
                { IsRequired = true, AlsoHeaded = ["met", "partner", "organisatie 2", "organisatie b", "naar", "werkt samen met", "with", "organisation 2", "organisation b", "to", "works with"] },
            new("level", new("Hoe nauw", "How close"), new("0 als het is gevraagd en er geen contact is. Weet u alleen dát er contact is, laat het dan leeg.", "0 if it was asked and there is no contact. If you only know that there is contact, leave it blank."), new("3 stemmen af", "3 coordinate"))
                { AlsoHeaded = ["niveau", "mate van samenwerking", "samenwerking", "level", "closeness"], IsClosed = true, Choices = Levels },
            new("reportedBy", new("Wie zegt dat", "Who says so"), new("Een organisatie of een rol, geen naam van een mens. Leeg: het is niet gevraagd.", "An organisation or a role, not the name of a person. Blank: it was not asked."), new("Stichting De Linde", "The Linden Foundation"))
                { AlsoHeaded = ["volgens wie", "volgens", "gemeld door", "bron", "reported by", "according to", "source"] },
        ])
    { AlsoCalled = ["contact", "samenwerking", "samenwerkingen", "relaties", "tie", "contacts", "collaboration"] };

    /// <summary>More about organisations; optional.</summary>
    public static FormSheet Organisations { get; } = new(
        nameof(NodeKind.Agency),
        new("Organisaties", "Organisations"),
        new("Hoeft niet: wat u meer weet van organisaties.", "Optional: what more you know of organisations."),
        [
            new("name", new("Naam", "Name"), new("Zoals in het blad Activiteiten.", "As in the sheet Activities."), new("Voorbeeld: Stichting De Linde", "Example: The Linden Foundation")) { IsRequired = true },
            new("type", new("Soort", "Type"), new("Wat voor organisatie het is.", "What sort of organisation it is."), new("welzijn", "welfare")) { IsClosed = true, Choices = OrganisationTypes },
            new("website", new("Website", "Website"), new("Het webadres.", "Its web address."), new("", "")),
            new("description", new("Omschrijving", "Description"), new("Wat zij doen.", "What they do."), new("", "")),
        ]);

    /// <summary>Which area lies in which; optional.</summary>
    public static FormSheet Areas { get; } = new(
        nameof(NodeKind.Area),
        new("Gebieden", "Areas"),
        new("Hoeft niet: welke buurt in welke wijk ligt. Dan telt wat voor de hele wijk is ook in de buurt.", "Optional: which neighbourhood lies in which district. Then what is for the whole district counts in the neighbourhood too."),
        [
            new("name", new("Naam", "Name"), new("Zoals in het blad Activiteiten.", "As in the sheet Activities."), new("Voorbeeld: Berkenveld", "Example: Birchfield")) { IsRequired = true },
            new("level", new("Niveau", "Level"), new("Hoe groot het is.", "How large it is."), new("buurt", "neighbourhood")) { IsClosed = true, Choices = Labels(NodeKind.Area, "level") },
            new("partOf", new("Ligt in", "Part of"), new("Het grotere gebied waar het in ligt.", "The larger area that it lies in."), new("Wijk Noord", "North District")),
            new("population", new("Inwoners", "Residents"), new("Aantal bewoners.", "Number of residents."), new("", "")),
        ]);

    /// <summary>The sheets in order.</summary>
    public static ImmutableArray<FormSheet> All { get; } = [Activities, Ties, Organisations, Areas];

    /// <summary>What people often write for whom.</summary>
    public static ImmutableArray<Words> Groups =>
    [
        new("kinderen", "children"), new("jongeren", "young people"), new("volwassenen", "adults"), new("ouderen", "older people"), new("ouders", "parents"),
        new("gezinnen", "families"), new("mantelzorgers", "carers"), new("nieuwkomers", "newcomers"), new("mensen met schulden", "people in debt"),
        new("mensen met een beperking", "people with a disability"), new("werkzoekenden", "job seekers"), new("vrijwilligers", "volunteers"), new("alle bewoners", "all residents"),
    ];

    /// <summary>The word for a residents' initiative where an organisation's kind is asked: it is no agency.</summary>
    public static Words ResidentsInitiative => Vocabulary.Of(NodeKind.Initiative).Label;

    private static ImmutableArray<Words> Themes =>
    [
        new("Welzijn", "Welfare"), new("Zorg en gezondheid", "Care and health"), new("Jeugd en onderwijs", "Youth and education"), new("Werk en inkomen", "Work and income"),
        new("Wonen", "Housing"), new("Veiligheid", "Safety"), new("Sport en bewegen", "Sport"), new("Kunst en cultuur", "Arts and culture"), new("Openbare ruimte", "Public space"),
    ];

    private static ImmutableArray<Words> OrganisationTypes => [.. Labels(NodeKind.Agency, "type"), ResidentsInitiative];

    private static ImmutableArray<Words> Levels => [.. Vocabulary.CollaborationLevels.Select((words, level) => $"{level} " + words)];

    private static ImmutableArray<Words> Labels(NodeKind kind, string attribute) =>
        [.. Vocabulary.Of(kind).Attributes.Single(known => known.Name == attribute).ChoiceLabels.Select(choice => choice.Label)];
}

using System.Collections.Immutable;
using static Wijk.Graph.Model.AttributeType;

namespace Wijk.Graph.Model;

public static partial class Vocabulary
{
    /// <summary>The kinds of node, in the order of <see cref="NodeKind"/>.</summary>
    public static ImmutableArray<NodeDefinition> Nodes { get; } =
    [
        Node(NodeKind.Area, new("gebied", "area"), new("gebieden", "areas"), "A place, from municipality to postal code.", "name",
            Required("name", new("naam", "name"), "Its name."),
            Text("code", new("code", "code"), "Its code in the edition of that year: CBS, a city's own, or a postal code."),
            Integer("edition", new("editie", "edition"), "The year of the division the code belongs to.", 1800, 2200),
            Choice("level", new("niveau", "level"), "How large it is.",
                "gemeente", "stadsdeel", "gebied", "wijk", "buurt", "postcode", "other"),
            Text("geometry", new("geometrie", "geometry"), "Its outline as well-known text, in the coordinates that epsg names."),
            Integer("epsg", new("EPSG-code", "EPSG code"), "The coordinate system of geometry.", 1, 999_999),
            Integer("population", new("inwoners", "population"), "Residents.", 0, 10_000_000_000)),

        Node(NodeKind.Domain, new("domein", "domain"), new("domeinen", "domains"),
            "A policy domain or, deeper in the same tree, an activity such as a food pantry.", "name",
            Required("name", new("naam", "name"), "Its name."),
            Choice("sphere", new("sfeer", "sphere"), "The part of policy it belongs to.", "physical", "social", "safety", "economic", "governance"),
            Flag("catchAll", new("verzamelnaam", "catch-all"), "Whether it gathers what fits nowhere; it then makes no difference between domains."),
            Description()),

        Node(NodeKind.TargetGroup, new("doelgroep", "target group"), new("doelgroepen", "target groups"), "The people a measure is for.", "name",
            Required("name", new("naam", "name"), "Its name."),
            Integer("ageFrom", new("leeftijd vanaf", "age from"), "The lowest age, in years.", 0, 150),
            Integer("ageTo", new("leeftijd tot en met", "age to"), "The highest age, in years, included.", 0, 150),
            Description()),

        Node(NodeKind.Agency, new("instantie", "agency"), new("instanties", "agencies"),
            "An organisation. A residents' initiative is never an agency.", "name",
            Required("name", new("naam", "name"), "Its name."),
            Choice("type", new("soort", "type"), "What sort of organisation it is.",
                "municipality", "district", "housingAssociation", "welfare", "care", "school", "police", "knowledgeInstitute", "fund", "company",
                "unknown"),
            Choice("observation", new("waarneming", "observation"), "Whether its ties were asked for, or it is only mentioned by others.",
                "observed", "mentioned"),
            Description(),
            Text("website", new("website", "website"), "Its web address.")),

        Node(NodeKind.Measure, new("maatregel", "measure"), new("maatregelen", "measures"),
            "A scheme, service, project, enforcement or physical measure.", "name",
            Required("name", new("naam", "name"), "Its name."),
            Choice("type", new("soort", "type"), "What sort of measure it is.", "scheme", "service", "project", "enforcement", "physical"),
            Number("budget", new("budget", "budget"), "Its budget, in euros unless its source says otherwise."),
            Date("fundingEnd", new("einde financiering", "end of funding"), "The last day it is paid for."),
            Choice("evidenceLevel", new("bewijskracht", "evidence level"), "How well it is known to work.",
                "none", "plausible", "promising", "effective"),
            Choice("access", new("toegang", "access"), "Whether people come to a counter or it goes out to them.", "counter", "outreach"),
            Description()),

        Node(NodeKind.Initiative, new("bewonersinitiatief", "residents' initiative"), new("bewonersinitiatieven", "residents' initiatives"),
            "Something residents do themselves; never an agency.", "name",
            Required("name", new("naam", "name"), "Its public name."),
            Text("title", new("titel", "title"), "Its title where that may name people: for coordinators only.") with { IsPersonal = true },
            Integer("volunteers", new("vrijwilligers", "volunteers"), "How many people take part.", 0, 1_000_000),
            Text("needs", new("behoeften", "needs"), "What it asks for."),
            Description()),

        Node(NodeKind.Professional, new("professional", "professional"), new("professionals", "professionals"),
            "Somebody who works in the neighbourhood.", "name",
            Text("name", new("naam", "name"), "The name: personal data, for coordinators only.") with { IsPersonal = true },
            Required("role", new("rol", "role"), "What they do."),
            Text("mandate", new("mandaat", "mandate"), "What they may decide."),
            Text("mandateLimits", new("grenzen van het mandaat", "limits of the mandate"), "What they may not decide.")),

        Node(NodeKind.Barrier, new("belemmering", "barrier"), new("belemmeringen", "barriers"), "What stands in residents' way.", "name",
            Required("name", new("naam", "name"), "What it is, in a few words."),
            Text("type", new("soort", "type"), "What sort of barrier it is: rule, money, trust, distance, language."),
            Text("perspective", new("perspectief", "perspective"), "Who reported it: residents, professionals, researchers."),
            Description()),

        Node(NodeKind.LeveragePoint, new("aangrijpingspunt", "leverage point"), new("aangrijpingspunten", "leverage points"),
            "Where a barrier can be moved.", "name",
            Required("name", new("naam", "name"), "What it is, in a few words."),
            Text("type", new("soort", "type"), "What sort of lever it is."),
            Text("perspective", new("perspectief", "perspective"), "Who reported it."),
            Description()),

        Node(NodeKind.Targeting, new("inzet", "targeting"), new("inzetten", "targetings"),
            "A measure or initiative for a group, in an area, in a period: the unit of overlap. Group or area may be absent, not both.", null,
            Number("intensity", new("intensiteit", "intensity"), "Hours a week.", 0, 1_000_000),
            Number("reach", new("bereik", "reach"), "People reached, as residents report it.", 0, 1_000_000_000)),

        Node(NodeKind.Trajectory, new("ontwikkeltraject", "trajectory"), new("ontwikkeltrajecten", "trajectories"),
            "People and organisations working towards one goal.", "name",
            Required("name", new("naam", "name"), "Its name."),
            Text("goal", new("doel", "goal"), "What it is meant to reach.")),

        Node(NodeKind.Consultation, new("ophaalronde", "consultation"), new("ophaalrondes", "consultations"),
            "A round in which residents were asked something.", "name",
            Required("name", new("naam", "name"), "What was asked."),
            Number("residentHours", new("uren van bewoners", "resident hours"), "Hours that residents gave.", 0, 1_000_000),
            Text("returnPromised", new("beloofde teruggave", "return promised"), "What was promised to come back."),
            Date("returnDue", new("teruggave uiterlijk", "return due"), "When it was promised.")),

        Node(NodeKind.Return, new("teruggave", "return"), new("teruggaven", "returns"), "What came back to residents after a consultation.", "name",
            Required("name", new("naam", "name"), "What came back."),
            Flag("accepted", new("aanvaard door bewoners", "accepted by residents"), "Whether residents say that it answers what they were asked.")),

        Node(NodeKind.Commitment, new("toezegging", "commitment"), new("toezeggingen", "commitments"), "A promise.", "text",
            Required("text", new("tekst", "text"), "What was promised."),
            Date("due", new("uiterlijk", "due"), "When it was promised."),
            Choice("status", new("stand", "status"), "What became of it.", "open", "kept", "partly", "broken", "withdrawn"),
            Text("evidence", new("bewijs", "evidence"), "What shows it.")),

        Node(NodeKind.Document, new("stuk", "document"), new("stukken", "documents"), "A plan, report or evaluation.", "title",
            Required("title", new("titel", "title"), "Its title."),
            Choice("type", new("soort", "type"), "What sort of document it is.", "plan", "report", "evaluation"),
            Integer("year", new("jaar", "year"), "The year it appeared.", 1800, 2200),
            Text("link", new("link", "link"), "Its web address.")),

        Insight(NodeKind.Finding, new("bevinding", "finding"), new("bevindingen", "findings"), "Something that was noticed."),
        Insight(NodeKind.Suggestion, new("voorstel", "suggestion"), new("voorstellen", "suggestions"), "Something that is advised."),
        Insight(NodeKind.Decision, new("besluit", "decision"), new("besluiten", "decisions"), "What people decided."),
    ];

    private static NodeDefinition Node(
        NodeKind kind, Words label, Words plural, string description, string? nameAttribute, params AttributeDefinition[] attributes) =>
        new(kind, label, plural, description, [.. attributes, Aliases()]) { NameAttribute = nameAttribute };

    private static NodeDefinition Insight(NodeKind kind, Words label, Words plural, string description) =>
        Node(kind, label, plural, description, "text",
            Required("text", new("tekst", "text"), "What it says."),
            Text("rule", new("regel", "rule"), "The rule that made it."),
            Integer("inputsVersion", new("versie van de invoer", "version of its inputs"), "The version of the graph it was made from.", 0, long.MaxValue),
            Choice("state", new("stand", "state"), "What became of it.", "new", "acknowledged", "disputed", "accepted", "tried", "resolved"));

    private static AttributeDefinition Aliases() =>
        new("aliases", TextList, new("andere id's", "other ids"), "Its ids in other sources and editions.");

    private static AttributeDefinition Text(string name, Words label, string description) => new(name, AttributeType.Text, label, description);

    private static AttributeDefinition Required(string name, Words label, string description) =>
        Text(name, label, description) with { IsRequired = true };

    private static AttributeDefinition Description() => Text("description", new("omschrijving", "description"), "What it is, in its own words.");

    private static AttributeDefinition Date(string name, Words label, string description) => new(name, AttributeType.Date, label, description);

    private static AttributeDefinition Flag(string name, Words label, string description) => new(name, AttributeType.Boolean, label, description);

    private static AttributeDefinition Integer(string name, Words label, string description, long min, long max) =>
        new(name, AttributeType.Integer, label, description) { Range = (min, max) };

    private static AttributeDefinition Number(string name, Words label, string description, decimal min = 0, decimal max = 1_000_000_000_000_000) =>
        new(name, AttributeType.Number, label, description) { Range = (min, max) };

    private static AttributeDefinition Choice(string name, Words label, string description, params string[] choices) =>
        new(name, AttributeType.Choice, label, description) { Choices = [.. choices] };
}

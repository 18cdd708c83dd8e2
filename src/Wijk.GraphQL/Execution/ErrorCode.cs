using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>What sort of error it is. This is the list of all there are; the names stay the same, so that programs can rely on them.</summary>
/// <param name="Name">The name a client reads.</param>
/// <param name="Status">
/// The HTTP status when nothing could be answered because of it; 200 for an error that leaves only its field empty; null for an error
/// in the payload of <c>applyChanges</c>.
/// </param>
/// <param name="Meaning">What it means, in one sentence.</param>
internal sealed record ErrorCode(string Name, int? Status, Words Meaning)
{
    public static readonly ErrorCode InvalidJson = new("INVALID_JSON", 400, new(
        "Het verzoek, of een deel ervan, is geen geldige JSON in UTF-8.", "The request, or a part of it, is not valid JSON in UTF-8."));

    public static readonly ErrorCode MalformedRequest = new("MALFORMED_REQUEST", 400, new(
        "Het verzoek is geldige JSON, maar geen verzoek van GraphQL.", "The request is valid JSON, but not a GraphQL request."));

    public static readonly ErrorCode MissingQuery = new("MISSING_QUERY", 400, new(
        "Het verzoek heeft geen query.", "The request has no query."));

    public static readonly ErrorCode CrossSite = new("CROSS_SITE", 403, new(
        "Het verzoek komt van een pagina van een andere site.", "The request comes from a page of another site."));

    public static readonly ErrorCode MethodNotAllowed = new("METHOD_NOT_ALLOWED", 405, new(
        "Dit adres kent alleen POST, en GET voor wat niets verandert.", "This address takes POST only, and GET for what changes nothing."));

    public static readonly ErrorCode NotAcceptable = new("NOT_ACCEPTABLE", 406, new(
        "De Accept-header vraagt om een vorm die Wijk niet geeft.", "The Accept header asks for a form that Wijk does not give."));

    public static readonly ErrorCode RequestTooLarge = new("REQUEST_TOO_LARGE", 413, new(
        "Het verzoek is te groot.", "The request is too large."));

    public static readonly ErrorCode UnsupportedMediaType = new("UNSUPPORTED_MEDIA_TYPE", 415, new(
        "Het verzoek is niet gestuurd als application/json.", "The request was not sent as application/json."));

    public static readonly ErrorCode SyntaxError = new("SYNTAX_ERROR", 400, new(
        "GraphQL kan de query niet lezen.", "GraphQL cannot read the query."));

    public static readonly ErrorCode InvalidDocument = new("INVALID_DOCUMENT", 400, new(
        "De query past niet bij het schema.", "The query does not fit the schema."));

    public static readonly ErrorCode InvalidVariable = new("INVALID_VARIABLE", 400, new(
        "Een variabele ontbreekt, of haar waarde past niet bij haar type.", "A variable is missing, or its value does not fit its type."));

    public static readonly ErrorCode TooCostly = new("TOO_COSTLY", 400, new(
        "De query vraagt te veel in één keer.", "The query asks too much at once."));

    public static readonly ErrorCode DocumentTooLarge = new("DOCUMENT_TOO_LARGE", 400, new(
        "De query is te groot.", "The document is too large."));

    public static readonly ErrorCode TooDeep = new("TOO_DEEP", 400, new(
        "De velden van de query zitten te diep in elkaar.", "The fields of the query are nested too deeply."));

    public static readonly ErrorCode InvalidArgument = new("INVALID_ARGUMENT", 200, new(
        "Een argument heeft een waarde waarop geen antwoord mogelijk is.", "An argument has a value that no answer can be given to."));

    public static readonly ErrorCode StoreUnavailable = new("STORE_UNAVAILABLE", 200, new(
        "De opslag is er nu niet, dus er kan niets worden veranderd.", "The store is away now, so nothing can be changed."));

    public static readonly ErrorCode DeadlineExceeded = new("DEADLINE_EXCEEDED", 503, new(
        "De query duurde te lang.", "The query took too long."));

    public static readonly ErrorCode TooBusy = new("TOO_BUSY", 200, new(
        "Er wachten al te veel vragen op hun antwoord.", "Too many questions wait for their answer already."));

    public static readonly ErrorCode Internal = new("INTERNAL", 500, new(
        "Er ging iets mis in Wijk zelf.", "Something went wrong in Wijk itself."));

    public static readonly ErrorCode Validation = new("VALIDATION", null, new(
        "Een wijziging past niet bij de regels van Wijk.", "A change breaks a rule of the vocabulary."));

    public static readonly ErrorCode NotFound = new("NOT_FOUND", null, new(
        "Een wijziging noemt een knoop of relatie die er niet is.", "A change names a node or relation that is not there."));

    public static readonly ErrorCode Conflict = new("CONFLICT", null, new(
        "De gegevens hebben een andere versie dan verwacht.", "The graph is not at the expected version."));

    public static readonly ErrorCode TooManyChanges = new("TOO_MANY_CHANGES", null, new(
        "Het zijn meer wijzigingen dan in één verzoek passen.", "There are more changes than fit in one request."));

    public static readonly ErrorCode KeyReused = new("KEY_REUSED", null, new(
        "De idempotencyKey is al gebruikt voor andere wijzigingen.", "The idempotency key was used before, for other changes."));

    /// <summary>The codes of errors beside the data of an answer, in <c>errors[].extensions.code</c>.</summary>
    public static IReadOnlyList<ErrorCode> OfAnswers { get; } =
    [
        InvalidJson, MalformedRequest, MissingQuery, CrossSite, MethodNotAllowed, NotAcceptable, RequestTooLarge, UnsupportedMediaType,
        SyntaxError, InvalidDocument, InvalidVariable, DocumentTooLarge, TooCostly, TooDeep, InvalidArgument, StoreUnavailable, DeadlineExceeded, TooBusy, Internal,
    ];

    /// <summary>The codes of errors in the payload of <c>applyChanges</c>: the enumeration <c>ChangeErrorCode</c> of the schema.</summary>
    public static IReadOnlyList<ErrorCode> OfChanges { get; } = [Validation, NotFound, Conflict, TooManyChanges, KeyReused];
}

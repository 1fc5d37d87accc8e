using Microsoft.AspNetCore.Http;

namespace OpenAso.Api.Problems;

/// <summary>What can be wrong with a call: permanent codes, each with its status.</summary>
/// <param name="Code">Never changes its meaning.</param>
/// <param name="Status">Of HTTP.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Meaning">What it means, and what the caller does next.</param>
public sealed record ProblemKind(string Code, int Status, string Title, string Meaning)
{
    /// <summary>An address, a header or a body says something that cannot be.</summary>
    public static ProblemKind Invalid { get; } = new(
        "invalid-request", StatusCodes.Status400BadRequest, "The request is not right",
        "Part of the address, a header or the body is missing, or is not what is expected there; nothing was done. "
        + "'errors' names each part. Mend it and send it again, with the same key or another.");

    /// <summary>A call that does something has no key.</summary>
    public static ProblemKind KeyMissing { get; } = new(
        "idempotency-key-missing", StatusCodes.Status400BadRequest, "The request has no Idempotency-Key",
        "Each call that moves claims or money carries a header Idempotency-Key of 1 to 200 printable characters that "
        + "the caller makes up, such as a UUID: sent again with the same key, it does nothing twice.");

    /// <summary>Nobody is signed in.</summary>
    public static ProblemKind NotSignedIn { get; } = new(
        "not-signed-in", StatusCodes.Status401Unauthorized, "Nobody is signed in",
        "The call has no token, or one that is unknown, expired or revoked. Programs send Authorization: Bearer with a "
        + "token that 'openaso account token make' gives.");

    /// <summary>What is asked for may not be done.</summary>
    public static ProblemKind Forbidden { get; } = new(
        "forbidden", StatusCodes.Status403Forbidden, "This may not be done",
        "The role of the caller does not hold the right, or not for this employer. Nothing was done or shown.");

    /// <summary>A cookie alone does nothing here.</summary>
    public static ProblemKind CrossSite { get; } = new(
        "cross-site", StatusCodes.Status403Forbidden, "A browser sent this without being asked to",
        "A call that changes something, made with the cookie of a person, carries the header X-OpenAso-Request; "
        + "another site cannot add it. Programs use a token, and need none.");

    /// <summary>There is no such thing.</summary>
    public static ProblemKind NotFound { get; } = new(
        "not-found", StatusCodes.Status404NotFound, "There is no such thing",
        "The address names nothing that there is, or nothing of this employer.");

    /// <summary>The address does not know the method.</summary>
    public static ProblemKind MethodNotAllowed { get; } = new(
        "method-not-allowed", StatusCodes.Status405MethodNotAllowed, "The address does not know this method",
        "The header Allow names those that it knows.");

    /// <summary>The client was too slow.</summary>
    public static ProblemKind TooSlow { get; } = new(
        "request-timeout", StatusCodes.Status408RequestTimeout, "The request came too slowly",
        "It was not taken. Send it again with the same key.");

    /// <summary>The same request is worked on now.</summary>
    public static ProblemKind InFlight { get; } = new(
        "in-flight", StatusCodes.Status409Conflict, "The same request is being worked on",
        "A request with this key has not been answered yet. Send it again after the seconds that Retry-After names.");

    /// <summary>The business says no, as things stand.</summary>
    public static ProblemKind Refused { get; } = new(
        "refused", StatusCodes.Status409Conflict, "As things stand, this cannot be done",
        "Something has changed since it was looked at, or was done before; nothing was done. 'detail' says what, and "
        + "how to go on.");

    /// <summary>The body is too large.</summary>
    public static ProblemKind TooLarge { get; } = new(
        "too-large", StatusCodes.Status413PayloadTooLarge, "The body is too large",
        "A claim may have 4 MB, a file of an import 64 MB, anything else 1 MB. Divide the file.");

    /// <summary>The body is of a kind that is not read here.</summary>
    public static ProblemKind UnsupportedMedia { get; } = new(
        "unsupported-media-type", StatusCodes.Status415UnsupportedMediaType, "The body is of another kind",
        "Content-Type names what the body is; the description of the address lists what it takes.");

    /// <summary>The key stands for another request.</summary>
    public static ProblemKind KeyReused { get; } = new(
        "idempotency-key-reused", StatusCodes.Status422UnprocessableEntity, "The key stands for another request",
        "A request with this key said something else. Nothing was done; give each request its own key.");

    /// <summary>A file or claim is not taken.</summary>
    public static ProblemKind NotTaken { get; } = new(
        "not-taken", StatusCodes.Status422UnprocessableEntity, "What was sent is not taken",
        "The file or claim could not be read as what it should be, and no claim was taken. 'errors' says of each "
        + "mistake where it stands and how to mend it; 'acknowledgment' is the 999.");

    /// <summary>Too many calls.</summary>
    public static ProblemKind TooMany { get; } = new(
        "too-many-requests", StatusCodes.Status429TooManyRequests, "Too many calls",
        "Send it again after the seconds that Retry-After names.");

    /// <summary>A defect.</summary>
    public static ProblemKind Defect { get; } = new(
        "defect", StatusCodes.Status500InternalServerError, "This is a defect of OpenASO",
        "What was not finished is undone. Send it again with the same key; if it stays, report it with 'requestId'.");

    /// <summary>The books cannot be reached.</summary>
    public static ProblemKind Unavailable { get; } = new(
        "books-unavailable", StatusCodes.Status503ServiceUnavailable, "The books cannot be reached",
        "Another process keeps them, or the database is away. Send it again with the same key.");

    /// <summary>The server took too long.</summary>
    public static ProblemKind TimedOut { get; } = new(
        "timed-out", StatusCodes.Status504GatewayTimeout, "This took too long",
        "It was given up. Send it again with the same key: what was done meanwhile is not done twice.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        Invalid, KeyMissing, NotSignedIn, Forbidden, CrossSite, NotFound, MethodNotAllowed, TooSlow, InFlight, Refused,
        TooLarge, UnsupportedMedia, KeyReused, NotTaken, TooMany, Defect, Unavailable, TimedOut,
    ];

    /// <summary>What a status means where nothing else is known.</summary>
    /// <param name="status">400 or above.</param>
    public static ProblemKind Of(int status) =>
        All.FirstOrDefault(kind => kind.Status == status) ?? (status >= 500 ? Defect : Invalid);
}

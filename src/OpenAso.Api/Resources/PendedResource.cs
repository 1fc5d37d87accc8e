using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Pending;
using OpenAso.Plans.Legal;

namespace OpenAso.Api.Resources;

/// <summary>Claims that wait for a person: listed, released, denied, noted.</summary>
internal static class PendedResource
{
    private const string One = "/employers/{employer}/claims/{claim}";

    public static void Map(ApiRoutes routes)
    {
        routes.Get("/employers/{employer}/pended-claims", Right.SeeClaims, ShowAsync);
        routes.Post(One + "/release", Right.WorkClaims, ReleaseAsync);
        routes.Post(One + "/deny", Right.WorkClaims, DenyAsync);
        routes.Post(One + "/note", Right.WorkClaims, NoteAsync);
    }

    /// <summary>Lists what waits for a person, what came first in front, with its age and reasons.</summary>
    /// <param name="call">The call.</param>
    /// <param name="procedure">How long a plan may take.</param>
    /// <param name="page">Which page.</param>
    /// <param name="reason">Only those that wait for this reason.</param>
    public static async Task<Ok<Page<PendedView>>> ShowAsync(
        ApiCall call, [FromServices] ClaimsProcedure procedure, [AsParameters] PageQuery page,
        [FromQuery] string? reason)
    {
        var part = new PendUseCase(call.Reading, procedure.DecidedWithinDays)
            .Waiting(call.Terms, call.Today, page.Read(Ids.Claim), reason);
        await call.SeesAsync(AccessAction.SeeClaims, "waiting").ConfigureAwait(false);
        return TypedResults.Ok(new Page<PendedView>([.. part.Rows.Select(PendedView.Of)], part.HasMore));
    }

    /// <summary>Decides a claim again by what was found out.</summary>
    /// <remarks>Where something is still missing, nothing is changed: 'stillWaits' is true.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="procedure">How long a plan may take.</param>
    /// <param name="claim">The claim's id.</param>
    /// <param name="body">What was found out.</param>
    public static Task<Ok<PendOutcomeView>> ReleaseAsync(
        ApiCall call, [FromServices] ClaimsProcedure procedure, string claim, ReleaseBody body) =>
        DoAsync(call, procedure, claim, PendAction.Release, (use, terms, request) =>
            use.ReleaseAsync(terms, request with
            {
                Version = body.Version,
                Reason = body.Reason,
                Member = body.MemberId ?? "",
                Answers = body.Answers(),
            }));

    /// <summary>Denies a claim as a whole.</summary>
    /// <param name="call">The call.</param>
    /// <param name="procedure">How long a plan may take.</param>
    /// <param name="claim">The claim's id.</param>
    /// <param name="body">Why.</param>
    public static Task<Ok<PendOutcomeView>> DenyAsync(
        ApiCall call, [FromServices] ClaimsProcedure procedure, string claim, DenyBody body) =>
        DoAsync(call, procedure, claim, PendAction.Deny, (use, terms, request) => use.DenyAsync(terms, request with
        {
            Version = body.Version,
            Reason = body.Reason,
            Answers = new ExaminerAnswers
            {
                Denial = new ExaminerDenial(
                    DenialWords.Parse(body.Because) ?? Denial.None,
                    body.Clause is { Length: > 0 } clause ? new ClauseId(clause) : null),
            },
        }));

    /// <summary>Keeps a note about a claim, which waits on.</summary>
    /// <param name="call">The call.</param>
    /// <param name="procedure">How long a plan may take.</param>
    /// <param name="claim">The claim's id.</param>
    /// <param name="body">The note.</param>
    public static Task<Ok<PendOutcomeView>> NoteAsync(
        ApiCall call, [FromServices] ClaimsProcedure procedure, string claim, NoteBody body) =>
        DoAsync(call, procedure, claim, PendAction.Note, (use, terms, request) =>
            use.NoteAsync(terms, request with { Version = body.Version, Reason = body.Reason }));

    private static async Task<Ok<PendOutcomeView>> DoAsync(
        ApiCall call, ClaimsProcedure procedure, string claim, PendAction action,
        Func<PendUseCase, EmployerTerms, PendRequest, Task<PendOutcome>> act)
    {
        var place = Known(call, claim);
        var terms = call.Terms;
        if (call.IsRetaken && Done(call, place, action) is { } done)
            return TypedResults.Ok(done);
        var outcome = await call.WriteAsync(books => act(
            new PendUseCase(books, procedure.DecidedWithinDays), terms,
            new PendRequest(place.Claim.ToString(), "", call.By))).ConfigureAwait(false);
        return TypedResults.Ok(new PendOutcomeView(
            Documents.Words.Of(action.ToString()), claim,
            outcome is { StillWaits: false, Decided: { } decided }
                ? Ids.Of(place with { Claim = decided.Claim.Id })
                : null,
            outcome.StillWaits, [.. outcome.Decided is { } still && outcome.StillWaits
                ? ClaimWords.Of(still.Determination.PendReasons)
                : []]));
    }

    // That one which there is does not wait any more is said in other words.
    private static ClaimPlace Known(ApiCall call, string claim) => Ids.Claim(claim) is { } place
        && new ClaimListUseCase(call.Reading).Places(call.Scope, [place.Claim])
            .TryGetValue(place.Claim, out var known) && known == place
            ? place
            : throw RefusedException.NotFound("claim");

    // What was done when the same call was first made, and could not be answered for.
    private static PendOutcomeView? Done(ApiCall call, ClaimPlace place, PendAction action) =>
        new PendUseCase(call.Reading, 0).Work(call.Scope, place.Claim).FirstOrDefault(work =>
            work.Action == action && work.Claim == place.Claim && work.By.Moment == call.Moment
            && work.By.Account == call.By.Account) is { } done
            ? new PendOutcomeView(
                Documents.Words.Of(action.ToString()), Ids.Of(place),
                done.Decided is { } decided ? Ids.Of(place with { Claim = decided }) : null, done.Decided is null, [])
            : null;
}

/// <summary>A claim that waits for a person.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="PatientControlNumber">The provider's own number.</param>
/// <param name="MemberId">As the claim carries it.</param>
/// <param name="Received">The day it arrived.</param>
/// <param name="Billed">What was charged.</param>
/// <param name="Estimate">What the plan may pay.</param>
/// <param name="CalendarDays">How long it waits; the day of receipt is day 0.</param>
/// <param name="BusinessDays">Of them Mondays to Fridays.</param>
/// <param name="DaysLeft">Until the last day to decide it; below zero where that has passed.</param>
/// <param name="PendReasons">Why it waits.</param>
/// <param name="Version">Of its family's books: work on it names it.</param>
public sealed record PendedView(
    string Id, string PatientControlNumber, string MemberId, DateOnly Received, Money Billed, Money Estimate,
    int CalendarDays, int BusinessDays, int DaysLeft, IReadOnlyList<string> PendReasons, long Version)
{
    internal static PendedView Of(PendedClaim claim) => new(
        Ids.Of(new ClaimPlace(claim.Import, claim.Claim.Id)), claim.Claim.PatientControlNumber,
        claim.Claim.Patient.SubscriberMemberId, claim.Claim.Received, claim.Claim.Billed, claim.Estimate,
        claim.Age.CalendarDays, claim.Age.BusinessDays, claim.Age.DaysLeft, [.. ClaimWords.Of(claim.Reasons)],
        claim.Version);
}

/// <summary>What was done with a claim that waited.</summary>
/// <param name="Action">release, deny or note.</param>
/// <param name="Claim">The claim that waited.</param>
/// <param name="Decided">The version that came of it; null where it waits on.</param>
/// <param name="StillWaits">Whether it waits on.</param>
/// <param name="PendReasons">What is still missing.</param>
public sealed record PendOutcomeView(
    string Action, string Claim, string? Decided, bool StillWaits, IReadOnlyList<string> PendReasons);

/// <summary>What was found out about a claim.</summary>
/// <param name="Version">Of the family's books, as they were looked at.</param>
/// <param name="Reason">Why, in the examiner's words: kept with the claim.</param>
/// <param name="Prices">Prices of lines for which none is found.</param>
/// <param name="SetAside">Reasons that were looked at and set aside: suspected-duplicate, work-related, accident,
/// other-coverage.</param>
/// <param name="Person">Who of the family was treated.</param>
/// <param name="MemberId">Who is meant, where nobody has the claim's member identifier.</param>
public sealed record ReleaseBody(
    long Version, string Reason, IReadOnlyList<PriceBody>? Prices = null, IReadOnlyList<string>? SetAside = null,
    byte? Person = null, string? MemberId = null)
{
    internal ExaminerAnswers Answers() => new()
    {
        Prices = [.. (Prices ?? []).Select(price => new AgreedPrice(price.Line, price.Amount))],
        Person = Person is { } number ? new PersonNumber(number) : null,
        SetAside = (SetAside ?? []).Select(ReasonOf).Aggregate(PendReasons.None, (all, one) => all | one),
    };

    private static PendReasons ReasonOf(string word) => Enum.GetValues<PendReasons>()
        .Where(reason => reason != PendReasons.None && Documents.Words.Of(reason.ToString()) == word)
        .Cast<PendReasons?>().FirstOrDefault()
        ?? throw RefusedException.Invalid("/setAside", $"'{word}' is no reason for which a claim waits.");
}

/// <summary>What was agreed for a line.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Amount">Zero or more.</param>
public sealed record PriceBody(int Line, Money Amount);

/// <summary>Why a claim is denied.</summary>
/// <param name="Version">Of the family's books, as they were looked at.</param>
/// <param name="Reason">Why, in the examiner's words: kept with the claim.</param>
/// <param name="Because">duplicate, excluded, not-identified, work-related, other-party-liable, other-payer-first,
/// information-missing, provider-not-identified or paid-otherwise.</param>
/// <param name="Clause">The provision that it follows; null where none is cited.</param>
public sealed record DenyBody(long Version, string Reason, string Because, string? Clause = null);

/// <summary>A note.</summary>
/// <param name="Version">Of the family's books, as they were looked at.</param>
/// <param name="Reason">The note.</param>
public sealed record NoteBody(long Version, string Reason);

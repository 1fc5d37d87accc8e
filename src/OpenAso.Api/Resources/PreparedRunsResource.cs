using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Paying;

namespace OpenAso.Api.Resources;

/// <summary>Payment runs that one person has prepared, and that another one approves.</summary>
internal static class PreparedRunsResource
{
    private const string List = "/employers/{employer}/prepared-runs";
    private const string One = List + "/{prepared}";
    private const string Prepared = "prp";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(List, Right.SeePayments, Show);
        routes.Get(One, Right.SeePayments, Find);
        routes.Post(One + "/approve", Right.ReleasePayments, ApproveAsync);
        routes.Post(One + "/withdraw", Right.PreparePayments, WithdrawAsync);
    }

    /// <summary>Lists what was prepared, whatever became of it, the newest first.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<PreparedListed>> Show(ApiCall call, [AsParameters] PageQuery page) => TypedResults.Ok(
        page.Of(
            new PreparedRunUseCase(call.Reading).Newest(call.Scope, int.MaxValue).Select(PreparedListed.Of),
            run => run.Id, isDescending: true));

    /// <summary>A run that was prepared, with each payment; of one that waits, with what has changed since.</summary>
    /// <param name="call">The call.</param>
    /// <param name="prepared">The preparation's id.</param>
    public static Ok<PreparedRunView> Find(ApiCall call, string prepared)
    {
        var run = Known(call, prepared);
        return TypedResults.Ok(PreparedRunView.Of(run) with
        {
            Changes = run.State != PreparedState.Waiting
                ? []
                : [.. new PreparedRunUseCase(call.Reading).Changes(call.Terms, run).Select(change =>
                    new RunChangeView(
                        Words.Of(change.Kind.ToString()), change.Payee, change.Before, change.Now))],
        });
    }

    /// <summary>Approves a run that somebody else has prepared, and executes it.</summary>
    /// <remarks>It is executed once, for ever: approved before by the same caller, it is answered as it
    /// stands.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="prepared">The preparation's id.</param>
    /// <param name="body">The plan that was looked at.</param>
    public static async Task<Ok<PreparedRunView>> ApproveAsync(ApiCall call, string prepared, ApproveBody body)
    {
        var (run, request) = Asked(call, prepared, body.Plan);
        if (IsDone(run, request, PreparedState.Executed))
            return TypedResults.Ok(PreparedRunView.Of(run));
        var terms = call.Terms;
        await call.WriteAsync(books => new PreparedRunUseCase(books).ApproveAsync(terms, request))
            .ConfigureAwait(false);
        return TypedResults.Ok(PreparedRunView.Of(Known(call, prepared)));
    }

    /// <summary>Takes back a run that waits; nothing is paid.</summary>
    /// <param name="call">The call.</param>
    /// <param name="prepared">The preparation's id.</param>
    /// <param name="body">The plan that was looked at, and why.</param>
    public static async Task<Ok<PreparedRunView>> WithdrawAsync(ApiCall call, string prepared, WithdrawBody body)
    {
        var (run, request) = Asked(call, prepared, body.Plan);
        if (call.IsRetaken && IsDone(run, request, PreparedState.Withdrawn))
            return TypedResults.Ok(PreparedRunView.Of(run));
        var terms = call.Terms;
        return TypedResults.Ok(PreparedRunView.Of(await call.WriteAsync(books =>
            new PreparedRunUseCase(books).WithdrawAsync(terms, request, body.Reason)).ConfigureAwait(false)));
    }

    internal static string IdOf(int number) => Ids.Of(Prepared, number);

    internal static ContentHash PlanOf(string text) => ContentHash.TryParse(text, out var plan)
        ? plan
        : throw RefusedException.Invalid("/plan", "The 32 digits by which the plan of a run names itself.");

    internal static int NumberOf(string text, string pointer) =>
        Ids.Number(Prepared, text) is { } number and > 0 and <= int.MaxValue
            ? (int)number
            : throw RefusedException.Invalid(pointer, "The id of a prepared run, such as prp_0000000001.");

    private static bool IsDone(PreparedRun run, PreparedRunRequest request, PreparedState how) =>
        run.State == how && run.Plan == request.Plan && run.Ended?.Account == request.By.Account;

    private static (PreparedRun Run, PreparedRunRequest Request) Asked(ApiCall call, string prepared, string plan)
    {
        var run = Known(call, prepared);
        return (run, new PreparedRunRequest(run.Number, PlanOf(plan), call.By));
    }

    private static PreparedRun Known(ApiCall call, string prepared) =>
        Ids.Number(Prepared, prepared) is { } number and > 0 and <= int.MaxValue
            && new PreparedRunUseCase(call.Reading).Find(call.Scope, (int)number) is { } found
            ? found
            : throw RefusedException.NotFound("prepared run");
}

/// <summary>That a run is approved.</summary>
/// <param name="Plan">The plan that was looked at.</param>
public sealed record ApproveBody(string Plan);

/// <summary>That a run is taken back.</summary>
/// <param name="Plan">The plan that was looked at.</param>
/// <param name="Reason">Why, in 1 to 2,000 characters.</param>
public sealed record WithdrawBody(string Plan, string Reason);

/// <summary>A prepared run of a list.</summary>
/// <param name="Id">The preparation's id.</param>
/// <param name="Date">The day on which the payments are to be issued.</param>
/// <param name="State">waiting, executed, withdrawn or replaced.</param>
/// <param name="Total">All payments together.</param>
/// <param name="PreparedBy">Who prepared it.</param>
/// <param name="Run">The payment run that came of it; null where none did.</param>
public sealed record PreparedListed(
    string Id, DateOnly Date, string State, Money Total, string PreparedBy, string? Run)
{
    internal static PreparedListed Of(PreparedRun run) => new(
        PreparedRunsResource.IdOf(run.Number), run.Day, Words.Of(run.State.ToString()), run.Total,
        run.Prepared.Account, run.Run > 0 ? PaymentRunsResource.IdOf(run.Run) : null);
}

/// <summary>A payment run as it was prepared.</summary>
/// <param name="Id">The preparation's id.</param>
/// <param name="Date">The day on which the payments are to be issued.</param>
/// <param name="Plan">The plan that was looked at: approving asks for it.</param>
/// <param name="State">waiting, executed, withdrawn or replaced.</param>
/// <param name="Fund">What it would take of the fund.</param>
/// <param name="PointOut">Payments above it are pointed out.</param>
/// <param name="Payments">By payee.</param>
/// <param name="Held">What waits for a later run, by reason.</param>
/// <param name="Work">Who did what with it.</param>
/// <param name="Run">The payment run that came of it; null where none did.</param>
public sealed record PreparedRunView(
    string Id, DateOnly Date, string Plan, string State, RunFundView Fund, Money PointOut,
    IReadOnlyList<PreparedPaymentView> Payments, IReadOnlyList<PreparedHoldView> Held, PreparedWorkView Work,
    string? Run)
{
    /// <summary>In what it would differ if it were prepared now; it can be approved where there is nothing.</summary>
    public IReadOnlyList<RunChangeView> Changes { get; init; } = [];

    internal static PreparedRunView Of(PreparedRun run) => new(
        PreparedRunsResource.IdOf(run.Number), run.Day, run.Plan.ToString(), Words.Of(run.State.ToString()),
        new RunFundView(run.Total, run.Needed, run.Available, run.Missing, run.BeyondFunds), run.PointOut,
        [.. run.Payments.Items.Select(one => new PreparedPaymentView(
            one.Payee.ToString(), one.Claims, one.Amount, one.IsFirst, run.IsPointedOut(one)))],
        [.. run.Holds.Items.Select(one => new PreparedHoldView(
            Words.Of(one.Reason.ToString()), one.Claims, one.Amount))],
        new PreparedWorkView(
            run.Prepared.Account, run.Prepared.Moment, run.Ended?.Account, run.Ended?.Moment, run.Reason),
        run.Run > 0 ? PaymentRunsResource.IdOf(run.Run) : null);
}

/// <summary>What a run would take of the fund.</summary>
/// <param name="Total">All payments together.</param>
/// <param name="Needed">These, and those that wait for money.</param>
/// <param name="Available">What the fund could give away.</param>
/// <param name="Missing">What is missing in it; zero where it reaches.</param>
/// <param name="BeyondFunds">Whether the agreement lets payments go beyond the fund.</param>
public sealed record RunFundView(Money Total, Money Needed, Money Available, Money Missing, bool BeyondFunds);

/// <summary>What a run would pay to one payee.</summary>
/// <param name="Payee">Who is paid.</param>
/// <param name="Claims">For how many claims.</param>
/// <param name="Amount">How much.</param>
/// <param name="IsFirst">Whether the payee has never been paid before.</param>
/// <param name="IsPointedOut">Whether the payment is above what is pointed out.</param>
public sealed record PreparedPaymentView(string Payee, int Claims, Money Amount, bool IsFirst, bool IsPointedOut);

/// <summary>What a run would hold back for one reason.</summary>
/// <param name="Reason">funds-insufficient, payee-owes-plan or outside-agreement.</param>
/// <param name="Claims">How many claims.</param>
/// <param name="Amount">What they come to; below zero where payees owe the plan.</param>
public sealed record PreparedHoldView(string Reason, int Claims, Money Amount);

/// <summary>Who prepared a run, and who ended its wait.</summary>
/// <param name="PreparedBy">Who prepared it.</param>
/// <param name="PreparedAt">When.</param>
/// <param name="EndedBy">Who approved, withdrew or replaced it; null while it waits.</param>
/// <param name="EndedAt">When; null while it waits.</param>
/// <param name="Reason">Why it was withdrawn; empty otherwise.</param>
public sealed record PreparedWorkView(
    string PreparedBy, DateTimeOffset PreparedAt, string? EndedBy, DateTimeOffset? EndedAt, string Reason);

/// <summary>In what a run differs from the one that was prepared.</summary>
/// <param name="Change">available, payee-added, payee-gone, payee-amount, held or terms.</param>
/// <param name="Payee">Whose payment; empty where it is nobody's.</param>
/// <param name="Before">As prepared.</param>
/// <param name="Now">As it would be now.</param>
public sealed record RunChangeView(string Change, string Payee, Money Before, Money Now);

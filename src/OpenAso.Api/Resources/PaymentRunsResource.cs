using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Documents;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Paying;

namespace OpenAso.Api.Resources;

/// <summary>Payment runs: planned and looked at, prepared for another person to approve, and those that were
/// executed.</summary>
internal static class PaymentRunsResource
{
    private const string List = "/employers/{employer}/payment-runs";
    private const string Run = "run";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(List, Right.SeePosition, Show);
        routes.Get(List + "/{run}", Right.SeePayments, Find);
        routes.Get(List + "/{run}/files/{file}", Right.PreparePayments, FileAsync);
        routes.Ask(List + "/plan", Right.PreparePayments, Plan);
        routes.Post(List, Right.PreparePayments, PrepareAsync);
    }

    /// <summary>Lists payment runs that were executed, first things first.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<RunView>> Show(ApiCall call, [AsParameters] PageQuery page) => TypedResults.Ok(
        page.Of(new MoneyListUseCase(call.Reading).Runs(call.Scope).Select(RunView.Of), run => run.Id));

    /// <summary>A payment run that was executed: whom it paid how much, which files it sent, who prepared and who
    /// approved it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="run">The run's id.</param>
    public static Ok<RunDetailView> Find(ApiCall call, string run) =>
        TypedResults.Ok(RunDetailView.Of(Known(call, run)));

    /// <summary>A remittance (835) that a run has sent, as it was sent.</summary>
    /// <param name="call">The call.</param>
    /// <param name="run">The run's id.</param>
    /// <param name="file">The file's name, as the run lists it.</param>
    public static async Task<FileContentHttpResult> FileAsync(ApiCall call, string run, string file)
    {
        var number = Known(call, run).Summary.Number;
        var content = new RunRegisterUseCase(call.Reading).File(call.Scope, number, file)
            ?? throw RefusedException.NotFound("file");
        await call.SeesAsync(AccessAction.SeeClaims, file).ConfigureAwait(false);
        return TypedResults.File(content, "application/edi-x12", file);
    }

    /// <summary>What a payment run would do on a day; nothing is changed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="body">The day.</param>
    public static Ok<RunPlanView> Plan(ApiCall call, DayBody body) => TypedResults.Ok(RunPlanView.Of(
        new PaymentUseCase(call.Reading).Plan(call.Terms, body.Date), call));

    /// <summary>Prepares the plan that was looked at, if nothing has changed since: another person approves it, and
    /// only then is it paid.</summary>
    /// <remarks>One run of an employer waits at a time; another takes its place where 'replaces' names it. The same
    /// plan again, while it waits, is answered with 200 and the run that waits.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="body">The day and the plan.</param>
    public static async Task<Results<Created<PreparedRunView>, Ok<PreparedRunView>>> PrepareAsync(
        ApiCall call, PrepareBody body)
    {
        var plan = PreparedRunsResource.PlanOf(body.Plan);
        var pointOut = body.PointOut ?? PreparedRunUseCase.UsualPointOut;
        if (pointOut.IsNegative)
            throw RefusedException.Invalid("/pointOut", "An amount of zero or more.");
        var replaces = body.Replaces is { } name ? PreparedRunsResource.NumberOf(name, "/replaces") : 0;
        var terms = call.Terms;
        var run = (call.IsRetaken ? Kept(call, plan) : null) ?? await call.WriteAsync(books =>
        {
            var desk = new PreparedRunUseCase(books);
            return desk.PrepareAsync(
                terms, desk.Preview(terms, body.Date, pointOut, call.By) with { Plan = plan }, replaces);
        }).ConfigureAwait(false);
        var view = PreparedRunView.Of(run);
        return IsOf(call, run)
            ? TypedResults.Created($"{ApiDoor.Root}/employers/{call.Scope.Employer}/prepared-runs/{view.Id}", view)
            : TypedResults.Ok(view);
    }

    internal static string IdOf(long number) => Ids.Of(Run, number);

    // What the same call has prepared when it was first made, whatever became of it meanwhile.
    private static PreparedRun? Kept(ApiCall call, ContentHash plan) =>
        new PreparedRunUseCase(call.Reading).Newest(call.Scope, 20)
            .FirstOrDefault(run => run.Plan == plan && IsOf(call, run));

    private static bool IsOf(ApiCall call, PreparedRun run) =>
        run.Prepared.Account == call.By.Account && run.Prepared.Moment == call.Moment;

    private static RunRegister Known(ApiCall call, string run) =>
        Ids.Number(Run, run) is { } number and > 0 and <= int.MaxValue
            && new RunRegisterUseCase(call.Reading).Show(call.Scope, (int)number) is { } found
            ? found
            : throw RefusedException.NotFound("payment run");
}

/// <summary>A plan to prepare.</summary>
/// <param name="Date">The day that was planned for.</param>
/// <param name="Plan">The plan that was looked at.</param>
/// <param name="PointOut">Payments above it are pointed out to whoever approves; 25,000.00 if left out.</param>
/// <param name="Replaces">The prepared run that waits and is given up for this one; left out where none waits.</param>
public sealed record PrepareBody(DateOnly Date, string Plan, Money? PointOut = null, string? Replaces = null);

/// <summary>A payment run that was executed.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Date">On which day.</param>
/// <param name="Plan">The plan that was executed.</param>
/// <param name="Payments">How many payments it issued.</param>
/// <param name="Total">All of them together.</param>
public sealed record RunView(string Id, DateOnly Date, string Plan, long Payments, Money Total)
{
    internal static RunView Of(ListedRun run) => new(
        PaymentRunsResource.IdOf(run.Number), run.Day, run.Plan.ToString(), run.Payments, run.Total);
}

/// <summary>A payment run that was executed, with what it paid and sent.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Date">On which day.</param>
/// <param name="Total">All payments together.</param>
/// <param name="Payments">The largest first; zero where a payee is only told.</param>
/// <param name="Files">Names of the remittances (835).</param>
/// <param name="Prepared">The preparation that it came of; null where that was not kept.</param>
/// <param name="PreparedBy">Who prepared it; null where that was not kept.</param>
/// <param name="ApprovedBy">Who approved it; null where that was not kept.</param>
public sealed record RunDetailView(
    string Id, DateOnly Date, Money Total, IReadOnlyList<RunPaymentView> Payments, IReadOnlyList<string> Files,
    string? Prepared, string? PreparedBy, string? ApprovedBy)
{
    internal static RunDetailView Of(RunRegister run) => new(
        PaymentRunsResource.IdOf(run.Summary.Number), run.Summary.Day, run.Summary.Total,
        [.. run.Payments.Items.Select(one => new RunPaymentView(
            PaymentsResource.IdOf(new PaymentPlace(run.Summary.Number, one.Payment)), one.Payee.ToString(), one.Claims,
            one.Amount))],
        [.. run.Files.Items.Select(file => file.Name)],
        run.Approval is { } approval ? PreparedRunsResource.IdOf(approval.Number) : null,
        run.Approval?.Prepared.Account, run.Approval?.Ended?.Account);
}

/// <summary>A payment of a run.</summary>
/// <param name="Id">The payment's id.</param>
/// <param name="Payee">Who is paid.</param>
/// <param name="Claims">What it is for, claims that are only told among them.</param>
/// <param name="Amount">Zero where the payee is only told.</param>
public sealed record RunPaymentView(string Id, string Payee, int Claims, Money Amount);

/// <summary>What a payment run would do.</summary>
/// <param name="Plan">Names it by what it says: preparing asks for it.</param>
/// <param name="Date">The day.</param>
/// <param name="Available">What the fund can give away.</param>
/// <param name="Total">All payments together.</param>
/// <param name="Payments">By payee.</param>
/// <param name="Held">What would not be paid, and why.</param>
public sealed record RunPlanView(
    string Plan, DateOnly Date, Money Available, Money Total, IReadOnlyList<PlannedPaymentView> Payments,
    IReadOnlyList<HeldView> Held)
{
    internal static RunPlanView Of(PaymentRunPlan plan, ApiCall call)
    {
        var claims = new ClaimListUseCase(call.Reading).Places(
            call.Scope, plan.Held.Items.Select(held => held.Obligation.Key.Claim));
        return new RunPlanView(
            plan.Hash.ToString(), plan.Date, plan.Available.Total, plan.Total,
            [.. plan.Payments.Items.Select(payment => new PlannedPaymentView(
                payment.Payee.ToString(), payment.Obligations.Count, payment.Amount))],
            [.. plan.Held.Items.Select(held => new HeldView(
                claims.TryGetValue(held.Obligation.Key.Claim, out var place) ? Ids.Of(place) : null,
                held.Obligation.Key.Payee.ToString(), held.Obligation.Amount, Words.Of(held.Reason.ToString())))]);
    }
}

/// <summary>A payment that a run would issue.</summary>
/// <param name="Payee">To whom.</param>
/// <param name="Claims">For how many claims.</param>
/// <param name="Amount">How much.</param>
public sealed record PlannedPaymentView(string Payee, int Claims, Money Amount);

/// <summary>What a run would not pay.</summary>
/// <param name="Claim">The claim's id; null for what is no claim.</param>
/// <param name="Payee">To whom it is owed.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">funds-insufficient, payee-owes-plan or outside-agreement.</param>
public sealed record HeldView(string? Claim, string Payee, Money Amount, string Reason);

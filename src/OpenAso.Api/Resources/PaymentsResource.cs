using System.Text.Json.Serialization;
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

/// <summary>Payments, and the runs that issue them: plan, look, execute.</summary>
internal static class PaymentsResource
{
    private const string Payments = "/employers/{employer}/payments";
    private const string Runs = "/employers/{employer}/payment-runs";
    private const string Payment = "pay";
    private const int RunDigits = 10;

    public static void Map(ApiRoutes routes)
    {
        routes.Get(Payments, Right.SeePosition, Show);
        routes.Get(Payments + "/{payment}", Right.PreparePayments, Find);
        routes.Get(Runs, Right.SeePosition, ShowRuns);
        routes.Ask(Runs + "/plan", Right.PreparePayments, Plan);
        routes.Post(Runs, Right.ReleasePayments, ExecuteAsync);
    }

    /// <summary>Lists payments in the order in which they were issued; payees for those who pay.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<PaymentListed>> Show(ApiCall call, [AsParameters] PageQuery page)
    {
        var part = new MoneyListUseCase(call.Reading).Payments(call.Scope, page.Read(PlaceOf));
        var named = call.May(Right.PreparePayments);
        return TypedResults.Ok(new Page<PaymentListed>(
            [.. part.Rows.Select(one => new PaymentListed(
                IdOf(one.Place), Ids.Of("run", one.Place.Run), one.Day, named ? one.Payee : null, one.Amount))],
            part.HasMore));
    }

    /// <summary>A payment with the claims that it is for.</summary>
    /// <param name="call">The call.</param>
    /// <param name="payment">The payment's id.</param>
    public static Ok<PaymentView> Find(ApiCall call, string payment)
    {
        var list = new MoneyListUseCase(call.Reading);
        if (PlaceOf(payment) is not { } place || list.Payment(call.Scope, place) is not { } found)
            throw RefusedException.NotFound("payment");
        return TypedResults.Ok(new PaymentView(
            payment, Ids.Of("run", place.Run), found.Day, found.Payee, found.Amount,
            [.. list.Items(call.Scope, place).Select(item => new PaidClaimView(Ids.Of(item.Claim), item.Amount))]));
    }

    /// <summary>Lists payment runs, first things first.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<RunView>> ShowRuns(ApiCall call, [AsParameters] PageQuery page) => TypedResults.Ok(
        page.Of(new MoneyListUseCase(call.Reading).Runs(call.Scope).Select(RunView.Of), run => run.Id));

    /// <summary>What a payment run would do on a day; nothing is changed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="body">The day.</param>
    public static Ok<RunPlanView> Plan(ApiCall call, DayBody body) => TypedResults.Ok(RunPlanView.Of(
        new PaymentUseCase(call.Reading).Plan(call.Terms, body.Date), call));

    /// <summary>Executes the plan that was looked at, if nothing has changed since.</summary>
    /// <remarks>A plan is executed once, for ever: executed before, it is answered with 200 and the run.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="body">The day and the plan.</param>
    public static async Task<Results<Created<RunView>, Ok<RunView>>> ExecuteAsync(ApiCall call, RunBody body)
    {
        if (!ContentHash.TryParse(body.Plan, out var plan))
            throw RefusedException.Invalid("/plan", "The 32 digits by which the plan of a run names itself.");
        if (Executed(call, plan) is { } before)
            return call.IsRetaken ? Made(call, before) : TypedResults.Ok(before);
        var terms = call.Terms;
        await call.SeesAsync(AccessAction.Pay, body.Plan).ConfigureAwait(false);
        await call.WriteAsync(books => new PaymentUseCase(books).ExecuteAsync(terms, body.Date, plan))
            .ConfigureAwait(false);
        return Made(call, Executed(call, plan)!);
    }

    /// <summary>A payment's id.</summary>
    internal static string IdOf(PaymentPlace place) => Ids.Of(Payment, place.Run) + place.Payment;

    private static Created<RunView> Made(ApiCall call, RunView run) =>
        TypedResults.Created($"{ApiDoor.Root}/employers/{call.Scope.Employer}/payment-runs", run);

    private static RunView? Executed(ApiCall call, ContentHash plan) =>
        new MoneyListUseCase(call.Reading).Runs(call.Scope).FirstOrDefault(run => run.Plan == plan) is { } found
            ? RunView.Of(found)
            : null;

    private static PaymentPlace? PlaceOf(string text)
    {
        var head = Payment.Length + 1 + RunDigits;
        return text.Length > head && Ids.Number(Payment, text[..head]) is { } run
            ? new PaymentPlace(run, text[head..])
            : null;
    }
}

/// <summary>A payment of a list.</summary>
/// <param name="Id">The payment's id.</param>
/// <param name="Run">The run that issued it.</param>
/// <param name="Date">On which day.</param>
/// <param name="Payee">To whom; left out for those who do not pay.</param>
/// <param name="Amount">How much.</param>
public sealed record PaymentListed(
    string Id, string Run, DateOnly Date,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Payee, Money Amount);

/// <summary>A payment.</summary>
/// <param name="Id">The payment's id.</param>
/// <param name="Run">The run that issued it.</param>
/// <param name="Date">On which day.</param>
/// <param name="Payee">To whom.</param>
/// <param name="Amount">How much.</param>
/// <param name="Claims">What it is for.</param>
public sealed record PaymentView(
    string Id, string Run, DateOnly Date, string Payee, Money Amount, IReadOnlyList<PaidClaimView> Claims);

/// <summary>What is paid for a claim.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Amount">How much; below zero where it takes back.</param>
public sealed record PaidClaimView(string Claim, Money Amount);

/// <summary>A plan to execute.</summary>
/// <param name="Date">The day that was planned for.</param>
/// <param name="Plan">The plan that was looked at.</param>
public sealed record RunBody(DateOnly Date, string Plan);

/// <summary>A payment run that was executed.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Date">On which day.</param>
/// <param name="Plan">The plan that was executed.</param>
/// <param name="Payments">How many payments it issued.</param>
/// <param name="Total">All of them together.</param>
public sealed record RunView(string Id, DateOnly Date, string Plan, long Payments, Money Total)
{
    internal static RunView Of(ListedRun run) => new(
        Ids.Of("run", run.Number), run.Day, run.Plan.ToString(), run.Payments, run.Total);
}

/// <summary>What a payment run would do.</summary>
/// <param name="Plan">Names it by what it says: executing asks for it.</param>
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

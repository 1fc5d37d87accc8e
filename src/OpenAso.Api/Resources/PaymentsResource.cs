using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Listing;

namespace OpenAso.Api.Resources;

/// <summary>Payments that were issued.</summary>
internal static class PaymentsResource
{
    private const string Payments = "/employers/{employer}/payments";
    private const string Payment = "pay";
    private const int RunDigits = 10;

    public static void Map(ApiRoutes routes)
    {
        routes.Get(Payments, Right.SeePosition, Show);
        routes.Get(Payments + "/{payment}", Right.PreparePayments, FindAsync);
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
    public static async Task<Ok<PaymentView>> FindAsync(ApiCall call, string payment)
    {
        var list = new MoneyListUseCase(call.Reading);
        if (PlaceOf(payment) is not { } place || list.Payment(call.Scope, place) is not { } found)
            throw RefusedException.NotFound("payment");
        await call.SeesAsync(AccessAction.SeeClaims, payment).ConfigureAwait(false);
        return TypedResults.Ok(new PaymentView(
            payment, Ids.Of("run", place.Run), found.Day, found.Payee, found.Amount,
            [.. list.Items(call.Scope, place).Select(item => new PaidClaimView(Ids.Of(item.Claim), item.Amount))]));
    }

    /// <summary>A payment's id.</summary>
    internal static string IdOf(PaymentPlace place) => Ids.Of(Payment, place.Run) + place.Payment;

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

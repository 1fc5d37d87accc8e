using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Access;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Paying;

namespace OpenAso.Api.Resources;

/// <summary>Money that the employer is asked for, and that arrives.</summary>
internal static class FundingResource
{
    private const string Requests = "/employers/{employer}/funding-requests";
    private static readonly Money Largest = new(999_999_999_999);

    public static void Map(ApiRoutes routes)
    {
        routes.Get(Requests, Right.SeePosition, Show);
        routes.Get(Requests + "/{request}", Right.SeePosition, Find);
        routes.Post(Requests, Right.PreparePayments, AskAsync);
        routes.Post("/employers/{employer}/funding-receipts", Right.PreparePayments, ReceiveAsync);
    }

    /// <summary>Lists what the employer was asked for, first things first.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<FundingRequestView>> Show(ApiCall call, [AsParameters] PageQuery page) => TypedResults.Ok(
        page.Of(new MoneyListUseCase(call.Reading).Requests(call.Scope).Select(FundingRequestView.Of), one => one.Id));

    /// <summary>What the employer was asked for once.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request's id.</param>
    public static Ok<FundingRequestView> Find(ApiCall call, string request) => TypedResults.Ok(
        new MoneyListUseCase(call.Reading).Requests(call.Scope).Select(FundingRequestView.Of)
            .FirstOrDefault(one => one.Id == request) ?? throw RefusedException.NotFound("funding request"));

    /// <summary>Bills fees that are due and asks for what is about to be paid.</summary>
    /// <remarks>Answered with 200 and without a request where the agreement asks for nothing on the day.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="body">The day.</param>
    public static async Task<Results<Created<FundingAskedView>, Ok<FundingAskedView>>> AskAsync(
        ApiCall call, DayBody body)
    {
        var terms = call.Terms;
        var made = await call.WriteAsync(books => new FundingUseCase(books).RequestAsync(terms, body.Date))
            .ConfigureAwait(false);
        var number = made?.Number;
        // What was asked when the same call was first made, and could not be answered for.
        if (number is null && call.IsRetaken && new FundingUseCase(call.Reading).Latest(terms) is { } latest
            && latest.Day == body.Date)
            number = latest.Number;
        if (number is not { } asked)
            return TypedResults.Ok(new FundingAskedView(null));
        var view = FundingRequestView.Of(
            new MoneyListUseCase(call.Reading).Requests(call.Scope).Single(one => one.Number == asked));
        return TypedResults.Created(
            $"{ApiDoor.Root}/employers/{call.Scope.Employer}/funding-requests/{view.Id}", new FundingAskedView(view));
    }

    /// <summary>Books money that arrived; the same receipt again is booked once, for ever.</summary>
    /// <param name="call">The call.</param>
    /// <param name="body">The money.</param>
    public static async Task<Ok<ReceiptView>> ReceiveAsync(ApiCall call, ReceiptBody body)
    {
        if (!TransferKey.IsId(body.Id))
            throw RefusedException.Invalid(
                "/id", "1 to 50 letters, digits, points, hyphens and underscores, such as wire-2026-01.");
        if (!body.Amount.IsPositive || body.Amount > Largest)
            throw RefusedException.Invalid("/amount", $"An amount above zero, at most {Largest}.");
        var terms = call.Terms;
        var booked = await call.WriteAsync(books => new FundingUseCase(books).ReceiveAsync(
            terms, new FundingReceipt(body.Id, body.Date, body.Amount))).ConfigureAwait(false);
        return TypedResults.Ok(new ReceiptView(body.Id, body.Date, body.Amount, booked || call.IsRetaken));
    }
}

/// <summary>A day.</summary>
/// <param name="Date">The day.</param>
public sealed record DayBody(DateOnly Date);

/// <summary>What the employer was asked for.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Date">On which day.</param>
/// <param name="Due">By when it is due.</param>
/// <param name="Amount">How much.</param>
public sealed record FundingRequestView(string Id, DateOnly Date, DateOnly Due, Money Amount)
{
    internal static FundingRequestView Of(ListedRequest request) =>
        new(Ids.Of("frq", request.Number), request.Day, request.Due, request.Amount);
}

/// <summary>What came of asking.</summary>
/// <param name="Request">Null where the agreement asks for nothing on the day.</param>
public sealed record FundingAskedView(FundingRequestView? Request);

/// <summary>Money that arrived.</summary>
/// <param name="Id">Of the wire or deposit: booked once.</param>
/// <param name="Date">On which day.</param>
/// <param name="Amount">Above zero.</param>
public sealed record ReceiptBody(string Id, DateOnly Date, Money Amount);

/// <summary>Money that arrived, as it is booked.</summary>
/// <param name="Id">Of the wire or deposit.</param>
/// <param name="Date">On which day.</param>
/// <param name="Amount">How much.</param>
/// <param name="Booked">False where it was booked before, by another call.</param>
public sealed record ReceiptView(string Id, DateOnly Date, Money Amount, bool Booked);

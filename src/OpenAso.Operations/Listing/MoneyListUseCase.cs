using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Listing;

/// <summary>Where a payment stands in the list of all.</summary>
/// <param name="Run">The run that issued it.</param>
/// <param name="Payment">Its number.</param>
public sealed record PaymentPlace(long Run, string Payment);

/// <summary>A payment of a list.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Day">On which it was issued.</param>
/// <param name="Payee">To whom.</param>
/// <param name="Amount">Zero where a provider is told of claims without money.</param>
public sealed record ListedPayment(PaymentPlace Place, DateOnly Day, string Payee, Money Amount);

/// <summary>What a payment is for.</summary>
/// <param name="Claim">Which version of a claim.</param>
/// <param name="Amount">How much; below zero where it takes back.</param>
public sealed record PaidItem(ClaimPlace Claim, Money Amount);

/// <summary>A payment run that was executed.</summary>
/// <param name="Number">1 for the employer's first.</param>
/// <param name="Day">On which it was executed.</param>
/// <param name="Plan">The plan that was executed.</param>
/// <param name="Payments">How many payments it issued.</param>
/// <param name="Total">All of them together.</param>
public sealed record ListedRun(long Number, DateOnly Day, ContentHash Plan, long Payments, Money Total);

/// <summary>Money that the employer was asked for.</summary>
/// <param name="Number">1 for the employer's first.</param>
/// <param name="Day">On which it was asked.</param>
/// <param name="Due">By when it is due.</param>
/// <param name="Amount">How much.</param>
public sealed record ListedRequest(long Number, DateOnly Day, DateOnly Due, Money Amount);

/// <summary>Lists what was asked for and paid, in the order in which it was.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class MoneyListUseCase(Books books)
{
    /// <summary>Payments by run and number.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="cursor">Which part.</param>
    public ListPart<ListedPayment> Payments(EmployerScope scope, PageCursor<PaymentPlace> cursor)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        var (place, isBackward) = cursor.Before is { } before ? (before, true) : (cursor.After, false);
        var range = place is null ? "" : $"and (run, payment) {(isBackward ? "<" : ">")} (@run, @payment)";
        var order = isBackward ? "desc" : "asc";
        return ListPart.Of(
            books.Database.Read(connection => connection
                .Query<(long Run, string Payment, string Day, string Payee, long Amount)>(
                    "select run, payment, day, payee_key, amount from payment "
                    + $"where tenant = @tenant and employer = @employer {range} "
                    + $"order by run {order}, payment {order} limit @most",
                    scope.Bound(new
                    {
                        run = place?.Run ?? 0,
                        payment = place?.Payment ?? "",
                        most = cursor.Most + 1L,
                    }))
                .Select(row => new ListedPayment(
                    new PaymentPlace(row.Run, row.Payment), Days.Parse(row.Day), row.Payee, new Money(row.Amount)))
                .ToList()),
            cursor.Most, isBackward);
    }

    /// <summary>A payment; null where there is none of the place.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="place">Run and number.</param>
    public ListedPayment? Payment(EmployerScope scope, PaymentPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return books.Database.Read(connection => connection.Query<(string Day, string Payee, long Amount)>(
            "select day, payee_key, amount from payment where tenant = @tenant and employer = @employer "
            + "and payment = @payment and run = @run",
            scope.Bound(new { payment = place.Payment, run = place.Run }))
            .Select(row => new ListedPayment(place, Days.Parse(row.Day), row.Payee, new Money(row.Amount)))
            .FirstOrDefault());
    }

    /// <summary>What a payment is for, by claim.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="place">Run and number.</param>
    public IReadOnlyList<PaidItem> Items(EmployerScope scope, PaymentPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return books.Database.Read(connection => connection.Query<(string Claim, long Import, long Amount)>(
            """
            select i.claim, c.import, i.amount from payment_item i
            join claim c on c.tenant = i.tenant and c.employer = i.employer and c.family = i.family
              and c.claim = i.claim
            where i.tenant = @tenant and i.employer = @employer and i.payment = @payment order by c.import, i.claim
            """, scope.Bound(new { payment = place.Payment }))
            .Select(row => new PaidItem(
                new ClaimPlace(row.Import, ClaimId.TryParse(row.Claim, out var id) ? id : default),
                new Money(row.Amount)))
            .ToList());
    }

    /// <summary>The runs, first things first.</summary>
    /// <param name="scope">Whose.</param>
    public IReadOnlyList<ListedRun> Runs(EmployerScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return books.Database.Read(connection => connection
            .Query<(long Number, string Day, string Hash, long Payments, long Total)>(
                """
                select r.number, r.day, r.hash, count(p.payment), coalesce(sum(p.amount), 0) from payment_run r
                left join payment p on p.tenant = r.tenant and p.employer = r.employer and p.run = r.number
                  and p.amount > 0
                where r.tenant = @tenant and r.employer = @employer group by r.number, r.day, r.hash order by r.number
                """, scope.Bound())
            .Select(row => new ListedRun(
                row.Number, Days.Parse(row.Day), ContentHash.TryParse(row.Hash, out var plan) ? plan : default,
                row.Payments, new Money(row.Total)))
            .ToList());
    }

    /// <summary>The requests, first things first.</summary>
    /// <param name="scope">Whose.</param>
    public IReadOnlyList<ListedRequest> Requests(EmployerScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return books.Database.Read(connection => connection
            .Query<(long Number, string Day, string Due, long Amount)>(
                "select number, day, due, amount from funding_request "
                + "where tenant = @tenant and employer = @employer order by number", scope.Bound())
            .Select(row => new ListedRequest(
                row.Number, Days.Parse(row.Day), Days.Parse(row.Due), new Money(row.Amount)))
            .ToList());
    }
}

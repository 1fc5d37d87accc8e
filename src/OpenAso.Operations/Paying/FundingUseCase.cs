using System.Globalization;
using System.Text;
using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Storing;
using OpenAso.Operations.Writing;
using OpenAso.Storage;

namespace OpenAso.Operations.Paying;

/// <summary>Other money was booked under the identifier of a receipt.</summary>
/// <param name="sentence">Says what was booked, and how to go on.</param>
public sealed class ReceiptContradictedException(Sentence sentence) : WorkRefusedException(sentence);

/// <summary>Asks the employer for money, and books what arrives.</summary>
/// <param name="books">Open for writing.</param>
public sealed class FundingUseCase(Books books)
{
    /// <summary>Bills the fees and books the disability benefits that have become due, and asks for what is about to be
    /// paid.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">The day of the request; claims received up to it count.</param>
    /// <returns>Null where the agreement does not ask today, or asks for nothing.</returns>
    public Task<FundingRequest?> RequestAsync(EmployerTerms terms, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.WriteAsync(session => Request(session, terms, day), size: int.MaxValue);
    }

    /// <summary>What <see cref="RequestAsync"/> would ask for, by the same path, with nothing kept.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">The day of the request.</param>
    public Task<FundingRequest?> PreviewAsync(EmployerTerms terms, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Preview.OfAsync(books, session => Request(session, terms, day));
    }

    /// <summary>Books money that arrived.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="receipt">The money; the same identifier again is booked once.</param>
    /// <returns>False where it was booked before.</returns>
    /// <exception cref="ReceiptContradictedException">Other money was booked under the identifier; nothing was
    /// done.</exception>
    public Task<bool> ReceiveAsync(EmployerTerms terms, FundingReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(receipt);
        return books.Database.WriteAsync(session => Receive(session, terms.Scope, receipt));
    }

    /// <summary>Whether <see cref="ReceiveAsync"/> would book money, by the same path, with nothing kept.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="receipt">The money.</param>
    /// <returns>False where it was booked before.</returns>
    /// <exception cref="ReceiptContradictedException">Other money was booked under the identifier.</exception>
    public Task<bool> PreviewAsync(EmployerTerms terms, FundingReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(receipt);
        return Preview.OfAsync(books, session => Receive(session, terms.Scope, receipt));
    }

    private static bool Receive(WriteSession session, EmployerScope scope, FundingReceipt receipt)
    {
        if (IsBooked(session, scope, receipt))
            return false;
        var accounts = AccountRows.Read(session.Connection, scope);
        TransferRows.Post(session, scope, receipt.Transfers(Outstanding(accounts)).Items);
        return true;
    }

    private static bool IsBooked(WriteSession session, EmployerScope scope, FundingReceipt receipt)
    {
        var booked = session.Connection.Query<long>(
            "select amount from transfer where tenant = @tenant and employer = @employer and key "
                + session.Connection.Among("keys"),
            scope.Bound(new { keys = KeysOf(receipt).ToArray() }))
            .ToList();
        var amount = new Money(booked.Sum());
        return booked.Count > 0 && amount != receipt.Amount
            ? throw new ReceiptContradictedException(
                RefusalTexts.Room["funding.receipt-contradicted", receipt.Id, amount, receipt.Amount])
            : booked.Count > 0;
    }

    /// <summary>The last request that was made; null where there was none.</summary>
    /// <param name="terms">Of the employer.</param>
    public (int Number, DateOnly Day, DateOnly Due, Money Amount)? Latest(EmployerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection => connection
            .Query<(long Number, string Day, string Due, long Amount)>(
                "select number, day, due, amount from funding_request "
                    + "where tenant = @tenant and employer = @employer order by number desc limit 1",
                terms.Scope.Bound())
            .Select(row =>
                ((int, DateOnly, DateOnly, Money)?)(
                    checked((int)row.Number), Days.Parse(row.Day), Days.Parse(row.Due), new Money(row.Amount)))
            .FirstOrDefault());
    }

    private static IEnumerable<string> KeysOf(FundingReceipt receipt) =>
        from reason in new[] { TransferReason.FundingReceived, TransferReason.FundingDeposited }
        from source in Enum.GetValues<FundSource>()
        select new TransferKey(reason, receipt.Id, (int)source).ToString();

    private static FundingRequest? Request(WriteSession session, EmployerTerms terms, DateOnly day)
    {
        var scope = terms.Scope;
        FeeBilling.BillThrough(session, terms, day);
        PremiumBilling.BillThrough(session, terms, day);
        DisabilityBooking.BookThrough(session, terms, day);
        var parameters = scope.Bound();
        var last = session.Connection.QueryFirstOrDefault<(long Number, string? Day)>(
            "select number, day from funding_request "
                + "where tenant = @tenant and employer = @employer order by number desc limit 1", parameters);
        DateOnly? lastDay = last.Day is null ? null : Days.Parse(last.Day);
        if (terms.Agreement.PayingOn(day) is not { } paying || !paying.Funding.IsDue(day, lastDay))
            return null;
        var need = NeedOf(session, terms, day, checked((int)last.Number) + 1, lastDay);
        if (FundingRequest.For(terms.Agreement, day, need) is not { } request)
            return null;
        session.Connection.Execute(
            "insert into funding_request (tenant, employer, number, day, due, amount) "
                + "values (@tenant, @employer, @number, @day, @due, @amount)",
            scope.Bound(new
            {
                number = request.Number,
                day = Days.Text(request.Date),
                due = Days.Text(request.Due),
                amount = request.Amount.Cents,
            }));
        TransferRows.Post(session, scope, request.Transfers().Items);
        SentFiles.Keep(
            session, scope, $"{scope.Employer}-{request.Date:yyyy-MM-dd}-request-{request.Number:D4}.html",
            "funding-request", 0,
            Encoding.UTF8.GetBytes(FundingLetters.Of(request, need, terms)));
        Outbox.Append(session, scope, default,
            [(OutboxEvent.FundingRequested, request.Number.ToString(CultureInfo.InvariantCulture))]);
        return request;
    }

    private static FundingNeed NeedOf(
        WriteSession session, EmployerTerms terms, DateOnly day, int number, DateOnly? lastDay)
    {
        var (connection, scope) = (session.Connection, terms.Scope);
        var accounts = AccountRows.Read(connection, scope);
        var month = Month.Of(day);
        var census = CensusRows.Count(connection, terms, month);
        var deducted = lastDay is { } before && Month.Of(before) == month
            ? Money.Zero
            : Contributions.ForMonth(terms.Agreement, month, census).Items.Total(line => line.Amount);
        return new FundingNeed
        {
            Number = number,
            Obligations = ObligationRows.Open(connection, scope, day).Select(one => one.Obligation).ToValueList(),
            Fees = FeeBilling.Unpaid(connection, terms).SelectMany(bill => bill.Lines.Items).ToValueList(),
            Premium = PremiumBilling.Unpaid(connection, terms)
                .Select(due => new PremiumCharge(due.Policy.Number, due.Month, due.Amount)).ToValueList(),
            Available = FundPosition.Of(accounts).Available.Total,
            Outstanding = Outstanding(accounts).Total,
            ExpectedMonth = Budget.ExpectedMonth(terms.Agreement, month, census),
            Contributions = deducted,
        };
    }

    private static FundAmounts Outstanding(TrialBalance accounts) => new(
        Of(accounts, FundSource.Employer), Of(accounts, FundSource.Participant), Of(accounts, FundSource.PlanAssets));

    private static Money Of(TrialBalance accounts, FundSource source) =>
        accounts[AccountKind.FundingReceivable, source].Normal(NormalSide.Debit);
}

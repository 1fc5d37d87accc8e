using System.Data.Common;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Filings;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>Records what a carrier answers to filings, and books what it pays.</summary>
/// <param name="books">Open for writing.</param>
public sealed class RecoveryUseCase(Books books)
{
    /// <summary>Records an answer that brings no money, or an appeal against one.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="filing">The filing's name.</param>
    /// <param name="step">What happened.</param>
    /// <param name="keep">Whether to keep it; otherwise it is only shown what would become of the filing.</param>
    /// <param name="lookedAt">How many steps the filing had when it was looked at: the same answer is not kept twice;
    /// null to take the filing as it stands.</param>
    /// <returns>The filing with it.</returns>
    /// <exception cref="FilingRefusedException">There is no such filing, or the step cannot follow where it
    /// stands.</exception>
    public Task<KeptFiling> AnswerAsync(
        EmployerTerms terms, string filing, RecoveryStep step, bool keep = true, int? lookedAt = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(step);
        return books.Database.WriteAsync(session =>
        {
            var before = Find(session.Connection, terms.Scope, filing);
            if (lookedAt is { } steps && steps != before.Recovery.Steps.Count)
                throw new FilingRefusedException(RefusalTexts.Room[
                    "desk.answered-meanwhile", filing, new NamedState(before.Recovery.State)]);
            var after = before.After(Next(before.Recovery, step));
            if (keep)
                FilingRows.Advance(session, terms.Scope, before, after);
            return after;
        });
    }

    /// <summary>Books what a carrier has paid for a filing: the employer's fund has it, and it is owed no
    /// more.</summary>
    /// <remarks>A filing that is not decided counts as approved with it, in full where the payment does not say
    /// otherwise.</remarks>
    /// <param name="terms">Of the employer.</param>
    /// <param name="filing">The filing's name.</param>
    /// <param name="payment">The payment; the same reference again is booked once.</param>
    /// <param name="keep">Whether to keep it; otherwise it is only shown what would become of the filing.</param>
    /// <returns>The filing with it, and false where it was booked before.</returns>
    /// <exception cref="FilingRefusedException">There is no such filing, or it cannot be paid so much.</exception>
    /// <exception cref="ReceiptContradictedException">Other money was booked under the reference; nothing was
    /// done.</exception>
    public Task<(KeptFiling Filing, bool IsNew)> ReceiveAsync(
        EmployerTerms terms, string filing, CarrierPayment payment, bool keep = true)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(payment);
        return books.Database.WriteAsync(session =>
        {
            var known = FilingRows.Read(session.Connection, terms.Scope);
            var before = Find(known, terms.Scope, filing);
            if (IsBooked(known, before, payment))
                return (before, false);
            var decided = Decided(before.Recovery, payment);
            var after = before.After(
                Next(decided, new RecoveryStep(RecoveryState.Received, payment.On, payment.Amount, "")),
                payment.Reference);
            if (keep)
            {
                FilingRows.Advance(session, terms.Scope, before, after);
                Post(session, terms.Scope, TransferReason.StopLossReceived, payment);
            }
            return (after, true);
        });
    }

    /// <summary>Pays back what the carrier has paid too much, because payments came back afterwards.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="filing">A filing of the loss.</param>
    /// <param name="payment">The payment to the carrier; the same reference again is booked once.</param>
    /// <param name="keep">Whether to keep it.</param>
    /// <returns>False where it was booked before.</returns>
    /// <exception cref="FilingRefusedException">Less is payable, or the employer's money does not reach.</exception>
    /// <exception cref="ReceiptContradictedException">Other money was booked under the reference.</exception>
    public Task<bool> RepayAsync(EmployerTerms terms, string filing, CarrierPayment payment, bool keep = true)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(payment);
        return books.Database.WriteAsync(session =>
        {
            var of = Find(session.Connection, terms.Scope, filing);
            var kept = new KeptRepayment(payment.Reference, of.Policy, new CarrierRepayment(
                of.Recovery.From, of.Recovery.Claimant, payment.On, payment.Amount));
            if (IsRepaid(session.Connection, terms.Scope, kept))
                return false;
            DemandPayable(session.Connection, terms, kept);
            if (keep)
            {
                RepaymentRows.Add(session, terms.Scope, kept);
                Post(session, terms.Scope, TransferReason.StopLossRepaid, payment);
            }
            return true;
        });
    }

    private static KeptFiling Find(DbConnection connection, EmployerScope scope, string filing) =>
        Find(FilingRows.Read(connection, scope), scope, filing);

    private static KeptFiling Find(IEnumerable<KeptFiling> filings, EmployerScope scope, string filing) =>
        filings.FirstOrDefault(kept => kept.Name == filing) ?? throw FilingUseCase.Unknown(scope, filing);

    private static Recovery Next(Recovery recovery, RecoveryStep step)
    {
        var next = RecoveryRules.Next(recovery, step);
        return next.Findings is [var finding, ..]
            ? throw new FilingRefusedException(
                RefusalTexts.Room["desk.finding", finding.Code, finding.Sentence ?? Sentence.Quoted(finding.Message)])
            : next.Value;
    }

    // An amount that was agreed to before needs no other agreement.
    private static Recovery Decided(Recovery recovery, CarrierPayment payment) =>
        RecoveryRules.After(recovery.State).Contains(RecoveryState.Approved)
            && (payment.Approved is not null || recovery.Approved - recovery.Received < payment.Amount)
            ? Next(recovery, new RecoveryStep(
                RecoveryState.Approved, payment.On, payment.Approved ?? recovery.Requested - recovery.Approved, ""))
            : recovery;

    private static bool IsBooked(IEnumerable<KeptFiling> filings, KeptFiling filing, CarrierPayment payment)
    {
        foreach (var known in filings)
        {
            var index = known.References.Items.IndexOf(payment.Reference);
            if (index < 0)
                continue;
            var step = known.Recovery.Steps[index];
            return known.Name == filing.Name && step.Amount == payment.Amount && step.On == payment.On
                ? true
                : throw new ReceiptContradictedException(RefusalTexts.Room[
                    "desk.payment-contradicted", payment.Reference, step.Amount, known.Name, step.On,
                    payment.Amount, payment.On]);
        }
        return false;
    }

    private static bool IsRepaid(DbConnection connection, EmployerScope scope, KeptRepayment kept) =>
        RepaymentRows.Read(connection, scope).FirstOrDefault(known => known.Reference == kept.Reference) is { } known
        && (known == kept
            ? true
            : throw new ReceiptContradictedException(RefusalTexts.Room[
                "desk.repayment-contradicted", kept.Reference, known.Repayment.Amount, known.Repayment.On]));

    private static void DemandPayable(DbConnection connection, EmployerTerms terms, KeptRepayment kept)
    {
        var repayment = kept.Repayment;
        var policy = BookedPolicy.Begun(terms, kept.Policy, repayment.On)[0];
        var position = StopLossBooks.FromScratch(connection, terms, policy, repayment.On).Position();
        var payable = FilingDesk.Of(connection, terms.Scope, policy, position).Positions.Items
            .Where(row => row.From == repayment.From && row.Claimant == repayment.Claimant)
            .Total(row => row.PayableToCarrier);
        if (repayment.Amount > payable)
            throw new FilingRefusedException(
                RefusalTexts.Room["desk.not-payable", payable, repayment.On, repayment.Amount]);
        var available = FundPosition.Of(AccountRows.Read(connection, terms.Scope)).Available.Employer;
        if (terms.Agreement.PayingOn(repayment.On)?.Funding.PayBeyondFunds is not true && available < repayment.Amount)
            throw new FilingRefusedException(RefusalTexts.Room["desk.not-funded", available, repayment.Amount]);
    }

    private static void Post(
        WriteSession session, EmployerScope scope, TransferReason reason, CarrierPayment payment) =>
        TransferRows.Post(session, scope,
            [new Transfer(
                new TransferKey(reason, payment.Reference), FundSource.Employer, 0, payment.Amount, payment.On)]);
}

/// <summary>Money between a carrier and the plan.</summary>
/// <param name="Reference">Of the payment, and of no other: letters, digits, points, hyphens and underscores.</param>
/// <param name="On">The day on which it arrived or was sent.</param>
/// <param name="Amount">Above zero.</param>
/// <param name="Approved">What the carrier agrees to pay in all, where it says so with its first payment; null for all
/// that was asked for.</param>
public sealed record CarrierPayment(string Reference, DateOnly On, Money Amount, Money? Approved = null);

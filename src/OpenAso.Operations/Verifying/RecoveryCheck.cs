using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves what carriers have paid from filings and ledger, and what was filed from the positions of its
/// days.</summary>
internal static class RecoveryCheck
{
    public static void Run(DbConnection connection, EmployerTerms terms, CheckLog log)
    {
        if (FilingCheck.Read(connection, terms.Scope) is not { } stored)
            return; // named by its own check
        var filings = stored.Select(one => one.Filing).ToList();
        Receipts(connection, terms, filings, log);
        Positions(connection, terms, filings, log);
    }

    private static void Receipts(
        DbConnection connection, EmployerTerms terms, List<KeptFiling> filings, CheckLog log)
    {
        log.Begin("what stop-loss carriers paid is booked, and what they owe is what is left of it");
        var booked = connection.Query<(string Key, string Day, long Amount)>(
            "select key, day, amount from transfer where tenant = @tenant and employer = @employer "
                + "and (key like 'stop-loss-received:%' or key like 'stop-loss-repaid:%')", terms.Scope.Bound())
            .ToDictionary(row => row.Key, row => (row.Day, new Money(row.Amount)), StringComparer.Ordinal);
        var (received, repaid) = (Money.Zero, Money.Zero);
        foreach (var filing in filings)
        {
            foreach (var (index, step) in filing.Recovery.Steps.Items.Index())
            {
                if (step.State != RecoveryState.Received)
                    continue;
                received += step.Amount;
                Same(filing.Name, TransferReason.StopLossReceived, filing.References[index], step.On, step.Amount);
            }
        }
        foreach (var kept in RepaymentRows.Read(connection, terms.Scope))
        {
            repaid += kept.Repayment.Amount;
            Same(kept.Reference, TransferReason.StopLossRepaid, kept.Reference, kept.Repayment.On,
                kept.Repayment.Amount);
        }
        foreach (var (key, (_, amount)) in booked)
            log.Differs($"transfer {key}", $"no filing has it, and the ledger has booked {amount}");
        var claimed = terms.Policies.Items.Total(policy =>
            RecoverableBooking.Booked(connection, terms.Scope, policy).Amount);
        log.Same("what stop-loss carriers owe", "the account", claimed - received + repaid,
            AccountRows.Read(connection, terms.Scope).Normal(AccountKind.StopLossRecoverable));

        void Same(string subject, TransferReason reason, string reference, DateOnly day, Money amount)
        {
            log.Examined();
            var key = TransferKey.IsId(reference) ? new TransferKey(reason, reference).ToString() : reference;
            booked.Remove(key, out var found);
            log.Same($"filing {subject}, payment {reference}", "what the ledger has", (Days.Text(day), amount), found);
        }
    }

    // Only what was filed under the wording that is known, and from payments that stand, can be made again.
    private static void Positions(
        DbConnection connection, EmployerTerms terms, List<KeptFiling> filings, CheckLog log)
    {
        log.Begin("stop-loss filings ask for what the positions of their days say");
        if (FundedDays.MayChange(terms))
            return;
        var voided = connection.Query<string>(
            "select distinct family from payment_item where tenant = @tenant and employer = @employer and live = 0",
            terms.Scope.Bound()).ToHashSet(StringComparer.Ordinal);
        if (voided.Count > 0)
            return;
        foreach (var policy in terms.Policies)
        {
            var own = filings.Where(filing => filing.Policy == policy.Number
                && filing.Recovery.From == StopLossCoverage.Specific).ToList();
            if (own.Count == 0)
                continue;
            if (Paid(connection, terms, policy) is not { } paid)
                return; // a claim that cannot be read is named by its own check
            foreach (var day in own.Where(filing => filing.Version == policy.Version.ToString())
                .GroupBy(filing => (filing.PositionOf, filing.Run)))
            {
                var book = new StopLossBook(policy, day.Key.PositionOf);
                foreach (var (_, payment) in paid.Where(pair => pair.Claim.Run <= day.Key.Run))
                    book.Add(payment);
                var position = book.Position();
                var claimants = position.Specific.Items.ToDictionary(one => one.Claimant, StringComparer.Ordinal);
                foreach (var filing in day)
                    Same(filing, claimants.GetValueOrDefault(filing.Recovery.Claimant), own, log);
            }
        }
    }

    private static List<(PaidClaim Claim, ClaimPayment Payment)>? Paid(
        DbConnection connection, EmployerTerms terms, StopLossPolicy policy)
    {
        try
        {
            return [.. PaidClaimRows.All(connection, terms.Scope).SelectMany(claim =>
                ClaimPayments.Of(claim, policy, claim.Issued).Select(payment => (claim, payment)))];
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void Same(KeptFiling filing, SpecificPosition? claimant, List<KeptFiling> own, CheckLog log)
    {
        log.Examined();
        var asked = own.Where(one => one.Recovery.Claimant == filing.Recovery.Claimant && one.Number <= filing.Number)
            .Total(one => one.Recovery.Requested);
        var subject = $"filing {filing.Name}";
        log.Same(subject, "what has passed the deductible", claimant?.Excess ?? Money.Zero, filing.Recovery.Excess);
        log.Same(subject, "what was asked for so far", claimant?.Reimbursable ?? Money.Zero, asked);
    }
}

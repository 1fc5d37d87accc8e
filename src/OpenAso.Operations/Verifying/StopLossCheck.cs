using System.Data.Common;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves where stop-loss policies stand by building it again from everything that was paid.</summary>
internal static class StopLossCheck
{
    public static void Run(DbConnection connection, EmployerTerms terms, CheckLog log)
    {
        Positions(connection, terms, log);
        PremiumCheck.Run(connection, terms.Scope, log);
        RecoveryCheck.Run(connection, terms, log);
    }

    private static void Positions(DbConnection connection, EmployerTerms terms, CheckLog log)
    {
        var unread = OutboxReading.After(connection, terms.Scope, StopLossProjection.Reader)
            .Count(one => one.Event is OutboxEvent.PaymentIssued or OutboxEvent.EnrollmentChanged);
        log.Begin(unread == 0
            ? "stop-loss positions are what payments and enrolment make from scratch"
            : $"stop-loss positions: {unread} events are not read yet; they are proved after the next payment run or "
                + "import");
        if (unread > 0)
            return;
        foreach (var policy in terms.Policies)
        {
            if (StopLossRows.Read(connection, terms.Scope, policy.Number) is not { } kept
                || kept.Version != policy.Version.ToString())
                continue; // not projected yet, or not since its terms changed
            log.Examined();
            if (FromScratch(connection, terms, policy, kept, log) is not { } position)
                continue;
            Same($"stop-loss policy {policy.Number}", KeptPosition.Of(policy, position), kept, log);
            log.Same($"stop-loss policy {policy.Number}", "what is booked as recoverable",
                RecoverableBooking.Of(position), RecoverableBooking.Booked(connection, terms.Scope, policy).Amount);
            var claimants = StopLossRows.Claimants(connection, terms.Scope, policy.Number);
            foreach (var claimant in position.Specific)
            {
                log.Examined();
                claimants.Remove(claimant.Claimant, out var row);
                Same($"claimant {claimant.Claimant} of stop-loss policy {policy.Number}", KeptClaimant.Of(claimant),
                    row, log);
            }
            foreach (var extra in claimants.Keys)
                log.Differs($"claimant {extra} of stop-loss policy {policy.Number}", "nothing was paid for it");
        }
    }

    private static void Same(string subject, KeptPosition expected, KeptPosition found, CheckLog log)
    {
        Same("what the carrier pays under the specific", position => position.Specific);
        Same("what is used of the aggregating deductible", position => position.Used);
        Same("the attachment", position => position.Attachment);
        Same("the attachment of the period", position => position.Projected);
        Same("the minimum attachment", position => position.Minimum);
        Same("what counts under the aggregate", position => position.Eligible);
        Same("what the carrier pays under the aggregate", position => position.Reimbursable);
        Same("what is advanced", position => position.Advanced);

        void Same(string what, Func<KeptPosition, long?> amount) =>
            log.Same(subject, what, Amount(amount(expected)), Amount(amount(found)));
    }

    private static void Same(string subject, KeptClaimant expected, KeptClaimant? found, CheckLog log)
    {
        if (found is null)
        {
            log.Differs(subject, "it is not on file, and something was paid for it");
            return;
        }
        Same("what was paid", claimant => claimant.Paid);
        Same("what counts", claimant => claimant.Eligible);
        Same("what counts under the aggregate alone", claimant => claimant.AggregateOnly);
        Same("the deductible", claimant => claimant.Deductible);
        Same("what passes the deductible", claimant => claimant.Excess);
        Same("what the aggregating deductible takes", claimant => claimant.Aggregating);
        Same("what the carrier pays", claimant => claimant.Reimbursable);

        void Same(string what, Func<KeptClaimant, long?> amount) =>
            log.Same(subject, what, Amount(amount(expected)), Amount(amount(found)));
    }

    private static Money? Amount(long? cents) => cents is { } known ? new Money(known) : null;

    // A claim that cannot be read any more is named by its own check.
    private static StopLossPosition? FromScratch(
        DbConnection connection, EmployerTerms terms, StopLossPolicy policy, KeptPosition kept, CheckLog log)
    {
        try
        {
            return StopLossBooks.FromScratch(connection, terms, policy, Days.Parse(kept.AsOf)).Position();
        }
        catch (FormatException problem)
        {
            log.Differs($"stop-loss policy {policy.Number}", $"cannot be built again: {problem.Message}");
            return null;
        }
    }
}

using System.Data.Common;
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
            : $"stop-loss positions: {unread} events are not read yet; they are proved after the next payment run");
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
            log.Same($"stop-loss policy {policy.Number}", "where it stands", KeptPosition.Of(policy, position), kept);
            log.Same($"stop-loss policy {policy.Number}", "what is booked as recoverable",
                RecoverableBooking.Of(position), RecoverableBooking.Booked(connection, terms.Scope, policy).Amount);
            var claimants = StopLossRows.Claimants(connection, terms.Scope, policy.Number);
            foreach (var claimant in position.Specific)
            {
                log.Examined();
                claimants.Remove(claimant.Claimant, out var row);
                log.Same($"claimant {claimant.Claimant} of stop-loss policy {policy.Number}", "the position",
                    KeptClaimant.Of(claimant), row);
            }
            foreach (var extra in claimants.Keys)
                log.Differs($"claimant {extra} of stop-loss policy {policy.Number}", "nothing was paid for it");
        }
    }

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

using OpenAso.Disability.Deciding;
using OpenAso.Disability.Paying;
using OpenAso.Kernel;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>What is to be booked of a claim's recovery from others: each step by its day, less what is booked of
/// it.</summary>
/// <remarks>Pure.</remarks>
internal static class RecoveryBooking
{
    /// <summary>What a claim comes to by a day; nothing where the employer's payroll or an insurer pays.</summary>
    public static Dictionary<(ThirdPartyStep Step, DateOnly On), Money> Due(
        DisabilityAssessment assessment, DateOnly day) =>
        assessment is { Schedule: { } schedule, Terms.Arrangement: Disability.Terms.PaymentArrangement.EmployersAgent }
            ? schedule.ThirdParties.Items
                .Where(entry => entry.Step != ThirdPartyStep.TooMuch && entry.Day <= day)
                .GroupBy(entry => (entry.Step, entry.Day))
                .ToDictionary(group => group.Key, group => group.Total(entry => entry.Amount))
            : [];

    /// <summary>What changes.</summary>
    public static IEnumerable<(ThirdPartyStep Step, DateOnly On, Money Amount)> Differences(
        Dictionary<(ThirdPartyStep Step, DateOnly On), Money> due, IEnumerable<BookedRecovery> booked)
    {
        var before = booked.ToLookup(row => (row.Step, row.On));
        return due.Keys.Union(before.Select(rows => rows.Key)).OrderBy(key => key.On).ThenBy(key => key.Step)
            .Select(key => (key.Step, key.On,
                due.GetValueOrDefault(key) - before[key].Total(row => row.Amount)))
            .Where(change => !change.Item3.IsZero);
    }
}

using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Paying;

/// <summary>Bills the administrator's fees, month by month, and corrects months whose enrolment has changed
/// since.</summary>
internal static class FeeBilling
{
    private const int CorrectedMonths = 12;

    /// <summary>Bills every month of the agreement that has begun and is not billed yet.</summary>
    public static void BillThrough(WriteSession session, EmployerTerms terms, DateOnly day)
    {
        var (scope, agreement) = (terms.Scope, terms.Agreement);
        var billed = session.Connection.Query<string>(
            "select distinct month from census where tenant = @tenant and employer = @employer",
            scope.Bound()).ToHashSet();
        var last = Month.Of(day);
        for (var month = Month.Of(agreement.Effective.First);
            month <= last && agreement.For(month) is not null;
            month = month.Next)
        {
            if (!billed.Contains(month.ToString()))
                Bill(session, terms, month, day);
        }
    }

    private static void Bill(WriteSession session, EmployerTerms terms, Month month, DateOnly day)
    {
        var (scope, agreement) = (terms.Scope, terms.Agreement);
        var census = CensusRows.Count(session.Connection, terms, month);
        List<FeeLine> corrections = [];
        for (var earlier = FirstCorrected(agreement, month); earlier < month; earlier = earlier.Next)
        {
            var before = CensusRows.Billed(session.Connection, scope, earlier);
            var now = CensusRows.Count(session.Connection, terms, earlier);
            var restated = Fees.Restated(agreement, earlier, before, now);
            if (restated.Count == 0)
                continue;
            corrections.AddRange(restated);
            CensusRows.Keep(session, scope, earlier, Zeroed(before, now));
        }
        var bill = Fees.ForMonth(agreement, month, census).Value.With(corrections);
        FeeRows.Keep(session, scope, bill);
        CensusRows.Keep(session, scope, month,
            census.Count > 0 ? census : [new CensusCount(LineOfCoverage.Medical, CoverageTier.EmployeeOnly, 0)]);
        TransferRows.Post(session, scope, bill.Incurred(month.First > day ? day : month.First).Items);
    }

    // Enrolment that is corrected later than that is settled between the parties.
    private static Month FirstCorrected(AsoAgreement agreement, Month month)
    {
        var first = Month.Of(agreement.Effective.First);
        var limit = Month.Of(month.First.AddMonths(-CorrectedMonths));
        return first > limit ? first : limit;
    }

    // A tier that nobody has any more is kept as none.
    private static List<CensusCount> Zeroed(IReadOnlyList<CensusCount> before, IReadOnlyList<CensusCount> now) =>
    [
        .. now,
        .. before.Where(count => !now.Any(other => other.Line == count.Line && other.Tier == count.Tier))
            .Select(count => count with { Employees = 0 }),
    ];

    /// <summary>The bills that are not paid, oldest first.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="terms">Of the employer.</param>
    /// <param name="day">As it was at the end of this day; null for now.</param>
    public static IReadOnlyList<FeeBill> Unpaid(
        System.Data.Common.DbConnection connection, EmployerTerms terms, DateOnly? day = null)
    {
        var paid = connection.Query<string>(
                "select key from transfer where tenant = @tenant and employer = @employer "
                + "and (key like 'fee-paid:%' or key like 'setup-fee-paid:%') and (@day is null or day <= @day)",
                terms.Scope.Bound(new { day = day is { } last ? Days.Text(last) : null }))
            .Select(key => key.Split(':')[1]).ToHashSet();
        return [.. FeeRows.Read(connection, terms.Scope, terms.Agreement)
            .Where(bill => day is null || bill.Month.First <= day)
            .Where(bill => bill.Paid(bill.Month.First).Items.Any(transfer => !paid.Contains(transfer.Key.Id)))];
    }
}

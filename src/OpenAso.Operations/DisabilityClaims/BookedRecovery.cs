using System.Data.Common;
using System.Globalization;
using Dapper;
using OpenAso.Disability.Paying;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>A row of what others than the claimant agreed to pay back of a disability claim, paid, or need not pay any
/// more.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Number">Counts the claim's rows from 1.</param>
/// <param name="Step">What happened.</param>
/// <param name="On">The day on which it happened.</param>
/// <param name="Version">The version of the claim that says so.</param>
/// <param name="PlanHash">The content of the plan.</param>
/// <param name="LawHash">The content of the figures of law.</param>
/// <param name="Line">Short-term or long-term disability.</param>
/// <param name="Day">The day on which it was booked.</param>
/// <param name="Amount">Below zero where a newer version takes something back.</param>
internal sealed record BookedRecovery(
    string Claim, int Number, ThirdPartyStep Step, DateOnly On, int Version, ContentHash PlanHash, ContentHash LawHash,
    LineOfCoverage Line, DateOnly Day, Money Amount)
{
    /// <summary>Of all that it says.</summary>
    public ContentHash Hash() => ContentHash.Of(ToString());

    /// <summary>What it moves in the ledger.</summary>
    public IEnumerable<Transfer> Transfers(EmployerScope scope)
    {
        var id = new ClaimId(ContentHash.Of(string.Create(
            CultureInfo.InvariantCulture, $"disability-recovery|{scope.Tenant}|{scope.Employer}|{Claim}|{Number}")), 1)
            .ToString();
        return Reasons().Select(reason => new Transfer(
            new TransferKey(reason, id), FundSource.Employer, 0, Amount.IsNegative ? -Amount : Amount, Day));
    }

    // What is forgiven is a benefit again, and settles what the claimant owed.
    private TransferReason[] Reasons() => (Step, Amount.IsPositive, Line == LineOfCoverage.LongTermDisability) switch
    {
        (ThirdPartyStep.Agreed, true, _) => [TransferReason.RecoveryAgreed],
        (ThirdPartyStep.Agreed, false, _) => [TransferReason.RecoveryReopened],
        (ThirdPartyStep.Received, true, _) => [TransferReason.RecoveryPaid],
        (ThirdPartyStep.Received, false, _) => [TransferReason.RecoveryReturned],
        (_, true, true) => [TransferReason.LongTermIncurred, TransferReason.OverpaymentRecovered],
        (_, true, false) => [TransferReason.ShortTermIncurred, TransferReason.OverpaymentRecovered],
        (_, false, true) => [TransferReason.LongTermReversed, TransferReason.OverpaymentFound],
        (_, false, false) => [TransferReason.ShortTermReversed, TransferReason.OverpaymentFound],
    };
}

/// <summary>Keeps what others owe and pay back.</summary>
internal static class BookedRecoveryRows
{
    public static void Keep(WriteSession session, EmployerScope scope, BookedRecovery row) =>
        session.Connection.Execute(
            """
            insert into disability_recovery (tenant, employer, claim, number, step, step_day, version, plan_hash,
              law_hash, line, day, amount, hash)
            values (@tenant, @employer, @claim, @number, @step, @on, @version, @plan, @law, @line, @day, @amount, @hash)
            """,
            scope.Bound(new
            {
                claim = row.Claim,
                number = row.Number,
                step = Documents.Words.Of(row.Step.ToString()),
                on = Days.Text(row.On),
                version = row.Version,
                plan = row.PlanHash.ToString(),
                law = row.LawHash.ToString(),
                line = (long)row.Line,
                day = Days.Text(row.Day),
                amount = row.Amount.Cents,
                hash = row.Hash().ToString(),
            }));

    /// <summary>By claim and number, with the hash as it is kept.</summary>
    public static IReadOnlyList<(BookedRecovery Row, string Hash)> Read(
        DbConnection connection, EmployerScope scope) => [.. connection
        .Query<(string Claim, long Number, string Step, string On, long Version, string Plan, string Law, long Line,
            string Day, long Amount, string Hash)>(
            """
            select claim, number, step, step_day, version, plan_hash, law_hash, line, day, amount, hash
            from disability_recovery where tenant = @tenant and employer = @employer order by claim, number
            """, scope.Bound())
        .Select(row => (
            new BookedRecovery(
                row.Claim, checked((int)row.Number),
                Enum.GetValues<ThirdPartyStep>().First(step => Documents.Words.Of(step.ToString()) == row.Step),
                Days.Parse(row.On), checked((int)row.Version), Hashed(row.Plan), Hashed(row.Law),
                (LineOfCoverage)row.Line, Days.Parse(row.Day), new Money(row.Amount)),
            row.Hash))];

    private static ContentHash Hashed(string text) => ContentHash.TryParse(text, out var hash) ? hash : default;
}

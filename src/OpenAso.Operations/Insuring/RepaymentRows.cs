using System.Data.Common;
using Dapper;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Filings;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>What was paid back to a carrier under a policy.</summary>
/// <param name="Reference">Of the payment; booked once.</param>
/// <param name="Policy">The policy's number.</param>
/// <param name="Repayment">For whose loss, when and how much.</param>
internal sealed record KeptRepayment(string Reference, string Policy, CarrierRepayment Repayment);

/// <summary>Keeps what was paid back to carriers.</summary>
internal static class RepaymentRows
{
    /// <summary>Everything that was paid back, by day.</summary>
    public static IReadOnlyList<KeptRepayment> Read(DbConnection connection, EmployerScope scope) =>
    [
        .. connection.Query<(string Reference, string Policy, string Coverage, string Claimant, string Day,
            long Amount)>(
            """
            select reference, policy, coverage, claimant, day, amount from stop_loss_repayment
            where tenant = @tenant and employer = @employer order by day, reference
            """, scope.Bound())
        .Select(row => new KeptRepayment(row.Reference, row.Policy, new CarrierRepayment(
            row.Coverage == "specific" ? StopLossCoverage.Specific : StopLossCoverage.Aggregate, row.Claimant,
            Days.Parse(row.Day), new Money(row.Amount)))),
    ];

    /// <summary>Those of one policy.</summary>
    public static IReadOnlyList<CarrierRepayment> Of(DbConnection connection, EmployerScope scope, string policy) =>
        [.. Read(connection, scope).Where(kept => kept.Policy == policy).Select(kept => kept.Repayment)];

    public static void Add(WriteSession session, EmployerScope scope, KeptRepayment kept) =>
        session.Connection.Execute(
            """
            insert into stop_loss_repayment (tenant, employer, reference, policy, coverage, claimant, day, amount)
            values (@tenant, @employer, @reference, @policy, @coverage, @claimant, @day, @amount)
            """,
            scope.Bound(new
            {
                reference = kept.Reference,
                policy = kept.Policy,
                coverage = Words.Of(kept.Repayment.From.ToString()),
                claimant = kept.Repayment.Claimant,
                day = Days.Text(kept.Repayment.On),
                amount = kept.Repayment.Amount.Cents,
            }));
}

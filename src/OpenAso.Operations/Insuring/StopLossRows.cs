using System.Data.Common;
using Dapper;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>Keeps where policies stand, as it was projected last.</summary>
internal static class StopLossRows
{
    private static readonly BulkInsert<(EmployerScope Scope, string Policy, SpecificPosition Claimant)> Insert = new(
        "stop_loss_claimant",
        [
            "tenant", "employer", "policy", "claimant", "paid", "eligible", "aggregate_only", "deductible", "excess",
            "aggregating", "reimbursable",
        ],
        OnConflict.Update("tenant", "employer", "policy", "claimant"),
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Policy);
            binder.Bind(4, row.Claimant.Claimant);
            binder.Bind(5, row.Claimant.Paid.Cents);
            binder.Bind(6, row.Claimant.Eligible.Cents);
            binder.Bind(7, row.Claimant.AggregateOnly.Cents);
            binder.Bind(8, row.Claimant.Deductible?.Cents);
            binder.Bind(9, row.Claimant.Excess.Cents);
            binder.Bind(10, row.Claimant.AggregatingApplied.Cents);
            binder.Bind(11, row.Claimant.Reimbursable.Cents);
        });

    /// <summary>Writes a position instead of the one before.</summary>
    public static void Keep(
        WriteSession session, EmployerScope scope, StopLossPolicy policy, StopLossPosition position)
    {
        var before = Claimants(session.Connection, scope, policy.Number);
        session.Insert(Insert, position.Specific.Items
            .Where(claimant => before.GetValueOrDefault(claimant.Claimant) != KeptClaimant.Of(claimant))
            .Select(claimant => (scope, policy.Number, claimant)));
        session.Connection.Execute(
            """
            insert into stop_loss_position (tenant, employer, policy, version, as_of, specific, aggregating_used,
              attachment, attachment_projected, minimum_attachment, eligible, reimbursable, advanced)
            values (@tenant, @employer, @policy, @version, @asOf, @specific, @used, @attachment, @projected, @minimum,
              @eligible, @reimbursable, @advanced)
            on conflict (tenant, employer, policy) do update set
              version = excluded.version, as_of = excluded.as_of, specific = excluded.specific,
              aggregating_used = excluded.aggregating_used, attachment = excluded.attachment,
              attachment_projected = excluded.attachment_projected, minimum_attachment = excluded.minimum_attachment,
              eligible = excluded.eligible, reimbursable = excluded.reimbursable, advanced = excluded.advanced
            """,
            KeptPosition.Of(policy, position).ToParameters(scope));
    }

    /// <summary>The position of a policy that was kept last; null where none was.</summary>
    public static KeptPosition? Read(DbConnection connection, EmployerScope scope, string policy) =>
        connection.QueryFirstOrDefault<KeptPosition>(
            """
            select policy, version, as_of AsOf, specific, aggregating_used Used, attachment,
              attachment_projected Projected, minimum_attachment Minimum, eligible, reimbursable, advanced
            from stop_loss_position where tenant = @tenant and employer = @employer and policy = @policy
            """,
            scope.Bound(new { policy }));

    /// <summary>Everybody of a policy, as kept last.</summary>
    public static Dictionary<string, KeptClaimant> Claimants(
        DbConnection connection, EmployerScope scope, string policy) => connection
        .Query<KeptClaimant>(
            """
            select claimant, paid, eligible, aggregate_only AggregateOnly, deductible, excess, aggregating, reimbursable
            from stop_loss_claimant where tenant = @tenant and employer = @employer and policy = @policy
            """,
            scope.Bound(new { policy }))
        .ToDictionary(row => row.Claimant, StringComparer.Ordinal);
}

/// <summary>A claimant's row, in cents.</summary>
internal sealed record KeptClaimant(
    string Claimant, long Paid, long Eligible, long AggregateOnly, long? Deductible, long Excess, long Aggregating,
    long Reimbursable)
{
    public static KeptClaimant Of(SpecificPosition claimant) => new(
        claimant.Claimant, claimant.Paid.Cents, claimant.Eligible.Cents, claimant.AggregateOnly.Cents,
        claimant.Deductible?.Cents, claimant.Excess.Cents, claimant.AggregatingApplied.Cents,
        claimant.Reimbursable.Cents);
}

/// <summary>A policy's row, amounts in cents.</summary>
internal sealed record KeptPosition(
    string Policy, string Version, string AsOf, long Specific, long Used, long? Attachment, long? Projected,
    long? Minimum, long? Eligible, long? Reimbursable, long? Advanced)
{
    public static KeptPosition Of(StopLossPolicy policy, StopLossPosition position) => new(
        policy.Number, policy.Version.ToString(), Days.Text(position.AsOf), position.SpecificTotal.Cents,
        position.AggregatingUsed.Cents, position.Aggregate?.Attachment.Cents,
        position.Aggregate?.AttachmentProjected.Cents, position.Aggregate?.MinimumAttachment.Cents,
        position.Aggregate?.Eligible.Cents, position.Aggregate?.Reimbursable.Cents,
        position.Aggregate?.Advanced.Cents);

    public DynamicParameters ToParameters(EmployerScope scope) => scope.Bound(new
    {
        policy = Policy,
        version = Version,
        asOf = AsOf,
        specific = Specific,
        used = Used,
        attachment = Attachment,
        projected = Projected,
        minimum = Minimum,
        eligible = Eligible,
        reimbursable = Reimbursable,
        advanced = Advanced,
    });
}

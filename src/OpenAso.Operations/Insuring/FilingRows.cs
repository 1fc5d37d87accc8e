using System.Data.Common;
using Dapper;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Filings;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>Keeps what was filed with carriers, step by step.</summary>
internal static class FilingRows
{
    private static readonly Dictionary<string, KeptFilingKind> Kinds = Words.Meanings<KeptFilingKind>();
    private static readonly Dictionary<string, StopLossCoverage> Coverages = Words.Meanings<StopLossCoverage>();
    private static readonly Dictionary<string, RecoveryState> States = Words.Meanings<RecoveryState>();

    /// <summary>The filings of an employer, by policy and number.</summary>
    public static IReadOnlyList<KeptFiling> Read(DbConnection connection, EmployerScope scope) =>
        [.. Stored(connection, scope).Select(row => row.Filing)];

    /// <summary>The filings with the hash that is kept of each.</summary>
    public static IReadOnlyList<(KeptFiling Filing, string Hash)> Stored(DbConnection connection, EmployerScope scope)
    {
        var steps = connection.Query<StepRow>(
            """
            select filing, number, state, day, amount, reason, reference from stop_loss_filing_step
            where tenant = @tenant and employer = @employer order by filing, number
            """, scope.Bound()).ToLookup(step => step.Filing, StringComparer.Ordinal);
        return [.. connection.Query<FilingRow>(
            """
            select policy, number, filing, coverage, kind, claimant, version, position_of PositionOf, run, due_on DueOn,
              excess, requested, sha256, hash
            from stop_loss_filing where tenant = @tenant and employer = @employer order by policy, number
            """, scope.Bound()).Select(row => (Of(row, [.. steps[row.Filing]]), row.Hash))];
    }

    /// <summary>Writes a new filing with its first step.</summary>
    public static void Add(WriteSession session, EmployerScope scope, KeptFiling filing)
    {
        session.Connection.Execute(
            """
            insert into stop_loss_filing (tenant, employer, policy, number, filing, coverage, kind, claimant, version,
              position_of, run, due_on, excess, requested, sha256, hash)
            values (@tenant, @employer, @policy, @number, @filing, @coverage, @kind, @claimant, @version,
              @positionOf, @run, @dueOn, @excess, @requested, @sha256, @hash)
            """,
            scope.Bound(new
            {
                policy = filing.Policy,
                number = filing.Number,
                filing = filing.Name,
                coverage = Words.Of(filing.Recovery.From.ToString()),
                kind = Words.Of(filing.Kind.ToString()),
                claimant = filing.Recovery.Claimant,
                version = filing.Version,
                positionOf = Days.Text(filing.PositionOf),
                run = filing.Run,
                dueOn = Days.Text(filing.DueOn),
                excess = filing.Recovery.Excess.Cents,
                requested = filing.Recovery.Requested.Cents,
                sha256 = filing.Sha256,
                hash = filing.Hash.ToString(),
            }));
        AddSteps(session, scope, filing, 0);
    }

    /// <summary>Writes the steps that a filing has taken since it was read.</summary>
    public static void Advance(WriteSession session, EmployerScope scope, KeptFiling before, KeptFiling after)
    {
        AddSteps(session, scope, after, before.Recovery.Steps.Count);
        session.Connection.Execute(
            "update stop_loss_filing set hash = @hash "
                + "where tenant = @tenant and employer = @employer and policy = @policy and number = @number",
            scope.Bound(new { hash = after.Hash.ToString(), policy = after.Policy, number = after.Number }));
    }

    private static void AddSteps(WriteSession session, EmployerScope scope, KeptFiling filing, int from)
    {
        for (var index = from; index < filing.Recovery.Steps.Count; index++)
        {
            var step = filing.Recovery.Steps[index];
            session.Connection.Execute(
                """
                insert into stop_loss_filing_step (tenant, employer, filing, number, state, day, amount, reason,
                  reference)
                values (@tenant, @employer, @filing, @number, @state, @day, @amount, @reason, @reference)
                """,
                scope.Bound(new
                {
                    filing = filing.Name,
                    number = index + 1,
                    state = Words.Of(step.State.ToString()),
                    day = Days.Text(step.On),
                    amount = step.Amount.Cents,
                    reason = step.Reason,
                    reference = filing.References[index],
                }));
        }
    }

    private static KeptFiling Of(FilingRow row, List<StepRow> steps) => new(
        row.Policy, checked((int)row.Number), Kinds[row.Kind], row.Version, Days.Parse(row.PositionOf),
        row.Run, Days.Parse(row.DueOn), row.Sha256,
        new Recovery(
            row.Filing, Coverages[row.Coverage], row.Claimant, new Money(row.Excess), new Money(row.Requested),
            [.. steps.Select(step => new RecoveryStep(
                States[step.State], Days.Parse(step.Day), new Money(step.Amount), step.Reason))]),
        [.. steps.Select(step => step.Reference)]);

    private sealed record FilingRow(
        string Policy, long Number, string Filing, string Coverage, string Kind, string Claimant, string Version,
        string PositionOf, long Run, string DueOn, long Excess, long Requested, string Sha256, string Hash);

    private sealed record StepRow(
        string Filing, long Number, string State, string Day, long Amount, string Reason, string Reference);
}

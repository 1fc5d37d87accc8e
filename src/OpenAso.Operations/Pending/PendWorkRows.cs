using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Pending;

/// <summary>Writes and reads what examiners did.</summary>
internal static class PendWorkRows
{
    /// <summary>Keeps it, with its entry in the access log.</summary>
    public static void Write(WriteSession session, EmployerScope scope, PendWork work)
    {
        var number = Numbering.Next(session, scope, "pend_work");
        session.Connection.Execute(
            """
            insert into pend_work (tenant, employer, number, family, claim, action, reason, answers, account, moment,
              decided_family, decided)
            values (@tenant, @employer, @number, @family, @claim, @action, @reason, @answers, @account, @moment,
              @decidedFamily, @decided)
            """,
            scope.Bound(new
            {
                number,
                family = work.Family.Value,
                claim = work.Claim.ToString(),
                action = work.Action.ToString(),
                reason = work.Reason,
                answers = work.Answers,
                account = work.By.Account,
                moment = Moments.Text(work.By.Moment),
                decidedFamily = work.DecidedFamily?.Value ?? "",
                decided = work.Decided?.ToString() ?? "",
            }));
        AccessLog.Enter(session, new AccessEntry(
            scope, work.By.Moment, work.By.Account, AccessAction.WorkClaim, work.Claim.ToString(), work.By.Origin));
    }

    /// <summary>Asks what was done with a claim, first things first, whichever of its versions is named.</summary>
    public const string OfClaim =
        """
        select family, claim, action, reason, answers, account, moment, decided_family DecidedFamily, decided
        from pend_work where tenant = @tenant and employer = @employer and (claim = @claim or decided = @claim)
        order by number
        """;

    /// <summary>What was done with a claim, first things first, whichever of its versions is named.</summary>
    public static IReadOnlyList<PendWork> Of(DbConnection connection, EmployerScope scope, ClaimId claim) =>
        [.. connection.Query<Row>(OfClaim, scope.Bound(new { claim = claim.ToString() })).Select(row => row.ToWork())];

    /// <summary>The next answer, to <see cref="OfClaim"/>.</summary>
    public static IReadOnlyList<PendWork> Read(SqlMapper.GridReader found) =>
        [.. found.Read<Row>().Select(row => row.ToWork())];

    /// <summary>The version of a family; 0 where there is none.</summary>
    public static long VersionOf(DbConnection connection, EmployerScope scope, FamilyId family) =>
        connection.ExecuteScalar<long?>(
            "select version from family where tenant = @tenant and employer = @employer and family = @family",
            scope.Bound(new { family = family.Value })) ?? 0;

    private sealed class Row
    {
        public string Family { get; set; } = "";

        public string Claim { get; set; } = "";

        public string Action { get; set; } = "";

        public string Reason { get; set; } = "";

        public string Answers { get; set; } = "";

        public string Account { get; set; } = "";

        public string Moment { get; set; } = "";

        public string DecidedFamily { get; set; } = "";

        public string Decided { get; set; } = "";

        public PendWork ToWork()
        {
            _ = ClaimId.TryParse(Claim, out var claim);
            var by = new Examiner(
                Account, Moments.Parse(Moment), "");
            return new PendWork(new FamilyId(Family), claim, Enum.Parse<PendAction>(Action), Reason, Answers, by)
            {
                DecidedFamily = DecidedFamily.Length == 0 ? null : new FamilyId(DecidedFamily),
                Decided = ClaimId.TryParse(Decided, out var decided) ? decided : null,
            };
        }
    }
}

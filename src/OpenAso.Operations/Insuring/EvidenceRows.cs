using System.Data.Common;
using Dapper;
using OpenAso.Documents;
using OpenAso.Operations.Storing;
using OpenAso.Storage;
using OpenAso.StopLoss.Filings;

namespace OpenAso.Operations.Insuring;

/// <summary>Keeps what documents are to hand for a claimant's losses, so that no filing begins anew.</summary>
internal static class EvidenceRows
{
    /// <summary>Those of a claimant under a policy, by item.</summary>
    public static IReadOnlyList<FilingEvidence> Read(
        DbConnection connection, EmployerScope scope, string policy, string claimant) =>
    [
        .. connection.Query<(string Item, string Subject, string Reference, string? Day, string NotBecause)>(
            """
            select item, subject, reference, day, not_because from stop_loss_evidence
            where tenant = @tenant and employer = @employer and policy = @policy and claimant = @claimant
            order by item, subject
            """, scope.Bound(new { policy, claimant }))
        .Select(row => new FilingEvidence
        {
            Item = FilingItems.Words[row.Item],
            Subject = row.Subject,
            Reference = row.Reference,
            On = row.Day is null ? null : Days.Parse(row.Day),
            DoesNotApplyBecause = row.NotBecause.Length == 0 ? null : row.NotBecause,
        }),
    ];

    /// <summary>Keeps these in place of those that were kept; of several of an item and a subject the last.</summary>
    public static void Keep(
        WriteSession session, EmployerScope scope, string policy, string claimant, IEnumerable<FilingEvidence> evidence)
    {
        session.Connection.Execute(
            "delete from stop_loss_evidence where tenant = @tenant and employer = @employer and policy = @policy "
            + "and claimant = @claimant", scope.Bound(new { policy, claimant }));
        foreach (var one in evidence.Reverse().DistinctBy(one => (one.Item, one.Subject)))
            session.Connection.Execute(
                """
                insert into stop_loss_evidence
                  (tenant, employer, policy, claimant, item, subject, reference, day, not_because)
                values (@tenant, @employer, @policy, @claimant, @item, @subject, @reference, @day, @because)
                """,
                scope.Bound(new
                {
                    policy,
                    claimant,
                    item = Words.Of(one.Item.ToString()),
                    subject = one.Subject,
                    reference = one.Reference,
                    day = one.On is { } day ? Days.Text(day) : null,
                    because = one.DoesNotApplyBecause ?? "",
                }));
    }
}

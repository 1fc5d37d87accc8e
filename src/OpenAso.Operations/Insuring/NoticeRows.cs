using System.Data.Common;
using System.Globalization;
using Dapper;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Notices;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>A notice that was sent, in the words in which it was.</summary>
/// <param name="Policy">The policy's number.</param>
/// <param name="Notice">What was told.</param>
/// <param name="SentOn">When.</param>
/// <param name="Reference">Of the letter or message; may be empty.</param>
public sealed record SentNotice(string Policy, Notice Notice, DateOnly SentOn, string Reference)
{
    internal ContentHash Hash => ContentHash.Of(string.Create(CultureInfo.InvariantCulture,
        $"{Policy}|{Notice.Claimant}|{Notice.Kind}|{Notice.Subject}|{Notice.Because}|{Notice.ArisenOn:yyyy-MM-dd}"
        + $"|{Notice.DueOn:yyyy-MM-dd}|{SentOn:yyyy-MM-dd}|{Reference}"));
}

/// <summary>Keeps the notices that carriers were sent.</summary>
internal static class NoticeRows
{
    private static readonly Dictionary<string, NoticeKind> Kinds = Words.Meanings<NoticeKind>();

    /// <summary>The notices of an employer, each with the hash that is kept of it.</summary>
    public static IReadOnlyList<(SentNotice Notice, string Hash)> Stored(
        DbConnection connection, EmployerScope scope) =>
    [
        .. connection.Query<NoticeRow>(
            """
            select policy, claimant, kind, subject, because, arisen, due, sent, reference, hash from stop_loss_notice
            where tenant = @tenant and employer = @employer order by policy, sent, claimant, kind, subject
            """, scope.Bound()).Select(row => (row.ToNotice(), row.Hash)),
    ];

    public static void Add(WriteSession session, EmployerScope scope, SentNotice sent) =>
        session.Connection.Execute(
            """
            insert into stop_loss_notice (tenant, employer, policy, claimant, kind, subject, because, arisen, due, sent,
              reference, hash)
            values (@tenant, @employer, @policy, @claimant, @kind, @subject, @because, @arisen, @due, @sent, @reference,
              @hash)
            """,
            scope.Bound(new
            {
                policy = sent.Policy,
                claimant = sent.Notice.Claimant,
                kind = Words.Of(sent.Notice.Kind.ToString()),
                subject = sent.Notice.Subject,
                because = $"{sent.Notice.Because}",
                arisen = Days.Text(sent.Notice.ArisenOn),
                due = Days.Text(sent.Notice.DueOn),
                sent = Days.Text(sent.SentOn),
                reference = sent.Reference,
                hash = sent.Hash.ToString(),
            }));

    private sealed record NoticeRow(
        string Policy, string Claimant, string Kind, string Subject, string Because, string Arisen, string Due,
        string Sent, string Reference, string Hash)
    {
        public SentNotice ToNotice() => new(
            Policy,
            new Notice(Claimant, Kinds[Kind], Sentence.Quoted(Because), Days.Parse(Arisen), Days.Parse(Due))
            {
                Subject = Subject,
            },
            Days.Parse(Sent), Reference);
    }
}

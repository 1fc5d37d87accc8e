using System.Data.Common;
using System.Globalization;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Operations.Writing;
using OpenAso.StopLoss.Notices;

namespace OpenAso.Operations.Insuring;

/// <summary>What must be told to the carrier, and what was told.</summary>
/// <param name="books">Open for writing to mark a notice as sent, for reading to look.</param>
public sealed class NoticeUseCase(Books books)
{
    /// <summary>The notices that have arisen by a day, with those that were sent; what is due first in front.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="policy">A policy's number; null for all that have begun.</param>
    /// <param name="day">What arises or is sent later is not known yet.</param>
    /// <exception cref="FilingRefusedException">There is no such policy.</exception>
    public IReadOnlyList<CarrierNotice> Show(EmployerTerms terms, string? policy, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection => Known(connection, terms, policy, day));
    }

    /// <summary>Marks a notice as sent.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="id">As the list names it.</param>
    /// <param name="day">When it was sent.</param>
    /// <param name="reference">Of the letter or message; may be empty.</param>
    /// <param name="keep">Whether to keep it.</param>
    /// <returns>The notice as sent, and false where it had been.</returns>
    /// <exception cref="FilingRefusedException">No such notice has arisen by the day, or it was sent on
    /// another.</exception>
    public Task<(CarrierNotice Notice, bool IsNew)> SendAsync(
        EmployerTerms terms, string id, DateOnly day, string reference, bool keep = true)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.WriteAsync(session =>
        {
            // One that was sent later than the day is looked for too, so that it is not sent twice.
            var notice = Known(session.Connection, terms, null, day, all: true).FirstOrDefault(one => one.Id == id)
                ?? throw new FilingRefusedException(RefusalTexts.Room["desk.no-notice", id, day]);
            if (notice.SentOn is { } sent)
                return sent == day && notice.Reference == reference
                    ? (notice, false)
                    : throw new FilingRefusedException(notice.Reference.Length > 0
                        ? RefusalTexts.Room["desk.notice-sent-as", id, sent, notice.Reference]
                        : RefusalTexts.Room["desk.notice-sent", id, sent]);
            if (keep)
                NoticeRows.Add(session, terms.Scope, new SentNotice(notice.Policy, notice.Notice, day, reference));
            return (notice with { SentOn = day, Reference = reference }, true);
        });
    }

    /// <summary>The letter by which a notice is told to the carrier, as a page.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="id">As the list names the notice.</param>
    /// <param name="day">The day of writing.</param>
    /// <returns>Null where no such notice has arisen by the day.</returns>
    public string? Letter(EmployerTerms terms, string id, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var notice = books.Database.Read(connection => Known(connection, terms, null, day, all: true))
            .FirstOrDefault(one => one.Id == id);
        return notice is not null && new StopLossDeskUseCase(books).Show(terms, notice.Policy, day) is { } desk
            ? NoticeLetters.Of(terms, desk, notice, day)
            : null;
    }

    private static List<CarrierNotice> Known(
        DbConnection connection, EmployerTerms terms, string? policy, DateOnly day, bool all = false)
    {
        var sent = NoticeRows.Stored(connection, terms.Scope).Select(row => row.Notice)
            .Where(one => all || one.SentOn <= day)
            .ToDictionary(one => IdOf(one.Policy, one.Notice), StringComparer.Ordinal);
        List<CarrierNotice> notices = [];
        foreach (var one in BookedPolicy.Begun(terms, policy, day))
        {
            foreach (var notice in BookedPolicy.Read(connection, terms, one, day).Position.Notices)
            {
                var id = IdOf(one.Number, notice);
                notices.Add(sent.Remove(id, out var known)
                    ? new CarrierNotice(id, one.Number, known.Notice, day, known.SentOn, known.Reference)
                    : new CarrierNotice(id, one.Number, notice, day, null, ""));
            }
            notices.AddRange(sent.Where(pair => pair.Value.Policy == one.Number).Select(pair => new CarrierNotice(
                pair.Key, one.Number, pair.Value.Notice, day, pair.Value.SentOn, pair.Value.Reference)));
        }
        return [.. notices.OrderBy(notice => notice.Notice.DueOn).ThenBy(notice => notice.Id, StringComparer.Ordinal)];
    }

    // The first digits suffice to name a notice among an employer's.
    private static string IdOf(string policy, Notice notice) => ContentHash.Of(string.Create(
        CultureInfo.InvariantCulture, $"notice|{policy}|{notice.Claimant}|{notice.Kind}|{notice.Subject}"))
        .ToString()[..12];
}

/// <summary>A notice to a carrier, and whether it was sent.</summary>
/// <param name="Id">Names it for as long as it stands.</param>
/// <param name="Policy">The policy's number.</param>
/// <param name="Notice">What must be told; once sent, in the words in which it was.</param>
/// <param name="AsOf">The day of the list.</param>
/// <param name="SentOn">Null where it was not sent yet.</param>
/// <param name="Reference">Of the letter or message; may be empty.</param>
public sealed record CarrierNotice(
    string Id, string Policy, Notice Notice, DateOnly AsOf, DateOnly? SentOn, string Reference)
{
    /// <summary>Days by which it is, or was sent, late; zero while it is in time.</summary>
    public int DaysLate => Math.Max(0, (SentOn ?? AsOf).DayNumber - Notice.DueOn.DayNumber);
}

using System.Globalization;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Notices;

/// <summary>When a carrier must be told of a claimant.</summary>
internal static class DueNotices
{
    /// <summary>The notices of one claimant: at most one for the share, one for each diagnosis, one for each
    /// stay.</summary>
    [Source("Public notice terms: more than half of the specific deductible, a listed diagnosis, a stay of more than"
        + " seven days")]
    public static IReadOnlyList<Notice> Of(ClaimantAccount account, WatchEntry entry, StopLossPolicy policy)
    {
        var terms = policy.Notices;
        var notices = new List<Notice>();
        if (entry.Deductible is { } deductible
            && account.Specific.Passed(deductible.Times(terms.Share, Rounding.Down)) is { } on)
        {
            notices.Add(Make(
                NoticeKind.Share, StopLossTexts.Room["notice.share", terms.Share, deductible], on, ""));
        }
        foreach (var diagnosis in entry.Diagnoses)
        {
            notices.Add(Make(
                NoticeKind.Diagnosis, StopLossTexts.Room["notice.diagnosis", diagnosis.Name], diagnosis.On,
                diagnosis.Name));
        }
        foreach (var stay in entry.Stays)
        {
            notices.Add(Make(
                NoticeKind.Confinement,
                StopLossTexts.Room["notice.stay", stay.Days, stay.First, terms.Confinement!.Value], stay.On,
                stay.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }
        return notices;

        Notice Make(NoticeKind kind, Sentence because, DateOnly arisen, string subject) =>
            new(account.Name, kind, because, arisen, arisen.AddDays(terms.WithinDays)) { Subject = subject };
    }

    public static ValueList<Notice> InOrder(IEnumerable<Notice> notices) => notices
        .OrderBy(notice => notice.DueOn).ThenBy(notice => notice.Claimant, StringComparer.Ordinal)
        .ThenBy(notice => notice.Kind).ThenBy(notice => $"{notice.Because}", StringComparer.Ordinal)
        .ToValueList();
}

using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Kernel;

namespace OpenAso.Disability.Deciding;

/// <summary>A time that runs under the claims procedure.</summary>
/// <param name="Name"><c>decision</c>, <c>appeal</c> (the claimant's) or <c>appeal-answer</c>.</param>
/// <param name="Begun">The day from which it runs.</param>
/// <param name="Due">Its last day; null while it is stopped.</param>
/// <param name="AnswerBy">The last day that the claimant has for an answer; null where none is awaited.</param>
/// <param name="DaysStopped">While an answer was awaited.</param>
/// <param name="IsMissed">Whether a notice or the decision itself came later than allowed.</param>
public sealed record ClaimClock(
    string Name, DateOnly Begun, DateOnly? Due, DateOnly? AnswerBy, int DaysStopped, bool IsMissed);

/// <summary>The clocks of the claims procedure for disability benefits.</summary>
public static class ClaimClockRules
{
    /// <summary>All clocks that have begun, in their order.</summary>
    /// <param name="received">The day of the claim.</param>
    /// <param name="progress">What was told since.</param>
    /// <param name="days">That the procedure allows.</param>
    [Source("29 CFR 2560.503-1(f)(3), (f)(4), (h)(4), (i)(3)(i), (i)(4)")]
    public static ValueList<ClaimClock> Of(DateOnly received, ClaimProgress progress, ClaimClockDays days)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(days);
        var clocks = new List<ClaimClock>
        {
            Run("decision", received, days.DecideDays, new Extending(
                [.. progress.Extensions.Items], days.ExtensionDays, days.Extensions, days.AnswerDays,
                progress.Decided)),
        };
        if (progress.DecisionReceived is { } told)
        {
            var until = told.AddDays(days.AppealWithinDays);
            clocks.Add(new ClaimClock("appeal", told, until, null, 0, progress.AppealReceived > until));
        }
        if (progress.AppealReceived is { } appealed)
        {
            clocks.Add(Run("appeal-answer", appealed, days.AppealDays, new Extending(
                progress.AppealExtension is { } notice ? [notice] : [], days.AppealExtensionDays, 1, days.AnswerDays,
                progress.AppealDecided)));
        }
        return clocks.ToValueList();
    }

    private sealed record Extending(
        IReadOnlyList<ExtensionNotice> Notices, int Days, int Most, int AnswerDays, DateOnly? Decided);

    // A notice that asks for information stops the clock until the answer; it must itself be in time.
    private static ClaimClock Run(string name, DateOnly begun, int allowed, Extending extending)
    {
        var due = begun.AddDays(allowed);
        var (stopped, missed) = (0, extending.Notices.Count > extending.Most);
        DateOnly? answerBy = null;
        foreach (var notice in extending.Notices.Take(extending.Most))
        {
            missed |= notice.Noticed > due;
            due = due.AddDays(extending.Days);
            if (!notice.Asked)
                continue;
            answerBy = notice.Answered is null ? notice.Noticed.AddDays(extending.AnswerDays) : null;
            var days = (notice.Answered ?? notice.Noticed).DayNumber - notice.Noticed.DayNumber;
            stopped += days;
            due = due.AddDays(days);
        }
        missed |= extending.Decided > due && answerBy is null;
        return new ClaimClock(name, begun, answerBy is null ? due : null, answerBy, stopped, missed);
    }
}

using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>Decides claims: the one path from a claim to its determination.</summary>
/// <remarks>
/// <para>A function of data: the same claim and the same context give the same determination on any machine. The order
/// of operations and every rounding are written out in docs/calculation.md.</para>
/// <para>One pended line pends the claim: then nothing of it is decided and nothing counts toward a limit.</para>
/// </remarks>
public static class Adjudicator
{
    /// <summary>Decides one claim.</summary>
    /// <param name="claim">As sent; with at least one line.</param>
    /// <param name="context">The family, its plans and prices, and all that was decided for it before.</param>
    /// <returns>The answer; the caller adds it to the context, see <see cref="FamilyContext.Keep"/>.</returns>
    public static Determination Adjudicate(Claim claim, FamilyContext context) => Adjudicate(claim, context, null);

    /// <summary>Decides one claim that waited, by what an examiner found out.</summary>
    /// <param name="claim">As sent; with at least one line.</param>
    /// <param name="context">The family, its plans and prices, and all that was decided for it before. Where the claim
    /// waited in this family, it is marked as taken back there.</param>
    /// <param name="answers">Null where nobody was asked: then it is a claim as any other.</param>
    /// <returns>The answer; pended again where something is still missing.</returns>
    public static Determination Adjudicate(Claim claim, FamilyContext context, ExaminerAnswers? answers)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(context);

        var work = Workspace.For(claim);
        work.Answers = answers;
        if (answers?.Denial is { } denial)
            return DenyByExaminer(claim, context, work, denial);
        if (DuplicateSearch.IsRepeat(claim, context.History))
            return Answer.DenyWhole(claim, work, Denial.Duplicate, ClauseNumber.None);
        if (claim.Frequency != ClaimFrequency.Original && !FindOriginal(claim, context, work))
            return Answer.Pend(claim, work);
        if (claim.Frequency == ClaimFrequency.Void)
            return Answer.Void(claim, work.Original!);

        Eligibility.Resolve(claim, context, work);
        if (work.Plan is { TimelyFiling: { } filing } && IsLate(claim, filing))
            return Answer.DenyWhole(claim, work, Denial.LateFiling, filing.Clause);
        if (work.Plan is null && work.Pends == PendReasons.None)
            return Answer.Decide(claim, work); // nobody covered on any of its days: no circumstance can change that

        Circumstances.Check(claim, context, work);
        if (work.Plan is { } plan)
            LineDecision.DecideAll(claim, context, work, plan);
        return work.Pends == PendReasons.None ? Answer.Decide(claim, work) : Answer.Pend(claim, work);
    }

    private static Determination DenyByExaminer(
        Claim claim, FamilyContext context, Workspace work, ExaminerDenial denial)
    {
        Eligibility.Resolve(claim, context, work);
        var clause = work.Plan is { } plan && denial.Clause is { } cited ? plan.NumberOf(cited) : ClauseNumber.None;
        return Answer.DenyWhole(claim, work, denial.Reason, clause);
    }

    private static bool IsLate(Claim claim, TimelyFiling filing) =>
        claim.Received.DayNumber - claim.LastServiceDate.DayNumber > filing.Days;

    private static bool FindOriginal(Claim claim, FamilyContext context, Workspace work)
    {
        var original = OriginalSearch.Find(claim, context.History);
        if (original is null)
        {
            work.Pends |= PendReasons.OriginalNotFound;
            return false;
        }
        work.Original = original;
        foreach (var movement in original.Determination.Movements)
            MovementList.Add(work.Reversed, movement.Key, -movement.Amount);
        return true;
    }
}

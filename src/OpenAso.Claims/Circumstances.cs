using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>What a claim states about itself that a person has to look at before anything is paid.</summary>
internal static class Circumstances
{
    private const ClaimCircumstances OtherPayer =
        ClaimCircumstances.OtherPayerDecided | ClaimCircumstances.NotPrimary;

    public static void Check(Claim claim, FamilyContext context, Workspace work)
    {
        var stated = claim.Circumstances;
        if ((stated & OtherPayer) != 0)
            work.Pends |= PendReasons.OtherCoverage;
        if ((stated & ClaimCircumstances.WorkRelated) != 0)
            work.Pends |= PendReasons.WorkRelated;
        if ((stated & ClaimCircumstances.MotorAccident) != 0)
            work.Pends |= PendReasons.Accident;
        if ((stated & ClaimCircumstances.Predetermination) != 0)
            work.Pends |= PendReasons.Predetermination;
        if ((stated & ClaimCircumstances.Encounter) != 0)
            work.Pends |= PendReasons.Encounter;
        if (claim.Billing.Npi.IsNone && claim.Billing.TaxId.Length == 0)
            work.Pends |= PendReasons.UnknownProvider;
        if (work.Person is { } person && claim.Frequency != ClaimFrequency.Void)
            CheckDuplicates(claim, context, work, person.Number);
        if (work.Answers is { } answers)
            work.Pends &= ~SetAside(answers, stated);
    }

    // What another payer has paid is never paid a second time.
    private static PendReasons SetAside(ExaminerAnswers answers, ClaimCircumstances stated) =>
        answers.SetAside & ExaminerAnswers.MaySetAside
        & ((stated & ClaimCircumstances.OtherPayerDecided) != 0 ? ~PendReasons.OtherCoverage : ~PendReasons.None);

    private static void CheckDuplicates(Claim claim, FamilyContext context, Workspace work, PersonNumber person)
    {
        for (var i = 0; i < claim.Lines.Length; i++)
        {
            if (DuplicateSearch.IsSuspect(claim, i, person, context.History, work.Original))
            {
                work.Pends |= PendReasons.SuspectedDuplicate;
                return;
            }
        }
    }
}

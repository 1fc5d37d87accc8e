using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Pending;

/// <summary>Whether what an examiner answers can be true of the claim.</summary>
internal static class PendChecks
{
    /// <summary>The family under which a claim is decided: its own, or that of the member who is named.</summary>
    public static FamilyId FamilyOf(Books books, EmployerTerms terms, PendedClaim waiting, string member)
    {
        if (member.Trim().Length == 0)
            return waiting.Family;
        if ((waiting.Reasons & PendReasons.UnknownMember) == 0)
            throw new PendRefusedException(RefusalTexts.Room["claims.member-known"]);
        return MemberIndex.Of(ImportReading.FamiliesOf(books, terms).Values).Find(member.Trim())
            ?? throw new PendRefusedException(RefusalTexts.Room["claims.no-member"]);
    }

    public static void Release(
        Books books, EmployerTerms terms, PendedClaim waiting, ExaminerAnswers answers, FamilyId family)
    {
        foreach (var price in answers.Prices)
        {
            if (!Array.Exists(waiting.Claim.Lines, line => line.Number == price.Line))
                throw new PendRefusedException(RefusalTexts.Room["claims.no-line", $"{price.Line}"]);
            if (price.Amount.IsNegative)
                throw new PendRefusedException(RefusalTexts.Room["claims.negative-price", $"{price.Line}"]);
        }
        if (answers.Prices.GroupBy(price => price.Line).FirstOrDefault(line => line.Count() > 1) is { } twice)
            throw new PendRefusedException(RefusalTexts.Room["claims.two-prices", $"{twice.Key}"]);
        if ((answers.SetAside & ~ExaminerAnswers.MaySetAside) != 0)
            throw new PendRefusedException(RefusalTexts.Room["claims.not-set-aside"]);
        if (answers.Person is { } person && !Holds(books, terms, family, person))
            throw new PendRefusedException(RefusalTexts.Room["claims.no-person", $"{person}"]);
        if (answers.Denial is not null)
            throw new PendRefusedException(RefusalTexts.Room["claims.released-and-denied"]);
    }

    public static void Deny(EmployerTerms terms, PendedClaim waiting, ExaminerAnswers answers)
    {
        if (answers.Denial is not { } denial || !ExaminerDenial.Reasons.Contains(denial.Reason))
            throw new PendRefusedException(RefusalTexts.Room[
                "claims.no-denial", string.Join(", ", ExaminerDenial.Reasons.Select(DenialWords.Of))]);
        if (denial.Clause is not { } clause)
            return;
        var determination = waiting.Determination;
        var plan = determination.Plan.Value is null
            ? null
            : terms.Basis.Plans.Find(determination.Plan, waiting.Claim.FirstServiceDate);
        if (plan is null || plan.NumberOf(clause) == Plans.ClauseNumber.None)
            throw new PendRefusedException(RefusalTexts.Room["claims.no-clause", $"{clause}"]);
    }

    private static bool Holds(Books books, EmployerTerms terms, FamilyId family, PersonNumber person) =>
        books.Database.Read(connection => FamilyRows.Read(connection, terms.Scope, [family]))
            .GetValueOrDefault(family)?.People.Any(one => one.Number == person) == true;
}

using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>Finds whom the claim is for and the plan that covers each of its days. Unknown is never covered.</summary>
internal static class Eligibility
{
    public static void Resolve(Claim claim, FamilyContext context, Workspace work)
    {
        if (context.Family is not { } family)
        {
            work.Pends |= PendReasons.UnknownMember;
            return;
        }
        work.Person = work.Answers?.Person is { } number
            ? family.People.FirstOrDefault(person => person.Number == number)
            : PatientMatching.Match(family, claim.Patient);
        if (work.Person is not { } person)
        {
            work.Pends |= PendReasons.UnknownPatient;
            return;
        }
        ResolvePlan(claim, context, work, person);
    }

    public static LineOfCoverage LineOf(Claim claim) =>
        claim.Form == ClaimForm.Dental ? LineOfCoverage.Dental : LineOfCoverage.Medical;

    /// <summary>Why a line is not covered on its day: coverage has not begun, or has ended.</summary>
    public static Denial DenialOf(Person person, LineOfCoverage line, DateOnly day)
    {
        foreach (var span in person.Coverage)
        {
            if (span.Line == line && span.Dates.Last < day)
                return Denial.AfterCoverage;
        }
        return Denial.BeforeCoverage;
    }

    // The claim's plan is the plan of its covered lines. A claim without any covered line has none, and is denied.
    private static void ResolvePlan(Claim claim, FamilyContext context, Workspace work, Person person)
    {
        foreach (var line in claim.Lines)
        {
            if (person.CoverageOn(LineOf(claim), line.Dates.First) is not { } span)
                continue;
            if (context.Plans.Find(span.Plan, line.Dates.First) is not { } plan || plan.Line != LineOf(claim))
                work.Pends |= PendReasons.UnknownPlan;
            else if (work.Plan is { } earlier && earlier.Id != plan.Id)
                work.Pends |= PendReasons.SpansPlans;
            else
                work.Plan ??= plan;
        }
        if (work.Plan is null && work.Pends == PendReasons.None)
            DenyAll(claim, work, person);
    }

    private static void DenyAll(Claim claim, Workspace work, Person person)
    {
        var lines = work.LinesOf(claim);
        for (var i = 0; i < lines.Length; i++)
            LineDecision.DenyUncovered(claim, i, work, DenialOf(person, LineOf(claim), claim.Lines[i].Dates.First));
    }
}

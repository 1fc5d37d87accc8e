using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.Tests;

/// <summary>Books of an employer with the sample plans of disability, and a claim under the short-term one: 1,000 a
/// week before, 60 % of it, and 60 % of the coverage paid by the employer.</summary>
internal static class DisabilityBooks
{
    public static async Task<PaidEmployer> EmployerAsync(
        string? specific = null, string? postgres = null, Action<List<EmployerDocument>>? change = null)
    {
        var employer = await PaidEmployer.EmptyAsync(12, 1, specific, postgres, disability: true, change);
        await employer.ImportAsync(name => name.EndsWith(".834", StringComparison.Ordinal));
        return employer;
    }

    public static Task<DisabilityIntake> TakeAsync(PaidEmployer employer, string claim, DateOnly? received = null) =>
        new DisabilityUseCase(employer.Books).TakeAsync(
            employer.Terms, [new DisabilityClaimText("claim.yaml", claim)], received);

    /// <summary>An employee's number, from 0.</summary>
    public static string Member(PaidEmployer employer, int number = 0) =>
        employer.Query<string>("select family from person where number = 1 order by family")[number];

    /// <summary>A claim certified from the first day of disability, unless more says what is certified.</summary>
    public static string Claim(
        PaidEmployer employer, string certified, string more = "", string? member = null, string id = "D-1")
    {
        var certifications = more.Contains("certifications:", StringComparison.Ordinal) ? ""
            : $"certifications: [{{from: 2026-01-10, to: {certified}}}]\n";
        return $$"""
            claim: {id: {{id}}, received: 2026-01-12, plan: sample-std}
            claimant: {id: {{member ?? Member(employer)}}, first: Mara, last: Holt, born: 1981-04-17, class: all}
            coverage: {short-term-disability: [{from: 2020-01-01}]}
            contributions: [{year: 2025, employer: 60.00, employee: 40.00}]
            salary: [{from: 2025-01-01, amount: 52000, per: year}]
            disability: {last-day-worked: 2026-01-09, from: 2026-01-10, cause: sickness}
            statements: {employee: 2026-01-12, employer: 2026-01-13, physician: 2026-01-16}

            """ + certifications + more + "\n";
    }
}

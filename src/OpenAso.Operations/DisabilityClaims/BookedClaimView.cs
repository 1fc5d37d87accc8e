using OpenAso.Disability.Benefits;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Leave;
using OpenAso.Disability.Reserving;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>A disability claim of the books as it stands.</summary>
/// <param name="Assessment">As decided, with the leave that other claims of the same person took.</param>
/// <param name="Reserve">Null where the claim is not open, or there is no table of terminations.</param>
/// <param name="Version">Of the claim.</param>
public sealed record BookedClaimView(DisabilityAssessment Assessment, OpenClaimReserve? Reserve, int Version);

/// <summary>Shows one disability claim of the books.</summary>
/// <param name="books">Open.</param>
public sealed class DisabilityClaimUseCase(Books books)
{
    /// <summary>The claim, decided by its newest version for the enrolment of its claimant.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="claim">The claim's id.</param>
    /// <param name="through">The last day to preview, and on which news count; null for all that is known.</param>
    /// <returns>Null where the books have no such claim, or its claimant is not enrolled as an employee.</returns>
    public BookedClaimView? Show(EmployerTerms terms, string claim, DateOnly? through)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Disability is not { } basis)
            return null;
        return books.Database.Read(connection =>
        {
            var found = ClaimDecisions.On(connection, terms, through ?? DateOnly.MaxValue, through)
                .FirstOrDefault(one => one.Kept.Claim == claim);
            if (found?.Assessment is not { } assessment)
                return null;
            if (assessment.Terms is { } wording)
                assessment = assessment with
                {
                    Leave = LeaveCalculation.Of(
                        assessment.Claim, CertifiedDays.Of(assessment.Claim, wording), basis.Law,
                        ProtectedLeave.UsedBefore(connection, terms, assessment.Claim)),
                };
            return new BookedClaimView(
                assessment,
                basis.Terminations is { } table ? OpenClaimReserve.Of(assessment, table) : null,
                found.Kept.Version);
        });
    }
}

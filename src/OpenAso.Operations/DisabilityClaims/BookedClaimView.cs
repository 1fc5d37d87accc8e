using OpenAso.Disability.Benefits;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Leave;
using OpenAso.Disability.Reserving;
using OpenAso.Members;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>A disability claim of the books as it stands.</summary>
/// <param name="Assessment">As decided, with the leave that other claims of the same person took.</param>
/// <param name="Reserve">Null where the claim is not open, or there is no table of terminations.</param>
/// <param name="BookedOn">The last day on which anything of it was booked; null where nothing is.</param>
public sealed record BookedClaimView(
    DisabilityAssessment Assessment, OpenClaimReserve? Reserve, DateOnly? BookedOn);

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
            if (found is not { Assessment: { } assessment, Family: { } family })
                return null;
            assessment = At(assessment, FamilyRows.Read(connection, terms.Scope, [family])[family].Subscriber);
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
                found.Booked.Max(row => (DateOnly?)row.Day));
        });
    }

    // A letter goes to where enrolment says that somebody lives.
    private static DisabilityAssessment At(DisabilityAssessment assessment, Person? enrolled) =>
        enrolled is not { Address.Street.Length: > 0 } ? assessment : assessment with
        {
            Claim = assessment.Claim with
            {
                Claimant = assessment.Claim.Claimant with { Address = enrolled.Address },
            },
        };
}

using System.Data.Common;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Gaps;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Operations.Insuring;

/// <summary>Looks ahead for what a stop-loss policy will not pay: gaps to the plan, claims that must be paid before a
/// window ends, and whom a renewal must name.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class GapUseCase(Books books)
{
    /// <summary>Compares the plans of the books with a policy of theirs, over everything that was paid.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="practice">What the documents do not say; its plans are taken from the books.</param>
    /// <param name="asOf">Nothing that was paid later is known yet.</param>
    public ValueList<CoverageGap> Gaps(
        EmployerTerms terms, StopLossPolicy policy, PlanPractice practice, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(practice);
        var care = books.Database.Read(connection => Care(connection, terms, policy));
        return GapAnalysis.Of(policy, practice with { Plans = [.. terms.Basis.Plans.Plans] }, care, asOf);
    }

    /// <summary>Claims that are decided and not paid near the end of a policy's windows.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The day of the list.</param>
    /// <param name="days">How many days before the end of a window count as near.</param>
    public ValueList<BoundaryClaim> Boundary(EmployerTerms terms, StopLossPolicy policy, DateOnly asOf, int days)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection =>
        {
            var funded = new FundedDays(connection, terms);
            var paid = PaidClaimRows.All(connection, terms.Scope)
                .SelectMany(claim => ClaimPayments.Of(claim, policy, funded.Of(claim.Issued)));
            var open = PaidClaimRows.Unpaid(connection, terms.Scope, asOf)
                .SelectMany(claim => ClaimPayments.Of(claim, policy, null))
                .Select(payment => payment with
                {
                    Dates = new PaymentDates(payment.Dates.Adjudicated, null, null, null),
                });
            return PolicyBoundary.Of(policy, paid.Concat(open), asOf, days);
        });
    }

    /// <summary>Whom a renewal or a new carrier must be told of.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The day of the statement.</param>
    public DisclosureStatement Disclosure(EmployerTerms terms, StopLossPolicy policy, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection => DisclosureStatement.Of(
            policy, BookedPolicy.Read(connection, terms, policy, asOf).Position));
    }

    /// <summary>The policy that is named, or the one of a day: of its period, or the last before it.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="number">Null for the one of the day.</param>
    /// <param name="day">Any day.</param>
    /// <exception cref="FilingRefusedException">There is none.</exception>
    public static StopLossPolicy Policy(EmployerTerms terms, string? number, DateOnly day) =>
        BookedPolicy.Begun(terms, number, day) is var begun && number is null
            ? terms.PolicyOn(day) ?? begun[^1]
            : begun[0];

    // Line by line, because a gap may be in one service of a claim alone.
    private static IReadOnlyList<PaidCare> Care(DbConnection connection, EmployerTerms terms, StopLossPolicy policy)
    {
        var funded = new FundedDays(connection, terms);
        var families = FamilyRows.Read(connection, terms.Scope, null);
        return [.. PaidClaimRows.All(connection, terms.Scope).SelectMany(claim =>
            Lines(claim, policy, funded.Of(claim.Issued), Person(families, claim)))];
    }

    private static IEnumerable<PaidCare> Lines(
        PaidClaim paid, StopLossPolicy policy, DateOnly? funded, Person? person)
    {
        if (paid.Version is not { } version)
            yield break; // a disability benefit has no services
        var (claim, determination) = (version.Claim, version.Determination);
        var weights = determination.Lines.Select(line => line.PlanPaid).ToList();
        var shares = weights.Exists(weight => weight.IsPositive)
            ? paid.Amount.Allocate([.. weights])
            : [paid.Amount, .. weights.Skip(1).Select(_ => Money.Zero)];
        foreach (var (index, share) in shares.Index())
        {
            if (share.IsZero)
                continue;
            var line = claim.Lines[index];
            var (procedure, diagnosis) = (line.Procedure.ToString(), line.Diagnosis.ToString());
            yield return new PaidCare(new ClaimPayment
            {
                Claim = paid.Claim,
                Claimant = paid.Claimant,
                Certificate = paid.Family.Value,
                Line = paid.Line,
                Incurred = paid.Incurred,
                Dates = new PaymentDates(paid.Decided, paid.Issued, funded, null),
                Amount = share,
                IneligibleBecause = policy.Conditions.Exclusions.Items
                    .FirstOrDefault(known => known.Excludes(procedure, diagnosis))?.Id,
                Diagnosis = diagnosis,
            })
            {
                Procedure = procedure,
                ChildAge = person?.Relationship == Relationship.Child ? person.AgeOn(paid.Incurred) : null,
            };
        }
    }

    private static Person? Person(Dictionary<FamilyId, Family> families, PaidClaim claim)
    {
        var number = claim.Claimant[(claim.Claimant.LastIndexOf('-') + 1)..];
        return families.GetValueOrDefault(claim.Family)?.People.Items
            .FirstOrDefault(person => person.Number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)
                == number);
    }
}

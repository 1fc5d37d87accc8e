using System.Data.Common;
using OpenAso.Operations.Employers;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Insuring;

/// <summary>A policy on a day with everything behind its position, as the books have it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Position">Made from scratch.</param>
/// <param name="Paid">What each payment was for, and how the policy counts it.</param>
/// <param name="Census">Who was covered.</param>
internal sealed record BookedPolicy(
    StopLossPolicy Policy, StopLossPosition Position, IReadOnlyList<(PaidClaim Paid, ClaimPayment Payment)> Paid,
    IReadOnlyList<CensusUnits> Census)
{
    /// <summary>All payments, those of nobody's loss too.</summary>
    public IReadOnlyList<ClaimPayment> Payments { get; } = [.. Paid.Select(pair => pair.Payment)];

    /// <summary>Reads a policy.</summary>
    public static BookedPolicy Read(
        DbConnection connection, EmployerTerms terms, StopLossPolicy policy, DateOnly asOf) =>
        Read(connection, terms, policy, asOf, PaidClaimRows.All(connection, terms.Scope));

    /// <summary>Reads a policy of which it is known what was paid.</summary>
    public static BookedPolicy Read(
        DbConnection connection, EmployerTerms terms, StopLossPolicy policy, DateOnly asOf,
        IReadOnlyList<PaidClaim> claims)
    {
        var funded = new FundedDays(connection, terms);
        var paid = claims
            .SelectMany(claim => ClaimPayments.Of(claim, policy, funded.Of(claim.Issued))
                .Select(payment => (claim, payment))).ToList();
        var census = InsuredUnits.Count(connection, terms, policy, asOf);
        var book = new StopLossBook(policy, asOf);
        book.Cover(census);
        foreach (var (_, payment) in paid)
            book.Add(payment);
        return new BookedPolicy(policy, book.Position(), paid, census);
    }

    /// <summary>The policies whose period has begun on a day, or the one that is named.</summary>
    /// <exception cref="FilingRefusedException">None is.</exception>
    public static IReadOnlyList<StopLossPolicy> Begun(EmployerTerms terms, string? number, DateOnly day)
    {
        var begun = terms.Policies.Items.Where(policy => policy.Period.First <= day).ToList();
        if (number is null)
            return begun.Count > 0 ? begun : throw new FilingRefusedException(
                RefusalTexts.Room["desk.no-policy-begun", $"{terms.Scope.Employer}", day]);
        return begun.Find(policy => policy.Number == number) is { } named
            ? [named]
            : throw new FilingRefusedException(RefusalTexts.Room[
                "desk.policy-not-begun", $"{terms.Scope.Employer}", number, day,
                begun.Count == 0
                    ? RefusalTexts.Room["desk.no-policies"]
                    : string.Join(", ", begun.Select(policy => policy.Number))]);
    }
}

using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>How and until when losses are filed with the carrier.</summary>
/// <param name="ProofOfLossDays">From the day on which a deductible was passed to the first filing.</param>
/// <param name="FinalFilingDays">From the last day on which payments count to the last filing.</param>
/// <param name="ResubmitFrom">Additional payments of a claimant that has been filed are filed when they come to at
/// least this.</param>
/// <param name="Checklist">What the carrier wants to see with a specific filing.</param>
/// <param name="Advance">Advance funding of large claims; null where the policy has none.</param>
public sealed record FilingTerms(
    int ProofOfLossDays, int FinalFilingDays, Money ResubmitFrom, ValueList<FilingItem> Checklist,
    AdvanceFundingTerms? Advance)
{
    /// <summary>Ninety days, thirty days after the end, from 500.00, the usual proofs, no advance funding.</summary>
    public static FilingTerms Default { get; } =
        new(90, 30, Money.Of(500), [FilingItem.ClaimDetail, FilingItem.EnrollmentProof, FilingItem.PaymentProof], null);
}

/// <summary>What a carrier wants to see with a filing.</summary>
public enum FilingItem
{
    /// <summary>Each payment with its claim, days, line and amount.</summary>
    ClaimDetail,

    /// <summary>Since when the person has been covered.</summary>
    EnrollmentProof,

    /// <summary>That each payment was issued and funded, with the number and day.</summary>
    PaymentProof,

    /// <summary>How the deductible and coinsurance of the plan were taken.</summary>
    CostSharingProof,

    /// <summary>The answer to the question for other coverage, not older than twelve months.</summary>
    OtherCoverageAnswer,

    /// <summary>Reviews of the need for treatment.</summary>
    UtilizationReview,

    /// <summary>Itemised hospital bills above an amount.</summary>
    ItemizedHospitalBill,

    /// <summary>Itemised bills of physicians above an amount.</summary>
    ItemizedPhysicianBill,

    /// <summary>When work began and whether the employee is at work.</summary>
    WorkStatus,

    /// <summary>The election of continued coverage and the proof that it was paid.</summary>
    ContinuationProof,

    /// <summary>The carrier's own form, signed.</summary>
    SignedForm,
}

/// <summary>Advance funding: the carrier pays before the plan does, once a deductible has been passed.</summary>
/// <param name="Least">The least amount of one request for one person.</param>
/// <param name="LastRequestDays">How many days before the end of the period the last request must arrive.</param>
/// <param name="ReleaseDays">Working days within which the plan must send the money on.</param>
[Source("Public advance funding terms: above 1,000 a person, fifteen days before the term ends, five working days")]
public sealed record AdvanceFundingTerms(Money Least, int LastRequestDays, int ReleaseDays);

using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>A stop-loss policy: what a carrier pays back to the plan, never to a member or a provider.</summary>
public sealed record StopLossPolicy
{
    /// <summary>The policy's number, as the carrier writes it.</summary>
    public required string Number { get; init; }

    /// <summary>The carrier's name; empty where the document does not say.</summary>
    public string Carrier { get; init; } = "";

    /// <summary>Whose law governs it.</summary>
    public required Situs Situs { get; init; }

    /// <summary>The policy period.</summary>
    public required DateRange Period { get; init; }

    /// <summary>What the policy means by "paid".</summary>
    public PaidMeaning PaidMeans { get; init; }

    /// <summary>Protection against the claims of one person; null for none.</summary>
    public SpecificTerms? Specific { get; init; }

    /// <summary>Protection against all claims together; null for none.</summary>
    public AggregateTerms? Aggregate { get; init; }

    /// <summary>People whose claims count only from a day on, because they were not at work when the policy
    /// began.</summary>
    public ValueList<ActivelyAtWork> NotAtWork { get; init; }

    /// <summary>What must be told to the carrier, and when.</summary>
    public NoticeTerms Notices { get; init; } = NoticeTerms.Default;

    /// <summary>How and until when losses are filed.</summary>
    public FilingTerms Filing { get; init; } = FilingTerms.Default;

    /// <summary>Premium by tier; null where the document does not say.</summary>
    public PremiumTerms? Premium { get; init; }

    /// <summary>What is promised for the next period; null for nothing.</summary>
    public RenewalTerms? Renewal { get; init; }

    /// <summary>What of a good year's premium comes back; null for nothing.</summary>
    public ExperienceRefundTerms? ExperienceRefund { get; init; }

    /// <summary>What the policy does not pay for although a plan may, and on what it takes another view than a plan
    /// may.</summary>
    public CoverageConditions Conditions { get; init; } = CoverageConditions.None;

    /// <summary>The seed template that the policy was made from, which decides nothing;
    /// <see cref="PolicyTemplate.None"/> for one of its own.</summary>
    public PolicyTemplate Template { get; init; }

    /// <summary>Names this wording of the document.</summary>
    public required ContentHash Version { get; init; }

    /// <summary>Months of the period.</summary>
    public int Months
    {
        get
        {
            var (first, last) = (Month.Of(Period.First), Month.Of(Period.Last));
            return ((last.Year - first.Year) * 12) + last.Number - first.Number + 1;
        }
    }

    /// <summary>The claimant or the certificate of a payment, as the specific counts it.</summary>
    /// <param name="payment">Of any line.</param>
    public string UnitOf(Counting.ClaimPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return Specific?.Per == CountedUnit.Certificate ? payment.Certificate : payment.Claimant;
    }
}

/// <summary>Somebody who was not at work when the policy began, and was not disclosed.</summary>
/// <param name="Claimant">Who.</param>
/// <param name="From">The first day of service from which claims count; null where the person has not come
/// back.</param>
public sealed record ActivelyAtWork(string Claimant, DateOnly? From);

/// <summary>The templates for a new policy that leave only names and dates to fill in.</summary>
public enum PolicyTemplate
{
    /// <summary>None: the document says everything itself.</summary>
    None,

    /// <summary>A specific deductible of 10,000 for each insured person.</summary>
    IndividualTenThousand,

    /// <summary>An aggregate attachment of 10,000 for each eligible employee, without a specific.</summary>
    AggregatePerHeadTenThousand,
}

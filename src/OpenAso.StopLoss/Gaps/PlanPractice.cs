using OpenAso.Kernel;
using OpenAso.Plans;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Gaps;

/// <summary>What the plan covers, as far as a stop-loss carrier asks: its documents, and what stands elsewhere in the
/// plan's rules of eligibility and in the agreement.</summary>
public sealed record PlanPractice
{
    /// <summary>The plans, all lines of coverage.</summary>
    public required ValueList<Plan> Plans { get; init; }

    /// <summary>The last age in years at which a child is covered; null where not known.</summary>
    public int? DependentAge { get; init; }

    /// <summary>How many days somebody on leave stays covered; null where not known.</summary>
    public int? LeaveOfAbsenceDays { get; init; }

    /// <summary>Whether retired people are covered; null where not known.</summary>
    public bool? CoversRetirees { get; init; }

    /// <summary>Months after the policy period in which its claims are still paid; null where the plan goes on, so that
    /// they are paid as long as they may be filed.</summary>
    public int? RunOutMonths { get; init; }

    /// <summary>When the plan treats a claim as paid.</summary>
    public PaidMeaning PaidMeans { get; init; } = PaidMeaning.Issued;
}

/// <summary>A payment with what a gap needs to know of the service and the person. What is not known hits no
/// gap.</summary>
/// <param name="Payment">What was paid, or given back.</param>
public sealed record PaidCare(ClaimPayment Payment)
{
    /// <summary>HCPCS, CPT, CDT or drug code; empty where not known.</summary>
    public string Procedure { get; init; } = "";

    /// <summary>The child's age in years on the day of service; null where it is no child, or not known.</summary>
    public int? ChildAge { get; init; }

    /// <summary>Days on leave by the day of service; null where the employee was not on leave, or not known.</summary>
    public int? LeaveDays { get; init; }

    /// <summary>Whether the person was covered as a retired one, or through one.</summary>
    public bool IsRetired { get; init; }
}

using System.Runtime.CompilerServices;
using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>Who bears an adjustment of a claim.</summary>
[Source("X12 005010X221A1, CAS01")]
public enum AdjustmentGroup
{
    /// <summary>The provider, by contract or by its own doing (CO).</summary>
    CO,

    /// <summary>The patient (PR).</summary>
    PR,

    /// <summary>Neither alone: other adjustments (OA).</summary>
    OA,

    /// <summary>The payer, by its own reduction (PI).</summary>
    PI,
}

/// <summary>A part of a charge that the plan does not pay, with the code that says why.</summary>
/// <param name="Group">Who bears it.</param>
/// <param name="Reason">Claim adjustment reason code (CARC).</param>
/// <param name="Amount">Positive where it reduces the payment; negative in a reversal.</param>
public readonly record struct LineAdjustment(AdjustmentGroup Group, Code Reason, Money Amount);

/// <summary>Up to eight adjustments of one line, held without allocation.</summary>
[InlineArray(8)]
public struct LineAdjustments
{
    private LineAdjustment _first;
}

/// <summary>The standard codes for what a determination says.</summary>
public static class AdjustmentRules
{
    private static readonly Code Deductible = Code.Of("1");
    private static readonly Code Coinsurance = Code.Of("2");
    private static readonly Code Copay = Code.Of("3");
    private static readonly Code AboveFee = Code.Of("45");
    private static readonly Code NoAuthorization = Code.Of("197");

    /// <summary>The adjustments of one line: charge less their sum is what the plan pays.</summary>
    /// <param name="line">As decided.</param>
    /// <param name="adjustments">Receives them in the order CO, then PR.</param>
    /// <returns>How many there are; amounts of zero are left out.</returns>
    [Source("X12 005010X221A1, 1.10.2.4; CARC list")]
    public static int Of(in LineDetermination line, Span<LineAdjustment> adjustments)
    {
        var count = 0;
        Add(adjustments, ref count, AdjustmentGroup.CO, AboveFee, line.Contractual);
        Add(adjustments, ref count, AdjustmentGroup.CO, ReasonOf(line.Denial), line.ProviderLiability);
        Add(adjustments, ref count, AdjustmentGroup.PR, Deductible, line.Deductible);
        Add(adjustments, ref count, AdjustmentGroup.PR, Coinsurance, line.Coinsurance);
        Add(adjustments, ref count, AdjustmentGroup.PR, Copay, line.Copay);
        Add(adjustments, ref count, AdjustmentGroup.PR, NoAuthorization, line.Penalty);
        Add(adjustments, ref count, AdjustmentGroup.PR, ReasonOf(line.Denial), line.MemberNotCovered);
        Add(adjustments, ref count, AdjustmentGroup.PR, AboveFee, line.BalanceBill);
        return count;
    }

    /// <summary>The reason code of a denial.</summary>
    /// <param name="denial">Not none, where anything is denied.</param>
    [Source("CARC list: 18, 29, 26, 27, 96, 242, 179, 119, 35, 31, 19, 20, 22, 16, 208, 24")]
    public static Code ReasonOf(Denial denial) => denial switch
    {
        Denial.None => Code.None,
        Denial.Duplicate => Reasons.Duplicate,
        Denial.LateFiling => Reasons.LateFiling,
        Denial.BeforeCoverage => Reasons.BeforeCoverage,
        Denial.AfterCoverage => Reasons.AfterCoverage,
        Denial.Excluded => Reasons.NotCovered,
        Denial.NotCoveredInTier => Reasons.NotInNetwork,
        Denial.WaitingPeriod => Reasons.WaitingPeriod,
        Denial.LimitReached => Reasons.LimitReached,
        Denial.LifetimeLimitReached => Reasons.LifetimeLimitReached,
        Denial.NotIdentified => Reasons.NotIdentified,
        Denial.WorkRelated => Reasons.WorkRelated,
        Denial.OtherPartyLiable => Reasons.OtherPartyLiable,
        Denial.OtherPayerFirst => Reasons.OtherPayerFirst,
        Denial.InformationMissing => Reasons.InformationMissing,
        Denial.ProviderNotIdentified => Reasons.ProviderNotIdentified,
        Denial.PaidOtherwise => Reasons.PaidOtherwise,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The remark that the reason code asks for beside it; none where it stands alone.</summary>
    /// <param name="denial">Why a line is not covered.</param>
    [Source("RARC list: N130, N706; CARC 96 and 16 ask for a remark")]
    public static Code RemarkOf(Denial denial) => denial switch
    {
        Denial.Excluded => Reasons.SeePlanDocument,
        Denial.InformationMissing => Reasons.DocumentsMissing,
        _ => Code.None,
    };

    /// <summary>Who bears a claim that is denied as a whole: the provider (CO), or the patient (PR).</summary>
    /// <param name="denial">Why.</param>
    [Source("X12 005010X221A1, CAS01; CARC list")]
    public static AdjustmentGroup BearerOf(Denial denial) => denial
        is Denial.Duplicate or Denial.LateFiling or Denial.InformationMissing or Denial.ProviderNotIdentified
            or Denial.PaidOtherwise
        ? AdjustmentGroup.CO
        : AdjustmentGroup.PR;

    private static void Add(
        Span<LineAdjustment> adjustments, ref int count, AdjustmentGroup group, Code reason, Money amount)
    {
        if (!amount.IsZero)
            adjustments[count++] = new LineAdjustment(group, reason, amount);
    }

    private static class Reasons
    {
        public static readonly Code Duplicate = Code.Of("18");
        public static readonly Code LateFiling = Code.Of("29");
        public static readonly Code BeforeCoverage = Code.Of("26");
        public static readonly Code AfterCoverage = Code.Of("27");
        public static readonly Code NotCovered = Code.Of("96");
        public static readonly Code NotInNetwork = Code.Of("242");
        public static readonly Code WaitingPeriod = Code.Of("179");
        public static readonly Code LimitReached = Code.Of("119");
        public static readonly Code LifetimeLimitReached = Code.Of("35");
        public static readonly Code NotIdentified = Code.Of("31");
        public static readonly Code WorkRelated = Code.Of("19");
        public static readonly Code OtherPartyLiable = Code.Of("20");
        public static readonly Code OtherPayerFirst = Code.Of("22");
        public static readonly Code InformationMissing = Code.Of("16");
        public static readonly Code ProviderNotIdentified = Code.Of("208");
        public static readonly Code PaidOtherwise = Code.Of("24");
        public static readonly Code SeePlanDocument = Code.Of("N130");
        public static readonly Code DocumentsMissing = Code.Of("N706");
    }
}

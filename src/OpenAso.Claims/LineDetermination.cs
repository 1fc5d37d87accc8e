using OpenAso.Kernel;
using OpenAso.Providers;

namespace OpenAso.Claims;

/// <summary>How one line was decided: every cent of its charge has one place.</summary>
/// <remarks>
/// <para>billed = contractual + provider liability + balance bill + member not covered + allowed;
/// allowed = plan paid + other paid + copay + deductible + coinsurance + penalty − coordination relief.</para>
/// <para>In a claim that pends all amounts but the charge are zero.</para>
/// </remarks>
public readonly record struct LineDetermination
{
    /// <summary>The line's charge.</summary>
    public Money Billed { get; init; }

    /// <summary>Above the contracted price: written off by the provider.</summary>
    public Money Contractual { get; init; }

    /// <summary>Denied at the provider's cost.</summary>
    public Money ProviderLiability { get; init; }

    /// <summary>Above the allowed amount out of network: between member and provider, outside the plan.</summary>
    public Money BalanceBill { get; init; }

    /// <summary>Not covered: the member's.</summary>
    public Money MemberNotCovered { get; init; }

    /// <summary>What the plan recognises and shares.</summary>
    public Money Allowed { get; init; }

    /// <summary>Before coordination of benefits.</summary>
    public Money Copay { get; init; }

    /// <summary>Before coordination of benefits.</summary>
    public Money Deductible { get; init; }

    /// <summary>Before coordination of benefits.</summary>
    public Money Coinsurance { get; init; }

    /// <summary>For want of authorization.</summary>
    public Money Penalty { get; init; }

    /// <summary>What another payer's payment spares the member; zero until benefits are coordinated.</summary>
    public Money CobRelief { get; init; }

    /// <summary>What another payer paid; zero until benefits are coordinated.</summary>
    public Money OtherPaid { get; init; }

    /// <summary>What the plan pays.</summary>
    public Money PlanPaid { get; init; }

    /// <summary>Index of the benefit in the plan; -1 where none was reached.</summary>
    public short Benefit { get; init; }

    /// <summary>Index of the network tier in the plan; -1 where none was reached.</summary>
    public sbyte Tier { get; init; }

    /// <summary>Why it is not covered, wholly or (a limit) in part.</summary>
    public Denial Denial { get; init; }

    /// <summary>How the price was found.</summary>
    public PriceMethod Pricing { get; init; }

    /// <summary>Row of the fee schedule; 0 for none.</summary>
    public int PriceRule { get; init; }

    /// <summary>What the member owes, balance bill apart.</summary>
    public Money MemberOwes => Copay + Deductible + Coinsurance + Penalty + MemberNotCovered - CobRelief;

    /// <summary>The same line taken back: every amount the other way.</summary>
    public LineDetermination Reversed() => this with
    {
        Billed = -Billed,
        Contractual = -Contractual,
        ProviderLiability = -ProviderLiability,
        BalanceBill = -BalanceBill,
        MemberNotCovered = -MemberNotCovered,
        Allowed = -Allowed,
        Copay = -Copay,
        Deductible = -Deductible,
        Coinsurance = -Coinsurance,
        Penalty = -Penalty,
        CobRelief = -CobRelief,
        OtherPaid = -OtherPaid,
        PlanPaid = -PlanPaid,
    };
}

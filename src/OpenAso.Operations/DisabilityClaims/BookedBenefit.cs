using System.Globalization;
using System.Text;
using OpenAso.Kernel;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>What a row of booked benefits is for.</summary>
public enum BenefitKind
{
    /// <summary>A certified period.</summary>
    Benefit,

    /// <summary>What an award that became known later makes overpaid.</summary>
    Overpayment,

    /// <summary>What the claimant paid back.</summary>
    Repayment,

    /// <summary>What is paid once at death.</summary>
    Survivor,
}

/// <summary>What may be booked once, and changed by differences after that.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Disability">The number of the disability; 0 where it is none of one.</param>
/// <param name="First">The period's first day, or the day on which it became known.</param>
public readonly record struct BenefitKey(BenefitKind Kind, int Disability, DateOnly First);

/// <summary>Amounts of a period, or what changes them.</summary>
/// <param name="Gross">Before other income.</param>
/// <param name="Offsets">What other income and part-time work take off, and additions below zero.</param>
/// <param name="Owed">The net benefit with what earlier periods lacked.</param>
/// <param name="Recovery">What is taken back of an overpayment.</param>
/// <param name="Found">What was paid and is not owed any more: the claimant owes it.</param>
/// <param name="Taxable">The part that is income.</param>
/// <param name="Withheld">Income tax.</param>
public readonly record struct BenefitAmounts(
    Money Gross, Money Offsets, Money Owed, Money Recovery, Money Found, Money Taxable, Money Withheld)
{
    /// <summary>Social security and Medicare tax.</summary>
    public BenefitFica Fica { get; init; }

    /// <summary>Whether nothing changes.</summary>
    public bool IsNothing => this == default;

    /// <summary>What one has beyond another.</summary>
    /// <param name="later">From which is taken.</param>
    /// <param name="earlier">What is taken off.</param>
    public static BenefitAmounts operator -(BenefitAmounts later, BenefitAmounts earlier) => new(
        later.Gross - earlier.Gross, later.Offsets - earlier.Offsets, later.Owed - earlier.Owed,
        later.Recovery - earlier.Recovery, later.Found - earlier.Found, later.Taxable - earlier.Taxable,
        later.Withheld - earlier.Withheld)
    {
        Fica = later.Fica - earlier.Fica,
    };

    /// <summary>Both together.</summary>
    /// <param name="one">Some.</param>
    /// <param name="other">Others.</param>
    public static BenefitAmounts operator +(BenefitAmounts one, BenefitAmounts other) => new(
        one.Gross + other.Gross, one.Offsets + other.Offsets, one.Owed + other.Owed,
        one.Recovery + other.Recovery, one.Found + other.Found, one.Taxable + other.Taxable,
        one.Withheld + other.Withheld)
    {
        Fica = one.Fica + other.Fica,
    };

    // Hashes are of this text: rows of the time before there was such a tax keep theirs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Gross = {Gross}, Offsets = {Offsets}, Owed = {Owed}, ")
            .Append(CultureInfo.InvariantCulture, $"Recovery = {Recovery}, Found = {Found}, Taxable = {Taxable}, ")
            .Append(CultureInfo.InvariantCulture, $"Withheld = {Withheld}, IsNothing = {IsNothing}");
        if (Fica != default)
            builder.Append(CultureInfo.InvariantCulture, $", Fica = {Fica}");
        return true;
    }
}

/// <summary>A row of booked benefits: an obligation, or what changes one.</summary>
public sealed record BookedBenefit
{
    /// <summary>The claim's id.</summary>
    public required string Claim { get; init; }

    /// <summary>Counts the claim's rows from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is for.</summary>
    public required BenefitKey Key { get; init; }

    /// <summary>The last day of the period.</summary>
    public required DateOnly Through { get; init; }

    /// <summary>The version of the claim that was decided.</summary>
    public required int Version { get; init; }

    /// <summary>The plan.</summary>
    public required PlanId Plan { get; init; }

    /// <summary>The content of the plan.</summary>
    public required ContentHash PlanHash { get; init; }

    /// <summary>The content of the figures of law.</summary>
    public required ContentHash LawHash { get; init; }

    /// <summary>The claimant's family.</summary>
    public required FamilyId Family { get; init; }

    /// <summary>Short-term or long-term disability.</summary>
    public required LineOfCoverage Line { get; init; }

    /// <summary>The day on which it was booked.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether the employer's payroll is advised to pay it, on the day: it obliges the plan to nothing. Not
    /// printed, so that the hash of other rows is what it was.</summary>
    internal bool IsAdvice { get; init; }

    /// <summary>What it books.</summary>
    public required BenefitAmounts Amounts { get; init; }

    /// <summary>What the claimant is to be paid; below zero where something not yet paid is lowered.</summary>
    public Money Payable => Key.Kind == BenefitKind.Repayment
        ? Money.Zero
        : Amounts.Owed - Amounts.Recovery - Amounts.Withheld - Amounts.Fica.Withheld + Amounts.Found;

    /// <summary>Names the obligation in payments and transfers.</summary>
    /// <param name="scope">Whose.</param>
    public ClaimId Obligation(EmployerScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new ClaimId(ContentHash.Of(string.Create(
            CultureInfo.InvariantCulture, $"disability|{scope.Tenant}|{scope.Employer}|{Claim}|{Number}")), 1);
    }

    /// <summary>Of all that it says.</summary>
    public ContentHash Hash() => ContentHash.Of(IsAdvice ? $"{this} advised" : ToString());
}

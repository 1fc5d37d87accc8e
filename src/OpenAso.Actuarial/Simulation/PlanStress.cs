using OpenAso.Kernel;

namespace OpenAso.Actuarial.Simulation;

/// <summary>What happens to a plan beside what chance does; nothing, where nothing is said.</summary>
public sealed record PlanStress
{
    /// <summary>A year to which nothing happens.</summary>
    public static PlanStress None { get; } = new();

    /// <summary>Claimants beside those of the group, who have the specific of all.</summary>
    public ValueList<AddedClaimants> Claimants { get; init; } = [];

    /// <summary>By what claims incurred in each month of the first year are multiplied; empty, or twelve.</summary>
    public ValueList<double> Levels { get; init; } = [];

    /// <summary>Payments that are late; null for none.</summary>
    public PaymentHold? Hold { get; init; }

    /// <summary>How many months later than agreed the carrier's money arrives.</summary>
    public int RecoveryMonthsLater { get; init; }

    /// <summary>Whom the carrier lasers at each renewal; null for nobody.</summary>
    public RenewalLasers? Lasers { get; init; }
}

/// <summary>People who cost the same and are paid as claims usually are.</summary>
/// <param name="Count">How many; at least one.</param>
/// <param name="Amount">What each of them costs.</param>
/// <param name="Month">In which month of the first year it is incurred: 1 to 12.</param>
public readonly record struct AddedClaimants(int Count, double Amount, int Month);

/// <summary>What would be paid in some months is paid later.</summary>
/// <param name="From">The first of these months, from 1 on.</param>
/// <param name="To">The last of them.</param>
/// <param name="Later">By how many months.</param>
public sealed record PaymentHold(int From, int To, int Later)
{
    internal int Of(int month) => month + 1 >= From && month + 1 <= To ? month + Later : month;
}

/// <summary>The costliest people of the first year have a deductible of their own from the second year on.</summary>
/// <param name="People">How many.</param>
/// <param name="Share">Their deductible as a share of what counted of them in the first year; never below their
/// own.</param>
public sealed record RenewalLasers(int People, double Share);

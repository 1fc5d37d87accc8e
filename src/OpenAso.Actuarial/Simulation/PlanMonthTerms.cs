using OpenAso.Kernel;

namespace OpenAso.Actuarial.Simulation;

/// <summary>How a group's claims come over the months of one or several plan years, and who bears what of
/// them.</summary>
/// <param name="Years">How many plan years: 1 to 10. Each begins twelve months after the one before.</param>
/// <param name="Completion">The part of a month's claims that is paid by the end of that month, of the next one, and so
/// on; ascending to 1.</param>
/// <param name="Contract">The stop-loss contract of each year.</param>
/// <param name="Fund">From which the administrator pays.</param>
public sealed record PlanMonthTerms(
    int Years, ValueList<double> Completion, StopLossMonths Contract, FundTerms Fund)
{
    /// <summary>A year without seasons: a twelfth for each month.</summary>
    public static ValueList<double> Even { get; } = Enumerable.Repeat(1.0 / 12, 12).ToValueList();

    /// <summary>The share of a year's claims that is incurred in each month: twelve that add up to 1.</summary>
    public ValueList<double> Seasonality { get; init; } = Even;

    /// <summary>By how much costs and attachments rise from year to year, as a share; 0 if left out.</summary>
    public double Trend { get; init; }

    /// <summary>Of normal ranks of the same people in neighbouring years: above -1, below 1.</summary>
    public double Correlation { get; init; } = PersistentYears.UsualCorrelation;

    /// <summary>In how many equal parts a person's cost of a year is incurred and paid, each in months of its own; 4 if
    /// left out.</summary>
    public int Parts { get; init; } = 4;

    /// <summary>Whether the plan also pays what was incurred before its first month. Where it does not, the former
    /// insurer does.</summary>
    public bool PaysEarlierClaims { get; init; }

    /// <summary>Throws where the terms cannot be.</summary>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Years, 10);
        ArgumentOutOfRangeException.ThrowIfLessThan(Parts, 1);
        if (!(Correlation is > -1 and < 1))
            throw new ArgumentOutOfRangeException(nameof(Correlation), Correlation, "Above -1 and below 1.");
        if (Seasonality.Count != 12 || Seasonality.Items.Any(share => share < 0)
            || Math.Abs(Seasonality.Items.Sum() - 1) > 1e-9)
            throw new ArgumentException("Seasonality is twelve shares that add up to 1.", nameof(Seasonality));
        if (Completion.Count == 0 || Completion[^1] != 1 || Completion[0] < 0
            || Completion.Items.Zip(Completion.Items.Skip(1)).Any(pair => pair.Second < pair.First))
            throw new ArgumentException("Completion ascends to 1.", nameof(Completion));
    }
}

/// <summary>A stop-loss contract by month.</summary>
/// <param name="First">The windows of the first year.</param>
/// <param name="Renewal">Those of each further year. What counts under two contracts counts under the earlier.</param>
/// <param name="Specific">What counts of a person toward the aggregate at most. What a person retains at most is the
/// deductible of the person's class.</param>
public sealed record StopLossMonths(ContractMonths First, ContractMonths Renewal, double Specific)
{
    /// <summary>What of everybody's excess over the specific the employer keeps each year, in order of
    /// payment.</summary>
    public double AggregatingSpecific { get; init; }

    /// <summary>The aggregate's attachment in the first year; infinite for no aggregate.</summary>
    public double Attachment { get; init; } = double.PositiveInfinity;

    /// <summary>What the aggregate pays at most in a year.</summary>
    public double AggregateMaximum { get; init; } = double.PositiveInfinity;

    /// <summary>Whether the carrier advances each month by how much claims of the year so far pass the attachment so
    /// far, a twelfth for each month, and takes it back where they fall behind it again. Without it the aggregate pays
    /// once, when its windows have closed.</summary>
    public bool Accommodation { get; init; }

    /// <summary>After how many months the carrier's money arrives; zero or more.</summary>
    public int RecoveryMonths { get; init; } = 1;

    internal ContractMonths Of(int year) => year == 0 ? First : Renewal;
}

/// <summary>The fund from which the administrator pays. At the end of a month in which it holds less than the minimum,
/// the employer is called upon to fill it to the target.</summary>
/// <param name="Opening">What it holds at first.</param>
/// <param name="Minimum">Below which there is a call.</param>
/// <param name="Target">What it holds after a call; at least the minimum.</param>
/// <param name="Deposit">What the employer pays in at the beginning of each month without being called upon.</param>
/// <param name="Fixed">Fees and premiums that are paid from it each month.</param>
public sealed record FundTerms(double Opening, double Minimum, double Target, double Deposit, double Fixed);

using OpenAso.Actuarial.Distributions;
using OpenAso.Actuarial.Simulation;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Stressing;

/// <summary>Under what terms a plan lives through its months.</summary>
/// <param name="Years">How many plan years: 1 to 5.</param>
/// <param name="First">The windows of the first year's stop-loss contract.</param>
/// <param name="Renewal">Those of each further year.</param>
public sealed record StressTerms(int Years, ContractBasisWord First, ContractBasisWord Renewal)
{
    /// <summary>Whether the plan pays what was incurred before its first month.</summary>
    public bool PaysEarlierClaims { get; init; }

    /// <summary>What of all excess over the specific the employer keeps first, in a year.</summary>
    public double AggregatingSpecific { get; init; }

    /// <summary>The aggregate; null for none.</summary>
    public AggregateWord? Aggregate { get; init; }

    /// <summary>After how many days the carrier's money arrives.</summary>
    public int RecoveryDays { get; init; } = 30;

    /// <summary>Fees and premiums of a month.</summary>
    public double Fixed { get; init; }

    /// <summary>The fund; null for the usual one.</summary>
    public FundWord? Fund { get; init; }

    /// <summary>The employer's operating profit in a year that costs what is expected of it; null where it is not
    /// given.</summary>
    public double? OperatingProfit { get; init; }

    /// <summary>By how much costs rise from year to year, as a share.</summary>
    public double Trend { get; init; }

    /// <summary>In how many parts a person's cost of a year is incurred and paid.</summary>
    public int Parts { get; init; } = 4;

    /// <summary>The shares of a year's claims by month; empty where they are incurred evenly.</summary>
    public ValueList<double> Seasonality { get; init; } = [];

    /// <summary>The plan's own completion factors; empty for the usual ones.</summary>
    public ValueList<double> Completion { get; init; } = [];

    /// <summary>Days as the months by which the simulation counts: a month for each 30 days begun.</summary>
    internal static int Months(int days) => (days + 29) / 30;

    /// <summary>The terms by month.</summary>
    /// <param name="risk">The group.</param>
    /// <param name="usual">What is usual where these terms say nothing.</param>
    internal PlanMonthTerms Of(RiskDocument risk, StressScenarios usual)
    {
        var moments = CostMoments.Of(risk.Group);
        return new PlanMonthTerms(
            Years, Completion.Count > 0 ? Completion : usual.Completion, StopLoss(risk, moments),
            FundOf(moments, usual))
        {
            Seasonality = Seasonality.Count > 0 ? Seasonality : PlanMonthTerms.Even,
            Trend = Trend,
            Parts = Parts,
            PaysEarlierClaims = PaysEarlierClaims,
        };
    }

    private StopLossMonths StopLoss(RiskDocument risk, CostMoments moments) =>
        new(First.Months, Renewal.Months, risk.Group.Classes.Items.Min(people => people.Deductible))
        {
            AggregatingSpecific = AggregatingSpecific,
            Attachment = Aggregate is { } given ? given.Corridor * moments.CentralRetained : double.PositiveInfinity,
            AggregateMaximum = Aggregate?.Maximum ?? double.PositiveInfinity,
            Accommodation = Aggregate?.Accommodation ?? false,
            RecoveryMonths = Months(RecoveryDays),
        };

    private FundTerms FundOf(CostMoments moments, StressScenarios usual)
    {
        var target = (usual.MonthsOfClaims * moments.ExpectedRetained / 12) + Fixed;
        return Fund is { } given
            ? new FundTerms(given.Opening, given.Minimum, given.Target, given.Deposit, Fixed)
            : new FundTerms(target, target, target, 0, Fixed);
    }
}

/// <summary>The windows of a contract, as people write them.</summary>
/// <param name="Text">12/15, for example, or paid.</param>
/// <param name="Months">What it says.</param>
public sealed record ContractBasisWord(string Text, ContractMonths Months)
{
    /// <summary>Twelve months of claims, and three more to pay them.</summary>
    public static ContractBasisWord Usual { get; } = new("12/15", new ContractMonths(0, 3));

    /// <summary>What a text says; null where it says nothing.</summary>
    /// <param name="text">Two numbers of months, of which one is 12 and the other 12 to 36, or the word paid.</param>
    public static ContractBasisWord? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "paid")
            return new ContractBasisWord(text, ContractMonths.Paid);
        return text.Split('/') is [var incurred, var paid]
            && Window(incurred) is { } before && Window(paid) is { } after && (before == 0 || after == 0)
            ? new ContractBasisWord(text, new ContractMonths(before, after))
            : null;
    }

    private static int? Window(string text) =>
        text.Length == 2 && int.TryParse(text, out var months) && months is >= 12 and <= 36 ? months - 12 : null;
}

/// <summary>Aggregate stop-loss.</summary>
/// <param name="Corridor">Its attachment as a multiple of what is expected to be retained.</param>
/// <param name="Maximum">What it pays at most in a year.</param>
/// <param name="Accommodation">Whether it advances month by month.</param>
public sealed record AggregateWord(double Corridor, double Maximum, bool Accommodation);

/// <summary>The fund.</summary>
/// <param name="Opening">What it holds at first.</param>
/// <param name="Minimum">Below which the employer is called upon.</param>
/// <param name="Target">To which it is filled.</param>
/// <param name="Deposit">What the employer pays in each month without being called upon.</param>
public sealed record FundWord(double Opening, double Minimum, double Target, double Deposit);

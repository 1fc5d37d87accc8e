using System.Globalization;
using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding;

/// <summary>What is known when the employer is asked for money.</summary>
public sealed record FundingNeed
{
    /// <summary>1 for the employer's first request, one more for each later one.</summary>
    public required int Number { get; init; }

    /// <summary>All that are open, each once.</summary>
    public ValueList<Obligation> Obligations { get; init; }

    /// <summary>Fees that are due and not yet paid.</summary>
    public ValueList<FeeLine> Fees { get; init; }

    /// <summary>Stop-loss premium that is due and not yet paid, a line for each policy and month.</summary>
    public ValueList<PremiumCharge> Premium { get; init; }

    /// <summary>What the fund can give away.</summary>
    public Money Available { get; init; }

    /// <summary>Asked for earlier and not yet arrived.</summary>
    public Money Outstanding { get; init; }

    /// <summary>Expected claims and fees of a month, as <see cref="Budget.ExpectedMonth"/> gives them.</summary>
    public Money ExpectedMonth { get; init; }

    /// <summary>Participants' contributions that the employer has deducted and not yet handed over.</summary>
    public Money Contributions { get; init; }
}

/// <summary>Stop-loss premium of a month, as its carrier has billed it.</summary>
/// <param name="Policy">The policy's number.</param>
/// <param name="Month">The month.</param>
/// <param name="Amount">Above zero.</param>
public sealed record PremiumCharge(string Policy, Month Month, Money Amount);

/// <summary>What a line of a request is for.</summary>
public enum FundingPurpose
{
    /// <summary>Claims about to be paid.</summary>
    Claims,

    /// <summary>What payees owe and is taken off their payments.</summary>
    Recoveries,

    /// <summary>The administrator's fees.</summary>
    Fees,

    /// <summary>Premium for stop-loss insurance.</summary>
    StopLossPremium,
}

/// <summary>A part of what a request asks for.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Plan">The employer's plan; empty for fees.</param>
/// <param name="Line">The line of coverage; null for fees that are not counted by employees.</param>
/// <param name="Count">How many claims, or invoice lines.</param>
/// <param name="Amount">Below zero for recoveries.</param>
public sealed record FundingLine(FundingPurpose Purpose, PlanId Plan, LineOfCoverage? Line, int Count, Money Amount);

/// <summary>What moves the amount of a request.</summary>
public enum FundingStepKind
{
    /// <summary>Claims about to be paid, less recoveries.</summary>
    Claims,

    /// <summary>Fees that are due.</summary>
    Fees,

    /// <summary>Stop-loss premium that is due.</summary>
    StopLossPremium,

    /// <summary>What the fund should hold afterwards.</summary>
    TargetBalance,

    /// <summary>What the fund holds now.</summary>
    Available,

    /// <summary>What was asked for earlier and is on its way.</summary>
    Outstanding,

    /// <summary>What the fund holds more than needed: nothing is asked for.</summary>
    Excess,
}

/// <summary>One step toward the amount of a request.</summary>
/// <param name="Kind">What moves it.</param>
/// <param name="Amount">Signed.</param>
public sealed record FundingStep(FundingStepKind Kind, Money Amount);

/// <summary>The letter by which the employer is asked for what is about to be paid.</summary>
public sealed record FundingRequest
{
    /// <summary>Whose plan it is for.</summary>
    public required EmployerId Employer { get; init; }

    /// <summary>1 for the employer's first request.</summary>
    public required int Number { get; init; }

    /// <summary>The day of the request.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The day by which the money must be there.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>By purpose, plan and line of coverage; they add up to the steps of claims and fees.</summary>
    public required ValueList<FundingLine> Lines { get; init; }

    /// <summary>How the amount came about; they add up to it.</summary>
    public required ValueList<FundingStep> Steps { get; init; }

    /// <summary>What of the amount participants have paid already, by deduction from their pay; nothing of what is for
    /// stop-loss premium, which protects the employer.</summary>
    public required Money FromParticipants { get; init; }

    /// <summary>What the employer is asked for; zero or more.</summary>
    public Money Amount => Steps.Items.Total(step => step.Amount);

    /// <summary>The amount by the money's source.</summary>
    public FundAmounts Sources => new(Amount - FromParticipants, FromParticipants, Money.Zero);

    /// <summary>Asks for what is about to be paid.</summary>
    /// <remarks>Claims of payees and fees, and what the fund should hold afterwards, less what it holds and what is on
    /// its way. What a payee owes lowers its own payment only: where it owes more, the rest lowers nothing.</remarks>
    /// <param name="agreement">The employer's.</param>
    /// <param name="date">The day of the request.</param>
    /// <param name="need">What is known.</param>
    /// <returns>Null where the agreement is not in force on the day, nor its run-out.</returns>
    /// <exception cref="ArgumentException">An obligation is another employer's, is of zero, or comes twice.</exception>
    public static FundingRequest? For(AsoAgreement agreement, DateOnly date, FundingNeed need)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(need);
        if (agreement.PayingOn(date) is not { } terms)
            return null;
        var payable = PaymentSelection.Of(PaymentSelection.Ordered(need.Obligations, agreement.Employer), null).Paid;
        var steps = StepsOf(terms.Funding, payable, need);
        var amount = steps.Items.Total(step => step.Amount);
        return new FundingRequest
        {
            Employer = agreement.Employer,
            Number = need.Number,
            Date = date,
            Due = date.AddDays(terms.Funding.DaysToFund),
            Lines = [.. ClaimLines(payable), .. FeeLines(need.Fees), .. PremiumLines(need.Premium)],
            Steps = steps,
            FromParticipants = Money.Max(
                Money.Min(need.Contributions, amount - need.Premium.Items.Total(charge => charge.Amount)), Money.Zero),
        };
    }

    /// <summary>The transfers that book the request, one for each source; none for a request of zero.</summary>
    public ValueList<Transfer> Transfers() => Enum.GetValues<FundSource>()
        .Where(source => Sources[source].IsPositive)
        .Select(source => new Transfer(
            new TransferKey(TransferReason.FundingRequested, Id, (int)source), source, 0, Sources[source], Date))
        .ToValueList();

    private string Id => string.Create(CultureInfo.InvariantCulture, $"request-{Number}");

    private static ValueList<FundingStep> StepsOf(FundingTerms terms, ValueList<Obligation> payable, FundingNeed need)
    {
        var steps = new List<FundingStep>
        {
            new(FundingStepKind.Claims, payable.Items.Total(obligation => obligation.Amount)),
            new(FundingStepKind.Fees, need.Fees.Items.Total(line => line.Amount)),
            new(FundingStepKind.StopLossPremium, need.Premium.Items.Total(charge => charge.Amount)),
            new(FundingStepKind.TargetBalance, terms.Target.For(need.ExpectedMonth)),
            new(FundingStepKind.Available, -need.Available),
            new(FundingStepKind.Outstanding, -need.Outstanding),
        };
        var wanted = steps.Total(step => step.Amount);
        if (wanted.IsNegative)
            steps.Add(new FundingStep(FundingStepKind.Excess, -wanted));
        return steps.Where(step => !step.Amount.IsZero).ToValueList();
    }

    private static IEnumerable<FundingLine> ClaimLines(ValueList<Obligation> payable) => payable.Items
        .GroupBy(one => (Purpose: one.Amount.IsNegative ? FundingPurpose.Recoveries : FundingPurpose.Claims,
            one.Line, one.Plan))
        .OrderBy(group => group.Key)
        .Select(group => new FundingLine(group.Key.Purpose, group.Key.Plan, group.Key.Line, group.Count(),
            group.Total(one => one.Amount)));

    private static IEnumerable<FundingLine> FeeLines(ValueList<FeeLine> fees) => fees.Items
        .GroupBy(line => line.Fee.Line)
        .OrderBy(group => group.Key is null)
        .ThenBy(group => group.Key)
        .Select(group => new FundingLine(FundingPurpose.Fees, new PlanId(""), group.Key, group.Count(),
            group.Total(line => line.Amount)));

    private static IEnumerable<FundingLine> PremiumLines(ValueList<PremiumCharge> premium) => premium.Count == 0
        ? []
        : [new FundingLine(
            FundingPurpose.StopLossPremium, new PlanId(""), null, premium.Count,
            premium.Items.Total(charge => charge.Amount))];
}

using System.Text.Json.Serialization;
using OpenAso.Claims;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Pending;

namespace OpenAso.Api.Resources;

/// <summary>A claim as it was sent and decided.</summary>
/// <param name="Id">Of this version of the claim.</param>
/// <param name="Employer">Whose plan.</param>
/// <param name="PatientControlNumber">The provider's own number.</param>
/// <param name="Member">The person treated; null where not found.</param>
/// <param name="MemberId">As the claim carries it.</param>
/// <param name="Status">payable, denied, pended or void.</param>
/// <param name="Received">The day it arrived.</param>
/// <param name="Plan">Whose terms decided it; empty where none were reached.</param>
/// <param name="Amounts">What was charged and decided.</param>
/// <param name="PendReasons">Why it waits; none where it does not.</param>
/// <param name="Lines">In the order of the claim.</param>
public sealed record ClaimView(
    string Id, string Employer, string PatientControlNumber, string? Member, string MemberId, string Status,
    DateOnly Received, string Plan, AmountsView Amounts, IReadOnlyList<string> PendReasons,
    IReadOnlyList<LineView> Lines)
{
    /// <summary>The claim that it takes back; left out where it takes none back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reverses { get; init; }

    /// <summary>The version that took it back, or that came of it when it had waited; left out for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReversedBy { get; init; }

    /// <summary>What it counts toward limits, before and after it; left out where only the decision is told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LimitView>? Limits { get; init; }

    /// <summary>What examiners did with it; left out where only the decision is told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WorkView>? Work { get; init; }

    /// <summary>The version of its family's books, by which work on it is begun; left out where it is not needed.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Version { get; init; }

    /// <summary>The 999 that answers the file it came in; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Acknowledgment { get; init; }
}

/// <summary>Amounts of a claim.</summary>
/// <param name="Billed">What was charged.</param>
/// <param name="Allowed">What is allowed.</param>
/// <param name="PlanPaid">What the plan pays.</param>
/// <param name="MemberOwes">What the member owes.</param>
public sealed record AmountsView(Money Billed, Money Allowed, Money PlanPaid, Money MemberOwes);

/// <summary>A line of a claim.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Code">Procedure, or revenue where there is none.</param>
/// <param name="FirstDay">First day of service.</param>
/// <param name="LastDay">Last day of service.</param>
/// <param name="Benefit">The benefit of the plan; empty where none was reached.</param>
/// <param name="Tier">The network tier; empty where none was reached.</param>
/// <param name="Shares">How its charge was divided.</param>
/// <param name="Adjustments">What is not paid, and why, in the codes of the 835.</param>
/// <param name="Steps">From the charge down to what the plan pays: they add up.</param>
public sealed record LineView(
    int Line, string Code, DateOnly FirstDay, DateOnly LastDay, string Benefit, string Tier, SharesView Shares,
    IReadOnlyList<AdjustmentView> Adjustments, IReadOnlyList<StepView> Steps)
{
    internal static LineView Of(CaseLine line) => new(
        line.Sent.Number, (line.Sent.Procedure.IsNone ? line.Sent.Revenue : line.Sent.Procedure).ToString(),
        line.Sent.Dates.First, line.Sent.Dates.Last, line.Benefit, line.Tier, SharesView.Of(line.Decided),
        [.. line.Adjustments.Select(one => new AdjustmentView(
            one.Group.ToString(), one.Reason.ToString(), one.Amount))],
        [.. line.Steps.Select(step => new StepView(
            ClaimWords.Of(step.Kind), step.Amount, step.Left, step.Clause?.Id.Value, step.Clause?.Text))]);
}

/// <summary>How the charge of a line was divided.</summary>
/// <param name="Billed">The charge.</param>
/// <param name="Allowed">What is allowed of it.</param>
/// <param name="PlanPaid">What the plan pays.</param>
/// <param name="MemberOwes">What the member owes.</param>
/// <param name="Copay">Of what the member owes.</param>
/// <param name="Deductible">Of what the member owes.</param>
/// <param name="Coinsurance">Of what the member owes.</param>
/// <param name="NotCovered">Of what the member owes.</param>
/// <param name="Contractual">Written off by contract.</param>
public sealed record SharesView(
    Money Billed, Money Allowed, Money PlanPaid, Money MemberOwes, Money Copay, Money Deductible, Money Coinsurance,
    Money NotCovered, Money Contractual)
{
    internal static SharesView Of(in LineDetermination line) => new(
        line.Billed, line.Allowed, line.PlanPaid, line.MemberOwes, line.Copay, line.Deductible, line.Coinsurance,
        line.MemberNotCovered, line.Contractual);
}

/// <summary>What is not paid of a line.</summary>
/// <param name="Group">CO, PR, OA or PI.</param>
/// <param name="Reason">The claim adjustment reason code.</param>
/// <param name="Amount">How much.</param>
public sealed record AdjustmentView(string Group, string Reason, Money Amount);

/// <summary>A step of a decision.</summary>
/// <param name="Step">What it did.</param>
/// <param name="Amount">Of it.</param>
/// <param name="Left">Of the charge after it.</param>
/// <param name="Clause">The provision that it follows; null where it follows from none.</param>
/// <param name="Text">Of the provision.</param>
public sealed record StepView(string Step, Money Amount, Money Left, string? Clause, string? Text);

/// <summary>What a claim counts toward a limit.</summary>
/// <param name="Limit">As the plan calls it.</param>
/// <param name="From">The first day of the time that it counts in.</param>
/// <param name="IsMoney">Cents, rather than a count.</param>
/// <param name="Before">Used before the claim.</param>
/// <param name="After">Used after it.</param>
public sealed record LimitView(string Limit, DateOnly From, bool IsMoney, long Before, long After);

/// <summary>What an examiner did.</summary>
/// <param name="Action">release, deny or note.</param>
/// <param name="Reason">In the examiner's words.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record WorkView(string Action, string Reason, string By, DateTimeOffset At)
{
    internal static WorkView Of(PendWork work) => new(
        Words.Of(work.Action.ToString()), work.Reason, work.By.Account, work.By.Moment);
}

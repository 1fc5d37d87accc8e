using System.Globalization;
using System.Text;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Operations.Explaining;

/// <summary>Tells a decision in lines of text, for people at a terminal: every step from the charge down, with the
/// clause that it follows.</summary>
/// <remarks>Names nobody: members are known by their number on the card.</remarks>
public static class ClaimText
{
    private const int Label = 34;

    /// <summary>The text of one claim.</summary>
    /// <param name="standing">As it stands.</param>
    /// <param name="plans">To cite clauses.</param>
    public static string Of(StandingClaim standing, PlanLibrary plans)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(plans);
        var text = new StringBuilder();
        var (claim, determination) = (standing.Claim.Claim, standing.Claim.Determination);
        var shown = determination.Status == ClaimStatus.Void && standing.Original is not null
            ? standing.Original.Claim
            : claim;
        Line(text, $"Claim {claim.Id}, the provider's number {claim.PatientControlNumber}");
        Line(text,
            $"  received {Day(claim.Received)}, services {Day(claim.FirstServiceDate)} to "
                + $"{Day(claim.LastServiceDate)}, "
            + $"member {claim.Patient.SubscriberMemberId}");
        Line(text, $"  {StatusOf(standing, determination)}");
        Line(text, $"  plan {determination.Plan}, document {determination.PlanVersion}; pays {PayeeOf(determination)}");
        foreach (var reason in ClaimWords.Of(determination.PendReasons))
            Line(text, $"    waits for a person: {reason.Replace('-', ' ')}");
        for (var i = 0; i < determination.Lines.Length; i++)
            Add(text, shown, i, determination, plans);
        Line(text, "");
        Amount(text, "  plan pays in all", determination.PlanPaid);
        Amount(text, "  members owe in all", determination.MemberOwes);
        Line(text, "");
        return text.ToString();
    }

    private static string PayeeOf(Determination determination) => determination.Payee switch
    {
        PayeeKind.Provider => "the provider",
        PayeeKind.Subscriber => "the subscriber",
        _ => "nobody",
    };

    private static string StatusOf(StandingClaim standing, Determination determination) =>
        standing.Claim.ReversedBy is { } decided && determination.Status == ClaimStatus.Pended
            ? $"waited for a person; decided as {decided}"
        : standing.Claim.ReversedBy is { } by ? $"void: taken back by {by}"
        : determination.Reverses is { } reverses ? $"{ClaimWords.Of(determination.Status)}; takes back {reverses}"
        : ClaimWords.Of(determination.Status);

    private static void Add(StringBuilder text, Claim shown, int index, Determination determination, PlanLibrary plans)
    {
        var line = shown.Lines[index];
        var decided = determination.Lines[index];
        var plan = determination.Plan.Value is null
            ? null
            : plans.Find(determination.Plan, determination.PlanVersion, line.Dates.First);
        var benefit = plan is not null && decided.Benefit >= 0
            ? $", benefit '{plan.Benefits[decided.Benefit].Id}'"
            : "";
        var tier = plan is not null && decided.Tier >= 0 ? $", {plan.Tiers[decided.Tier].Id}" : "";
        Line(text, "");
        Line(text,
            $"  line {line.Number}: {(line.Procedure.IsNone ? line.Revenue : line.Procedure)} on "
                + $"{Day(line.Dates.First)}{benefit}{tier}");
        Amount(text, "    charged", decided.Billed);
        if (PriceOf(decided, line.Repricing ?? shown.Repricing) is { } price)
            Line(text, $"      price: {price}");
        foreach (var step in determination.Steps.Where(step => step.Line == index))
            AddStep(text, step, plan);
        if (determination.Status != ClaimStatus.Pended && decided.Denial != Denial.None)
            Line(text,
                $"    not covered: {ClaimWordsOf(decided.Denial)} (reason {AdjustmentRules.ReasonOf(decided.Denial)})");
    }

    private static string? PriceOf(in LineDetermination line, Repricing? repricing) => line.Pricing switch
    {
        PriceMethod.None => null,
        PriceMethod.Repriced =>
            $"set by {(repricing?.Organization is { Length: > 0 } source ? source : "a rented network")} before the "
                + "claim arrived",
        PriceMethod.Examiner => "agreed or looked up by an examiner",
        var method => string.Create(
            CultureInfo.InvariantCulture,
            $"{Documents.Words.Of(method.ToString()).Replace('-', ' ')}, row {line.PriceRule} of the fee schedule"),
    };

    private static void AddStep(StringBuilder text, in Step step, ResolvedPlan? plan)
    {
        Amount(text, $"    {Words(step.Kind)}",
            step.Kind is StepKind.PlanPays or StepKind.OutOfPocketMaximum ? step.Amount : -step.Amount);
        if (plan is not null && step.Clause != ClauseNumber.None)
            Line(text, $"      {plan[step.Clause].Id}: {plan[step.Clause].Text}");
    }

    private static string Words(StepKind kind) => kind switch
    {
        StepKind.Contractual => "written off by contract",
        StepKind.BalanceBill => "above the plan's price, out of network",
        StepKind.ProviderLiability => "not covered, borne by the provider",
        StepKind.NotCovered => "not covered, owed by the member",
        StepKind.Copay => "copay",
        StepKind.Deductible => "deductible",
        StepKind.Coinsurance => "coinsurance",
        StepKind.OutOfPocketMaximum => "spared by the out-of-pocket maximum",
        StepKind.Penalty => "for want of authorization",
        StepKind.LimitCut => "above a limit",
        _ => "plan pays",
    };

    private static string ClaimWordsOf(Denial denial)
    {
        var words = new StringBuilder();
        foreach (var letter in denial.ToString())
            words.Append(char.IsAsciiLetterUpper(letter) && words.Length > 0 ? " " : "")
                .Append(char.ToLowerInvariant(letter));
        return words.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Amount(StringBuilder text, string label, Money amount) =>
        text.Append(label.PadRight(Label + 8)).Append(amount.ToString().PadLeft(12)).Append('\n');

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

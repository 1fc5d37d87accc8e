using OpenAso.Claims;
using OpenAso.Kernel;

namespace OpenAso.Correspondence;

/// <summary>What an adjustment of a claim says to the member.</summary>
/// <param name="Reason">Why the amount is not paid by the plan, and who bears it.</param>
/// <param name="Mend">What would change the decision; empty where nothing would.</param>
public sealed record AdjustmentWords(string Reason, string Mend)
{
    private static readonly Dictionary<(AdjustmentGroup Group, string Code), AdjustmentWords> Known = new()
    {
        [(AdjustmentGroup.CO, "45")] = new(
            "Your provider has agreed to a lower price with the plan's network. You do not owe the difference.", ""),
        [(AdjustmentGroup.PR, "45")] = new(
            "Your provider has no agreement with the plan's network. What it charges above the amount that the plan "
            + "allows is between you and the provider, who may bill you for it.", ""),
        [(AdjustmentGroup.PR, "1")] = new("This is your deductible: what you pay before the plan begins to pay.", ""),
        [(AdjustmentGroup.PR, "2")] = new("This is your coinsurance: your share of the allowed amount.", ""),
        [(AdjustmentGroup.PR, "3")] = new("This is your copay.", ""),
        [(AdjustmentGroup.PR, "197")] = new(
            "This care had to be authorized beforehand, and we have no authorization on file.",
            "If it was authorized, send us the authorization number."),
        [(AdjustmentGroup.PR, "96")] = new(
            "Your plan does not cover this service.",
            "If you think that the service is not what this clause means, tell us why and send us the provider's "
            + "records of it."),
        [(AdjustmentGroup.PR, "242")] = new(
            "Your plan does not cover this service from a provider outside its network.",
            "If no provider of the network could have given it, tell us so and send us what shows it."),
        [(AdjustmentGroup.PR, "179")] = new(
            "Your plan covers this service only after a waiting period, which was not over yet.",
            "If you had coverage before that should count, send us proof of its dates."),
        [(AdjustmentGroup.PR, "119")] = new(
            "You have used up what your plan covers of this service for the time being.",
            "If you think that we counted a service too many, tell us which one."),
        [(AdjustmentGroup.PR, "35")] = new(
            "You have used up what your plan covers of this service in a lifetime.",
            "If you think that we counted a service too many, tell us which one."),
        [(AdjustmentGroup.PR, "26")] = new(
            "You were not covered yet on the day of this service.",
            "If your coverage began earlier, ask your employer to correct its first day."),
        [(AdjustmentGroup.PR, "27")] = new(
            "You were no longer covered on the day of this service.",
            "If your coverage lasted longer, ask your employer to correct its last day."),
        [(AdjustmentGroup.CO, "18")] = new(
            "We already have this claim, exactly as it was sent now, and have decided it before. You do not owe it a "
            + "second time.",
            "If the service was given twice, ask your provider to send the second one with a note that says so."),
        [(AdjustmentGroup.CO, "29")] = new(
            "The claim came to us too late. Your provider may not bill you for it.",
            "If it was sent in time, send us what shows the day on which it was sent."),
        [(AdjustmentGroup.PR, "31")] = new(
            "We could not find anybody who is covered by the plan for this claim.",
            "Compare name, birth date and member number on the claim with your card, and tell your provider."),
        [(AdjustmentGroup.PR, "19")] = new(
            "This care is for an illness or accident of work, which workers' compensation pays for.",
            "If it has nothing to do with work, or workers' compensation refused it, send us what shows that."),
        [(AdjustmentGroup.PR, "20")] = new(
            "This care is for an accident that another party's insurance has to pay for.",
            "If nobody else is liable, or the insurer refused it, send us what shows that."),
        [(AdjustmentGroup.PR, "22")] = new(
            "Another plan or insurer has to decide this claim before we do.",
            "Send us the other plan's explanation of benefits, or tell us if you have no other coverage."),
        [(AdjustmentGroup.CO, "16")] = new(
            "We asked your provider for what we need to decide this claim, and it did not come. You do not owe it.",
            "If your provider sends the records that were asked for, we decide the claim anew."),
        [(AdjustmentGroup.CO, "208")] = new(
            "We could not find out which provider sent this claim. You do not owe it.",
            "Your provider can send the claim again with its national provider number and tax number."),
        [(AdjustmentGroup.CO, "24")] = new(
            "This care is paid for under another agreement with your provider. You do not owe it.",
            "If there is no such agreement, your provider can tell us so."),
    };

    /// <summary>The words for a reason code.</summary>
    /// <param name="group">Who bears the amount.</param>
    /// <param name="reason">Claim adjustment reason code (CARC), as <see cref="AdjustmentRules"/> gives it.</param>
    /// <exception cref="ArgumentException">No decision gives this code in this group.</exception>
    public static AdjustmentWords Of(AdjustmentGroup group, Code reason) =>
        Known.GetValueOrDefault((group, reason.ToString()))
        ?? throw new ArgumentException($"There are no words for {group}-{reason}.", nameof(reason));
}

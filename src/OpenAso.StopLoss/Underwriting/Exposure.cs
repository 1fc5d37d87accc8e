using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Underwriting;

/// <summary>Cost that can come beyond the maximum of a quote.</summary>
/// <param name="Key">Where in the policy it comes from.</param>
/// <param name="What">In words.</param>
public sealed record Exposure(string Key, string What)
{
    /// <summary>What a policy leaves open, in the order of its document.</summary>
    /// <param name="policy">The policy.</param>
    public static IEnumerable<Exposure> Of(StopLossPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Specific(policy).Concat(Aggregate(policy)).Concat(Conditions(policy));
    }

    private static IEnumerable<Exposure> Specific(StopLossPolicy policy)
    {
        if (policy.Specific is not { } terms)
        {
            yield return new Exposure(
                "specific", "there is no specific: a person's claims count toward the aggregate alone");
            yield break;
        }
        foreach (var laser in terms.Lasers.Items.Where(laser => laser.Deductible is null))
            yield return new Exposure("specific.lasers", $"all claims of {laser.Claimant}, whom the carrier excludes");
        if (terms.Reimbursement < Percent.Whole)
            yield return new Exposure(
                "specific.reimbursement", $"{terms.Reimbursement.Complement} of what passes a specific deductible");
        if (terms.Maximum is { } most)
            yield return new Exposure("specific.maximum", $"what a person costs beyond {most} above the deductible");
    }

    private static IEnumerable<Exposure> Aggregate(StopLossPolicy policy)
    {
        if (policy.Aggregate is not { } terms)
        {
            yield return new Exposure("aggregate", "there is no aggregate: nothing ends claims below the specific");
            yield break;
        }
        if (terms.Reimbursement < Percent.Whole)
            yield return new Exposure(
                "aggregate.reimbursement", $"{terms.Reimbursement.Complement} of what passes the aggregate attachment");
        if (terms.Maximum is { } most)
            yield return new Exposure("aggregate.maximum", $"claims beyond {most} above the aggregate attachment");
        if (policy.Specific is { } specific && specific.Lines.Items.Except(terms.Lines.Items).Any())
            yield return new Exposure(
                "aggregate.lines", "claims below the specific of lines that the aggregate does not protect");
    }

    private static IEnumerable<Exposure> Conditions(StopLossPolicy policy)
    {
        foreach (var person in policy.NotAtWork)
            yield return new Exposure("not-actively-at-work", $"claims of {person.Claimant} before the return to work");
        foreach (var exclusion in policy.Conditions.Exclusions)
            yield return new Exposure($"conditions.exclusions.{exclusion.Id}", exclusion.Text);
        if (!policy.Conditions.MirrorsPlan)
            yield return new Exposure(
                "conditions.mirrors-plan", "claims that the carrier reads otherwise than the plan document");
    }
}

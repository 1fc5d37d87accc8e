using OpenAso.Claims;
using OpenAso.Kernel;

namespace OpenAso.Operations.Explaining;

/// <summary>What is left of a charge from step to step.</summary>
internal static class StepBalance
{
    /// <summary>What is left after a step: what the plan pays, and what a member is spared, take nothing away.
    /// </summary>
    public static Money After(Money left, in Step step) =>
        step.Kind is StepKind.PlanPays or StepKind.OutOfPocketMaximum ? left : left - step.Amount;
}

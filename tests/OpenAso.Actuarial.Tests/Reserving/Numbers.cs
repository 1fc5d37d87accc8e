using OpenAso.Actuarial.Reserving;

namespace OpenAso.Actuarial.Tests.Reserving;

/// <summary>What no estimate may hold.</summary>
internal static class Numbers
{
    public static void AreFinite(ReserveEstimate estimate)
    {
        double?[] all =
        [
            .. estimate.Origins.Items.SelectMany(
                origin => (double?[])[origin.Latest, origin.Ultimate, origin.Ibnr, origin.StandardError]),
            .. estimate.Pattern.Steps.Items.SelectMany(
                step => (double?[])[step.Factor, step.Variance, step.FactorVariance]),
            .. estimate.Quantiles.Items.Select(one => (double?)one.Value),
            .. estimate.APriori.Items.Select(one => (double?)one),
            estimate.Errors?.Standard, estimate.Errors?.Process, estimate.Errors?.Parameter, estimate.Errors?.OneYear,
            estimate.Pattern.Tail.Factor, estimate.Pattern.Tail.Variance,
        ];
        Assert.All(all, number => Assert.True(number is null || double.IsFinite(number.Value)));
    }
}

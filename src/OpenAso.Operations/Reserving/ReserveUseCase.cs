using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;

namespace OpenAso.Operations.Reserving;

/// <summary>What is still to be paid, from a triangle of any system.</summary>
public static class ReserveUseCase
{
    /// <summary>The reserve, with what speaks for and against it.</summary>
    /// <param name="table">The triangle; its exposure is used where the terms have none.</param>
    /// <param name="kind">What its amounts are.</param>
    /// <param name="terms">How.</param>
    /// <returns>Null where a finding says what stands against it.</returns>
    public static Parsed<ReserveReport?> Estimate(TriangleTable table, AmountKind kind, ReserveTerms terms)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(terms);
        var triangle = Triangle.Of(table, kind);
        var complete = terms.Exposure.Count > 0
            ? terms
            : terms with { Exposure = table.Exposure.Items.Select(exposure => (double)exposure).ToValueList() };
        var (estimate, findings) = ReserveCalculation.Estimate(triangle, complete);
        return new Parsed<ReserveReport?>(
            estimate is null
                ? null
                : new ReserveReport(
                    triangle, estimate, Residuals.Of(triangle, estimate.Pattern),
                    ActualAgainstExpected.Of(triangle, terms.Average)),
            findings);
    }
}

/// <summary>A reserve with what speaks for and against it.</summary>
/// <param name="Triangle">Where it comes from.</param>
/// <param name="Estimate">The reserve.</param>
/// <param name="Residuals">How far the ratios lie from their factors.</param>
/// <param name="NewestDiagonal">What it brought, beside what was expected of it.</param>
public sealed record ReserveReport(
    Triangle Triangle, ReserveEstimate Estimate, ValueList<Residual> Residuals,
    ValueList<ActualAgainstExpected> NewestDiagonal);

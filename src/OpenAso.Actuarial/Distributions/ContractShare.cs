namespace OpenAso.Actuarial.Distributions;

/// <summary>How much of a year's claims a contract covers whose windows cut off what is paid too late, or was incurred
/// too early.</summary>
/// <remarks>Claims are incurred evenly; each month's are paid as the completion factors say.</remarks>
public static class ContractShare
{
    /// <summary>The share of a full incurred year that counts under a contract of twelve months of payments, with
    /// run-in before or run-out behind them.</summary>
    /// <param name="completion">The part of a month's claims that is paid by the end of that month, of the next one,
    /// and so on; ascending to 1. What lies behind the last one is paid in full.</param>
    /// <param name="runInMonths">For how many months before the year claims may have been incurred.</param>
    /// <param name="runOutMonths">For how many months after the year claims may be paid.</param>
    public static double Of(IReadOnlyList<double> completion, int runInMonths, int runOutMonths)
    {
        ArgumentNullException.ThrowIfNull(completion);
        ArgumentOutOfRangeException.ThrowIfNegative(runInMonths);
        ArgumentOutOfRangeException.ThrowIfNegative(runOutMonths);
        var sum = 0.0;
        for (var month = -runInMonths; month < 12; month++)
            sum += Paid(11 + runOutMonths - month) - Paid(-1 - month);
        return sum / 12;

        double Paid(int lag) => lag < 0 ? 0 : lag < completion.Count ? completion[lag] : 1;
    }
}

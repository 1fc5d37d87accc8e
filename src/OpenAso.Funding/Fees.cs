using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>What the administrator charges.</summary>
public static class Fees
{
    /// <summary>The fees of a month.</summary>
    /// <remarks>By the terms of the month's first day: who is covered on it is charged for the whole month, who comes
    /// later from the next. Each line is exact; nothing is rounded.</remarks>
    /// <param name="agreement">The agreement.</param>
    /// <param name="month">The month billed.</param>
    /// <param name="census">Who is covered on its first day.</param>
    /// <returns>No lines where the agreement is not in force; a finding for that, and for employees under a line of
    /// coverage that is not offered.</returns>
    public static Parsed<FeeBill> ForMonth(AsoAgreement agreement, Month month, IEnumerable<CensusCount> census)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var counts = Census.Sum(census);
        if (agreement.For(month) is not { } terms)
            return new Parsed<FeeBill>(new FeeBill(month, []), [NotInForce(agreement, month)]);
        var lines = terms.Fees.Items
            .Select(fee => new FeeLine(fee, month, Steps(fee, counts, month == Month.Of(agreement.Effective.First))))
            .Where(line => line.Steps.Count > 0)
            .ToValueList();
        return new Parsed<FeeBill>(new FeeBill(month, lines), Findings(terms, month, counts));
    }

    /// <summary>What a month would have cost more or less, had everything been known when it was billed.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="month">The month billed before.</param>
    /// <param name="billed">Who was counted then.</param>
    /// <param name="now">Who is counted now.</param>
    /// <returns>Lines to add to the next bill; empty where nothing differs. Only fees by employees are
    /// corrected.</returns>
    public static ValueList<FeeLine> Restated(
        AsoAgreement agreement, Month month, IEnumerable<CensusCount> billed, IEnumerable<CensusCount> now)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        if (agreement.For(month) is not { } terms)
            return [];
        var difference = Census.Difference(billed, now);
        return terms.Fees.Items
            .Where(fee => fee.Basis == FeeBasis.EmployeeMonth)
            .Select(fee => new FeeLine(fee, month, Steps(fee, difference, first: false)))
            .Where(line => line.Steps.Count > 0)
            .ToValueList();
    }

    private static ValueList<FeeStep> Steps(Fee fee, ValueList<CensusCount> counts, bool first) => fee.Basis switch
    {
        FeeBasis.EmployeeMonth => counts.Items
            .Where(count => count.Line == fee.Line && count.Employees != 0)
            .Select(count => new FeeStep(count.Tier, count.Employees, fee.Amounts[count.Tier]))
            .ToValueList(),
        FeeBasis.Once when !first => [],
        _ => [new FeeStep(null, 1, fee.Amounts.EmployeeOnly)],
    };

    private static ValueList<Finding> Findings(AgreementTerms terms, Month month, ValueList<CensusCount> counts) =>
        counts.Items
            .Where(count => count.Employees != 0 && !terms.Offers(count.Line))
            .Select(count => count.Line)
            .Distinct()
            .Select(line => new Finding(FundingCodes.CensusLineNotOffered, Severity.Warning,
                Of(month), $"Employees are counted under {Words.Of(line.ToString())}, which the agreement"
                    + " does not offer, so nothing is charged for them. Correct their enrolment, or amend the"
                    + " agreement."))
            .ToValueList();

    private static Finding NotInForce(AsoAgreement agreement, Month month) => new(
        FundingCodes.NotInForce, Severity.Rejected, Of(month),
        $"The agreement is in force {agreement.Effective}, so no fees are due for {month}. Bill another month, or"
        + " extend the agreement.");

    private static Place Of(Month month) => Place.None with { Path = $"fees of {month}" };
}

using OpenAso.Kernel;
using OpenAso.StopLoss.Notices;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>The people whom an employer must name when a policy is renewed or replaced.</summary>
/// <param name="AsOf">The day; claims paid later are not in it.</param>
/// <param name="Rows">By amount, the largest first.</param>
/// <remarks>Whoever is left out may cost the policy, so the wider reading decides: what was paid, whether or not this
/// policy counts it, against half of the lower of the person's own deductible and the policy's.</remarks>
public sealed record DisclosureStatement(DateOnly AsOf, ValueList<DisclosedClaimant> Rows)
{
    private static readonly Percent LargeFrom = Percent.Of(50);

    /// <summary>The statement of a policy.</summary>
    /// <param name="policy">With a specific; without one only people with a listed diagnosis are named.</param>
    /// <param name="position">On the day of the statement.</param>
    [Source("Public requests for proposals and disclosure forms: large claims from half of the specific deductible, and"
        + " listed diagnoses")]
    public static DisclosureStatement Of(StopLossPolicy policy, StopLossPosition position)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(position);
        var watch = position.Watch.Items.ToDictionary(entry => entry.Claimant, StringComparer.Ordinal);
        var threshold = policy.Specific?.Deductible.Times(LargeFrom, Rounding.Up);
        var rows = position.Specific
            .Select(claimant => (Claimant: claimant, Watch: watch.GetValueOrDefault(claimant.Claimant)))
            .Where(pair => Large(pair.Claimant) || pair.Watch is { Diagnoses.Count: > 0 })
            .OrderByDescending(pair => pair.Claimant.Paid)
            .ThenBy(pair => pair.Claimant.Claimant, StringComparer.Ordinal)
            .Select(pair => new DisclosedClaimant(
                pair.Claimant, Large(pair.Claimant), pair.Watch?.Diagnoses ?? [], pair.Watch?.Stays ?? []));
        return new DisclosureStatement(position.AsOf, rows.ToValueList());

        bool Large(SpecificPosition claimant) =>
            threshold is { } from && Money.Max(claimant.Paid, claimant.Eligible) is { IsPositive: true } paid
            && paid >= from;
    }

    /// <summary>The statement as CSV.</summary>
    public PackContent Content()
    {
        var csv = new CsvText(
            "claimant", "as_of", "paid", "eligible", "deductible", "lasered", "excess", "reimbursable",
            "half_of_deductible", "diagnoses", "longest_stay_days");
        foreach (var row in Rows)
        {
            var claimant = row.Position;
            csv.Text(claimant.Claimant).Day(AsOf).Amount(claimant.Paid).Amount(claimant.Eligible)
                .Amount(claimant.Deductible).YesOrNo(claimant.IsLasered).Amount(claimant.Excess)
                .Amount(claimant.Reimbursable).YesOrNo(row.IsLarge)
                .Text(string.Join("; ", row.Diagnoses.Select(one => $"{one.Name} {PackManifest.Text(one.On)}")))
                .Number(row.Stays.Count > 0 ? row.Stays.Items.Max(stay => stay.Days) : null).EndRow();
        }
        return new PackContent("disclosure.csv", csv.ToString());
    }
}

/// <summary>Somebody who is named in a disclosure statement.</summary>
/// <param name="Position">The amounts.</param>
/// <param name="IsLarge">Whether half of the deductible has been reached; otherwise a diagnosis is the reason.</param>
/// <param name="Diagnoses">Diagnoses that the policy lists.</param>
/// <param name="Stays">Long stays in hospital.</param>
public sealed record DisclosedClaimant(
    SpecificPosition Position, bool IsLarge, ValueList<DiagnosisSeen> Diagnoses, ValueList<HospitalStay> Stays);

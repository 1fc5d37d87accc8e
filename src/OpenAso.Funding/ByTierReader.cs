using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>Reads one value for all tiers, or one for each.</summary>
internal static class ByTierReader
{
    public static ByTier<Money> Amounts(DocumentValue value) => Read(value, one => one.Money() ?? Money.Zero);

    public static ByTier<Percent> Shares(DocumentValue value) => Read(value, one => one.Percent() ?? Percent.None);

    private static ByTier<T> Read<T>(DocumentValue value, Func<DocumentValue, T> read)
    {
        if (!value.IsMap)
        {
            var same = read(value);
            return new ByTier<T>(same, same, same, same);
        }
        var section = value.Section()!;
        var tiers = new ByTier<T>(
            Of(CoverageTier.EmployeeOnly),
            Of(CoverageTier.EmployeeAndSpouse),
            Of(CoverageTier.EmployeeAndChildren),
            Of(CoverageTier.Family));
        section.Done();
        return tiers;

        T Of(CoverageTier tier) => read(section.Required(Words.Of(tier.ToString())));
    }
}

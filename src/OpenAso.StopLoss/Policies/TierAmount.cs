using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>What a document says of one line of coverage and tier: <c>{line, tier, monthly}</c>.</summary>
internal readonly record struct TierAmount(DocumentValue Item, LineOfCoverage Line, string Tier, Money Monthly)
{
    /// <summary>The items of a list; one whose line is none has its finding and is left out.</summary>
    public static IEnumerable<TierAmount> ReadAll(DocumentValue list)
    {
        foreach (var item in list.Items())
        {
            if (item.Section() is not { } section)
                continue;
            var line = SpecificReader.LineOf(section.Required("line"));
            var tier = section.Required("tier").Text() ?? "";
            var monthly = section.Required("monthly").Money() ?? Money.Zero;
            section.Done();
            if (line is { } known)
                yield return new TierAmount(item, known, tier, monthly);
        }
    }
}

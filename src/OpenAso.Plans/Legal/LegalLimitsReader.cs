using System.Collections.Immutable;
using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans.Legal;

/// <summary>Reads the document that holds the public limits.</summary>
/// <remarks>Pure; reading never fails.</remarks>
public static class LegalLimitsReader
{
    /// <summary>Reads the limits.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything is wrong: a plan is not checked against figures that are half
    /// understood.</returns>
    public static Parsed<LegalLimits?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<LegalLimits?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var limits = Limits(new DocumentSection(read.Root, findings));
        return new Parsed<LegalLimits?>(findings.Accepted ? limits : null, findings.ToValueList());
    }

    private static LegalLimits Limits(DocumentSection root)
    {
        RuleHead.Read(root, "id", "name", "currency");
        var sharing = root.Required("cost-sharing").Section();
        var qualified = root.Required("high-deductible").Section();
        var dollars = root.Required("dollar-limits").Section();
        var preventive = root.Required("preventive-care").Section();
        var limits = new LegalLimits
        {
            CostSharing = Dated(sharing, CostSharing),
            HighDeductible = Dated(qualified, HighDeductible),
            NoLifetimeDollarsFrom = Day(dollars, "none-for-life-from"),
            NoAnnualDollarsFrom = Day(dollars, "none-for-a-year-from"),
            PreventiveFreeFrom = Day(preventive, "free-from"),
        };
        foreach (var section in (DocumentSection?[])[sharing, qualified, dollars, preventive])
        {
            section?.Required("source").Text();
            section?.Done();
        }
        root.Done();
        return limits;
    }

    private static DateOnly Day(DocumentSection? section, string key) => section?.Required(key).Date() ?? default;

    private static DatedFigures<T> Dated<T>(DocumentSection? section, Func<int, DocumentSection, T> one)
    {
        var years = ImmutableSortedDictionary.CreateBuilder<int, T>();
        foreach (var (key, value) in section?.Required("years").Entries() ?? [])
        {
            if (value.Section() is not { } figures)
                continue;
            var isNumber = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var year);
            var amounts = one(year, figures);
            if (isNumber && year is >= 1900 and < 3000)
                years[year] = amounts;
            else
                value.Stop(DocumentCodes.NotAnInteger, $"'{key}' is not a year in which plan years begin: write 2026.");
            figures.Done();
        }
        return new DatedFigures<T>(Day(section, "first"), years.ToImmutable());
    }

    private static CostSharingFigures CostSharing(int year, DocumentSection figures) =>
        new(year, Amounts(figures), figures.Required("source").Text() ?? "");

    private static HighDeductibleFigures HighDeductible(int year, DocumentSection figures) =>
        new(year, Nested(figures, "least-deductible"), Nested(figures, "out-of-pocket-maximum"),
            figures.Required("source").Text() ?? "");

    private static CoverageAmounts Nested(DocumentSection figures, string key)
    {
        if (figures.Required(key).Section() is not { } section)
            return new CoverageAmounts(Money.Zero, Money.Zero);
        var amounts = Amounts(section);
        section.Done();
        return amounts;
    }

    private static CoverageAmounts Amounts(DocumentSection section) =>
        new(section.Required("self-only").Money() ?? Money.Zero, section.Required("family").Money() ?? Money.Zero);
}

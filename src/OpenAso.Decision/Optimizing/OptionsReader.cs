using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Decision.Optimizing;

/// <summary>Reads which stop-loss contracts are to be compared.</summary>
/// <remarks>The keys are described in this project's README. Pure; reading never fails.</remarks>
public static class OptionsReader
{
    private const int MostOptions = 400;
    private static readonly NumberRange Costs = new(0, 1e12);
    private static readonly NumberRange Ratios = new(0, 2, LeastIsOut: true);
    private static readonly NumberRange Loads = new(0, 10);
    private static readonly NumberRange Multiples = new(0, 100, LeastIsOut: true);
    private static readonly NumberRange Weights = new(0, 1);

    /// <summary>Reads one document.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <param name="quoted">Options that come from elsewhere, as policy files; they stand before those of the
    /// document.</param>
    /// <returns>Null with findings where anything in the document is wrong.</returns>
    public static Parsed<OptionsDocument?> Read(string text, string fileName, IReadOnlyList<StopLossOption> quoted)
    {
        ArgumentNullException.ThrowIfNull(quoted);
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<OptionsDocument?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var root = new DocumentSection(read.Root, findings);
        var options = Options(root, quoted);
        var asked = new OptionsDocument(options, Premium(root.Optional("premium")))
        {
            Fixed = Numbers.Read(root.Optional("fixed"), Costs) ?? 0,
            Budget = Numbers.Read(root.Optional("budget"), NumberRange.Amount),
            Level = Numbers.Read(root.Optional("level"), NumberRange.Chance) ?? OptionsDocument.UsualLevel,
            Tolerance = Tolerance(root.Optional("tolerance")),
        };
        root.Done();
        if (asked.Premium is null && !root.Has("premium") && options.Items.Any(option => option.QuotedPremium is null))
            findings.Stop(DecisionCodes.NoPremium, root.Map.Place,
                "Options without a quote need 'premium': {specific-loss-ratio: 0.70, aggregate-loss-ratio: 0.50}.");
        return new Parsed<OptionsDocument?>(findings.Accepted ? asked : null, findings.ToValueList());
    }

    private static ValueList<StopLossOption> Options(DocumentSection root, IReadOnlyList<StopLossOption> quoted)
    {
        var value = root.Optional("options");
        List<StopLossOption> options = [.. quoted, .. Quotes(root.Optional("quotes")), .. Combined(value)];
        if (options.Count == 0 && root.Findings.Accepted)
            root.Findings.Stop(DecisionCodes.NoOption, root.Map.Place,
                "There is nothing to compare. Add 'options' with lists, or 'quotes'.");
        if (options.Count > MostOptions)
            root.Findings.Stop(DecisionCodes.TooManyOptions, root.Map.Place,
                $"These are {options.Count} options; at most {MostOptions} are compared. Shorten a list.");
        return options.ToValueList();
    }

    // Every combination; what stands without a specific has no aggregating specific.
    private static IEnumerable<StopLossOption> Combined(DocumentValue value)
    {
        if (!value.IsPresent || value.Section() is not { } section)
            return [];
        var specifics = section.Required("specific").OneOrMore().Select(Specific).OfType<double>().ToList();
        var corridors = section.Required("corridor").OneOrMore().Select(Corridor).OfType<AggregatePoint>().ToList();
        var aggregating = Aggregating(section.Optional("aggregating"));
        var lasers = Lasers(section.Optional("lasers"));
        section.Done();
        return
            from specific in specifics
            from corridor in corridors
            from inner in aggregating
            where inner == 0 || double.IsFinite(specific)
            from keeps in lasers
            select new StopLossOption(
                StopLossOption.NameOf(specific, corridor, inner, lasers.Count == 1 ? "" : LaserWords(keeps)),
                specific, corridor, inner, keeps);
    }

    private static string LaserWords(bool keeps) => keeps ? "lasers" : "no lasers";

    private static List<double> Aggregating(DocumentValue value) => value.IsPresent
        ? [.. value.OneOrMore().Select(item => Numbers.Read(item, Costs)).OfType<double>()]
        : [0];

    private static List<bool> Lasers(DocumentValue value) => value.IsPresent
        ? [.. value.OneOrMore().Select(Keeps).OfType<bool>()]
        : [true];

    private static bool? Keeps(DocumentValue item) =>
        item.Choice(new Dictionary<string, bool?>(StringComparer.Ordinal) { ["as-stated"] = true, ["none"] = false });

    private static double? Specific(DocumentValue item) =>
        IsNone(item) ? double.PositiveInfinity : Numbers.Read(item, NumberRange.Amount);

    private static AggregatePoint? Corridor(DocumentValue item) => IsNone(item)
        ? AggregatePoint.None
        : Numbers.Read(item, Multiples) is { } multiple ? new AggregatePoint(multiple, null) : null;

    private static bool IsNone(DocumentValue item) => item.Node is DocumentScalar { Value: "none" };

    private static IEnumerable<StopLossOption> Quotes(DocumentValue list)
    {
        foreach (var item in list.Items())
        {
            if (item.Section() is not { } section)
                continue;
            var specific = Specific(section.Required("specific"));
            var aggregate = Aggregate(section, item);
            var aggregating = Numbers.Read(section.Optional("aggregating"), Costs) ?? 0;
            var keeps = section.Optional("lasers") is { IsPresent: true } lasers ? Keeps(lasers) ?? true : true;
            var premium = Numbers.Read(section.Required("premium"), Costs);
            var name = section.Optional("name").Text();
            section.Done();
            if (specific == double.PositiveInfinity && aggregating > 0)
                item.Stop(DecisionCodes.AggregatingAlone,
                    "An aggregating specific needs a specific. Give one, or leave 'aggregating' out.");
            var told = StopLossOption.NameOf(specific ?? 1, aggregate, aggregating, keeps ? "" : LaserWords(keeps));
            yield return new StopLossOption(
                name is null ? $"quoted: {told}" : $"{name}: {told}", specific ?? 1, aggregate, aggregating, keeps)
            {
                QuotedPremium = premium ?? 0,
            };
        }
    }

    private static AggregatePoint Aggregate(DocumentSection section, DocumentValue item)
    {
        var (corridor, attachment) = (section.Optional("corridor"), section.Optional("attachment"));
        if (corridor.IsPresent && attachment.IsPresent)
            item.Stop(DecisionCodes.TwoAttachments,
                "An aggregate attaches at one point: keep 'corridor' or 'attachment'.");
        return corridor.IsPresent ? Corridor(corridor) ?? AggregatePoint.None
            : Numbers.Read(attachment, NumberRange.Amount) is { } amount ? new AggregatePoint(null, amount)
            : AggregatePoint.None;
    }

    private static PremiumModel? Premium(DocumentValue value)
    {
        if (!value.IsPresent || value.Section() is not { } section)
            return null;
        var specific = Numbers.Read(section.Required("specific-loss-ratio"), Ratios);
        var aggregate = Numbers.Read(section.Required("aggregate-loss-ratio"), Ratios);
        var load = Numbers.Read(section.Optional("risk-load"), Loads);
        section.Done();
        return specific is { } first && aggregate is { } second ? new PremiumModel(first, second, load ?? 0) : null;
    }

    private static RiskTolerance? Tolerance(DocumentValue value)
    {
        if (!value.IsPresent || value.Section() is not { } section)
            return null;
        var (tail, weight) = (section.Optional("tail-at-most"), section.Optional("weight"));
        var tolerance = new RiskTolerance(Numbers.Read(tail, NumberRange.Amount), Numbers.Read(weight, Weights));
        section.Done();
        if (tail.IsPresent == weight.IsPresent)
            value.Stop(DecisionCodes.NotATolerance,
                "A tolerance is one of two: {tail-at-most: AMOUNT} or {weight: 0.2}. Keep or give one.");
        return tolerance;
    }
}

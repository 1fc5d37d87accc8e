using OpenAso.Decision.Distributions;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Decision.Comparing;

/// <summary>What a quotes document is read beside.</summary>
/// <param name="Risk">Who is covered.</param>
/// <param name="Rules">Markets and limits.</param>
/// <param name="Policies">The stop-loss policy of a file that an option names; null where there is none that can be
/// read.</param>
public sealed record QuotesContext(
    RiskDocument Risk, ComparisonFigures Rules, Func<string, StopLossPolicy?> Policies);

/// <summary>Reads a quotes document.</summary>
/// <remarks>The keys are described in this project's README. Pure; reading never fails.</remarks>
public static class QuotesReader
{
    /// <summary>Reads one document.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <param name="context">What it is read beside.</param>
    /// <returns>Null with findings where anything in the document is wrong.</returns>
    public static Parsed<QuotesDocument?> Read(string text, string fileName, QuotesContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ComparingDocument.Read(text, fileName, root => Quotes(root, context));
    }

    private static QuotesDocument? Quotes(DocumentSection root, QuotesContext context)
    {
        var employer = Employer(root, context);
        var reading = new QuoteReading(employer, context);
        var trend = ComparingDocument.Share(root.Required("trend"), 0, 1) ?? 0;
        var insured = InsuredReader.Read(root.Required("insured"), reading, trend);
        var options = new List<FundingOption>();
        foreach (var (key, arrangement) in (ReadOnlySpan<(string, Arrangement)>)
            [
                ("aso", Arrangement.Aso), ("level-funding", Arrangement.LevelFunding),
                ("minimum-premium", Arrangement.MinimumPremium),
            ])
        {
            foreach (var item in root.Optional(key).OneOrMore())
                Add(options, OptionReader.Read(item, arrangement, reading), item);
        }
        if (options.Count == 0 && root.Findings.Accepted)
            root.Findings.Stop(ComparingCodes.NoOption, root.Map.Place,
                "There is nothing to compare the insured plan with. Add 'aso', 'level-funding' or 'minimum-premium'.");
        var quotes = new QuotesDocument(employer, insured, options.ToValueList())
        {
            Trend = trend,
            ExceedBy = root.Optional("exceed-by").Items()
                .Select(item => Numbers.Read(item, NumberRange.Amount)).OfType<double>().ToValueList(),
            StaffSaved = root.Optional("staff-saved").Items().Select(Position).OfType<StaffPosition>().ToValueList(),
            OperatingProfit = Numbers.Read(root.Optional("operating-profit"), NumberRange.Amount),
            Lines = root.Optional("lines").Items().Select(item => item.Identifier() ?? "").ToValueList(),
        };
        root.Done();
        return quotes;
    }

    private static void Add(List<FundingOption> options, FundingOption? option, DocumentValue item)
    {
        if (option is null)
            return;
        if (options.Exists(other => other.Name == option.Name))
            item.Stop(ComparingCodes.NameTaken, $"Two options are named '{option.Name}'. Rename one.");
        options.Add(option);
    }

    private static QuotedEmployer Employer(DocumentSection root, QuotesContext context)
    {
        var tiers = root.Optional("tiers").Entries()
            .Select(entry => new QuotedTier(entry.Key, entry.Value.Integer(0, 1_000_000) ?? 0)).ToValueList();
        var counted = tiers.Items.Sum(tier => tier.Employees);
        var told = tiers.Count > 0 ? root.Optional("employees") : root.Required("employees");
        var employees = told.Integer(1, 1_000_000) ?? Math.Max(counted, 1);
        if (tiers.Count > 0 && (told.IsPresent || counted == 0) && employees != counted)
            root.Optional("tiers").Stop(ComparingCodes.TiersDiffer,
                $"The tiers hold {counted} employees, and there are {employees}. Correct one of them.");
        if (context.Risk.Group.People < employees)
            root.Findings.Warn(ComparingCodes.FewerPeople, root.Map.Place,
                $"The risk document covers {context.Risk.Group.People} people, fewer than the {employees} employees."
                + " Count dependents and employees there.");
        var state = root.Required("state").Text() ?? "";
        if (state.Length > 0 && !context.Rules.Knows(state))
            root.Optional("state").Stop(ComparingCodes.UnknownState,
                $"'{state}' is no state that the rules know, so its small-group market is not known. Write it as"
                + " US-OH.");
        return new QuotedEmployer(employees, state, root.Required("year").Integer(2016, 2199) ?? 2016)
        {
            Tiers = tiers,
        };
    }

    private static StaffPosition? Position(DocumentValue item)
    {
        if (item.Section() is not { } section)
            return null;
        var position = new StaffPosition(
            section.Required("position").Text() ?? "",
            section.Has("count") ? Numbers.Read(section.Required("count"), QuoteReading.Counts) ?? 0 : 1,
            Numbers.Read(section.Required("salary"), QuoteReading.Amounts) ?? 0,
            Numbers.Read(section.Optional("benefits"), QuoteReading.Amounts) ?? 0);
        section.Done();
        return position;
    }
}

/// <summary>What the readers of a quotes document share.</summary>
/// <param name="Employer">The employer.</param>
/// <param name="Context">What the document is read beside.</param>
internal sealed record QuoteReading(QuotedEmployer Employer, QuotesContext Context)
{
    /// <summary>Amounts of money, zero among them.</summary>
    public static NumberRange Amounts { get; } = new(0, 1e12);

    public static NumberRange Counts { get; } = new(0, 10_000, LeastIsOut: true);

    /// <summary>Whether the employer is rated by community, and the row that says so.</summary>
    public SmallGroupMarket? Market => Context.Rules.MarketOf(Employer.State, Employer.Year);

    public bool IsSmallGroup => Employer.Employees <= Market?.Employees;

    /// <summary>What a rate for an employee and month, or one for each tier, comes to in a year.</summary>
    public double? Annual(DocumentValue value)
    {
        if (!value.IsMap)
            return Numbers.Read(value, Amounts) is { } rate ? Employer.Annual(rate) : null;
        var total = 0.0;
        foreach (var (tier, rate) in value.Entries())
        {
            if (Employer.Tiers.Items.FirstOrDefault(one => one.Name == tier) is { } known)
                total += 12 * known.Employees * (Numbers.Read(rate, Amounts) ?? 0);
            else
                rate.Stop(ComparingCodes.TiersDiffer, $"'{tier}' is no tier of this document. Add it to 'tiers'.");
        }
        var named = value.Entries().Select(entry => entry.Key).ToList();
        foreach (var tier in Employer.Tiers.Items.Where(tier => !named.Contains(tier.Name)))
            value.Stop(ComparingCodes.TiersDiffer,
                $"There is no rate for tier '{tier.Name}'. Add it, 0 if that is meant.");
        return total;
    }

    /// <summary>A price: exactly one of premium, per-employee-month and loss-ratio.</summary>
    public Price? PriceOf(DocumentSection section, bool isRequired = true)
    {
        string[] ways = ["premium", "per-employee-month", "loss-ratio"];
        var given = ways.Where(section.Has).ToList();
        if (given.Count == 0 && !isRequired)
            return null;
        if (given.Count != 1)
        {
            section.Findings.Stop(ComparingCodes.NotOnePrice, section.Map.Place, given.Count == 0
                ? "There is no price. Write 'premium' (a year), 'per-employee-month' or 'loss-ratio'."
                : $"The price is told in several ways: {string.Join(", ", given)}. Keep one of them.");
            return null;
        }
        return given[0] switch
        {
            "premium" => Numbers.Read(section.Optional("premium"), Amounts) is { } amount
                ? new Price(amount, null)
                : null,
            "loss-ratio" => section.Optional("loss-ratio").Percent(Percent.Of(1), Percent.Of(500)) is { } ratio
                ? new Price(null, ratio.Millionths / 1e6)
                : null,
            _ => Annual(section.Optional("per-employee-month")) is { } annual ? new Price(annual, null) : null,
        };
    }
}

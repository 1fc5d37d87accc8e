using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>Reads what an insurer quotes.</summary>
internal static class InsuredReader
{
    private static readonly Price Unknown = new(1, null);

    public static InsuredOffer Read(DocumentValue value, QuoteReading reading, double trend)
    {
        if (value.Section() is not { } section)
            return new InsuredOffer(Unknown);
        var buildUp = BuildUp(section.Optional("build-up"), reading, trend);
        var price = buildUp is { } built ? Built(section, built) : reading.PriceOf(section) ?? Unknown;
        if (price.Amount == 0)
            section.Findings.Stop(ComparingCodes.NotOnePrice, section.Map.Place,
                "An insured plan without a premium is none. Write what is quoted for the first year.");
        var offer = reading.IsSmallGroup
            ? Community(section, price, reading)
            : new InsuredOffer(price)
            {
                BuildUp = buildUp,
                Renewal = Renewal(section.Optional("renewal"), reading, buildUp),
            };
        if (!reading.IsSmallGroup && section.Has("community-trend"))
            section.Optional("community-trend").Stop(ComparingCodes.CommunityTrend,
                $"{reading.Employer.Employees} employees in {reading.Employer.State} are not in the small-group market,"
                + " so their renewals follow experience. Take 'community-trend' out, and write 'renewal'.");
        section.Done();
        return offer;
    }

    private static Price Built(DocumentSection section, PremiumBuildUp built)
    {
        foreach (var key in (string[])["premium", "per-employee-month", "loss-ratio"])
        {
            if (section.Has(key))
                section.Optional(key).Stop(ComparingCodes.NotOnePrice,
                    $"The premium is both built up and told by '{key}'. Keep one of them.");
        }
        return new Price(built.Premium, null);
    }

    private static InsuredOffer Community(DocumentSection section, Price price, QuoteReading reading)
    {
        var market = $"{reading.Employer.Employees} employees in {reading.Employer.State} are in the small-group market"
            + $" (up to {reading.Market!.Employees}; {reading.Market.Source}), where premium is the community's rate:";
        foreach (var key in (string[])["renewal", "build-up", "loss-ratio"])
        {
            if (section.Optional(key) is { IsPresent: true } given)
                given.Stop(ComparingCodes.NotExperienceRated,
                    $"{market} own experience must not rate it. Take '{key}' out, and write the rate that is quoted as"
                    + " 'premium' or 'per-employee-month', with its 'community-trend'.");
        }
        var growth = section.Optional("community-trend");
        if (!growth.IsPresent && section.Findings.Accepted)
            section.Findings.Stop(ComparingCodes.CommunityTrend, section.Map.Place,
                $"{market} how it will grow must be said. Add 'community-trend', for example 7%.");
        return new InsuredOffer(price) { CommunityTrend = ComparingDocument.Share(growth, 0, 1) ?? 0 };
    }

    private static PremiumBuildUp? BuildUp(DocumentValue value, QuoteReading reading, double trend)
    {
        if (!value.IsPresent || value.Section() is not { } section)
            return null;
        var incurred = Numbers.Read(section.Required("incurred"), QuoteReading.Amounts) ?? 0;
        var above = Numbers.Read(section.Optional("above-pooling"), QuoteReading.Amounts) ?? 0;
        var yearly = ComparingDocument.Share(section.Optional("trend"), 0, 1) ?? trend;
        var months = section.Optional("months").Integer(0, 60) ?? 12;
        if (above > incurred)
            section.Optional("above-pooling").Stop(DecisionCodes.OutOfRange,
                "More lies above the pooling level than was incurred. Correct one of them.");
        var buildUp = new PremiumBuildUp(
            incurred - above, Math.Pow(1 + yearly, months / 12.0), Charge(section, reading) ?? 0,
            Numbers.Read(section.Required("manual"), NumberRange.Amount) ?? 1,
            ComparingDocument.Share(section.Required("credibility"), 0, 1) ?? 0,
            Retention(section.Required("retention")).Items.Sum(part => part.Share));
        section.Done();
        return buildUp with { Retention = Math.Min(buildUp.Retention, 0.99) };
    }

    private static RenewalTerms Renewal(DocumentValue value, QuoteReading reading, PremiumBuildUp? buildUp)
    {
        var terms = new RenewalTerms(double.PositiveInfinity)
        {
            Manual = buildUp?.Manual,
            PoolingCharge = buildUp?.PoolingCharge,
            Credibility = buildUp?.Credibility,
            Retention = buildUp is null ? [] : [new RetentionPart("retention", buildUp.Retention)],
        };
        if (!value.IsPresent || value.Section() is not { } section)
            return terms;
        var pooling = section.Required("pooling");
        var retention = section.Optional("retention");
        terms = terms with
        {
            Pooling = ComparingDocument.OrNone(pooling, NumberRange.Amount) ?? double.PositiveInfinity,
            PoolingCharge = Charge(section, reading) ?? terms.PoolingCharge,
            Credibility = Credibility(section.Optional("credibility")) ?? terms.Credibility,
            Trend = ComparingDocument.Share(section.Optional("trend"), 0, 1),
            Retention = retention.IsPresent ? Retention(retention) : terms.Retention,
            Manual = Numbers.Read(section.Optional("manual"), NumberRange.Amount) ?? terms.Manual,
            Cap = ComparingDocument.Share(section.Optional("cap"), 0, 10) ?? double.PositiveInfinity,
            ExperienceYears = section.Optional("experience-years").Integer(1, 5) ?? terms.ExperienceYears,
        };
        section.Done();
        return terms;
    }

    private static double? Charge(DocumentSection section, QuoteReading reading)
    {
        var charge = section.Optional("pooling-charge");
        if (!charge.IsMap)
            return Numbers.Read(charge, QuoteReading.Amounts);
        if (charge.Section() is not { } rate)
            return null;
        var annual = reading.Annual(rate.Required("per-employee-month"));
        rate.Done();
        return annual;
    }

    private static double? Credibility(DocumentValue value) =>
        value.Node is DocumentScalar { Value: "limited-fluctuation" } ? null : ComparingDocument.Share(value, 0, 1);

    private static ValueList<RetentionPart> Retention(DocumentValue value)
    {
        var parts = value.IsMap
            ? value.Entries().Select(entry =>
                new RetentionPart(entry.Key, ComparingDocument.Share(entry.Value, 0, 1) ?? 0)).ToValueList()
            : [new RetentionPart("retention", ComparingDocument.Share(value, 0, 1) ?? 0)];
        if (parts.Items.Sum(part => part.Share) >= 1)
            value.Stop(ComparingCodes.RetentionTooHigh,
                "The retention leaves nothing of the premium for claims. Its parts must come to less than 100%.");
        return parts;
    }
}

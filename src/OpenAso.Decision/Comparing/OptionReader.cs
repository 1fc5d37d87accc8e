using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Decision.Comparing;

/// <summary>Reads one way to fund the plan.</summary>
internal static class OptionReader
{
    public static FundingOption? Read(DocumentValue item, Arrangement arrangement, QuoteReading reading)
    {
        if (item.Section() is not { } section)
            return null;
        var (offer, untold) = StopLoss(section, arrangement, reading);
        var option = new FundingOption(section.Required("name").Identifier() ?? "", arrangement)
        {
            Administration = Rate(section, "administration", reading) ?? 0,
            OtherFees = Numbers.Read(section.Optional("other-fees"), QuoteReading.Amounts) ?? 0,
            FeeGrowth = ComparingDocument.Share(section.Optional("fee-growth"), 0, 1) ?? 0,
            StopLoss = offer,
            RunOutMonths = Numbers.Read(section.Optional("run-out-months"), new NumberRange(0, 36)) ?? 0,
            ReserveMonths = Numbers.Read(section.Optional("reserve-months"), new NumberRange(0, 36)),
            Budget = Numbers.Read(section.Optional("budget"), NumberRange.Amount),
            Untold = untold,
        };
        option = arrangement switch
        {
            Arrangement.LevelFunding => Level(section, option),
            Arrangement.MinimumPremium => Minimum(section, option),
            _ => option,
        };
        section.Done();
        return option;
    }

    private static FundingOption Level(DocumentSection section, FundingOption option)
    {
        var monthly = Numbers.Read(section.Optional("monthly"), NumberRange.Amount);
        var returned = ComparingDocument.Share(section.Required("returned"), 0, 1) ?? 1;
        if (monthly is null == !option.StopLoss.HasAggregate)
            section.Findings.Stop(ComparingCodes.NoMonthly, section.Map.Place, monthly is null
                ? "Level funding pays the most a year can cost, and nothing says how much that is. Write 'monthly', or"
                    + " 'aggregate' with a corridor."
                : "The most a year can cost is told twice, by 'monthly' and by the aggregate's attachment. Keep one.");
        if (monthly is not null && option.StopLoss.AggregatePrice.LossRatio is not null)
            section.Findings.Stop(ComparingCodes.NotOnePrice, section.Map.Place,
                "Where 'monthly' is quoted, the aggregate's premium is part of it and cannot follow from a loss ratio."
                + " Write it as an amount, or as 0.");
        return option with { Monthly = monthly, Returned = returned };
    }

    private static FundingOption Minimum(DocumentSection section, FundingOption option)
    {
        var cap = Numbers.Read(section.Optional("monthly-cap"), NumberRange.Amount);
        if (cap is null == !option.StopLoss.HasAggregate)
            section.Findings.Stop(ComparingCodes.NoMonthly, section.Map.Place,
                "Minimum premium has a monthly cap on claims. Write it as 'monthly-cap', or as 'cap', a share of"
                + " expected claims; not both.");
        return option with
        {
            Monthly = cap,
            TerminalMonths = Numbers.Read(section.Optional("terminal-months"), new NumberRange(0, 36)) ?? 0,
        };
    }

    private static (StopLossOffer Offer, ValueList<string> Untold) StopLoss(
        DocumentSection section, Arrangement arrangement, QuoteReading reading)
    {
        var policy = section.Optional("policy");
        if (policy.IsPresent && arrangement != Arrangement.MinimumPremium)
            return Policy(policy, reading);
        var offer = new StopLossOffer(double.PositiveInfinity, Price.None)
        {
            Aggregating = Numbers.Read(section.Optional("aggregating"), QuoteReading.Amounts) ?? 0,
            Reimbursement = ComparingDocument.Share(section.Optional("reimbursement"), 0, 1) ?? 1,
            LaseredDollars = section.Optional("lasered-dollars").Choice<LaseredDollars>() ?? default,
            Trend = ComparingDocument.Share(section.Optional("stop-loss-trend"), 0, 2),
            Lasers = Lasers(section.Optional("lasers"), reading),
        };
        var isMinimum = arrangement == Arrangement.MinimumPremium;
        offer = Specific(section.Required("specific"), offer, reading, !isMinimum);
        if (isMinimum)
            return (offer with
            {
                AggregatePrice = reading.PriceOf(section) ?? Price.None,
                Corridor = ComparingDocument.Share(section.Optional("cap"), 0, 10),
            }, []);
        return (Aggregate(section.Optional("aggregate"), offer, reading), []);
    }

    private static StopLossOffer Specific(
        DocumentValue value, StopLossOffer offer, QuoteReading reading, bool hasPrice)
    {
        if (value.Node is DocumentScalar { Value: "none" })
            return offer;
        if (value.Section() is not { } section)
            return offer;
        var deductible = Numbers.Read(section.Required("deductible"), NumberRange.Amount) ?? 1;
        var price = hasPrice ? reading.PriceOf(section) : null;
        section.Done();
        return offer with { Specific = deductible, SpecificPrice = price ?? Price.None };
    }

    private static StopLossOffer Aggregate(DocumentValue value, StopLossOffer offer, QuoteReading reading)
    {
        if (!value.IsPresent || value.Node is DocumentScalar { Value: "none" } || value.Section() is not { } section)
            return offer;
        var factors = section.Optional("factors");
        var attachment = factors.IsPresent
            ? reading.Annual(factors)
            : Numbers.Read(section.Optional("attachment"), NumberRange.Amount);
        var corridor = ComparingDocument.Share(section.Optional("corridor"), 0, 10);
        if (attachment is not null && corridor is not null)
            section.Findings.Stop(ComparingCodes.NotOnePrice, section.Map.Place,
                "The attachment is told twice. Keep 'corridor', 'factors' or 'attachment'.");
        var read = offer with
        {
            Corridor = corridor,
            Attachment = attachment,
            AggregateMaximum = Numbers.Read(section.Optional("maximum"), NumberRange.Amount) ?? double.PositiveInfinity,
            AggregatePrice = reading.PriceOf(section) ?? Price.None,
        };
        section.Done();
        return read;
    }

    private static ValueList<double> Lasers(DocumentValue value, QuoteReading reading)
    {
        if (!value.IsPresent)
            return [];
        var lasers = value.Items()
            .Select(item => ComparingDocument.OrNone(item, NumberRange.Amount) ?? 1).ToValueList();
        var lasered = reading.Context.Risk.Lasered.Count;
        if (lasers.Count != lasered)
            value.Stop(ComparingCodes.LasersDiffer,
                $"There are {lasers.Count} lasers here and {lasered} lasered classes in the risk document. Write one"
                + " for each class, in its order.");
        return lasers;
    }

    private static (StopLossOffer Offer, ValueList<string> Untold) Policy(DocumentValue value, QuoteReading reading)
    {
        if (value.Text() is not { } file)
            return (StopLossOffer.None, []);
        if (reading.Context.Policies(file) is not { } policy)
        {
            value.Stop(ComparingCodes.PolicyNotUsable,
                $"'{file}' is no stop-loss policy that can be read. Name a file, from the folder of this document on.");
            return (StopLossOffer.None, []);
        }
        var (offer, problem, untold) = PolicyOffer.Of(policy, reading.Employer, reading.Context.Risk);
        if (problem is not null)
            value.Stop(ComparingCodes.PolicyNotUsable, $"{file}: {problem}");
        return (offer, untold);
    }

    private static double? Rate(DocumentSection section, string key, QuoteReading reading) =>
        section.Has(key) ? reading.Annual(section.Optional(key)) : null;
}

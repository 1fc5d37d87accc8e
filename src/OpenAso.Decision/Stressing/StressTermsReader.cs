using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Decision.Stressing;

/// <summary>Reads the terms of a stress.</summary>
/// <remarks>The keys are described in this project's README. Pure; reading never fails.</remarks>
public static class StressTermsReader
{
    private static readonly NumberRange Zero = new(0, 1e12);

    /// <summary>What holds where there is no document.</summary>
    public static StressTerms Usual { get; } = new(1, ContractBasisWord.Usual, ContractBasisWord.Usual);

    /// <summary>Reads one document.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything in the document is wrong.</returns>
    public static Parsed<StressTerms?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<StressTerms?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var terms = Terms(new DocumentSection(read.Root, findings));
        return new Parsed<StressTerms?>(findings.Accepted ? terms : null, findings.ToValueList());
    }

    /// <summary>Completion factors: ascending to 1.</summary>
    internal static ValueList<double> Completion(DocumentValue value)
    {
        var factors = Distributions.RiskReader.List(value, new NumberRange(0, 1), []);
        var ascends = factors.Items.Zip(factors.Items.Skip(1)).All(pair => pair.First <= pair.Second);
        if (value.IsPresent && (!ascends || factors.Count == 0 || factors[^1] != 1 || factors.Count > 60))
            value.Stop(DecisionCodes.NotAPattern, "Completion factors ascend to 1 within 60 months: the part of a"
                + " month's claims that is paid by its end, by the end of the next month, and so on, for example"
                + " [0.5, 0.9, 1].");
        return factors;
    }

    private static StressTerms Terms(DocumentSection root)
    {
        var contract = root.Optional("contract").Section();
        var first = Basis(contract?.Required("first")) ?? ContractBasisWord.Usual;
        var renewal = Basis(contract?.Optional("renewal")) ?? first;
        contract?.Done();
        var terms = new StressTerms(root.Optional("years").Integer(1, 5) ?? 1, first, renewal)
        {
            PaysEarlierClaims = root.Optional("earlier-claims").Choice(EarlierWords),
            AggregatingSpecific = Numbers.Read(root.Optional("aggregating-specific"), Zero) ?? 0,
            Aggregate = Aggregate(root.Optional("aggregate")),
            RecoveryDays = Days(root.Optional("recoveries")),
            Fixed = Numbers.Read(root.Optional("fixed"), Zero) ?? 0,
            Fund = Fund(root.Optional("fund")),
            OperatingProfit = Numbers.Read(root.Optional("operating-profit"), new NumberRange(-1e12, 1e12)),
            Trend = Numbers.Read(root.Optional("trend"), new NumberRange(-0.5, 1)) ?? 0,
            Parts = root.Optional("parts").Integer(1, 24) ?? 4,
            Seasonality = Seasonality(root.Optional("seasonality")),
            Completion = Completion(root.Optional("completion")),
        };
        root.Done();
        return terms;
    }

    private static readonly Dictionary<string, bool> EarlierWords = new()
    {
        ["insured"] = false,
        ["plan"] = true,
    };

    private static ContractBasisWord? Basis(DocumentValue? value)
    {
        if (value?.Text() is not { } text)
            return null;
        var basis = ContractBasisWord.Parse(text);
        if (basis is null)
            value.Value.Stop(DecisionCodes.NotAContract, $"'{text}' is no contract. Write the months in which claims"
                + " are incurred and those in which they are paid, one of them 12 and the other 12 to 36, for example"
                + " 12/15 or 24/12; or paid.");
        return basis;
    }

    private static AggregateWord? Aggregate(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var corridor = Numbers.Read(section.Required("corridor"), new NumberRange(0, 100, LeastIsOut: true));
        var aggregate = new AggregateWord(
            corridor ?? 1,
            Numbers.Read(section.Optional("maximum"), NumberRange.Amount) ?? double.PositiveInfinity,
            section.Optional("accommodation").Boolean() ?? false);
        section.Done();
        return aggregate;
    }

    private static int Days(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return 30;
        var days = section.Required("days").Integer(0, 365) ?? 30;
        section.Done();
        return days;
    }

    private static FundWord? Fund(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var target = Numbers.Read(section.Required("target"), Zero) ?? 0;
        var fund = new FundWord(
            Numbers.Read(section.Optional("opening"), Zero) ?? target,
            Numbers.Read(section.Optional("minimum"), Zero) ?? target,
            target,
            Numbers.Read(section.Optional("deposit"), Zero) ?? 0);
        section.Done();
        if (fund.Minimum > fund.Target)
            value.Stop(DecisionCodes.FundBelowMinimum,
                "The target is below the minimum, so that a call would not end it. Raise the target.");
        return fund;
    }

    // Any weights: what counts is how they compare.
    private static ValueList<double> Seasonality(DocumentValue value)
    {
        var weights = Distributions.RiskReader.List(value, Zero, []);
        var sum = weights.Items.Sum();
        if (!value.IsPresent)
            return [];
        if (weights.Count == 12 && sum > 0)
            return weights.Items.Select(weight => weight / sum).ToValueList();
        value.Stop(DecisionCodes.NotAPattern,
            "Seasonality is twelve numbers, one for each month of the plan year, in the ratio in which claims are"
            + " incurred.");
        return [];
    }
}

using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>Reads the aggregate part of a policy.</summary>
internal sealed class AggregateReader(BasisReader basis)
{
    private static readonly Percent MostOfExpected = Percent.Of(1_000);

    private static readonly Dictionary<string, LaseredDollars?> Variants = new(StringComparer.Ordinal)
    {
        ["cap-at-base-specific"] = LaseredDollars.CapAtBaseSpecific,
        ["cap-at-own-deductible"] = LaseredDollars.CapAtOwnDeductible,
        ["net-of-reimbursement"] = LaseredDollars.NetOfReimbursement,
    };

    public AggregateTerms? Read(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var lines = SpecificReader.LinesOf(section.Required("lines"));
        var terms = new AggregateTerms
        {
            Lines = lines,
            Basis = basis.Read(section),
            Factors = Factors(section.Required("factors"), lines),
            Minimum = Minimum(section.Optional("minimum")),
            Corridor = section.Optional("corridor").Percent(Percent.Whole, MostOfExpected),
            Maximum = SpecificReader.MaximumOf(section.Optional("maximum")),
            Reimbursement = section.Optional("reimbursement").Percent() ?? Percent.Whole,
            LaseredDollars = section.Optional("lasered-dollars").Choice(Variants) ?? default,
            Accommodation = AccommodationOf(section.Optional("accommodation")),
            TerminalLiability = TerminalLiabilityOf(section.Optional("terminal-liability")),
            RunIn = BasisReader.RunIn(section.Optional("run-in")),
        };
        section.Done();
        return terms;
    }

    private static ValueList<AggregateFactor> Factors(DocumentValue value, ValueList<LineOfCoverage> lines)
    {
        var factors = new List<AggregateFactor>();
        foreach (var (item, known, tier, monthly) in TierAmount.ReadAll(value))
        {
            if (!lines.Items.Contains(known))
                item.Stop(StopLossCodes.LineNotProtected, $"{StopLossLines.WordOf(known)} is not among the lines of the"
                    + " aggregate. Add it to 'lines', or take the factor out.");
            if (factors.Exists(factor => factor.Line == known && factor.Tier == tier))
                item.Stop(StopLossCodes.SaidTwice,
                    $"There are two factors for {StopLossLines.WordOf(known)} {tier}. Keep one of them.");
            factors.Add(new AggregateFactor(known, tier, monthly));
        }
        return factors.ToValueList();
    }

    private static MinimumAttachment Minimum(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return MinimumAttachment.None;
        var expected = section.Optional("expected-claims").Money() ?? Money.Zero;
        var share = section.Optional("percent-of-expected");
        var minimum = new MinimumAttachment(
            section.Optional("percent-of-first-month").Percent(Percent.None, MostOfExpected) ?? Percent.None,
            section.Optional("amount").Money() ?? Money.Zero,
            section.Optional("per-unit").Money() ?? Money.Zero,
            share.Percent(Percent.None, MostOfExpected) ?? Percent.None,
            expected);
        if (share.IsPresent != expected.IsPositive)
            value.Stop(StopLossCodes.Contradiction,
                "A share of expected claims needs both 'percent-of-expected' and 'expected-claims'.");
        section.Done();
        return minimum;
    }

    private static Accommodation? AccommodationOf(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var accommodation = new Accommodation(
            section.Optional("threshold").Money() ?? Money.Zero,
            section.Optional("prorated-minimum").Boolean() ?? true,
            section.Optional("least-request").Money() ?? Money.Zero,
            section.Optional("recoupment").Choice<Recoupment>() ?? default);
        section.Done();
        return accommodation;
    }

    // Yes stands for the public wording: three months more, ninety days of run-out, and the employer has left.
    private static TerminalLiability? TerminalLiabilityOf(DocumentValue value)
    {
        if (!value.IsMap)
            return value.Boolean() is true ? new TerminalLiability(3, new Span(0, 90), IsExercised: true) : null;
        var section = value.Section()!;
        var option = new TerminalLiability(
            section.Optional("added-months").Integer(1, 12) ?? 3,
            BasisReader.SpanOf(section.Optional("run-out")) ?? new Span(0, 90),
            section.Optional("exercised").Boolean() is true);
        section.Done();
        return option;
    }
}

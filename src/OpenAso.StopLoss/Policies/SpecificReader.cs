using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>Reads the specific part of a policy.</summary>
internal sealed class SpecificReader(BasisReader basis)
{
    public SpecificTerms? Read(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var deductible = section.Required("deductible").Money() ?? Money.Zero;
        var aggregating = section.Optional("aggregating").Money() ?? Money.Zero;
        var split = section.Optional("split-funded");
        var terms = new SpecificTerms
        {
            Deductible = deductible,
            Per = section.Optional("per").Choice<CountedUnit>() ?? default,
            Lines = LinesOf(section.Required("lines")),
            Basis = basis.Read(section),
            Lasers = Lasers(section.Optional("lasers"), deductible),
            Aggregating = aggregating,
            LaserExcessErodesAggregating = section.Optional("laser-excess-erodes-aggregating").Boolean() ?? true,
            IsSplitFunded = split.Boolean() ?? false,
            Reimbursement = section.Optional("reimbursement").Percent() ?? Percent.Whole,
            Maximum = MaximumOf(section.Optional("maximum")),
            RunIn = BasisReader.RunIn(section.Optional("run-in")),
        };
        if (terms.IsSplitFunded && aggregating.IsZero)
            split.Stop(StopLossCodes.Contradiction,
                "There is nothing to fund in advance without an aggregating specific deductible. Add 'aggregating'.");
        section.Done();
        return terms;
    }

    /// <summary>Lines of coverage, at least one, each once.</summary>
    public static ValueList<LineOfCoverage> LinesOf(DocumentValue value)
    {
        var lines = new List<LineOfCoverage>();
        foreach (var item in value.OneOrMore())
        {
            if (LineOf(item) is not { } line)
                continue;
            if (lines.Contains(line))
                item.Stop(StopLossCodes.SaidTwice, $"{StopLossLines.WordOf(line)} stands here twice. Take one out.");
            else
                lines.Add(line);
        }
        if (value.IsPresent && value.OneOrMore().IsEmpty)
            value.Stop(StopLossCodes.NothingProtected, "No line of coverage stands here. Add one, such as medical.");
        return lines.ToValueList();
    }

    /// <summary>A line of coverage by its word; null with a finding where there is none.</summary>
    public static LineOfCoverage? LineOf(DocumentValue value) =>
        value.Choice(StopLossLines.Words.ToDictionary(pair => pair.Key, pair => (LineOfCoverage?)pair.Value));

    /// <summary>A maximum; null where it is absent or written as null.</summary>
    public static Money? MaximumOf(DocumentValue value) =>
        value.Node is DocumentScalar { Value: "null" or "~" or "unlimited" } or DocumentScalar { IsEmpty: true }
            ? null
            : value.Money();

    private static ValueList<Laser> Lasers(DocumentValue value, Money deductible)
    {
        var lasers = new List<Laser>();
        foreach (var item in value.Items())
        {
            if (item.Section() is not { } section)
                continue;
            var claimant = section.Required("claimant").Text() ?? "";
            var excluded = section.Optional("excluded").Boolean() is true;
            var own = (excluded ? section.Optional("deductible") : section.Required("deductible")).Money();
            section.Done();
            if (lasers.Exists(laser => laser.Claimant == claimant))
                item.Stop(StopLossCodes.SaidTwice, "Somebody is lasered twice here. Keep one of the two.");
            if (!excluded && own < deductible)
                item.Stop(StopLossCodes.LowLaser, $"A laser is a higher deductible: {own} is below {deductible}, the"
                    + " policy's own. Raise it, or take it out.");
            lasers.Add(new Laser(claimant, excluded ? null : own));
        }
        return lasers.ToValueList();
    }
}

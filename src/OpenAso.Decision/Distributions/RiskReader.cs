using OpenAso.Actuarial.Distributions;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Decision.Distributions;

/// <summary>Reads a risk document.</summary>
/// <remarks>The keys are described in this project's README. Pure; reading never fails.</remarks>
public static class RiskReader
{
    private const int MostPeople = 1_000_000;
    private static readonly double[] UsualMultiples = [1.0, 1.1, 1.25, 1.5];
    private static readonly double[] UsualQuantiles = [0.5, 0.9, 0.99];
    private static readonly NumberRange Factors = new(0, 10_000, LeastIsOut: true);
    private static readonly NumberRange Multiples = new(0, 100, LeastIsOut: true);

    /// <summary>Reads one document.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <param name="severities">Those that the document may name.</param>
    /// <returns>Null with findings where anything in the document is wrong.</returns>
    public static Parsed<RiskDocument?> Read(string text, string fileName, ClaimSeverities severities)
    {
        ArgumentNullException.ThrowIfNull(severities);
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<RiskDocument?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var risk = Risk(new DocumentSection(read.Root, findings), severities);
        return new Parsed<RiskDocument?>(findings.Accepted ? risk : null, findings.ToValueList());
    }

    private static RiskDocument Risk(DocumentSection root, ClaimSeverities severities)
    {
        var severity = SeverityReader.Read(root.Optional("severity"), severities);
        var specific = Specific(root.Required("specific"));
        var members = Classes(root.Optional("members"), severity, specific, isLasered: false);
        var lasered = Classes(root.Optional("lasered"), severity, specific, isLasered: true);
        if (members.Count == 0 && lasered.Count == 0 && root.Findings.Accepted)
            root.Findings.Stop(DecisionCodes.Nobody, root.Map.Place,
                "Nobody is covered. Add 'members' with a class, for example [{count: 220}].");
        var risk = new RiskDocument(members, lasered, Numbers.Read(root.Optional("group-sigma"), new NumberRange(0, 1))
            ?? GroupRisk.UsualSigma)
        {
            Multiples = List(root.Optional("multiples"), Multiples, UsualMultiples),
            Quantiles = List(root.Optional("quantiles"), NumberRange.Chance, UsualQuantiles),
            Specifics = List(root.Optional("specifics"), NumberRange.Amount, []),
        };
        root.Done();
        if (severity.Points is { } points && points.Count > 0 && members.Count > 0
            && members.Items.Max(people => people.Factor) * points[^1].Amount <= specific && double.IsFinite(specific))
            root.Findings.Tell(DecisionCodes.NothingPasses, root.Optional("specific").Node?.Place ?? Place.None,
                "No claim of the table passes the specific, which therefore bears nothing.");
        return risk;
    }

    private static double Specific(DocumentValue value) =>
        value.Node is DocumentScalar { Value: "none" }
            ? double.PositiveInfinity
            : Numbers.Read(value, NumberRange.Amount) ?? 1;

    private static ValueList<RiskClass> Classes(
        DocumentValue list, ClaimSeverity severity, double specific, bool isLasered)
    {
        var classes = new List<RiskClass>();
        foreach (var item in list.Items())
        {
            if (item.Section() is not { } section)
                continue;
            var count = section.Required("count").Integer(1, MostPeople);
            var factor = section.Optional("factor");
            var deductible = isLasered ? Deductible(section, specific) : specific;
            classes.Add(new RiskClass(
                count ?? 1, factor.IsPresent ? Numbers.Read(factor, Factors) ?? 1 : 1, severity, deductible));
            section.Done();
        }
        return classes.ToValueList();
    }

    private static double Deductible(DocumentSection section, double specific)
    {
        var value = section.Required("deductible");
        var deductible = Numbers.Read(value, NumberRange.Amount);
        if (deductible <= specific && value.Node is { } node)
            section.Findings.Warn(DecisionCodes.LaserNotAbove, node.Place,
                "The lasered deductible is not above the specific. Correct it, or move these people to 'members'.");
        return deductible ?? 1;
    }

    internal static ValueList<double> List(DocumentValue list, NumberRange range, double[] otherwise) => list.IsPresent
        ? list.Items().Select(item => Numbers.Read(item, range)).OfType<double>().ToValueList()
        : otherwise.ToValueList();
}

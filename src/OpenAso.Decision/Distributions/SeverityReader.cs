using System.Globalization;
using OpenAso.Actuarial.Distributions;
using OpenAso.Documents;

namespace OpenAso.Decision.Distributions;

/// <summary>Reads what one person may cost in a year.</summary>
internal static class SeverityReader
{
    private static readonly ClaimSeverity Unknown = new LognormalSeverity(0, 1);
    private static readonly NumberRange Zeros = new(0, 1, MostIsOut: true);
    private static readonly NumberRange Mus = new(-20, 30);
    private static readonly NumberRange Sigmas = new(0, 5, LeastIsOut: true);
    private static readonly NumberRange Shapes = new(0, 1_000, LeastIsOut: true);
    private static readonly NumberRange ParetoShapes = new(1, 1_000, LeastIsOut: true);

    /// <summary>A severity by name or by its parameters; the usual one where nothing stands there.</summary>
    public static ClaimSeverity Read(DocumentValue value, ClaimSeverities severities)
    {
        if (!value.IsPresent)
            return severities.Usual.Severity;
        if (!value.IsMap)
            return Named(value, severities);
        if (value.Section() is not { } section)
            return Unknown;
        var severity = OfParameters(section);
        section.Done();
        return severity;
    }

    /// <summary>A severity by its parameters.</summary>
    public static ClaimSeverity OfParameters(DocumentSection section)
    {
        string[] kinds = ["mu", "gamma", "pareto", "table"];
        var given = kinds.Where(section.Has).ToList();
        if (given.Count != 1)
        {
            section.Findings.Stop(DecisionCodes.NotASeverity, section.Map.Place, given.Count == 0
                ? "This is no severity. Name one, or write 'mu' and 'sigma', 'gamma', 'pareto' or 'table'."
                : $"A severity is of one kind, here are {string.Join(" and ", given)}. Keep one of them.");
            foreach (var key in (string[])["zero", "sigma", "tail"])
                section.Optional(key);
            return Unknown;
        }
        if (given[0] == "table")
            return Table(section.Required("table"));
        var body = given[0] switch
        {
            "gamma" => Pair(section.Required("gamma"), Shapes, (shape, scale) => new GammaSeverity(shape, scale)),
            "pareto" => Pair(
                section.Required("pareto"), ParetoShapes, (shape, scale) => new ParetoSeverity(shape, scale)),
            _ => Lognormal(section),
        };
        var tailed = Tail(section.Optional("tail"), body);
        return Numbers.Read(section.Optional("zero"), Zeros) is { } zero ? new ZeroInflated(zero, tailed) : tailed;
    }

    private static ClaimSeverity Named(DocumentValue value, ClaimSeverities severities)
    {
        if (value.Identifier() is not { } name)
            return Unknown;
        if (severities.Named(name) is { } known)
            return known.Severity;
        value.Stop(DecisionCodes.NotASeverity, $"There is no severity '{name}'. Known:"
            + $" {string.Join(", ", severities.Tables.Items.Select(table => table.Name))}.");
        return Unknown;
    }

    private static ClaimSeverity Lognormal(DocumentSection section)
    {
        var mu = Numbers.Read(section.Required("mu"), Mus);
        var sigma = Numbers.Read(section.Required("sigma"), Sigmas);
        return mu is { } m && sigma is { } s ? new LognormalSeverity(m, s) : Unknown;
    }

    private static ClaimSeverity Pair(
        DocumentValue value, NumberRange shapes, Func<double, double, ClaimSeverity> make)
    {
        if (value.Section() is not { } section)
            return Unknown;
        var shape = Numbers.Read(section.Required("shape"), shapes);
        var scale = Numbers.Read(section.Required("scale"), NumberRange.Amount);
        section.Done();
        return shape is { } first && scale is { } second ? make(first, second) : Unknown;
    }

    private static ClaimSeverity Tail(DocumentValue value, ClaimSeverity body)
    {
        if (!value.IsPresent || value.Section() is not { } section)
            return body;
        var threshold = Numbers.Read(section.Required("threshold"), NumberRange.Amount);
        var shape = Numbers.Read(section.Required("shape"), NumberRange.Chance);
        var scale = Numbers.Read(section.Required("scale"), NumberRange.Amount);
        section.Done();
        return threshold is { } from && shape is { } xi && scale is { } width
            ? new SplicedSeverity(body, from, xi, width)
            : body;
    }

    private static ClaimSeverity Table(DocumentValue value)
    {
        var points = new List<(double Amount, double Probability)>();
        foreach (var item in value.Items())
        {
            if (item.Section() is not { } section)
                continue;
            var amount = Numbers.Read(section.Required("amount"), new NumberRange(0, 1e12));
            var probability = Numbers.Read(section.Required("probability"), new NumberRange(0, 1));
            section.Done();
            if (amount is not { } known || probability is not { } likely)
                return Unknown;
            points.Add((known, likely));
        }
        var total = points.Sum(point => point.Probability);
        if (Math.Abs(total - 1) <= 1e-9)
            return new EmpiricalSeverity(points);
        value.Stop(DecisionCodes.DoesNotAddUp, string.Create(CultureInfo.InvariantCulture,
            $"The probabilities of the table add up to {total:0.############}, not to 1. Correct them; people without")
            + " any cost have a row of amount 0.");
        return Unknown;
    }
}

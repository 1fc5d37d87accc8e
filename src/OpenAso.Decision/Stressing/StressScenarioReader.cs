using OpenAso.Actuarial.Simulation;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Decision.Stressing;

/// <summary>Reads named scenarios.</summary>
/// <remarks>Pure; reading never fails.</remarks>
public static class StressScenarioReader
{
    private static readonly NumberRange Levels = new(0, 100);

    /// <summary>Reads one document, in the form of <c>rules/stress-scenarios.yaml</c>.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything in the document is wrong.</returns>
    public static Parsed<StressScenarios?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<StressScenarios?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var root = new DocumentSection(read.Root, findings);
        var rules = Rules(root);
        root.Done();
        return new Parsed<StressScenarios?>(findings.Accepted ? rules : null, findings.ToValueList());
    }

    private static StressScenarios Rules(DocumentSection root)
    {
        if (root.Required("rules").Section() is { } head)
        {
            foreach (var key in (string[])["id", "name", "currency"])
                head.Required(key).Text();
            head.Done();
        }
        var (completion, completionSource) = Dated(root.Required("payment"), section =>
            StressTermsReader.Completion(section.Required("completion")), []);
        var (months, fundSource) = Dated(root.Required("fund"), section =>
            Numbers.Read(section.Required("months-of-claims"), new NumberRange(0, 24)) ?? 0, 0);
        return new StressScenarios(
            completion, completionSource, months, fundSource, Scenarios(root.Required("scenarios")));
    }

    private static (T Value, string Source) Dated<T>(DocumentValue value, Func<DocumentSection, T> read, T otherwise)
    {
        if (value.Section() is not { } section)
            return (otherwise, "");
        section.Required("as-of").Date();
        var source = section.Required("source").Text() ?? "";
        var figure = read(section);
        section.Done();
        return (figure, source);
    }

    private static ValueList<StressScenario> Scenarios(DocumentValue value)
    {
        var scenarios = new List<StressScenario>();
        foreach (var item in value.Items())
        {
            if (item.Section() is not { } section)
                continue;
            var scenario = new StressScenario(
                section.Required("id").Identifier() ?? "",
                section.Required("name").Text() ?? "",
                section.Required("as-of").Date() ?? default,
                section.Required("source").Text() ?? "",
                section.Required("assumed").Text() ?? "",
                Stress(section));
            section.Done();
            if (scenarios.Exists(other => other.Id == scenario.Id))
                item.Stop(DecisionCodes.NotAScenario, $"Two scenarios are named '{scenario.Id}'. Rename one.");
            if (scenario.Stress == PlanStress.None && section.Findings.Accepted)
                item.Stop(DecisionCodes.NotAScenario, $"In '{scenario.Id}' nothing happens. Give it 'claimants',"
                    + " 'months', 'payments', 'recoveries' or 'lasers'.");
            scenarios.Add(scenario);
        }
        return scenarios.ToValueList();
    }

    private static PlanStress Stress(DocumentSection section) => new()
    {
        Claimants = section.Optional("claimants").Items().Select(Claimants).ToValueList(),
        Levels = Months(section.Optional("months")),
        Hold = Hold(section.Optional("payments")),
        RecoveryMonthsLater = Later(section.Optional("recoveries")),
        Lasers = Lasers(section.Optional("lasers")),
    };

    private static AddedClaimants Claimants(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return default;
        var claimants = new AddedClaimants(
            section.Required("count").Integer(1, 10_000) ?? 1,
            Numbers.Read(section.Required("amount"), NumberRange.Amount) ?? 1,
            section.Required("month").Integer(1, 12) ?? 1);
        section.Done();
        return claimants;
    }

    private static ValueList<double> Months(DocumentValue value)
    {
        var levels = Distributions.RiskReader.List(value, Levels, []);
        if (value.IsPresent && levels.Count != 12)
            value.Stop(DecisionCodes.NotAPattern,
                "'months' is twelve numbers, by which the claims of each month of the first year are multiplied.");
        return levels;
    }

    private static PaymentHold? Hold(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var from = section.Required("from").Integer(1, 60) ?? 1;
        var hold = new PaymentHold(
            from, section.Required("to").Integer(1, 60) ?? from, section.Required("later").Integer(1, 12) ?? 1);
        section.Done();
        if (hold.To < hold.From)
            value.Stop(DecisionCodes.NotAScenario, "The last month is before the first. Exchange them.");
        return hold;
    }

    private static int Later(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return 0;
        var days = section.Required("days-later").Integer(1, 365) ?? 0;
        section.Done();
        return StressTerms.Months(days);
    }

    private static RenewalLasers? Lasers(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var lasers = new RenewalLasers(
            section.Required("people").Integer(1, 1_000) ?? 1,
            Numbers.Read(section.Required("share"), new NumberRange(0, 10, LeastIsOut: true)) ?? 1);
        section.Done();
        return lasers;
    }
}

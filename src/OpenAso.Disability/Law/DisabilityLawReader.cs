using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Law;

/// <summary>Reads the document that holds the figures of law.</summary>
/// <remarks>Pure; reading never fails.</remarks>
public static class DisabilityLawReader
{
    /// <summary>Reads the figures.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything is wrong.</returns>
    public static Parsed<DisabilityLaw?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<DisabilityLaw?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var root = new DocumentSection(read.Root, findings);
        RuleHead.Read(root, "id", "name", "currency");
        var law = Law(root);
        root.Done();
        return new Parsed<DisabilityLaw?>(findings.Accepted ? law : null, findings.ToValueList());
    }

    private static DisabilityLaw Law(DocumentSection root) => new()
    {
        SickPayMonths = Number(root, "sick-pay", "months"),
        ContributionYears = Number(root, "contributions", "years"),
        SupplementalRates = Dated(root.Required("supplemental-wages"), row => row.Required("rate").Percent()),
        UnemploymentBases = Dated(root.Required("unemployment-tax"), row => row.Required("wages").Money()),
        Fica = FicaLawReader.Read(root.Optional("payroll-tax")),
        Clocks = Clocks(root.Required("claims-procedure")),
        RetirementAges = Ages(root.Required("normal-retirement")),
        ProtectedLeave = Leave(root.Optional("protected-leave")),
    };

    private static int Number(DocumentSection root, string key, string name)
    {
        if (root.Required(key).Section() is not { } section)
            return 0;
        var number = section.Required(name).Integer(1, 120) ?? 0;
        section.Required("source").Text();
        section.Done();
        return number;
    }

    /// <summary>Figures by the day from which they hold, each with its source.</summary>
    internal static ValueList<DatedFigure<T>> Dated<T>(DocumentValue value, Func<DocumentSection, T?> figure)
        where T : struct
    {
        var figures = new List<DatedFigure<T>>();
        foreach (var row in value.Items().Select(item => item.Section()).OfType<DocumentSection>())
        {
            var from = row.Required("from");
            figures.Add(new DatedFigure<T>(from.Date() ?? default, figure(row) ?? default));
            row.Required("source").Text();
            row.Done();
            if (figures.Count > 1 && figures[^1].From <= figures[^2].From)
                from.Stop(DisabilityCodes.OutOfOrder, "Figures go up by date. Put them in order.");
        }
        return figures.ToValueList();
    }

    private static ClaimClockDays Clocks(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new ClaimClockDays(0, 0, 0, 0, 0, 0, 0);
        var days = new ClaimClockDays(
            Days("decide-days"), Days("extension-days"), Days("extensions"), Days("answer-days"),
            Days("appeal-within-days"), Days("appeal-days"), Days("appeal-extension-days"));
        section.Required("source").Text();
        section.Done();
        return days;

        int Days(string key) => section.Required(key).Integer(1, 366) ?? 0;
    }

    private static LeaveLaw? Leave(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var law = new LeaveLaw(
            Number("weeks"), Number("employed-months"), Number("hours"), Number("employees"));
        section.Required("source").Text();
        section.Done();
        return law;

        int Number(string key) => section.Required(key).Integer(1, 10_000) ?? 1;
    }

    private static ValueList<RetirementAge> Ages(DocumentValue value)
    {
        var ages = new List<RetirementAge>();
        if (value.Section() is not { } section)
            return [];
        foreach (var row in section.Required("ages").Items().Select(item => item.Section()).OfType<DocumentSection>())
        {
            var from = row.Required("born-from");
            ages.Add(new RetirementAge(
                from.Date() ?? default,
                row.Required("years").Integer(60, 80) ?? 0,
                row.Optional("months").Integer(0, 11) ?? 0));
            row.Done();
            if (ages.Count > 1 && ages[^1].BornFrom <= ages[^2].BornFrom)
                from.Stop(DisabilityCodes.OutOfOrder, "Ages go up by birthday. Put them in order.");
        }
        section.Required("source").Text();
        section.Done();
        return ages.ToValueList();
    }
}

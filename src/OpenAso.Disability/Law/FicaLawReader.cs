using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Law;

/// <summary>Reads the figures of social security and Medicare tax.</summary>
internal static class FicaLawReader
{
    /// <summary>Null where there are none.</summary>
    public static FicaLaw? Read(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var law = new FicaLaw
        {
            SocialSecurity = DisabilityLawReader.Dated(section.Required("social-security"), Shared),
            WageBases = Bases(section.Required("wage-bases")),
            Medicare = DisabilityLawReader.Dated(section.Required("medicare"), Shared),
            Additional = DisabilityLawReader.Dated<AdditionalRate>(
                section.Optional("additional-medicare"), row => new AdditionalRate(
                    row.Required("rate").Percent() ?? default, row.Required("above").Money() ?? default)),
            Statement = Statement(section.Required("statement")),
        };
        section.Done();
        return law;
    }

    private static SharedRate? Shared(DocumentSection row) => new SharedRate(
        row.Required("employee").Percent() ?? default, row.Required("employer").Percent() ?? default);

    private static ValueList<WageBase> Bases(DocumentValue value)
    {
        var bases = new List<WageBase>();
        if (value.Section() is not { } section)
            return [];
        foreach (var row in section.Required("years").Items().Select(item => item.Section()).OfType<DocumentSection>())
        {
            var year = row.Required("year");
            bases.Add(new WageBase(year.Integer(1937, 2199) ?? 0, row.Required("wages").Money() ?? default));
            row.Done();
            if (bases.Count > 1 && bases[^1].Year != bases[^2].Year + 1)
                year.Stop(
                    DisabilityCodes.OutOfOrder, "Wage bases stand year by year. Put them in order, none left out.");
        }
        section.Required("source").Text();
        section.Done();
        return bases.ToValueList();
    }

    private static StatementDay Statement(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new StatementDay(1, 1);
        var day = new StatementDay(
            section.Required("month").Integer(1, 12) ?? 1, section.Required("day").Integer(1, 28) ?? 1);
        section.Required("source").Text();
        section.Done();
        return day;
    }
}

using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>Reads where a policy may take another view than the plan.</summary>
internal static class ConditionsReader
{
    public static CoverageConditions Read(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return CoverageConditions.None;
        var conditions = new CoverageConditions(
            section.Optional("mirrors-plan").Boolean() is true,
            section.Optional("exclusions").Entries().Select(Exclusion).OfType<PolicyExclusion>().ToValueList(),
            section.Optional("leave-of-absence-days").Integer(0, 3_660),
            section.Optional("dependent-age").Integer(18, 30),
            section.Optional("covers-retirees").Boolean() is true);
        section.Done();
        return conditions;
    }

    /// <summary>Codes, or their beginnings, as they are sent: capitals and digits, without a point.</summary>
    public static ValueList<string> Codes(DocumentValue value)
    {
        var codes = new List<string>();
        foreach (var item in value.OneOrMore())
        {
            if (item.Text() is not { } code)
                continue;
            if (code.Length > 10 || !code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsDigit(letter)))
                item.Stop(StopLossCodes.NotACode,
                    $"'{code}' is no code as it is sent. Write capitals and digits without a point: C50, E1022.");
            codes.Add(code);
        }
        return codes.ToValueList();
    }

    private static PolicyExclusion? Exclusion((string Key, DocumentValue Value) entry)
    {
        if (entry.Value.Section() is not { } section)
            return null;
        var exclusion = new PolicyExclusion(
            entry.Key,
            section.Required("text").Text() ?? "",
            Codes(section.Optional("procedures")),
            Codes(section.Optional("diagnoses")));
        section.Done();
        return exclusion;
    }
}

using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>Reads what must be told, filed and asked for.</summary>
internal static class ServiceTermsReader
{
    public static NoticeTerms Notices(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return NoticeTerms.Default;
        var standard = NoticeTerms.Default;
        var terms = new NoticeTerms(
            section.Optional("share").Percent() ?? standard.Share,
            section.Optional("confinement-days").Integer(1, 366) ?? standard.Confinement,
            section.Optional("diagnoses").Entries().Select(Diagnosis).ToValueList(),
            section.Optional("within-days").Integer(1, 366) ?? standard.WithinDays);
        section.Done();
        return terms;
    }

    public static FilingTerms Filing(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return FilingTerms.Default;
        var standard = FilingTerms.Default;
        var checklist = section.Optional("checklist");
        var terms = new FilingTerms(
            section.Optional("proof-of-loss-days").Integer(1, 3_660) ?? standard.ProofOfLossDays,
            section.Optional("final-filing-days").Integer(0, 3_660) ?? standard.FinalFilingDays,
            section.Optional("resubmit-from").Money() ?? standard.ResubmitFrom,
            checklist.IsPresent
                ? checklist.OneOrMore().Select(item => item.Choice<FilingItem>()).OfType<FilingItem>().ToValueList()
                : standard.Checklist,
            Advance(section.Optional("advance-funding")));
        section.Done();
        return terms;
    }

    private static TriggerDiagnosis Diagnosis((string Key, DocumentValue Value) entry) => new(
        entry.Key.Replace('-', ' '),
        ConditionsReader.Codes(entry.Value));

    private static AdvanceFundingTerms? Advance(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var terms = new AdvanceFundingTerms(
            section.Optional("least").Money() ?? Money.Of(1_000),
            section.Optional("last-request-days").Integer(0, 366) ?? 15,
            section.Optional("release-days").Integer(1, 60) ?? 5);
        section.Done();
        return terms;
    }
}

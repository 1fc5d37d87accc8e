using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>Reads a stop-loss policy document.</summary>
/// <remarks>The keys are described in this project's README. Pure; reading never fails.</remarks>
public static class PolicyReader
{
    private const int MaximumMonths = 36;

    /// <summary>Reads one policy.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything in the document is wrong, since a policy that is half understood must
    /// not be claimed under.</returns>
    public static Parsed<StopLossPolicy?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<StopLossPolicy?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var policy = Policy(read, findings);
        return new Parsed<StopLossPolicy?>(findings.Accepted ? policy : null, findings.ToValueList());
    }

    private static StopLossPolicy? Policy(Document document, DocumentFindings findings)
    {
        var root = new DocumentSection(document.Root, findings);
        var number = root.Required("policy").Text() ?? "";
        var situs = SitusOf(root.Required("situs"));
        var period = Period(root.Required("period"));
        var template = root.Optional("template").Choice(Templates) ?? default;
        var basis = new BasisReader(period ?? default);
        var specific = new SpecificReader(basis).Read(root.Optional("specific"));
        var aggregate = new AggregateReader(basis).Read(root.Optional("aggregate"));
        if (!root.Has("specific") && !root.Has("aggregate"))
            findings.Stop(StopLossCodes.NothingProtected, document.Root.Place,
                "The policy protects against nothing. Add 'specific', 'aggregate', or both.");
        var policy = new StopLossPolicy
        {
            Number = number,
            Carrier = root.Optional("carrier").Text() ?? "",
            Situs = situs,
            Period = period ?? default,
            PaidMeans = root.Optional("paid-means").Choice(PaidMeanings) ?? default,
            Specific = specific,
            Aggregate = aggregate,
            NotAtWork = NotAtWork(root.Optional("not-actively-at-work")),
            Notices = ServiceTermsReader.Notices(root.Optional("notices")),
            Filing = ServiceTermsReader.Filing(root.Optional("filing")),
            Premium = PremiumReader.Premium(root.Optional("premium")),
            Renewal = PremiumReader.Renewal(root.Optional("renewal")),
            ExperienceRefund = PremiumReader.ExperienceRefund(root.Optional("experience-refund")),
            Conditions = ConditionsReader.Read(root.Optional("conditions")),
            Template = template,
            Version = document.Hash,
        };
        root.Done();
        return period is null ? null : policy;
    }

    private static readonly Dictionary<string, PaidMeaning?> PaidMeanings = new(StringComparer.Ordinal)
    {
        ["adjudicated"] = PaidMeaning.Adjudicated,
        ["issued"] = PaidMeaning.Issued,
        ["funded"] = PaidMeaning.Funded,
        ["cleared"] = PaidMeaning.Cleared,
        ["later-of-issued-and-funded"] = PaidMeaning.LaterOfIssuedAndFunded,
    };

    internal static readonly Dictionary<string, PolicyTemplate?> Templates = new(StringComparer.Ordinal)
    {
        ["individual-10000"] = PolicyTemplate.IndividualTenThousand,
        ["aggregate-per-head-10000"] = PolicyTemplate.AggregatePerHeadTenThousand,
    };

    private static Situs SitusOf(DocumentValue value)
    {
        if (value.Text() is not { } text)
            return default;
        if (!Situs.TryParse(text, out var situs))
            value.Stop(StopLossCodes.NotASitus,
                $"'{text}' is no state or province. Write the country and two letters: US-TX, CA-ON.");
        return situs;
    }

    private static DateRange? Period(DocumentValue value)
    {
        if (BasisReader.Window(value) is not { } period)
            return null;
        if (period.Last <= period.First.AddMonths(MaximumMonths) && period.First.Year > 1900)
            return period;
        value.Stop(StopLossCodes.Dates, $"The policy period {period} is longer than {MaximumMonths} months, or long"
            + " ago. Correct its first and last day.");
        return null;
    }

    private static ValueList<ActivelyAtWork> NotAtWork(DocumentValue value) => value.Items()
        .Select(item => item.Section())
        .OfType<DocumentSection>()
        .Select(section =>
        {
            var person = new ActivelyAtWork(
                section.Required("claimant").Text() ?? "", section.Optional("from").Date());
            section.Done();
            return person;
        })
        .ToValueList();
}

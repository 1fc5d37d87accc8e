using OpenAso.Disability.Leave;
using OpenAso.Disability.Terms;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Disability.Claims;

/// <summary>Reads a disability claim.</summary>
/// <remarks>The keys are described in docs/disability-documents.md. Pure; reading never fails.</remarks>
public static class DisabilityClaimReader
{
    /// <summary>Reads one claim.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything in the document is wrong.</returns>
    public static Parsed<DisabilityClaim?> Read(string text, string fileName)
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } read)
            return new Parsed<DisabilityClaim?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var claim = Of(new DocumentSection(read.Root, findings));
        return new Parsed<DisabilityClaim?>(findings.Accepted ? claim : null, findings.ToValueList());
    }

    /// <summary>Reads a claim that is part of another document.</summary>
    internal static DisabilityClaim Of(DocumentSection root)
    {
        var claim = Person(root, Disability(root, Head(root))) with
        {
            Earnings = ClaimPartReader.Earnings(root),
            Contributions = ClaimPartReader.Contributions(root.Optional("contributions")),
            Hospital = ClaimPartReader.Ranges(root.Optional("hospital")),
            Certifications = ClaimPartReader.Certifications(root.Optional("certifications")),
            Treated = Treated(root.Optional("treated")),
            Work = ClaimPartReader.Work(root.Optional("work")),
            Rehabilitation = ClaimPartReader.Ranges(root.Optional("rehabilitation")),
            Incomes = ClaimPartReader.Incomes(root.Optional("other-income")),
            Recoveries = RecoveryReader.Read(root.Optional("recoveries")),
            Leave = LeaveReader.Read(root.Optional("protected-leave")),
            Repayments = ClaimPartReader.Repayments(root.Optional("repayments")),
            Withholding = ClaimPartReader.Withholding(root.Optional("withholding")),
            Wages = YearWagesReader.Read(root.Optional("wages")),
            Progress = ClaimPartReader.Progress(root.Optional("progress")),
        };
        root.Done();
        return claim;
    }

    private static DisabilityClaim Head(DocumentSection root)
    {
        var section = root.Required("claim").Section();
        var received = section?.Required("received").Date() ?? default;
        var claim = new DisabilityClaim
        {
            Id = section?.Required("id").Text() ?? "",
            Plan = section?.Optional("plan").Identifier() ?? "",
            Received = received,
            Claimant = Nobody,
            LastDayWorked = default,
            DisabledFrom = default,
            Statements = Statements(root.Optional("statements")),
        };
        section?.Done();
        return claim;
    }

    private static DisabilityClaim Person(DocumentSection root, DisabilityClaim claim)
    {
        var coverage = Coverage(root.Optional("coverage"));
        if (root.Required("claimant").Section() is not { } section)
            return claim;
        var person = Nobody with
        {
            MemberId = section.Required("id").Text() ?? "",
            Name = new PersonName(section.Required("last").Text() ?? "", section.Required("first").Text() ?? ""),
            BirthDate = section.Optional("born").Date(),
            Address = Address.Unknown with { State = section.Optional("state").Text() ?? "" },
            Coverage = coverage,
        };
        claim = claim with { Claimant = person, Class = section.Optional("class").Text() ?? "" };
        section.Done();
        return claim;
    }

    private static DisabilityClaim Disability(DocumentSection root, DisabilityClaim claim)
    {
        if (root.Required("disability").Section() is not { } section)
            return claim;
        var from = section.Required("from");
        claim = claim with
        {
            LastDayWorked = section.Required("last-day-worked").Date() ?? default,
            DisabledFrom = from.Date() ?? default,
            Cause = section.Optional("cause").Choice<DisabilityCause>(),
            Circumstances = section.Optional("circumstances").OneOrMore()
                .Select(word => word.Choice<ExcludedCircumstance>()).OfType<ExcludedCircumstance>().ToValueList(),
            Delivery = Delivery(section),
            Died = section.Optional("died").Date(),
            DeathKnownOn = section.Optional("death-known").Date(),
            LimitedMonthsUsed = section.Optional("limited-months-used").Integer(0, 720) ?? 0,
        };
        section.Done();
        if (section.Findings.Accepted && claim.DisabledFrom < claim.LastDayWorked)
            from.Stop(DisabilityCodes.ClaimDates,
                "Disability begins before the last day of work. Correct one of the two days.");
        if (section.Findings.Accepted && claim.Died < claim.DisabledFrom)
            section.Optional("died").Stop(DisabilityCodes.ClaimDates,
                "Death comes before the disability. Correct one of the two days.");
        if (claim is { DeathKnownOn: not null, Died: null })
            section.Optional("death-known").Stop(DisabilityCodes.Incomplete, "Write the day on which somebody 'died'.");
        return claim;
    }

    private static Delivery? Delivery(DocumentSection section)
    {
        var day = section.Optional("delivered").Date();
        var cesarean = section.Optional("cesarean").Boolean() is true;
        return day is { } known ? new Delivery(known, cesarean) : null;
    }

    private static Statements Statements(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new Statements(null, null, null);
        var statements = new Statements(
            section.Optional("employee").Date(),
            section.Optional("employer").Date(),
            section.Optional("physician").Date());
        section.Done();
        return statements;
    }

    // The word none says that somebody has asked.
    private static ValueList<DateOnly>? Treated(DocumentValue value)
    {
        if (!value.IsPresent)
            return null;
        return value.Node is DocumentScalar { Value: "none" } ? []
            : value.OneOrMore().Select(day => day.Date()).OfType<DateOnly>().ToValueList();
    }

    private static ValueList<CoverageSpan> Coverage(DocumentValue value)
    {
        ValueList<CoverageSpan> spans = [];
        if (value.Section() is not { } section)
            return spans;
        (string Key, LineOfCoverage Line)[] lines =
        [
            ("short-term-disability", LineOfCoverage.ShortTermDisability),
            ("long-term-disability", LineOfCoverage.LongTermDisability),
        ];
        foreach (var (key, line) in lines)
        {
            foreach (var days in ClaimPartReader.Ranges(section.Optional(key)))
                spans = spans.With(new CoverageSpan(line, new PlanId(""), days, CoverageTier.EmployeeOnly));
        }
        section.Done();
        return spans;
    }

    private static Person Nobody { get; } = new(
        PersonNumber.Subscriber, "", new PersonName("", ""), null, Sex.Unknown, Relationship.Subscriber,
        Address.Unknown, []);
}

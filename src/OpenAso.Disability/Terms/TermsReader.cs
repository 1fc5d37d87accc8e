using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Terms;

/// <summary>Reads the terms of a document, amended or not, for the days on which they hold.</summary>
internal static class TermsReader
{
    private static readonly Dictionary<string, LineOfCoverage?> Lines = new(StringComparer.Ordinal)
    {
        ["short-term-disability"] = LineOfCoverage.ShortTermDisability,
        ["long-term-disability"] = LineOfCoverage.LongTermDisability,
    };

    /// <summary>The top of a document: what the plan is, and since when.</summary>
    public sealed record Header(
        PlanId Id, string Name, LineOfCoverage Line, string Currency, DateRange Effective, ContentHash Version)
    {
        public bool? CountsTowardAggregate { get; init; }

        public int LongTermNoticeWeeks { get; init; }

        public bool IsWeekly => Line == LineOfCoverage.ShortTermDisability;
    }

    /// <summary>Reads the top; null where it is too faulty to go on.</summary>
    public static Header? Top(DocumentSection document, ContentHash version)
    {
        if (document.Required("plan").Section() is not { } plan)
            return null;
        var id = plan.Required("id").Text();
        var name = plan.Required("name").Text();
        var line = plan.Required("line").Choice(Lines);
        var currency = plan.Required("currency").Currency();
        var first = plan.Required("first").Date();
        var last = plan.Optional("last");
        var end = last.IsPresent ? last.Date() : DateOnly.MaxValue;
        var aggregate = plan.Optional("aggregate-stop-loss").Boolean();
        var notice = plan.Optional("long-term-notice-weeks").Integer(0, 104) ?? 0;
        plan.Done();
        if (first > end)
            last.Stop(DisabilityCodes.PlanDates, "The last day is before the first. Exchange them.");
        if (id is null || name is null || line is null || currency is null || first is null || end is null
            || first > end)
            return null;
        return new Header(new PlanId(id), name, line.Value, currency, new DateRange(first.Value, end.Value), version)
        {
            CountsTowardAggregate = aggregate,
            LongTermNoticeWeeks = notice,
        };
    }

    /// <summary>Reads all the rest.</summary>
    public static DisabilityTerms Read(DocumentSection document, Header top, DateRange inForce)
    {
        foreach (var key in (string[])["plan", "amendments", "examples"])
            document.Optional(key);
        var clauses = new ClauseBook(document.Required("clauses"), document.Findings);
        var benefits = new BenefitReader(clauses, top.IsWeekly);
        var provisions = new ProvisionReader(clauses);
        var arrangement = document.Required("payment").Choice<PaymentArrangement>() ?? default;
        var terms = new DisabilityTerms
        {
            Id = top.Id,
            Name = top.Name,
            Line = top.Line,
            Currency = top.Currency,
            Version = top.Version,
            InForce = inForce,
            Clauses = clauses.Clauses,
            LongTermNoticeWeeks = top.LongTermNoticeWeeks,
            CountsTowardAggregate = top.CountsTowardAggregate,
            Classes = benefits.Classes(document.Required("classes")),
            Occupation = provisions.Occupation(document.Required("occupation")),
            Elimination = benefits.Elimination(document.Required("elimination")),
            Benefit = benefits.Benefit(document.Required("benefit")),
            Duration = benefits.Duration(document.Required("duration")),
            Recurrent = provisions.Recurrent(document.Required("recurrent")),
            Recovery = provisions.Recovery(document.Required("overpayment")),
            Arrangement = arrangement,
            EmployerTaxes = EmployerTaxesReader.Read(document.Optional("employer-taxes"), arrangement),
            Offsets = benefits.Offsets(document.Optional("offsets")),
            Limitations = provisions.Limitations(document.Optional("limitations")),
            Exclusions = provisions.Exclusions(document.Optional("exclusions")),
            PreExisting = provisions.PreExisting(document.Optional("pre-existing")),
            Work = provisions.Work(document.Optional("work-incentive")),
            CostOfLiving = provisions.CostOfLiving(document.Optional("cost-of-living")),
            Survivor = provisions.Survivor(document.Optional("survivor")),
            Rehabilitation = provisions.Rehabilitation(document.Optional("rehabilitation")),
            Maternity = provisions.Maternity(document.Optional("maternity")),
        };
        document.Done();
        return terms;
    }
}

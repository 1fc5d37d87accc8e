using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>Reads the terms of a document, amended or not, for the days on which they hold.</summary>
internal static class SegmentReader
{
    /// <summary>The top of a document: who the plan is for, and since when.</summary>
    public sealed record Header(
        PlanId Id, string Name, LineOfCoverage Line, string Currency, PlanYear Year, DateRange Effective)
    {
        public bool HsaQualified { get; init; }

        public bool Grandfathered { get; init; }
    }

    /// <summary>Reads the top; null where it is too faulty to go on.</summary>
    public static Header? Top(DocumentSection document)
    {
        if (document.Required("plan").Section() is not { } plan)
            return null;
        var id = plan.Required("id").Text();
        var name = plan.Required("name").Text();
        var line = plan.Required("line").Choice(Lines);
        var currency = plan.Required("currency").Currency();
        var year = Year(plan.Optional("year-starts"));
        var first = plan.Required("first").Date();
        var last = plan.Optional("last");
        var end = last.IsPresent ? last.Date() : DateOnly.MaxValue;
        var qualified = plan.Optional("hsa-qualified").Boolean() is true;
        var grandfathered = plan.Optional("grandfathered").Boolean() is true;
        plan.Done();
        if (first > end)
            last.Stop(PlanCodes.Dates, "The last day is before the first. Exchange them.");
        if (id is null || name is null || line is null || currency is null || first is null || end is null
            || first > end)
            return null;
        return new Header(new PlanId(id), name, line.Value, currency, year, new DateRange(first.Value, end.Value))
        {
            HsaQualified = qualified,
            Grandfathered = grandfathered,
        };
    }

    /// <summary>Reads all the rest.</summary>
    public static ResolvedPlan Read(DocumentSection document, Header top, DateRange inForce, ContentHash version)
    {
        document.Optional("plan");
        document.Optional("amendments");
        document.Optional("examples");
        var clauses = new ClauseBook(document.Required("clauses"), document.Findings);
        var limits = new LimitReader(top.Id, clauses, document.Findings).Read(document);
        var tiers = new TierReader(limits, document.Findings).Read(document.Required("tiers"));
        var benefits = new BenefitReader(tiers, limits, clauses).Read(document.Required("benefits"));
        var filing = Filing(document.Optional("timely-filing").Section(), clauses);
        document.Done();
        return new ResolvedPlan
        {
            Id = top.Id,
            Name = top.Name,
            Line = top.Line,
            Currency = top.Currency,
            Version = version,
            InForce = inForce,
            Year = top.Year,
            Clauses = clauses.Clauses,
            Tiers = tiers,
            Benefits = benefits,
            Limits = [.. limits.Limits],
            TimelyFiling = filing,
            HsaQualified = top.HsaQualified,
            Grandfathered = top.Grandfathered,
        };
    }

    private static TimelyFiling? Filing(DocumentSection? section, ClauseBook clauses)
    {
        if (section is null)
            return null;
        var days = section.Required("days").Integer(1, 100_000);
        var clause = clauses.Cited(section);
        section.Done();
        return days is { } known ? new TimelyFiling(known, clause) : null;
    }

    private static PlanYear Year(DocumentValue starts)
    {
        if (starts.Text() is not { } text)
            return PlanYear.Calendar;
        if (DateOnly.TryParseExact(
            "2001-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Day <= 28)
            return new PlanYear(day.Month, day.Day);
        starts.Stop(PlanCodes.YearStart,
            $"'{text}' is not a month and a day from 1 to 28, for example 07-01 for the first of July.");
        return PlanYear.Calendar;
    }

    private static readonly Dictionary<string, LineOfCoverage?> Lines = new(StringComparer.Ordinal)
    {
        ["medical"] = LineOfCoverage.Medical,
        ["dental"] = LineOfCoverage.Dental,
        ["vision"] = LineOfCoverage.Vision,
        ["pharmacy"] = LineOfCoverage.Pharmacy,
    };
}

using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Terms;

/// <summary>Reads who is covered, for what, and for how long.</summary>
/// <param name="clauses">Of the document.</param>
/// <param name="isWeekly">Whether benefits are weekly.</param>
internal sealed class BenefitReader(ClauseBook clauses, bool isWeekly)
{
    private const int MostDays = 1_100;
    private const int MostMonths = 720;

    public ValueList<EarningsClass> Classes(DocumentValue value) => value.Entries()
        .Select(entry => (entry.Key, Section: entry.Value.Section()))
        .Where(entry => entry.Section is not null)
        .Select(entry =>
        {
            var section = entry.Section!;
            var one = new EarningsClass(
                entry.Key,
                section.Optional("commission-months").Integer(1, 120) ?? 0,
                section.Optional("bonus-months").Integer(1, 120) ?? 0,
                clauses.Cited(section));
            section.Done();
            return one;
        })
        .ToValueList();

    public EliminationPeriod Elimination(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new EliminationPeriod(0, 0, false, 0, ClauseNumber.None);
        var period = new EliminationPeriod(
            section.Required("accident").Integer(0, MostDays) ?? 0,
            section.Required("sickness").Integer(0, MostDays) ?? 0,
            section.Optional("hospital-first-day").Boolean() is true,
            section.Optional("trial-work-days").Integer(0, MostDays) ?? 0,
            clauses.Cited(section));
        section.Done();
        return period;
    }

    public BenefitSchedule Benefit(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new BenefitSchedule([], null, null, DayBasis.Calendar, ClauseNumber.None);
        var clause = clauses.Cited(section);
        var days = section.Required("days");
        var basis = days.Choice<DayBasis>() ?? default;
        if (days.IsPresent && isWeekly == (basis == DayBasis.Thirty))
            days.Stop(DisabilityCodes.DaysOfLine, isWeekly
                ? "Weekly benefits count calendar or working days. Write calendar or working."
                : "Monthly benefits count thirty days a month. Write thirty.");
        var schedule = new BenefitSchedule(
            Steps(section), section.Optional("maximum").Money(), Minimum(section.Optional("minimum")), basis, clause);
        section.Done();
        return schedule;
    }

    public DurationTable Duration(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new DurationTable(0, [], ClauseNumber.None);
        var weeks = section.Optional("weeks").Integer(1, 520) ?? 0;
        var rows = Rows(section.Optional("by-age"));
        if (section.Has("weeks") == section.Has("by-age"))
            value.Stop(DisabilityCodes.Duration, "Write either 'weeks', or a table 'by-age'.");
        if (section.Has("weeks") && !isWeekly)
            value.Stop(DisabilityCodes.DaysOfLine, "Monthly benefits run by age. Write a table 'by-age'.");
        var table = new DurationTable(weeks, rows, clauses.Cited(section));
        section.Done();
        return table;
    }

    public ValueList<OffsetTerms> Offsets(DocumentValue value)
    {
        var offsets = new List<OffsetTerms>();
        foreach (var section in value.Items().Select(item => item.Section()).OfType<DocumentSection>())
        {
            var kind = section.Required("kind");
            var one = new OffsetTerms(
                kind.Choice<OffsetKind>() ?? default,
                section.Optional("estimated").Boolean() is true,
                section.Optional("frozen").Boolean() is true,
                section.Optional("below-minimum").Boolean() is true,
                clauses.Cited(section))
            {
                LumpSums = LumpSums(section.Optional("lump-sums")),
            };
            section.Done();
            if (offsets.Exists(other => other.Kind == one.Kind))
                kind.Stop(DisabilityCodes.Twice, "This kind of income is counted above already. Keep one.");
            offsets.Add(one);
        }
        return offsets.ToValueList();
    }

    private static LumpSumTerms? LumpSums(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var terms = new LumpSumTerms(
            section.Required("spread").Choice<LumpSumSpread>() ?? default,
            section.Optional("months").Integer(1, MostMonths) ?? 0);
        section.Done();
        if (section.Findings.Accepted && terms.Spread == LumpSumSpread.Months == terms.Months is 0)
            value.Stop(DisabilityCodes.Incomplete, "'months' goes with 'spread: months', and with no other rule.");
        return terms;
    }

    private static ValueList<BenefitStep> Steps(DocumentSection section)
    {
        var percent = section.Optional("percent");
        var list = section.Optional("steps");
        if (percent.IsPresent == list.IsPresent)
            section.Findings.Stop(DocumentCodes.MissingKey, section.Map.Place,
                "Write either 'percent', or 'steps' with the share of earnings from one week or month on.");
        if (percent.IsPresent)
            return [new BenefitStep(1, percent.Percent() ?? default)];
        var steps = new List<BenefitStep>();
        foreach (var step in list.Items().Select(item => item.Section()).OfType<DocumentSection>())
        {
            var from = step.Required("from");
            steps.Add(new BenefitStep(
                from.Integer(1, MostMonths) ?? 1, step.Required("percent").Percent() ?? default));
            step.Done();
            if (steps.Count == 1 ? steps[0].From != 1 : steps[^1].From <= steps[^2].From)
                from.Stop(DisabilityCodes.OutOfOrder, "Steps begin with 1 and go up. Put them in order.");
        }
        return steps.ToValueList();
    }

    private MinimumBenefit? Minimum(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var minimum = new MinimumBenefit(
            section.Optional("amount").Money() ?? Money.Zero,
            section.Optional("share").Percent() ?? Percent.None,
            clauses.Cited(section));
        section.Done();
        return minimum;
    }

    private static ValueList<DurationRow> Rows(DocumentValue value)
    {
        var rows = new List<DurationRow>();
        foreach (var row in value.Items().Select(item => item.Section()).OfType<DocumentSection>())
        {
            var age = row.Required("from-age");
            rows.Add(new DurationRow(
                age.Integer(0, 120) ?? 0,
                row.Required("months").Integer(0, MostMonths) ?? 0,
                row.Optional("to-normal-retirement").Boolean() is true));
            row.Done();
            if (rows.Count == 1 ? rows[0].FromAge != 0 : rows[^1].FromAge <= rows[^2].FromAge)
                age.Stop(DisabilityCodes.OutOfOrder, "Rows begin with age 0 and go up. Put them in order.");
        }
        return rows.ToValueList();
    }
}

using System.Globalization;
using OpenAso.Disability.Leave;
using OpenAso.Disability.Terms;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Claims;

/// <summary>Reads the lists of a claim.</summary>
internal static class ClaimPartReader
{
    private static readonly Money Cent = new(1);
    private static readonly Money MostMoney = Money.Of(1_000_000_000);

    public static Earnings Earnings(DocumentSection root) => new(
        Sections(root.Optional("salary")).Select(section =>
        {
            var entry = new SalaryEntry(section.Required("from").Date() ?? default, Pay(section));
            section.Done();
            return entry;
        }).OrderBy(entry => entry.From).ToValueList(),
        Monthly(root.Optional("commissions")),
        Monthly(root.Optional("bonuses")));

    public static ValueList<ContributionYear> Contributions(DocumentValue value)
    {
        var years = new List<ContributionYear>();
        foreach (var section in Sections(value))
        {
            var year = section.Required("year");
            var one = new ContributionYear(
                year.Integer(1900, 2199) ?? 0,
                section.Required("employer").Money() ?? default,
                section.Required("employee").Money() ?? default);
            section.Done();
            if (years.Exists(other => other.Year == one.Year))
                year.Stop(DisabilityCodes.Twice, "This year stands here already. Keep one.");
            if (section.Findings.Accepted && (one.Employer + one.Employee).IsZero)
                year.Stop(DisabilityCodes.Incomplete, "Nobody paid anything in this year. Write who paid what.");
            years.Add(one);
        }
        return years.OrderBy(year => year.Year).ToValueList();
    }

    /// <summary>Days; open where no last one is given.</summary>
    public static ValueList<DateRange> Ranges(DocumentValue value) => Sections(value).Select(section =>
    {
        var days = Range(section);
        section.Done();
        return days;
    }).OrderBy(days => days.First).ToValueList();

    public static ValueList<Certification> Certifications(DocumentValue value) => Sections(value).Select(section =>
    {
        section.Required("to");
        var (withdrawn, known) = (section.Optional("withdrawn-from"), section.Optional("known"));
        var one = new Certification(Range(section), section.Optional("any-occupation").Boolean() is true)
        {
            WithdrawnFrom = withdrawn.Date(),
            KnownOn = known.Date(),
        };
        section.Done();
        if (section.Findings.Accepted && one.WithdrawnFrom is { } from && !one.Days.Contains(from))
            withdrawn.Stop(DisabilityCodes.ClaimDates,
                "The certification does not hold on this day anyway. Write the first of its days that was withdrawn.");
        if (one is { KnownOn: not null, WithdrawnFrom: null })
            known.Stop(DisabilityCodes.Incomplete, "Write with it from which day on the proof was withdrawn: "
                + "withdrawn-from.");
        return one;
    }).OrderBy(one => one.Days.First).ToValueList();

    public static ValueList<WorkSpell> Work(DocumentValue value)
    {
        var spells = new List<WorkSpell>();
        foreach (var section in Sections(value))
        {
            var earnings = section.Optional("earnings").Section();
            var full = section.Optional("full").Boolean() is true;
            var pay = earnings is null ? null : Pay(earnings);
            earnings?.Done();
            var spell = new WorkSpell(
                Range(section), full, pay, section.Optional("then").Choice<DisabilityCause>())
            {
                KnownOn = section.Optional("known").Date(),
                WeeklyMinutes = LeaveReader.Minutes(section.Optional("hours-per-week")),
            };
            section.Done();
            if (full == pay is not null)
                section.Findings.Stop(DisabilityCodes.Incomplete, section.Map.Place,
                    "Write 'full: yes' for the work of before, or what part-time work earned: "
                    + "earnings: {amount: 2000, per: month}.");
            if (spells.Exists(other => other.Days.Overlaps(spell.Days)))
                section.Findings.Stop(DisabilityCodes.ClaimDates, section.Map.Place,
                    "These days of work overlap others. End one before the other begins.");
            spells.Add(spell);
        }
        return spells.OrderBy(spell => spell.Days.First).ToValueList();
    }

    public static ValueList<OtherIncome> Incomes(DocumentValue value) => Sections(value).Select(section =>
    {
        var actual = section.Optional("amount").Money();
        var estimate = section.Optional("estimate").Money();
        var lumpSum = LumpSumReader.Read(section);
        var income = new OtherIncome(
            section.Required("kind").Choice<OffsetKind>() ?? default,
            Range(section),
            (lumpSum is null ? section.Required("per") : section.Optional("per")).Choice<PayPeriod>() ?? default,
            actual,
            estimate,
            section.Optional("known").Date(),
            Increases(section.Optional("increases")))
        {
            LumpSum = lumpSum,
        };
        section.Done();
        if (section.Findings.Accepted && actual is null && estimate is null && lumpSum is null)
            section.Findings.Stop(DisabilityCodes.Incomplete, section.Map.Place,
                "Write the 'amount' that was awarded (0 where it was refused), or an 'estimate' until it is known.");
        return income;
    }).ToValueList();

    public static ValueList<Repayment> Repayments(DocumentValue value) => Sections(value).Select(section =>
    {
        var one = new Repayment(
            section.Required("day").Date() ?? default, section.Required("amount").Money(Cent, MostMoney) ?? default);
        section.Done();
        return one;
    }).OrderBy(one => one.Day).ToValueList();

    public static Withholding? Withholding(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var amount = section.Optional("amount").Money();
        var method = section.Required("method").Choice(Words.Meanings<WithholdingMethod>()
            .ToDictionary(word => Formless(word.Key), word => (WithholdingMethod?)word.Value)) ?? default;
        section.Done();
        if (amount is null == method is WithholdingMethod.FormW4 or WithholdingMethod.FormW4S)
            value.Stop(DisabilityCodes.Incomplete,
                "A form names an 'amount' for each payment; the other methods have none.");
        return new Withholding(method, amount ?? Money.Zero);
    }

    public static ClaimProgress Progress(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return ClaimProgress.NotBegun;
        var appeal = section.Optional("appeal-extension").Section();
        var progress = new ClaimProgress(
            Sections(section.Optional("extensions")).Select(Extension).OrderBy(one => one.Noticed).ToValueList(),
            section.Optional("decided").Date(),
            section.Optional("decision-received").Date(),
            section.Optional("appeal-received").Date(),
            appeal is null ? null : Extension(appeal),
            section.Optional("appeal-decided").Date());
        section.Done();
        return progress;
    }

    private static string Formless(string word) => word switch
    {
        "form-w4" => "w-4",
        "form-w4-s" => "w-4s",
        _ => word,
    };

    private static ExtensionNotice Extension(DocumentSection section)
    {
        var answered = section.Optional("answered");
        var notice = new ExtensionNotice(
            section.Required("noticed").Date() ?? default,
            section.Optional("asked").Boolean() is true,
            answered.Date());
        section.Done();
        if (section.Findings.Accepted && notice.Answered < notice.Noticed)
            answered.Stop(DisabilityCodes.ClaimDates, "The answer comes before the notice. Correct one of the days.");
        return notice;
    }

    private static Pay Pay(DocumentSection section) => new(
        section.Required("amount").Money() ?? default, section.Required("per").Choice<PayPeriod>() ?? default);

    private static ValueList<MonthlyPay>? Monthly(DocumentValue value) => !value.IsPresent ? null
        : Sections(value).Select(section =>
        {
            var one = new MonthlyPay(
                Month(section.Required("month")), section.Required("amount").Money() ?? default);
            section.Done();
            return one;
        }).ToValueList();

    private static Month Month(DocumentValue value)
    {
        if (value.Text() is not { } text)
            return default;
        if (DateOnly.TryParseExact(
            text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            return Kernel.Month.Of(first);
        value.Stop(DocumentCodes.NotADate, $"'{text}' is not a month, for example 2026-01.");
        return default;
    }

    private static ValueList<IncomeIncrease> Increases(DocumentValue value) => Sections(value).Select(section =>
    {
        var one = new IncomeIncrease(
            section.Required("from").Date() ?? default, section.Required("amount").Money() ?? default);
        section.Done();
        return one;
    }).OrderBy(one => one.From).ToValueList();

    internal static DateRange Range(DocumentSection section)
    {
        var first = section.Required("from").Date() ?? default;
        var to = section.Optional("to");
        var last = to.IsPresent ? to.Date() ?? first : DateOnly.MaxValue;
        if (last >= first)
            return new DateRange(first, last);
        to.Stop(DisabilityCodes.ClaimDates, "The last day is before the first. Exchange them.");
        return DateRange.On(first);
    }

    internal static IEnumerable<DocumentSection> Sections(DocumentValue value) =>
        value.Items().Select(item => item.Section()).OfType<DocumentSection>();
}

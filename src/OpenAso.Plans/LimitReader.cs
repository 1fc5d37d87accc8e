using System.Collections.Immutable;
using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>Reads deductibles, out-of-pocket maximums and limits on visits, days, services and dollars.</summary>
internal sealed class LimitReader(PlanId plan, ClauseBook clauses, DocumentFindings findings)
{
    public const string Deductibles = "deductibles";
    public const string Maximums = "out-of-pocket-maximums";
    public const string Others = "limits";

    private readonly LimitTable _table = new();
    private readonly Dictionary<LimitId, Place> _identifiers = [];

    /// <summary>Reads the three sections of a document.</summary>
    public LimitTable Read(DocumentSection document)
    {
        var entries = new List<(string Section, string Key, DocumentSection Terms)>();
        foreach (var section in (string[])[Deductibles, Maximums, Others])
        {
            foreach (var (key, value) in document.Optional(section).Entries())
            {
                if (value.Section() is not { } terms)
                    continue;
                entries.Add((section, key, terms));
                _table.Reserve(section, key);
            }
        }
        foreach (var (section, key, terms) in entries)
            _table.Limits.Add(One(section, key, terms));
        return _table;
    }

    private Limit One(string section, string key, DocumentSection terms)
    {
        var (measure, amounts) = section switch
        {
            Deductibles => (LimitMeasure.Deductible, MoneyAmounts(terms)),
            Maximums => (LimitMeasure.OutOfPocket, MoneyAmounts(terms)),
            _ => Counted(terms),
        };
        var (window, months) = Window(terms.Optional("within"));
        var limit = new Limit
        {
            Id = Identifier(section, key, terms),
            Index = _table.Limits.Count,
            Name = terms.Optional("name").Text() ?? key.Replace('-', ' '),
            Place = terms.Map.Place,
            Clause = clauses.Cited(terms),
            Measure = measure,
            Person = amounts.Person,
            Family = amounts.Family,
            SelfOnly = amounts.SelfOnly,
            Window = window,
            RollingMonths = months,
            PerTooth = section == Others && terms.Optional("per-tooth").Boolean() is true,
            CarryOver = section == Others ? null : CarriedOver(terms),
            AlsoCredits = Credited(section, terms),
        };
        terms.Done();
        return limit;
    }

    private LimitId Identifier(string section, string key, DocumentSection terms)
    {
        var given = terms.Optional("id");
        var id = new LimitId(given.Identifier() ?? $"{plan}/{section}/{key}");
        if (!_identifiers.TryAdd(id, terms.Map.Place))
        {
            findings.Stop(PlanCodes.LimitTwice, given.Node?.Place ?? terms.Map.Place,
                $"The identifier '{id}' is already that of {_identifiers[id].Path}. "
                    + "Give each limit its own, or let both draw on one.");
        }
        return id;
    }

    private (LimitMeasure Measure, Amounts Amounts) Counted(DocumentSection terms)
    {
        (string Key, LimitMeasure Measure)[] kinds =
        [
            ("visits", LimitMeasure.Visits), ("days", LimitMeasure.Days),
            ("services", LimitMeasure.Services), ("dollars", LimitMeasure.PlanPaid),
        ];
        var given = kinds.Where(kind => terms.Has(kind.Key)).ToList();
        if (given.Count != 1)
        {
            findings.Stop(PlanCodes.LimitMeasure, terms.Map.Place, given.Count == 0
                ? "The limit counts nothing. Write one of visits, days, services or dollars with its number."
                : $"The limit counts {string.Join(" and ", given.Select(kind => kind.Key))}. "
                    + "Write one limit for each.");
            return (LimitMeasure.Services, default);
        }
        var (key, measure) = given[0];
        var value = terms.Optional(key);
        if (!value.IsMap)
            return (measure, new Amounts(Number(value, measure), null, null));
        var section = value.Section()!;
        var amounts = Amounts.Read(section, each => Number(each, measure));
        section.Done();
        Compare(amounts, section.Map);
        return (measure, amounts);
    }

    private Amounts MoneyAmounts(DocumentSection terms)
    {
        var amounts = Amounts.Read(terms, value => value.Money()?.Cents);
        Compare(amounts, terms.Map);
        return amounts;
    }

    private void Compare(Amounts amounts, DocumentMap map)
    {
        if (amounts.Person > amounts.Family)
        {
            findings.Stop(PlanCodes.PersonAboveFamily, map.Place,
                "The amount for a person is above that for the family, so it never binds. "
                    + "Exchange them, or leave one out.");
        }
        if (amounts == default && map["person"] is null && map["family"] is null && map["self-only"] is null)
        {
            findings.Stop(DocumentCodes.MissingKey, map.Place,
                "No amount stands here. Write person, family or both, with amounts.");
        }
    }

    private static long? Number(DocumentValue value, LimitMeasure measure) =>
        measure == LimitMeasure.PlanPaid ? value.Money()?.Cents : value.Integer(0, 100_000);

    private (LimitWindow Window, int Months) Window(DocumentValue within)
    {
        if (within.Text() is not { } text)
            return (LimitWindow.PlanYear, 0);
        switch (text)
        {
            case "plan-year":
                return (LimitWindow.PlanYear, 0);
            case "calendar-year":
                return (LimitWindow.CalendarYear, 0);
            case "lifetime":
                return (LimitWindow.Lifetime, 0);
        }
        var number = text.Split(' ') is [var digits, "months" or "month"] ? digits : "";
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            && months is >= 1 and <= 600)
            return (LimitWindow.Rolling, months);
        findings.Stop(PlanCodes.NotAWindow, within.Node!.Place,
            $"'{text}' is none of: plan-year, calendar-year, lifetime, "
            + "or a number of months such as '6 months' (1 to 600)."
            + NearestWord.Suggestion(text, ["plan-year", "calendar-year", "lifetime"]));
        return (LimitWindow.PlanYear, 0);
    }

    private CarryOver? CarriedOver(DocumentSection terms)
    {
        if (terms.Optional("carry-over").Section() is not { } section)
            return null;
        var months = section.Required("months").Integer(1, 12);
        var unmet = section.Required("only-if-unmet").Boolean();
        var clause = clauses.Cited(section);
        section.Done();
        return months is null ? null : new CarryOver(months.Value, unmet ?? false, clause);
    }

    private ImmutableArray<int> Credited(string section, DocumentSection terms)
    {
        var own = _table.Limits.Count;
        var credited = ImmutableArray.CreateBuilder<int>();
        foreach (var value in terms.Optional("also-credits").OneOrMore())
        {
            if (_table.Named(section, value) is not { } index)
                continue;
            if (index == own || credited.Contains(index))
                value.Stop(
                    PlanCodes.NameUnknown, "Name each other limit once; a limit always receives its own amounts.");
            else
                credited.Add(index);
        }
        return credited.ToImmutable();
    }

    private readonly record struct Amounts(long? Person, long? Family, long? SelfOnly)
    {
        public static Amounts Read(DocumentSection section, Func<DocumentValue, long?> number) =>
            new(number(section.Optional("person")), number(section.Optional("family")),
                number(section.Optional("self-only")));
    }
}

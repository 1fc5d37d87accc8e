
namespace OpenAso.Seed.People;

/// <summary>Makes up the people of one position of employment: who holds it, and who follows when they leave.</summary>
internal sealed class HouseholdGenerator(SeedRequest request)
{
    private const int MaximumHolders = 8;

    private readonly SeedWindow _window = request.Window;
    private readonly SeedStream _root = SeedStream.Of(request.Rng).Branch(request.Employer.Number);

    /// <summary>The households that hold a position one after another within the window.</summary>
    /// <param name="position">From 1. Depends on no other position.</param>
    public List<Household> Hold(int position)
    {
        List<Household> households = [];
        var start = 0;
        for (var holder = 0; holder < MaximumHolders && start < _window.Months; holder++)
        {
            var household = Begin(position, holder, start);
            households.Add(household);
            LifeEvents.Live(household, _window, start);
            if (household.Last is not { } last)
                break;
            start = _window.MonthOf(last) + 2;
        }
        return households;
    }

    private Household Begin(int position, int holder, int startMonth)
    {
        var stream = _root.Branch(position).Branch(holder);
        var isFirst = holder == 0;
        var start = _window.StartOf(startMonth);
        var planYear = _window.PlanYearStart(request.Employer.PlanYear);
        var hired = isFirst ? start.AddDays(-stream.Between(31, 6000)) : start.AddDays(-stream.Between(5, 31));
        var eligible = new DateOnly(hired.Year, hired.Month, 1).AddMonths(1);
        var from = !isFirst ? start : eligible > planYear ? (eligible > start ? start : eligible) : planYear;
        var hasMedical = stream.Percent(96);
        var household = new Household
        {
            Id = request.Employer.MemberPrefix + Checked((position - 1) * MaximumHolders + holder),
            Employer = request.Employer,
            Street = Names.Street(stream),
            Town = stream.Pick(request.Employer.Towns),
            Hired = hired,
            From = from,
            HasMedical = hasMedical,
            HasDental = !hasMedical || stream.Percent(85),
            Stream = stream,
        };
        household.MedicalPlans.Add((from, ChoosePlan(stream)));
        new FamilyGenerator(household, start, stream.Branch(1)).People();
        if (!isFirst)
            household.Events.Add(new EnrollmentEvent(EnrollmentEventKind.Hire, startMonth, start, "28"));
        return household;
    }

    private string ChoosePlan(SeedStream stream)
    {
        var drawn = stream.Below(100);
        foreach (var option in request.Employer.MedicalPlans)
        {
            if (drawn < option.Percent)
                return option.Plan;
            drawn -= option.Percent;
        }
        return request.Employer.MedicalPlans[0].Plan;
    }

    // Seven digits and a check digit: a mistyped identifier never becomes somebody else's.
    private static string Checked(int number)
    {
        var digits = (1_000_000 + number).ToString("D7", System.Globalization.CultureInfo.InvariantCulture);
        return digits + NpiMaker.CheckDigit(digits);
    }
}

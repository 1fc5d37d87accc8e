namespace OpenAso.Seed.People;

/// <summary>Lets the months pass: people are born, marry, part, grow up, change their option, leave.</summary>
/// <remarks>What happens in a month takes effect with the next (a birth on its own day) and stands in the next month's
/// file.</remarks>
internal static class LifeEvents
{
    public static void Live(Household household, SeedWindow window, int startMonth)
    {
        for (var month = startMonth; month < window.Months && household.Last is null; month++)
        {
            var stream = household.Stream.Branch(2000 + month);
            if (stream.Rate(1_200))
                Leave(household, window, month, stream);
            else
                Pass(household, window, month, stream);
        }
    }

    private static void Leave(Household household, SeedWindow window, int month, SeedStream stream)
    {
        household.Last = window.EndOf(month);
        var delay = stream.Weighted(85, 10, 5);
        household.Events.Add(new EnrollmentEvent(
            EnrollmentEventKind.Termination, month + 1 + delay, window.EndOf(month), "08"));
        foreach (var person in household.People)
            person.Last ??= household.Last;
    }

    private static void Pass(Household household, SeedWindow window, int month, SeedStream stream)
    {
        var end = window.EndOf(month);
        var spouse = household.People.Find(person => person.Kinship == Kinship.Spouse && person.CoveredOn(end));
        var hadEvent = false;
        foreach (var mother in household.People.Where(person => MayBear(person, end)).ToArray())
            hadEvent |= stream.Rate(560) && Bear(household, window, month, mother);
        if (spouse is not null && stream.Rate(110))
            hadEvent |= Part(household, spouse, window, month, "01");
        else if (spouse is null && household.People.Count < 12 && stream.Rate(130))
            hadEvent |= Marry(household, window, month, stream);
        foreach (var child in household.People.Where(person => ComesOfAge(person, window, month)).ToArray())
            hadEvent |= Part(household, child, window, month, "07");
        var yearBegins = end.AddDays(1).Month == household.Employer.PlanYear.StartMonth;
        if (stream.Percent(yearBegins ? 6 : hadEvent ? 15 : 0))
            Switch(household, window, month);
    }

    private static bool MayBear(PersonDraft person, DateOnly day) =>
        person.Sex == 'F' && person.Kinship != Kinship.Child
        && person.CoveredOn(day) && person.AgeOn(day) is >= 20 and <= 42
        && (person.Deliveries.Count == 0 || day.DayNumber - person.Deliveries[^1].DayNumber > 400);

    private static bool Bear(Household household, SeedWindow window, int month, PersonDraft mother)
    {
        var number = household.People.Count + 1;
        var stream = household.Stream.Branch(1000 + number);
        var birth = window.StartOf(month).AddDays(stream.Below(window.EndOf(month).Day));
        if (birth < household.From)
            return false;
        mother.Deliveries.Add(birth);
        var sex = stream.Percent(49) ? 'F' : 'M';
        var newborn = new PersonDraft
        {
            Number = number,
            Given = NewName(household, stream, sex),
            Surname = mother.Surname,
            Birth = birth,
            Sex = sex,
            Kinship = Kinship.Child,
            From = birth,
            Known = window.StartOf(month + 1),
            Frailty = FamilyGenerator.FrailtyOf(stream),
            Difficult = stream.Percent(4),
            Stream = stream,
        };
        household.People.Add(newborn);
        household.Events.Add(new EnrollmentEvent(EnrollmentEventKind.Join, month + 1, birth, "02", newborn));
        return true;
    }

    private static bool Marry(Household household, SeedWindow window, int month, SeedStream stream)
    {
        var day = window.StartOf(month + 1);
        var number = household.People.Count + 1;
        var own = household.Stream.Branch(1000 + number);
        var sex = household.Subscriber.Sex == 'F' ? 'M' : 'F';
        var age = Math.Max(20, household.Subscriber.AgeOn(day) + stream.Between(-4, 4));
        var spouse = new PersonDraft
        {
            Number = number,
            Given = NewName(household, own, sex),
            Surname = household.Subscriber.Surname,
            Birth = day.AddYears(-age).AddDays(-own.Between(1, 360)),
            Sex = sex,
            Kinship = Kinship.Spouse,
            From = day,
            Known = day,
            Frailty = FamilyGenerator.FrailtyOf(own),
            Conditions = ConditionTable.Of(own, age),
            Stream = own,
        };
        household.People.Add(spouse);
        household.Events.Add(new EnrollmentEvent(EnrollmentEventKind.Join, month + 1, day, "32", spouse));
        return true;
    }

    private static bool Part(Household household, PersonDraft person, SeedWindow window, int month, string reason)
    {
        var last = window.EndOf(month);
        person.Last = last;
        household.Events.Add(new EnrollmentEvent(EnrollmentEventKind.Leave, month + 1, last, reason, person));
        return true;
    }

    private static bool ComesOfAge(PersonDraft person, SeedWindow window, int month) =>
        person.Kinship == Kinship.Child && person.Last is null && person.AgeOn(window.EndOf(month)) >= 26;

    private static void Switch(Household household, SeedWindow window, int month)
    {
        var options = household.Employer.MedicalPlans;
        if (!household.HasMedical || options.Count < 2)
            return;
        var day = window.StartOf(month + 1);
        var next = options.First(option => option.Plan != household.MedicalPlanOn(day));
        household.MedicalPlans.Add((day, next.Plan));
        household.Events.Add(new EnrollmentEvent(EnrollmentEventKind.PlanSwitch, month + 1, day, "22"));
    }

    private static string NewName(Household household, SeedStream stream, char sex)
    {
        string name;
        do
            name = Names.Given(stream, sex);
        while (household.People.Exists(person => person.Given == name));
        return name;
    }
}

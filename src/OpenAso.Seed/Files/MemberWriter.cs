using OpenAso.Seed.People;
using OpenAso.X12;

namespace OpenAso.Seed.Files;

/// <summary>Writes the members of one household (loops 2000 to 2300 of the 834).</summary>
internal sealed class MemberWriter(X12Writer writer, Household household)
{
    private const string Medical = "HLT";
    private const string Dental = "DEN";

    /// <summary>Everybody who is covered on a day.</summary>
    public int Everybody(string maintenance, string reason, DateOnly day, Func<PersonDraft, DateOnly> from)
    {
        var count = 0;
        foreach (var person in household.People.Where(person => person.CoveredOn(day)))
        {
            Member(person, maintenance, reason);
            foreach (var (line, plan) in Lines(day))
                Coverage(maintenance, line, plan, household.TierOn(day), from(person));
            count++;
        }
        return count;
    }

    /// <summary>One thing that has happened.</summary>
    /// <returns>How many members were written.</returns>
    public int Tell(EnrollmentEvent happened) => happened.Kind switch
    {
        EnrollmentEventKind.Hire => Everybody("021", happened.Reason, happened.Day, _ => happened.Day),
        EnrollmentEventKind.Join => Join(happened, happened.Person!),
        EnrollmentEventKind.Leave => Leave(happened, happened.Person!),
        EnrollmentEventKind.PlanSwitch => Switch(happened),
        _ => Terminate(happened),
    };

    private int Join(EnrollmentEvent happened, PersonDraft joined)
    {
        var count = Retell(happened.Day, happened.Reason, happened.Day.AddDays(-1), except: joined);
        Member(joined, "021", happened.Reason);
        foreach (var (line, plan) in Lines(happened.Day))
            Coverage("021", line, plan, household.TierOn(happened.Day), happened.Day);
        return count + 1;
    }

    private int Leave(EnrollmentEvent happened, PersonDraft left)
    {
        Member(left, "024", happened.Reason, happened.Day);
        foreach (var (line, plan) in Lines(happened.Day))
            End(line, plan, happened.Day);
        return 1 + Retell(happened.Day.AddDays(1), happened.Reason, happened.Day, except: left);
    }

    // Where others are covered beside the employee than before, everybody's tier is told again.
    private int Retell(DateOnly day, string reason, DateOnly before, PersonDraft except)
    {
        if (household.TierOn(day) == household.TierOn(before))
            return 0;
        var count = 0;
        foreach (var person in household.People.Where(person => person.CoveredOn(day) && person.From < day))
        {
            if (person == except)
                continue;
            Member(person, "001", reason);
            foreach (var (line, plan) in Lines(day))
                Coverage("001", line, plan, household.TierOn(day), day);
            count++;
        }
        return count;
    }

    private int Switch(EnrollmentEvent happened)
    {
        var count = 0;
        foreach (var person in household.People.Where(person => person.CoveredOn(happened.Day)))
        {
            Member(person, "001", happened.Reason);
            if (person.From < happened.Day)
                End(Medical, household.MedicalPlanOn(happened.Day.AddDays(-1)), happened.Day.AddDays(-1));
            var plan = household.MedicalPlanOn(happened.Day);
            Coverage("021", Medical, plan, household.TierOn(happened.Day), happened.Day);
            count++;
        }
        return count;
    }

    private int Terminate(EnrollmentEvent happened)
    {
        var count = 0;
        foreach (var person in household.People.Where(person => person.CoveredOn(happened.Day)))
        {
            Member(person, "024", happened.Reason, happened.Day);
            foreach (var (line, plan) in Lines(happened.Day))
                End(line, plan, happened.Day);
            count++;
        }
        return count;
    }

    private IEnumerable<(string Line, string Plan)> Lines(DateOnly day)
    {
        if (household.HasMedical)
            yield return (Medical, household.MedicalPlanOn(day));
        if (household.HasDental)
            yield return (Dental, household.Employer.DentalPlan);
    }

    private void Member(PersonDraft person, string maintenance, string reason, DateOnly? last = null)
    {
        var isSubscriber = person.Kinship == Kinship.Self;
        var employment = !isSubscriber ? "" : last is null || reason != "08" ? "FT" : "TE";
        writer.Begin("INS"u8).Text(isSubscriber ? "Y" : "N").Text(Relationship(person.Kinship)).Text(maintenance)
            .Text(reason).Text("A").Empty(2).Text(employment).End();
        writer.Begin("REF"u8).Text("0F").Text(household.Id).End();
        writer.Begin("REF"u8).Text("1L").Text(household.Employer.GroupNumber).End();
        if (isSubscriber)
            Day("336", household.Hired);
        Day("356", person.From);
        if (last is { } end)
            Day("357", end);
        writer.Begin("NM1"u8).Text("IL").Text("1").Text(person.Surname).Text(person.Given).End();
        writer.Begin("N3"u8).Text(household.Street).End();
        writer.Begin("N4"u8).Text(household.Town.Name).Text(household.Employer.State).Text(household.Town.Postal).End();
        writer.Begin("DMG"u8).Text("D8").Date(person.Birth).Text(person.Sex.ToString()).End();
    }

    private void Coverage(string maintenance, string line, string plan, string tier, DateOnly first)
    {
        writer.Begin("HD"u8).Text(maintenance).Empty().Text(line).Text(plan).Text(tier).End();
        Day("348", first);
    }

    private void End(string line, string plan, DateOnly last)
    {
        writer.Begin("HD"u8).Text("024").Empty().Text(line).Text(plan).End();
        Day("349", last);
    }

    private void Day(string qualifier, DateOnly day) =>
        writer.Begin("DTP"u8).Text(qualifier).Text("D8").Date(day).End();

    /// <summary>INS02, SBR02 and PAT01.</summary>
    public static string Relationship(Kinship kinship) => kinship switch
    {
        Kinship.Self => "18",
        Kinship.Spouse => "01",
        _ => "19",
    };
}

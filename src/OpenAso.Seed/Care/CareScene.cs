using OpenAso.Seed.Network;
using OpenAso.Seed.People;

namespace OpenAso.Seed.Care;

/// <summary>One person in one month: what care is planned from and where claims go.</summary>
internal sealed class CareScene(
    Household household, PersonDraft patient, ProviderDirectory directory, SeedWindow window, int month)
{
    public Household Household { get; } = household;

    public PersonDraft Patient { get; } = patient;

    public ProviderDirectory Directory { get; } = directory;

    public SeedWindow Window { get; } = window;

    public int Month { get; } = month;

    public DateOnly Start { get; } = window.StartOf(month);

    /// <summary>The calendar month, 1 to 12.</summary>
    public int CalendarMonth => Start.Month;

    public SeedStream Stream { get; } = patient.Stream.Branch(5000 + month);

    public int Age { get; } = patient.AgeOn(window.StartOf(month));

    public bool IsWoman => Patient.Sex == 'F';

    public List<ClaimDraft> Claims { get; } = [];

    /// <summary>Some working day of the month, as far as a date can tell.</summary>
    public DateOnly Day()
    {
        var day = Start.AddDays(Stream.Below(Window.EndOf(Month).Day));
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.Day > 1 ? day.AddDays(-1) : day.AddDays(2),
            DayOfWeek.Sunday => day.Day > 2 ? day.AddDays(-2) : day.AddDays(1),
            _ => day,
        };
    }

    /// <summary>Some day of the month, weekends too.</summary>
    public DateOnly AnyDay() => Start.AddDays(Stream.Below(Window.EndOf(Month).Day));

    /// <summary>The practice that this family goes to, most of the time.</summary>
    public Practice UsualPractice(Specialty specialty) =>
        Directory.Pick(specialty, Household.Stream.Branch(3000 + (int)specialty), 4);

    public Practice Doctor => UsualPractice(Age < 16 ? Specialty.Pediatrics : Specialty.PrimaryCare);

    public Practice Some(Specialty specialty, int percentOutside = 7) =>
        Directory.Pick(specialty, Stream, percentOutside);

    /// <summary>Whether something happens this month that happens to so many of a hundred thousand average
    /// people.</summary>
    public bool Happens(int rate) => Stream.Rate(Math.Min(100_000, rate * Patient.Frailty / 108));

    public ClaimSketch Visit(Practice practice, DateOnly day, params ReadOnlySpan<string> diagnoses) =>
        new(this, SeedForm.Professional, practice, day, diagnoses);

    public ClaimSketch Bill(Practice hospital, DateOnly first, string type, params ReadOnlySpan<string> diagnoses) =>
        new ClaimSketch(this, SeedForm.Institutional, hospital, first, diagnoses).At(type);

    public ClaimSketch DentalVisit(Practice practice, DateOnly day) => new(this, SeedForm.Dental, practice, day, []);

    /// <summary>Keeps a claim if the person was covered and the window holds it.</summary>
    public void Keep(ClaimDraft claim)
    {
        var hasLine = claim.Form == SeedForm.Dental ? Household.HasDental : Household.HasMedical;
        if (hasLine && Patient.CoveredOn(claim.First) && Window.Contains(claim.First) && claim.Last <= Window.Last)
            Claims.Add(claim);
    }
}

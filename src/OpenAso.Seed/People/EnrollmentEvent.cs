namespace OpenAso.Seed.People;

internal enum EnrollmentEventKind
{
    Hire,
    Join,
    Leave,
    PlanSwitch,
    Termination,
}

/// <summary>Something that a change file tells.</summary>
/// <param name="Kind">What.</param>
/// <param name="FileMonth">In the file of which month.</param>
/// <param name="Day">The first day on which things are different; for an end, the last day on which they are
/// not.</param>
/// <param name="Reason">INS04.</param>
/// <param name="Person">Who joins or leaves; null where it is the whole family.</param>
internal sealed record EnrollmentEvent(
    EnrollmentEventKind Kind, int FileMonth, DateOnly Day, string Reason, PersonDraft? Person = null);

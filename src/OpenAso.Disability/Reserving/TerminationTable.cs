using OpenAso.Kernel;

namespace OpenAso.Disability.Reserving;

/// <summary>The chance from a month of disability on that a claim which is open at its beginning ends in it.</summary>
/// <param name="FromMonth">From 1, the first month of disability.</param>
/// <param name="Rate">For each month.</param>
public sealed record TerminationStep(int FromMonth, Percent Rate);

/// <summary>The chances for those who became disabled from an age on.</summary>
/// <param name="FromAge">Completed years.</param>
/// <param name="Steps">In order; the first is from month 1.</param>
public sealed record TerminationAges(int FromAge, ValueList<TerminationStep> Steps);

/// <summary>How disability claims end, and at what interest what is paid later is discounted.</summary>
/// <remarks>Dated data: <c>rules/disability-termination.yaml</c> is illustrative; an actuary's own table is read in the
/// same form.</remarks>
/// <param name="Id">Its name.</param>
/// <param name="AsOf">The day from which it may be used.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Interest">A year, effective.</param>
/// <param name="Ages">In order; the first is from age 0.</param>
public sealed record TerminationTable(
    string Id, DateOnly AsOf, string Source, Percent Interest, ValueList<TerminationAges> Ages)
{
    /// <summary>The chance that a claim ends in a month of disability.</summary>
    /// <param name="age">Completed years on the first day of disability.</param>
    /// <param name="month">From 1.</param>
    public Percent RateIn(int age, int month) =>
        Ages.Items.Last(row => row.FromAge <= age).Steps.Items.Last(step => step.FromMonth <= month).Rate;
}

namespace OpenAso.Seed;

/// <summary>What is to be made up.</summary>
/// <param name="Employer">Whose plans.</param>
/// <param name="Employees">How many are employed at any time, from 1 to 1,000,000. The families of the first N are the
/// same however many follow.</param>
/// <param name="First">The first day of a month: enrolment stands as of it, and claims begin with it.</param>
/// <param name="Months">For how many months files are written, from 1 to 120.</param>
/// <param name="Rng">The seed: the same request gives the same bytes.</param>
public sealed record SeedRequest(SeedProfile Employer, int Employees, DateOnly First, int Months, long Rng)
{
    internal SeedWindow Window => new(First, Months);

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Employer);
        if (Employees is < 1 or > 1_000_000)
            throw new ArgumentOutOfRangeException(nameof(Employees), Employees, "Ask for 1 to 1,000,000 employees.");
        if (Months is < 1 or > 120)
            throw new ArgumentOutOfRangeException(nameof(Months), Months, "Ask for 1 to 120 months.");
        if (First.Day != 1 || First.Year is < 2000 or > 2100)
            throw new ArgumentOutOfRangeException(
                nameof(First), First, "Begin on the first day of a month from 2000 to 2100, for example 2026-01-01.");
    }
}

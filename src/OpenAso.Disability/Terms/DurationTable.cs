using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Terms;

/// <summary>How long benefits may run for those who became disabled from an age on.</summary>
/// <param name="FromAge">Completed years on the first day of disability.</param>
/// <param name="Months">At least so many months of benefits.</param>
/// <param name="ToNormalRetirement">Whether they run to the normal retirement age, if that is later.</param>
public sealed record DurationRow(int FromAge, int Months, bool ToNormalRetirement);

/// <summary>How long benefits may run.</summary>
/// <param name="Weeks">Of benefits; 0 where the table decides.</param>
/// <param name="Rows">By age, the youngest first; empty where weeks decide.</param>
/// <param name="Clause">The provision.</param>
public sealed record DurationTable(int Weeks, ValueList<DurationRow> Rows, ClauseNumber Clause)
{
    /// <summary>The row for an age; null where none begins at it or before.</summary>
    /// <param name="age">Completed years.</param>
    public DurationRow? For(int age)
    {
        DurationRow? found = null;
        foreach (var row in Rows)
        {
            if (row.FromAge <= age)
                found = row;
        }
        return found;
    }
}

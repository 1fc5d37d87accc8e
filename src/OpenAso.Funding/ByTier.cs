using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>One value for each coverage tier.</summary>
/// <typeparam name="T">An amount or a share.</typeparam>
/// <param name="EmployeeOnly">For the employee alone.</param>
/// <param name="EmployeeAndSpouse">For the employee and a spouse.</param>
/// <param name="EmployeeAndChildren">For the employee and children.</param>
/// <param name="Family">For the employee, a spouse and children.</param>
public readonly record struct ByTier<T>(T EmployeeOnly, T EmployeeAndSpouse, T EmployeeAndChildren, T Family)
{
    /// <summary>The value of one tier.</summary>
    /// <param name="tier">Who is covered.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tier.</exception>
    public T this[CoverageTier tier] => tier switch
    {
        CoverageTier.EmployeeOnly => EmployeeOnly,
        CoverageTier.EmployeeAndSpouse => EmployeeAndSpouse,
        CoverageTier.EmployeeAndChildren => EmployeeAndChildren,
        CoverageTier.Family => Family,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "There is no such tier."),
    };
}

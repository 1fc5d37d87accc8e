namespace OpenAso.Kernel;

/// <summary>Who is covered beside the employee: what fees and aggregate factors are priced by.</summary>
[Source("X12 005010X220A1, HD05")]
public enum CoverageTier
{
    /// <summary>The employee alone (EMP, IND).</summary>
    EmployeeOnly,

    /// <summary>The employee and a spouse (ESP).</summary>
    EmployeeAndSpouse,

    /// <summary>The employee and children (ECH).</summary>
    EmployeeAndChildren,

    /// <summary>The employee, a spouse and children (FAM).</summary>
    Family,
}

namespace OpenAso.StopLoss.Policies;

/// <summary>Whose claims are added up against one specific deductible.</summary>
public enum CountedUnit
{
    /// <summary>Each covered person.</summary>
    Person,

    /// <summary>Each certificate: an employee with everybody covered through the employee.</summary>
    Certificate,
}

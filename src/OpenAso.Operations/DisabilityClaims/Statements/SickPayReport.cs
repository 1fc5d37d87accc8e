using OpenAso.Disability.Taxes;
using OpenAso.Kernel;

namespace OpenAso.Operations.DisabilityClaims.Statements;

/// <summary>Sick pay of an employer's calendar year from the books.</summary>
/// <param name="Employer">Whose books.</param>
/// <param name="Name">The employer's.</param>
/// <param name="Year">By the last days of the periods that were paid for.</param>
/// <param name="Statements">By claimant, and by who owes the employer's part.</param>
/// <param name="Findings">Of the statements, and of payments that belong to another year.</param>
public sealed record SickPayReport(
    EmployerId Employer, string Name, int Year, ValueList<SickPayStatement> Statements, ValueList<Finding> Findings)
{
    /// <summary>The employer's totals.</summary>
    public ValueList<SickPayRecap> Totals => SickPayRecap.Of(Statements);
}

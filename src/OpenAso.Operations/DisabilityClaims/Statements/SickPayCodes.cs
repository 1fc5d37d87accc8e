namespace OpenAso.Operations.DisabilityClaims.Statements;

/// <summary>The permanent codes of what is not settled about statements from the books, listed in
/// docs/findings-disability.md.</summary>
public static class SickPayCodes
{
    /// <summary>A benefit was paid in another calendar year than its period ended in, or is not paid yet.</summary>
    public const string PaidInAnotherYear = "DIS046";

    /// <summary>Claims of one claimant say different wages that the employer paid besides.</summary>
    public const string WagesDiffer = "DIS047";
}

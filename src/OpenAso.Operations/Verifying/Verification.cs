using OpenAso.Kernel;

namespace OpenAso.Operations.Verifying;

/// <summary>Two things in the books that ought to agree and do not.</summary>
/// <param name="Check">What was being proved.</param>
/// <param name="Subject">The row: a claim, an account, a payment.</param>
/// <param name="Message">What was expected and what was found.</param>
public sealed record Discrepancy(string Check, string Subject, string Message)
{
    /// <summary>In one line.</summary>
    public override string ToString() => $"{Check}: {Subject}: {Message}";
}

/// <summary>What was proved, and how much was looked at for it.</summary>
/// <param name="Name">In words.</param>
/// <param name="Examined">Rows or amounts.</param>
/// <param name="Discrepancies">How many of them do not agree.</param>
public sealed record VerifiedCheck(string Name, long Examined, int Discrepancies);

/// <summary>The proof of an employer's books.</summary>
/// <param name="Scope">Whose.</param>
/// <param name="Checks">In the order in which they were made.</param>
/// <param name="Discrepancies">Empty where everything agrees.</param>
public sealed record Verification(
    EmployerScope Scope, ValueList<VerifiedCheck> Checks, ValueList<Discrepancy> Discrepancies)
{
    /// <summary>Whether everything agrees.</summary>
    public bool IsProved => Discrepancies.Count == 0;
}

using OpenAso.Kernel;

namespace OpenAso.Operations.Pending;

/// <summary>What an examiner does with a claim that waits.</summary>
public enum PendAction
{
    /// <summary>It is decided again, by what the examiner found out.</summary>
    Release = 1,

    /// <summary>It is denied as a whole.</summary>
    Deny,

    /// <summary>Something is written down about it; it waits on.</summary>
    Note,
}

/// <summary>Who works on a claim or a payment run, when and from where.</summary>
/// <param name="Account">Who.</param>
/// <param name="Moment">When.</param>
/// <param name="Origin">From which address, or which door.</param>
public sealed record Examiner(string Account, DateTimeOffset Moment, string Origin);

/// <summary>What was done with a claim that waited: kept for good.</summary>
/// <param name="Family">Where it waited.</param>
/// <param name="Claim">The claim that waited.</param>
/// <param name="Action">What was done.</param>
/// <param name="Reason">Why, in the examiner's words.</param>
/// <param name="Answers">What was supplied, as one JSON document; empty for a note.</param>
/// <param name="By">Who did it.</param>
public sealed record PendWork(
    FamilyId Family, ClaimId Claim, PendAction Action, string Reason, string Answers, Examiner By)
{
    /// <summary>The family under which it was decided; null where it waits on.</summary>
    public FamilyId? DecidedFamily { get; init; }

    /// <summary>The version that came of it; null where it waits on.</summary>
    public ClaimId? Decided { get; init; }
}

/// <summary>Somebody's work cannot be done; nothing was changed.</summary>
/// <param name="sentence">Says why and how to mend it, without a word about the patient.</param>
public sealed class PendRefusedException(Sentence sentence) : WorkRefusedException(sentence);

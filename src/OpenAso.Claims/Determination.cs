using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>Who is paid.</summary>
public enum PayeeKind : byte
{
    /// <summary>Nobody: nothing is payable.</summary>
    None,

    /// <summary>The billing provider, by its tax number.</summary>
    Provider,

    /// <summary>The subscriber.</summary>
    Subscriber,
}

/// <summary>The answer to a claim, with the steps that led to it.</summary>
/// <remarks>Immutable. A correction is a new determination of another claim that reverses this one, never an edit.
/// Words are rendered from it when someone reads; it holds codes and cents.</remarks>
public sealed class Determination
{
    /// <summary>The claim decided.</summary>
    public required ClaimId Claim { get; init; }

    /// <summary>Where it stands.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>Why it waits, where it does.</summary>
    public PendReasons PendReasons { get; init; }

    /// <summary>The person treated; <see cref="PersonNumber.Family"/> where not found.</summary>
    public PersonNumber Person { get; init; }

    /// <summary>The plan decided by; empty where none was reached.</summary>
    public PlanId Plan { get; init; }

    /// <summary>The content of the plan document decided by.</summary>
    public ContentHash PlanVersion { get; init; }

    /// <summary>In the order of the claim's lines.</summary>
    public required LineDetermination[] Lines { get; init; }

    /// <summary>By line, in the order in which they were applied.</summary>
    public Step[] Steps { get; init; } = [];

    /// <summary>What the decision counts toward limits.</summary>
    public AccumulatorMovement[] Movements { get; init; } = [];

    /// <summary>Who is paid what the plan pays.</summary>
    public PayeeKind Payee { get; init; }

    /// <summary>The claim that this one takes back; null for most.</summary>
    public ClaimId? Reverses { get; init; }

    /// <summary>For a claim that takes another back: the other's movements the other way.</summary>
    public AccumulatorMovement[] ReversedMovements { get; init; } = [];

    /// <summary>What the plan pays in all.</summary>
    public Money PlanPaid => Sum(static line => line.PlanPaid);

    /// <summary>What the members owe in all, balance bills apart.</summary>
    public Money MemberOwes => Sum(static line => line.MemberOwes);

    /// <summary>Charged in all; below zero in a void.</summary>
    public Money Billed => Sum(static line => line.Billed);

    /// <summary>What the plan recognises in all.</summary>
    public Money Allowed => Sum(static line => line.Allowed);

    private Money Sum(Func<LineDetermination, Money> amount)
    {
        var total = Money.Zero;
        foreach (var line in Lines)
            total += amount(line);
        return total;
    }
}

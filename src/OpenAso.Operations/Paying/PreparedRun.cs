using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Pending;

namespace OpenAso.Operations.Paying;

/// <summary>What became of a payment run that was prepared. The names are stored and never change.</summary>
public enum PreparedState
{
    /// <summary>Waits for another person's approval.</summary>
    Waiting = 1,

    /// <summary>Was approved and executed.</summary>
    Executed,

    /// <summary>Was taken back before anybody approved it.</summary>
    Withdrawn,

    /// <summary>Was prepared anew, because the books had changed.</summary>
    Replaced,
}

/// <summary>A payment run as one person prepared it, for another one to approve.</summary>
/// <remarks>Nothing is paid by it. What stands here is what was looked at when it was prepared.</remarks>
public sealed record PreparedRun
{
    /// <summary>Counts an employer's preparations from one; 0 for one that was only looked at.</summary>
    public required int Number { get; init; }

    /// <summary>The day on which the payments are to be issued.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Names the plan that was looked at; another one is not executed.</summary>
    public required ContentHash Plan { get; init; }

    /// <summary>What the fund could give away.</summary>
    public required Money Available { get; init; }

    /// <summary>Whether the agreement lets payments go beyond the fund.</summary>
    public required bool BeyondFunds { get; init; }

    /// <summary>Payments above it are pointed out to whoever approves.</summary>
    public required Money PointOut { get; init; }

    /// <summary>By payee: providers first.</summary>
    public required ValueList<PreparedPayment> Payments { get; init; }

    /// <summary>What waits for a later run, by reason.</summary>
    public required ValueList<PreparedHold> Holds { get; init; }

    /// <summary>Who prepared it, when and from where.</summary>
    public required Examiner Prepared { get; init; }

    /// <summary>What became of it.</summary>
    public PreparedState State { get; init; } = PreparedState.Waiting;

    /// <summary>Who approved, withdrew or replaced it; null while it waits.</summary>
    public Examiner? Ended { get; init; }

    /// <summary>Why it was withdrawn; empty otherwise.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The payment run that came of it; 0 where none did.</summary>
    public int Run { get; init; }

    /// <summary>All payments together.</summary>
    public Money Total => Payments.Items.Total(payment => payment.Amount);

    /// <summary>Claims in all payments.</summary>
    public int Claims => Payments.Items.Sum(payment => payment.Claims);

    /// <summary>What the fund would have to hold to pay these, and those that wait for money.</summary>
    public Money Needed => Total + Holds.Items.Where(hold => hold.Reason == HoldReason.FundsInsufficient)
        .Total(hold => hold.Amount);

    /// <summary>What is missing in the fund to pay all that is needed; zero where it reaches.</summary>
    public Money Missing => Money.Max(Money.Zero, Needed - Available);

    /// <summary>Whether one person alone prepared and executed it, as the command line allows.</summary>
    public bool IsByOnePerson => State == PreparedState.Executed && Prepared.Account == Ended?.Account;

    /// <summary>Whether a payment is above what is pointed out.</summary>
    /// <param name="payment">Of this run.</param>
    public bool IsPointedOut(PreparedPayment payment) => payment?.Amount > PointOut;
}

/// <summary>What a run would pay to one payee.</summary>
/// <param name="Payee">Who is paid.</param>
/// <param name="Claims">How many claims it is for.</param>
/// <param name="Amount">Zero or more.</param>
/// <param name="IsFirst">Whether the payee has never been paid before.</param>
public sealed record PreparedPayment(PayeeId Payee, int Claims, Money Amount, bool IsFirst)
{
    /// <summary>What the payee is called; empty where it is not known.</summary>
    public string Name { get; init; } = "";
}

/// <summary>What a run would hold back for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Claims">How many claims.</param>
/// <param name="Amount">What they come to; below zero where payees owe the plan.</param>
public sealed record PreparedHold(HoldReason Reason, int Claims, Money Amount);

/// <summary>What somebody wants done with a payment run.</summary>
/// <param name="Number">Of the preparation.</param>
/// <param name="Plan">The plan that was looked at.</param>
/// <param name="By">Who.</param>
public sealed record PreparedRunRequest(int Number, ContentHash Plan, Examiner By);

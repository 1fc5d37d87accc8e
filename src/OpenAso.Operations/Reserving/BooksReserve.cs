using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;

namespace OpenAso.Operations.Reserving;

/// <summary>How a reserve of the books is made of its triangle.</summary>
public sealed record BooksReserveTerms
{
    /// <summary>How the triangle is developed.</summary>
    public ReserveTerms Method { get; init; } = new();

    /// <summary>Which share of what pended claims bill is paid in the end; null for what decided claims come
    /// to.</summary>
    public Percent? PendedShare { get; init; }

    /// <summary>What is set aside beyond the estimate, as a share of the net reserve.</summary>
    public Percent Margin { get; init; }
}

/// <summary>What an employer must set aside, from its books.</summary>
/// <param name="Lag">What the books tell.</param>
/// <param name="Report">What the triangle says is still to come.</param>
/// <param name="Reported">What has come and is not paid.</param>
/// <param name="Credit">What stop-loss will pay back of it.</param>
/// <param name="Statement">Each part apart.</param>
/// <param name="Findings">What should be known of it, beside the diagnostics of the estimate.</param>
public sealed record BooksReserve(
    BooksLag Lag, ReserveReport Report, ReportedNotPaid Reported, StopLossCredit Credit, ReserveStatement Statement,
    ValueList<Finding> Findings);

/// <summary>What stop-loss policies will pay back of a reserve.</summary>
/// <param name="Decided">Of claims decided and not paid: the position with them less the one without.</param>
/// <param name="Expected">Of pended claims and those that have not come: the share that the policy has paid back so
/// far, of the payments that are expected within its windows.</param>
public sealed record StopLossCredit(Money Decided, Money Expected)
{
    /// <summary>No credit.</summary>
    public static StopLossCredit None { get; } = new(Money.Zero, Money.Zero);

    /// <summary>Both.</summary>
    public Money Total => Decided + Expected;
}

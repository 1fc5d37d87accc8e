using System.Globalization;
using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>Who a payment goes to. The numbers are stored and never change.</summary>
public enum PayeeRole : byte
{
    /// <summary>A provider, known by its tax number.</summary>
    Provider = 1,

    /// <summary>A subscriber, known by the family.</summary>
    Subscriber = 2,

    /// <summary>The tax authority, for income tax withheld from disability benefits.</summary>
    TaxAuthority = 3,
}

/// <summary>Whom a payment goes to.</summary>
/// <param name="Role">Provider, subscriber or tax authority.</param>
/// <param name="Value">The provider's tax number, the subscriber's family, or which tax.</param>
public readonly record struct PayeeId(PayeeRole Role, string Value) : IComparable<PayeeId>
{
    /// <summary>Providers first, then by identifier as text.</summary>
    /// <param name="other">Another payee.</param>
    public int CompareTo(PayeeId other)
    {
        var byRole = Role.CompareTo(other.Role);
        return byRole != 0 ? byRole : string.CompareOrdinal(Value, other.Value);
    }

    /// <summary>For example <c>provider/840000001</c>.</summary>
    public override string ToString() => $"{Word(Role)}/{Value}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">Role and identifier with a slash between.</param>
    public static PayeeId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return new PayeeId(
            Enum.GetValues<PayeeRole>().First(role => Word(role) == text[..slash]), text[(slash + 1)..]);
    }

    private static string Word(PayeeRole role) => role switch
    {
        PayeeRole.Provider => "provider",
        PayeeRole.TaxAuthority => "tax",
        _ => "subscriber",
    };
}

/// <summary>What may have at most one live payment: a version of a claim, and its payee.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Version">1 for the first decision, one more for each later one; above zero.</param>
/// <param name="Payee">Who is paid.</param>
public readonly record struct PaymentKey(ClaimId Claim, int Version, PayeeId Payee) : IComparable<PaymentKey>
{
    /// <summary>By claim, then version, then payee.</summary>
    /// <param name="other">Another key.</param>
    public int CompareTo(PaymentKey other)
    {
        var byClaim = Claim.CompareTo(other.Claim);
        if (byClaim != 0)
            return byClaim;
        var byVersion = Version.CompareTo(other.Version);
        return byVersion != 0 ? byVersion : Payee.CompareTo(other.Payee);
    }

    /// <summary>Claim, version and payee with slashes between. Stable: stored keys are read for ever.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Claim}/{Version}/{Payee}");
}

/// <summary>What the plan owes a payee for a decided claim, or the payee owes the plan for one taken back.</summary>
/// <remarks>Open until a live payment holds it.</remarks>
public sealed record Obligation
{
    /// <summary>What may be paid once.</summary>
    public required PaymentKey Key { get; init; }

    /// <summary>Whose plan pays.</summary>
    public required EmployerId Employer { get; init; }

    /// <summary>The plan that decided the claim.</summary>
    public required PlanId Plan { get; init; }

    /// <summary>The plan's line of coverage.</summary>
    public required LineOfCoverage Line { get; init; }

    /// <summary>The day on which the claim was received: older claims are paid first.</summary>
    public required DateOnly Received { get; init; }

    /// <summary>What the plan pays; below zero where the payee owes it back; never zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>How many payments of this obligation were voided or returned before: 0 unless it is paid
    /// again.</summary>
    public int EarlierPayments { get; init; }
}

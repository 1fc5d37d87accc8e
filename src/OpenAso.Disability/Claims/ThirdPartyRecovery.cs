using OpenAso.Disability.Terms;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Claims;

/// <summary>Whose money pays the plan back.</summary>
public enum RecoverySource
{
    /// <summary>The other carrier pays the plan itself.</summary>
    Carrier,

    /// <summary>The plan is paid out of the claimant's settlement.</summary>
    Settlement,
}

/// <summary>What was agreed on a claim against others: its three parts make up what was asserted.</summary>
/// <param name="Day">Of the agreement.</param>
/// <param name="Amount">That they pay.</param>
/// <param name="AttorneysShare">The plan's share of what it cost to get the money; the claimant owes it no
/// more.</param>
/// <param name="Compromise">What the plan gives up; the claimant owes it no more.</param>
public sealed record RecoveryAgreement(DateOnly Day, Money Amount, Money AttorneysShare, Money Compromise);

/// <summary>The plan's claim against somebody other than the claimant, for benefits that they should have
/// paid.</summary>
/// <param name="Of">The kind of income that came for days already paid.</param>
/// <param name="From">Whose money.</param>
/// <param name="Asserted">The day and the amount of the claim.</param>
/// <param name="Agreed">Null where nothing is agreed yet.</param>
/// <param name="Received">What came, in order.</param>
public sealed record ThirdPartyRecovery(
    OffsetKind Of, RecoverySource From, Repayment Asserted, RecoveryAgreement? Agreed, ValueList<Repayment> Received);

/// <summary>Reads claims against others.</summary>
internal static class RecoveryReader
{
    private static readonly Money Cent = new(1);
    private static readonly Money Most = Money.Of(1_000_000_000);

    public static ValueList<ThirdPartyRecovery> Read(DocumentValue value) => ClaimPartReader.Sections(value)
        .Select(section =>
        {
            var agreed = section.Optional("agreed");
            var received = section.Optional("received");
            var recovery = new ThirdPartyRecovery(
                section.Required("of").Choice<OffsetKind>() ?? default,
                section.Required("from").Choice<RecoverySource>() ?? default,
                Asserted(section.Required("asserted")),
                Agreed(agreed),
                ClaimPartReader.Repayments(received));
            section.Done();
            if (section.Findings.Accepted)
                Check(recovery, agreed, received);
            return recovery;
        }).ToValueList();

    private static void Check(ThirdPartyRecovery recovery, DocumentValue agreed, DocumentValue received)
    {
        if (recovery.Agreed is { } agreement)
        {
            if (agreement.Day < recovery.Asserted.Day)
                agreed.Stop(
                    DisabilityCodes.ClaimDates, "It was agreed before it was asserted. Correct one of the days.");
            var parts = agreement.Amount + agreement.AttorneysShare + agreement.Compromise;
            if (parts != recovery.Asserted.Amount)
                agreed.Stop(DisabilityCodes.Incomplete,
                    $"What is agreed, attorneys' share and compromise come to {parts}, and {recovery.Asserted.Amount} "
                    + "was asserted. Say what became of all of it.");
        }
        if (recovery.Received.Count > 0 && recovery.Received[0].Day < recovery.Asserted.Day)
            received.Stop(DisabilityCodes.ClaimDates, "Money came before it was asserted. Correct one of the days.");
    }

    private static Repayment Asserted(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new Repayment(default, Cent);
        var one = new Repayment(
            section.Required("day").Date() ?? default, section.Required("amount").Money(Cent, Most) ?? Cent);
        section.Done();
        return one;
    }

    private static RecoveryAgreement? Agreed(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var one = new RecoveryAgreement(
            section.Required("day").Date() ?? default,
            section.Required("amount").Money() ?? Money.Zero,
            section.Optional("attorneys-share").Money() ?? Money.Zero,
            section.Optional("compromise").Money() ?? Money.Zero);
        section.Done();
        return one;
    }
}

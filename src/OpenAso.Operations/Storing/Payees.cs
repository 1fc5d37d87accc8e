using OpenAso.Claims;
using OpenAso.Funding;
using OpenAso.Kernel;

namespace OpenAso.Operations.Storing;

/// <summary>Who is owed what for a decided claim.</summary>
public static class Payees
{
    /// <summary>Who is paid for a claim: the billing provider by its tax number, by its NPI where it has none, or the
    /// subscriber; null where nothing is paid.</summary>
    /// <param name="family">The subscriber's family.</param>
    /// <param name="claim">As sent.</param>
    /// <param name="determination">As decided.</param>
    public static PayeeId? Of(FamilyId family, Claim claim, Determination determination)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(determination);
        if (Owed(determination).IsZero)
            return null;
        return determination.Payee == PayeeKind.Subscriber
            ? new PayeeId(PayeeRole.Subscriber, family.Value)
            : ProviderOf(claim);
    }

    /// <summary>The billing provider by its tax number, or by its NPI where it has none.</summary>
    /// <param name="claim">As sent.</param>
    public static PayeeId ProviderOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new PayeeId(
            PayeeRole.Provider, claim.Billing.TaxId.Length > 0 ? claim.Billing.TaxId : $"npi-{claim.Billing.Npi}");
    }

    /// <summary>What the plan owes for a claim by itself, without what it takes back; zero for a void.</summary>
    /// <param name="determination">As decided.</param>
    public static Money Owed(Determination determination)
    {
        ArgumentNullException.ThrowIfNull(determination);
        return determination.Status == ClaimStatus.Payable ? determination.PlanPaid : Money.Zero;
    }
}

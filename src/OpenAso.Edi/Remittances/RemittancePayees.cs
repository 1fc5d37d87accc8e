using OpenAso.Claims;
using OpenAso.Members;
using OpenAso.X12.Remittances;

namespace OpenAso.Edi.Remittances;

/// <summary>Maps billing providers to the payees of remittances (835, loop 1000B).</summary>
public static class RemittancePayees
{
    /// <summary>What tells one payee from another: tax number and NPI.</summary>
    /// <param name="provider">Who bills.</param>
    public static string KeyOf(BillingProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return $"{provider.TaxId}/{provider.Npi}";
    }

    /// <summary>The payee; its address is left out where it is incomplete.</summary>
    /// <param name="provider">Who bills.</param>
    public static RemittancePayee Of(BillingProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new RemittancePayee
        {
            Name = provider.Name.Length > 0 ? provider.Name : KeyOf(provider),
            Npi = provider.Npi.IsNone ? "" : provider.Npi.ToString(),
            TaxIdentifier = provider.TaxId,
            Address = AddressOf(provider.Address),
        };
    }

    private static RemittanceAddress? AddressOf(Address address)
    {
        var isComplete = address.Street.Length > 0 && address.City.Length > 0
            && address.State.Length == 2 && address.PostalCode.Length >= 3;
        return isComplete
            ? new RemittanceAddress(address.Street, address.Street2, address.City, address.State, address.PostalCode)
            : null;
    }
}

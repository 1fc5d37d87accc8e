using OpenAso.Correspondence;
using OpenAso.Funding;
using OpenAso.Members;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.Writing;

/// <summary>Who writes for an employer's plan.</summary>
internal static class Letterheads
{
    public static Letterhead Of(EmployerTerms terms, DateOnly day) => Of(terms.Agreement, day);

    public static Letterhead Of(AsoAgreement agreement, DateOnly day)
    {
        var agreed = agreement.PayingOnOrLast(day);
        return new Letterhead(
            $"{agreed.Employer.Name} benefit plan", agreed.Administrator.Name, AddressOf(agreed.Administrator),
            agreed.Administrator.Phone, "");
    }

    public static Address AddressOf(Party party) =>
        new(party.Address.Street, "", party.Address.City, party.Address.State, party.Address.PostalCode);
}

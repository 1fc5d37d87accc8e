using Dapper;
using OpenAso.Claims;
using OpenAso.Edi.Remittances;
using OpenAso.Funding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Remitting;
using OpenAso.Storage;
using OpenAso.X12.Remittances;

namespace OpenAso.Operations.Paying;

/// <summary>The remittances of a payment run: a file with one transaction set for each provider's payment.</summary>
internal static class RunRemittances
{
    /// <summary>Makes the file of a run and keeps it as it is sent.</summary>
    public static void Keep(WriteSession session, EmployerTerms terms, int run, DateOnly day)
    {
        var remittances = Of(session, terms, run, day);
        if (X12Files.Remittances(remittances, day, run) is not { } content)
            return;
        SentFiles.Keep(
            session, terms.Scope, $"{terms.Scope.Employer}-{day:yyyy-MM-dd}-{run:D4}.835", "835", run, content);
    }

    private static List<Remittance> Of(WriteSession session, EmployerTerms terms, int run, DateOnly day)
    {
        var rows = session.Connection
            .Query<(string Payment, string Payee, long Amount, byte[] Payload, byte[]? Original)>(
            """
            select p.payment, p.payee_key, p.amount, c.payload, o.payload
            from payment p
            join payment_item i on i.tenant = p.tenant and i.employer = p.employer and i.payment = p.payment
            join claim c on c.tenant = i.tenant and c.employer = i.employer and c.claim = i.claim
              and c.family = i.family
            left join claim o on o.tenant = c.tenant and o.employer = c.employer and o.claim = c.reverses
              and o.family = c.family
            where p.tenant = @tenant and p.employer = @employer and p.run = @run and p.payee_key like 'provider/%'
            order by p.payee_key, p.payment, c.received, c.first_service, c.patient_control_number, c.claim
            """,
            terms.Scope.Bound(new { run }));
        var payer = PayerOf(terms.Agreement.PayingOnOrLast(day));
        return [.. rows.GroupBy(row => row.Payment).Select(payment => Of(
            payment.Key, day, payer, payment.First().Amount,
            [.. payment.Select(row => (
                ClaimPayload.Read(row.Payload), row.Original is null ? null : ClaimPayload.Read(row.Original)))]))];
    }

    private static Remittance Of(
        string payment, DateOnly day, RemittancePayer payer, long amount,
        IReadOnlyList<(DecidedClaim Claim, DecidedClaim? Original)> claims) => new()
        {
            Payment = amount == 0
                ? RemittancePayment.None(day, payment)
                : RemittancePayment.ByCheck(amount, day, payment),
            Payer = payer,
            Payee = RemittancePayees.Of(claims[0].Claim.Claim.Billing),
            ProductionDate = day,
            Claims = [.. claims.SelectMany(claim => RemittedClaims.Of(claim.Claim, claim.Original))],
        };

    private static RemittancePayer PayerOf(AgreementTerms terms) => new()
    {
        Name = terms.Employer.Name,
        TaxIdentifier = terms.Employer.Ein.Replace("-", "", StringComparison.Ordinal),
        Address = new RemittanceAddress(
            terms.Administrator.Address.Street, "", terms.Administrator.Address.City, terms.Administrator.Address.State,
            terms.Administrator.Address.PostalCode.Replace("-", "", StringComparison.Ordinal)),
        TechnicalContact = new RemittanceContact(
            terms.Administrator.Name, Telephone: new string([.. terms.Administrator.Phone.Where(char.IsAsciiDigit)])),
    };
}

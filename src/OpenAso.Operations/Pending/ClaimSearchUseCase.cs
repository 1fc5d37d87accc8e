using System.Globalization;
using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Pending;

/// <summary>A claim that was found.</summary>
/// <param name="Scope">Whose books it is in.</param>
/// <param name="Claim">Its number.</param>
/// <param name="Member">The member's number, or the one that was sent.</param>
/// <param name="Received">The day it arrived.</param>
/// <param name="Billed">What was charged.</param>
/// <param name="PlanPaid">What the plan pays.</param>
/// <param name="Status">Where it stands.</param>
public sealed record ClaimHit(
    EmployerScope Scope, string Claim, string Member, DateOnly Received, Money Billed, Money PlanPaid,
    ClaimStatus Status);

/// <summary>Finds claims by whatever somebody has at hand.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class ClaimSearchUseCase(Books books)
{
    /// <summary>No more are found than this.</summary>
    public const int MostFound = 50;

    private const int Shortest = 3;

    /// <summary>Claims by number or the beginning of it, the provider's number, a member's number or name, the day of
    /// birth (2001-12-31), a payment's number, or an amount charged or paid, with or without a currency sign.</summary>
    /// <param name="scope">In whose books.</param>
    /// <param name="text">As it was typed; shorter than three characters finds nothing.</param>
    /// <returns>The newest first.</returns>
    public IReadOnlyList<ClaimHit> Find(EmployerScope scope, string text)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(text);
        var word = text.Trim().ToLowerInvariant();
        if (word.Length < Shortest)
            return [];
        return books.Database.Read(connection => connection
            .Query<(string Claim, string Family, string Received, long Billed, long Paid, long Status)>(
                $"""
                select distinct c.claim, c.family, c.received, c.billed, c.plan_paid, c.status from claim c
                left join person p on p.tenant = c.tenant and p.employer = c.employer and p.family = c.family
                  and p.number = c.person
                where c.tenant = @tenant and c.employer = @employer
                  and (c.reversed_by is null or c.reversed_by <> c.claim) and ({Fits})
                order by c.received desc, c.claim limit @most
                """, scope.Bound(Terms(word)))
            .Select(row => new ClaimHit(
                scope, row.Claim, row.Family.TrimStart('?'), Days.Parse(row.Received), new Money(row.Billed),
                new Money(row.Paid), (ClaimStatus)row.Status))
            .ToList());
    }

    private const string Fits =
        """
        (c.claim >= @text and c.claim < @behind) or lower(c.patient_control_number) = @text
        or lower(c.family) in (@text, @unknown) or lower(p.member_id) = @text
        or substr(lower(p.last_name), 1, length(@text)) = @text
        or lower(p.first_name || ' ' || p.last_name) = @text or lower(p.last_name || ', ' || p.first_name) = @text
        or p.birth_date = @day or c.billed = @cents or c.plan_paid = @cents
        or exists (select 1 from payment_item i where i.tenant = c.tenant and i.employer = c.employer
          and i.family = c.family and i.claim = c.claim and lower(i.payment) = @text)
        """;

    private static object Terms(string word)
    {
        var number = word.Trim('$').Replace(",", "", StringComparison.Ordinal);
        var isAmount = decimal.TryParse(
            number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount is > 0 and < 1_000_000_000;
        return new
        {
            text = word,
            behind = word + "g",
            unknown = "?" + word,
            day = DateOnly.TryParseExact(
                word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? Days.Text(day)
                : null,
            cents = isAmount ? (long?)decimal.ToInt64(decimal.Truncate(amount * 100)) : null,
            most = (long)MostFound,
        };
    }
}

using System.Data.Common;
using System.Globalization;
using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

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

    // Behind whatever else a name goes on with.
    private const string Last = "\U0010FFFF";

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
                with who as ({Who(connection)}), found as ({Found})
                select distinct c.claim, c.family, c.received, c.billed, c.plan_paid, c.status from found
                join claim c on c.tenant = @tenant and c.employer = @employer and c.family = found.family
                  and c.claim = found.claim
                where c.reversed_by is null or c.reversed_by <> c.claim
                order by c.received desc, c.claim limit @most
                """, Terms(scope, word))
            .Select(row => new ClaimHit(
                scope, row.Claim, row.Family.TrimStart('?'), Days.Parse(row.Received), new Money(row.Billed),
                new Money(row.Paid), (ClaimStatus)row.Status))
            .ToList());
    }

    // PERF: each question for itself, so that each is answered by its own index, however large the books are.
    private static string Who(DbConnection connection) =>
        $"""
        select family, number from person
          where tenant = @tenant and employer = @employer and member_key = @text
        union select family, number from person
          where tenant = @tenant and employer = @employer and last_key >= @text and last_key < @behindName
        union select family, number from person
          where tenant = @tenant and employer = @employer and last_key {connection.Among("lastNames")}
            and (lower(first_name || ' ' || last_name) = @text or lower(last_name || ', ' || first_name) = @text)
        union select family, number from person
          where tenant = @tenant and employer = @employer and birth_date = @day
        """;

    private const string Found =
        """
        select c.family, c.claim from who
          join claim c on c.tenant = @tenant and c.employer = @employer and c.family = who.family
            and c.person = who.number
        union select c.family, c.claim from family f
          join claim c on c.tenant = f.tenant and c.employer = f.employer and c.family = f.family
          where f.tenant = @tenant and f.employer = @employer and f.family_key in (@text, @unknown)
        union select family, claim from claim
          where tenant = @tenant and employer = @employer and claim >= @text and claim < @behind
        union select family, claim from claim
          where tenant = @tenant and employer = @employer and control_key = @text
        union select family, claim from claim
          where tenant = @tenant and employer = @employer and billed = @cents
        union select family, claim from claim
          where tenant = @tenant and employer = @employer and plan_paid = @cents and plan_paid > 0
        union select family, claim from payment_item
          where tenant = @tenant and employer = @employer and payment = @text
        """;

    private static object Terms(EmployerScope scope, string word)
    {
        var number = word.Trim('$').Replace(",", "", StringComparison.Ordinal);
        var isAmount = decimal.TryParse(
            number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount is > 0 and < 1_000_000_000;
        return new
        {
            tenant = scope.Tenant.Value,
            employer = scope.Employer.Value,
            text = word,
            behind = word + "g",
            behindName = word + Last,
            lastNames = LastNames(word).ToArray(),
            unknown = "?" + word,
            day = DateOnly.TryParseExact(
                word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? Days.Text(day)
                : null,
            cents = isAmount ? (long?)decimal.ToInt64(decimal.Truncate(amount * 100)) : null,
            most = (long)MostFound,
        };
    }

    // Of a whole name: what stands before its comma, or behind any of its blanks.
    private static IEnumerable<string> LastNames(string word)
    {
        for (var at = word.IndexOf(' ', StringComparison.Ordinal); at >= 0;
            at = word.IndexOf(' ', at + 1))
            yield return word[(at + 1)..];
        if (word.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma)
            yield return word[..comma];
    }
}

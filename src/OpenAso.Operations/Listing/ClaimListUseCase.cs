using System.Data.Common;
using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Listing;

/// <summary>Where a claim stands in the list of all.</summary>
/// <param name="Import">The import it came with.</param>
/// <param name="Claim">Its number.</param>
public sealed record ClaimPlace(long Import, ClaimId Claim);

/// <summary>A claim of a list.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Family">Where it was decided, or waits.</param>
/// <param name="Person">Who was treated; 0 where not found.</param>
/// <param name="PatientControlNumber">The provider's own number.</param>
/// <param name="Received">The day it arrived.</param>
/// <param name="Status">As it stands: one that was taken back is void.</param>
/// <param name="Amounts">What was charged and decided.</param>
public sealed record ListedClaim(
    ClaimPlace Place, FamilyId Family, int Person, string PatientControlNumber, DateOnly Received, ClaimStatus Status,
    ListedAmounts Amounts);

/// <summary>Amounts of a claim of a list.</summary>
/// <param name="Billed">What was charged.</param>
/// <param name="Allowed">What is allowed.</param>
/// <param name="PlanPaid">What the plan pays.</param>
/// <param name="MemberOwes">What the member owes.</param>
public sealed record ListedAmounts(Money Billed, Money Allowed, Money PlanPaid, Money MemberOwes);

/// <summary>Lists claims in the order in which they came: what comes later stands behind, so that whoever walks through
/// the list misses none and sees none twice.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class ClaimListUseCase(Books books)
{
    private const string Columns =
        """
        select import, claim, family, person, patient_control_number ControlNumber, received, status,
          case when reversed_by is null then 0 else 1 end Reversed, billed, allowed, plan_paid Paid, member_owes Owes
        from claim
        """;

    // A claim that waited for its enrolment stands in its family under the same number.
    private const string These =
        "where tenant = @tenant and employer = @employer and coalesce(reversed_by, '') <> claim";

    /// <summary>A part of the list.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="cursor">Which part.</param>
    /// <param name="status">Only those that stand so; null for all.</param>
    public ListPart<ListedClaim> Show(EmployerScope scope, PageCursor<ClaimPlace> cursor, ClaimStatus? status)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(cursor);
        var (place, isBackward) = cursor.Before is { } before ? (before, true) : (cursor.After, false);
        var parameters = scope.Bound(new
        {
            import = place?.Import ?? 0,
            claim = place?.Claim.ToString() ?? "",
            status = (long?)status,
            most = cursor.Most + 1L,
        });
        return ListPart.Of(
            books.Database.Read(connection => connection.Query<Row>(
                $"{Columns} {These} {Range(place is not null, isBackward)} {Standing(status)} "
                + $"order by import {Order(isBackward)}, claim {Order(isBackward)} limit @most", parameters)
                .Select(row => row.ToClaim()).ToList()),
            cursor.Most, isBackward);
    }

    /// <summary>The places of claims by their numbers; those that there are not are left out.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="claims">Their numbers.</param>
    public IReadOnlyDictionary<ClaimId, ClaimPlace> Places(EmployerScope scope, IEnumerable<ClaimId> claims)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var numbers = claims.Select(claim => claim.ToString()).Distinct().ToArray();
        return numbers.Length == 0
            ? new Dictionary<ClaimId, ClaimPlace>()
            : books.Database.Read(connection => Places(connection, scope, numbers));
    }

    private static Dictionary<ClaimId, ClaimPlace> Places(
        DbConnection connection, EmployerScope scope, string[] numbers) => connection
        .Query<(string Claim, long Import)>(
            $"select claim, import from claim {These} and claim {connection.Among("numbers")}",
            new { tenant = scope.Tenant.Value, employer = scope.Employer.Value, numbers })
        .Select(row => (Known: ClaimId.TryParse(row.Claim, out var id), Id: id, row.Import))
        .Where(row => row.Known).DistinctBy(row => row.Id)
        .ToDictionary(row => row.Id, row => new ClaimPlace(row.Import, row.Id));

    private static string Range(bool isBounded, bool isBackward) => (isBounded, isBackward) switch
    {
        (false, _) => "",
        (_, false) => "and (import, claim) > (@import, @claim)",
        (_, true) => "and (import, claim) < (@import, @claim)",
    };

    private static string Standing(ClaimStatus? status) => status switch
    {
        null => "",
        ClaimStatus.Void => "and (status = @status or reversed_by is not null)",
        _ => "and status = @status and reversed_by is null",
    };

    private static string Order(bool isBackward) => isBackward ? "desc" : "asc";

    private sealed class Row
    {
        public long Import { get; set; }

        public string Claim { get; set; } = "";

        public string Family { get; set; } = "";

        public long Person { get; set; }

        public string ControlNumber { get; set; } = "";

        public string Received { get; set; } = "";

        public long Status { get; set; }

        public long Reversed { get; set; }

        public long Billed { get; set; }

        public long Allowed { get; set; }

        public long Paid { get; set; }

        public long Owes { get; set; }

        public ListedClaim ToClaim()
        {
            _ = ClaimId.TryParse(Claim, out var id);
            return new ListedClaim(
                new ClaimPlace(Import, id), new FamilyId(Family), checked((int)Person), ControlNumber,
                Days.Parse(Received), Reversed == 1 ? ClaimStatus.Void : (ClaimStatus)Status,
                new ListedAmounts(new Money(Billed), new Money(Allowed), new Money(Paid), new Money(Owes)));
        }
    }
}

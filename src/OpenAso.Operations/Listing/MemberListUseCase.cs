using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Listing;

/// <summary>A person of a list.</summary>
/// <param name="Place">Family and number.</param>
/// <param name="MemberId">On the card; empty where the person has none.</param>
/// <param name="Name">As enrolled last.</param>
/// <param name="BirthDate">Null where not known.</param>
public sealed record ListedMember(MemberPlace Place, string MemberId, PersonName Name, DateOnly? BirthDate);

/// <summary>A person, as enrolled.</summary>
/// <param name="Family">The family.</param>
/// <param name="Person">The person.</param>
public sealed record FoundMember(FamilyId Family, Person Person);

/// <summary>What a person has used of a limit.</summary>
/// <param name="Key">Of which limit, since when.</param>
/// <param name="Amount">Cents, or a count.</param>
public sealed record UsedLimit(AccumulatorKey Key, long Amount);

/// <summary>Lists who is or was enrolled.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class MemberListUseCase(Books books)
{
    /// <summary>A part of the list, by family and number.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="cursor">Which part.</param>
    /// <param name="text">Only those whose number or family name begins so, or who were born on that day; empty for
    /// all.</param>
    public ListPart<ListedMember> Show(EmployerScope scope, PageCursor<MemberPlace> cursor, string text)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(cursor);
        ArgumentNullException.ThrowIfNull(text);
        var (place, isBackward) = cursor.Before is { } before ? (before, true) : (cursor.After, false);
        var range = place is null ? "" : $"and (family, number) {(isBackward ? "<" : ">")} (@family, @number)";
        var order = isBackward ? "desc" : "asc";
        return ListPart.Of(
            books.Database.Read(connection => connection.Query<PersonRecord>(
                $"""
                select family, number, member_id MemberId, last_name Last, first_name First, middle_name Middle,
                  birth_date Birth from person
                where tenant = @tenant and employer = @employer {range} and (@text = ''
                  or substr(lower(member_id), 1, length(@text)) = @text
                  or substr(lower(family), 1, length(@text)) = @text
                  or substr(lower(last_name), 1, length(@text)) = @text or birth_date = @text)
                order by family {order}, number {order} limit @most
                """, scope.Bound(new
                {
                    family = place?.Family.Value ?? "",
                    number = (long)(place?.Person ?? 0),
                    text = text.Trim().ToLowerInvariant(),
                    most = cursor.Most + 1L,
                })).Select(Listed).ToList()),
            cursor.Most, isBackward);
    }

    /// <summary>A person; null where there is none of the place.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="place">Family and number.</param>
    public FoundMember? Find(EmployerScope scope, MemberPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return books.Database.Read(connection => FamilyRows.Read(connection, scope, [place.Family]))
            .GetValueOrDefault(place.Family)?.People.FirstOrDefault(person => person.Number.Value == place.Person)
            is { } found
            ? new FoundMember(place.Family, found)
            : null;
    }

    /// <summary>What a person has used of the limits of the plan; null where there is none of the place.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="place">Family and number.</param>
    public IReadOnlyList<UsedLimit>? Used(EmployerTerms terms, MemberPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var context = new ClaimCaseUseCase(books).Family(terms, place.Family).Context;
        if (context.Family?.People.Any(person => person.Number.Value == place.Person) != true)
            return null;
        return [.. context.Accumulators.Entries
            .Where(entry => entry.Key.Person.Value == place.Person && entry.Amount != 0)
            .OrderBy(entry => entry.Key.WindowFirst).ThenBy(entry => entry.Key.Limit)
            .Select(entry => new UsedLimit(entry.Key, entry.Amount))];
    }

    private static ListedMember Listed(PersonRecord row) => new(
        new MemberPlace(new FamilyId(row.Family), checked((int)row.Number)), row.MemberId,
        new PersonName(row.Last, row.First, row.Middle), row.Birth is null ? null : Days.Parse(row.Birth));
}

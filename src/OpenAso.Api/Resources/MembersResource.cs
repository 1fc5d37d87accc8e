using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Documents;
using OpenAso.Operations.Access;
using OpenAso.Operations.Listing;

namespace OpenAso.Api.Resources;

/// <summary>Who is or was enrolled.</summary>
internal static class MembersResource
{
    private const string List = "/employers/{employer}/members";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(List, Right.SeeEnrollment, ShowAsync);
        routes.Get(List + "/{member}", Right.SeeEnrollment, FindAsync);
        routes.Get(List + "/{member}/accumulators", Right.SeeClaims, UsedAsync);
    }

    /// <summary>Lists members, or finds them by the beginning of a number or family name, or by day of birth.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    /// <param name="q">What is known of the member.</param>
    public static async Task<Ok<Page<MemberListed>>> ShowAsync(
        ApiCall call, [AsParameters] PageQuery page, [FromQuery] string? q)
    {
        var part = new MemberListUseCase(call.Reading).Show(call.Scope, page.Read(Ids.Member), q ?? "");
        await call.SeesAsync(AccessAction.SeePerson, "members").ConfigureAwait(false);
        return TypedResults.Ok(new Page<MemberListed>(
            [.. part.Rows.Select(one => new MemberListed(
                Ids.OfMember(one.Place.Family, one.Place.Person), one.MemberId, one.Name.Last, one.Name.First,
                one.BirthDate))], part.HasMore));
    }

    /// <summary>A member with coverage.</summary>
    /// <param name="call">The call.</param>
    /// <param name="member">The member's id.</param>
    public static async Task<Ok<MemberView>> FindAsync(ApiCall call, string member)
    {
        var (place, found) = Find(call, member);
        await call.SeesAsync(AccessAction.SeePerson, $"{place.Family}-{place.Person}").ConfigureAwait(false);
        var person = found.Person;
        return TypedResults.Ok(new MemberView(
            member, person.MemberId, person.Name.Last, person.Name.First, person.BirthDate,
            Words.Of(person.Relationship.ToString()),
            [.. person.Coverage.Items.Select(span => new CoverageView(
                Words.Of(span.Line.ToString()), span.Plan.Value, Words.Of(span.Tier.ToString()), span.Dates.First,
                span.Dates.Last == DateOnly.MaxValue ? null : span.Dates.Last))]));
    }

    /// <summary>What a member has used of the limits of the plan.</summary>
    /// <param name="call">The call.</param>
    /// <param name="member">The member's id.</param>
    public static async Task<Ok<IReadOnlyList<AccumulatorView>>> UsedAsync(ApiCall call, string member)
    {
        if (Ids.Member(member) is not { } place
            || new MemberListUseCase(call.Reading).Used(call.Terms, place) is not { } used)
            throw RefusedException.NotFound("member");
        await call.SeesAsync(AccessAction.SeePerson, $"{place.Family}-{place.Person}").ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<AccumulatorView>>(
            [.. used.Select(one => new AccumulatorView(
                one.Key.Limit.Value, one.Key.WindowFirst, one.Key.Part.IsNone ? null : one.Key.Part.ToString(),
                one.Amount))]);
    }

    private static (MemberPlace Place, FoundMember Found) Find(ApiCall call, string member) =>
        Ids.Member(member) is { } place
            && new MemberListUseCase(call.Reading).Find(call.Scope, place) is { } found
            ? (place, found)
            : throw RefusedException.NotFound("member");
}

/// <summary>A member of a list.</summary>
/// <param name="Id">The member's id.</param>
/// <param name="MemberId">On the card; empty where the person has none.</param>
/// <param name="LastName">As enrolled last.</param>
/// <param name="FirstName">As enrolled last.</param>
/// <param name="BirthDate">Null where not known.</param>
public sealed record MemberListed(string Id, string MemberId, string LastName, string FirstName, DateOnly? BirthDate);

/// <summary>A member.</summary>
/// <param name="Id">The member's id.</param>
/// <param name="MemberId">On the card; empty where the person has none.</param>
/// <param name="LastName">As enrolled last.</param>
/// <param name="FirstName">As enrolled last.</param>
/// <param name="BirthDate">Null where not known.</param>
/// <param name="Relationship">To the subscriber.</param>
/// <param name="Coverage">By line and first day.</param>
public sealed record MemberView(
    string Id, string MemberId, string LastName, string FirstName, DateOnly? BirthDate, string Relationship,
    IReadOnlyList<CoverageView> Coverage);

/// <summary>Days on which a member is covered.</summary>
/// <param name="Line">The line of coverage.</param>
/// <param name="Plan">The plan option.</param>
/// <param name="Tier">Who is covered beside the employee.</param>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day; null where none is known.</param>
public sealed record CoverageView(string Line, string Plan, string Tier, DateOnly From, DateOnly? Through);

/// <summary>What a member has used of a limit.</summary>
/// <param name="Limit">As the plan names it.</param>
/// <param name="From">The first day of the time that it counts in.</param>
/// <param name="Part">The tooth, where each has its own limit; left out otherwise.</param>
/// <param name="Used">Cents, or a count of visits, days or services.</param>
public sealed record AccumulatorView(
    string Limit, DateOnly From, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Part,
    long Used);

using OpenAso.Api.Lists;
using OpenAso.Correspondence;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Listing;
using OpenAso.Operations.OwnRecords;
using OpenAso.Plans;

namespace OpenAso.Api.Resources;

/// <summary>A member's own records, and those that are open to the member.</summary>
/// <param name="Person">The member's number in the family.</param>
/// <param name="People">Whose records are open, the member first.</param>
/// <param name="Others">Everybody else of the family, and whether they may see the member's records.</param>
/// <param name="ConfidentialAddress">Where letters go instead, where the member has asked that nobody else is told;
/// null otherwise.</param>
/// <param name="Claims">Newest first.</param>
/// <param name="Explanations">Explanations of benefits, newest first.</param>
public sealed record OwnView(
    int Person, IReadOnlyList<OwnPersonView> People, IReadOnlyList<OwnOtherView> Others,
    AddressBody? ConfidentialAddress, IReadOnlyList<OwnClaimView> Claims,
    IReadOnlyList<OwnExplanationView> Explanations)
{
    internal static OwnView Of(OwnRecords records, IReadOnlyDictionary<ClaimId, ClaimPlace> places) => new(
        records.Me.Number.Value,
        [.. records.People.Select(OwnPersonView.Of)],
        [.. records.Others.Select(other => new OwnOtherView(
            other.Number.Value, other.Name.First, other.Name.Last,
            records.Wishes.Grants.Items.Any(grant => grant.Viewer == other.Number)))],
        records.Wishes.ConfidentialAddress(records.Me.Number) is { } address
            ? new AddressBody(address.Street, address.City, address.PostalCode, address.Street2, address.State)
            : null,
        [.. records.Claims.Where(claim => places.ContainsKey(claim.Decided.Claim.Id))
            .Select(claim => OwnClaimView.Of(claim, places[claim.Decided.Claim.Id]))],
        [.. records.Letters.Select(letter => new OwnExplanationView(
            letter.Name, letter.Person.Number.Value, letter.Day))]);
}

/// <summary>Somebody whose records are open.</summary>
/// <param name="Person">The number in the family.</param>
/// <param name="FirstName">As enrolled.</param>
/// <param name="LastName">As enrolled.</param>
/// <param name="Plans">Each plan that covers the person today, with what is used of its limits.</param>
public sealed record OwnPersonView(
    int Person, string FirstName, string LastName, IReadOnlyList<OwnPlanView> Plans)
{
    internal static OwnPersonView Of(OwnPerson one) => new(
        one.Person.Number.Value, one.Person.Name.First, one.Person.Name.Last,
        [.. one.Plans.Select(plan => new OwnPlanView(
            plan.Plan.Value, plan.Name, plan.Currency, [.. plan.Limits.Items.Select(OwnLimitView.Of)]))]);
}

/// <summary>A plan that covers somebody.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Name">What a member reads.</param>
/// <param name="Currency">Of its amounts.</param>
/// <param name="Limits">For the person and for the family.</param>
public sealed record OwnPlanView(string Plan, string Name, string Currency, IReadOnlyList<OwnLimitView> Limits);

/// <summary>What is used of a limit.</summary>
/// <param name="Limit">What a member reads.</param>
/// <param name="Measure">What it counts.</param>
/// <param name="IsFamily">Whether all of the family draw on it together.</param>
/// <param name="IsMoney">Cents, rather than a count.</param>
/// <param name="Used">So far.</param>
/// <param name="InAll">How much there is.</param>
/// <param name="Left">What is left of it.</param>
public sealed record OwnLimitView(
    string Limit, string Measure, bool IsFamily, bool IsMoney, long Used, long InAll, long Left)
{
    internal static OwnLimitView Of(LimitUsed limit) => new(
        limit.Name, Words.Of(limit.Measure.ToString()), limit.IsFamily,
        limit.Measure is LimitMeasure.Deductible or LimitMeasure.OutOfPocket or LimitMeasure.PlanPaid, limit.Used,
        limit.Limit, limit.Left);
}

/// <summary>Somebody else of the family.</summary>
/// <param name="Person">The number in the family.</param>
/// <param name="FirstName">As enrolled.</param>
/// <param name="LastName">As enrolled.</param>
/// <param name="MayLook">Whether the member has opened the own records to this person.</param>
public sealed record OwnOtherView(int Person, string FirstName, string LastName, bool MayLook);

/// <summary>A claim of a list.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Person">Who was treated.</param>
/// <param name="Status">payable, denied, pended or void.</param>
/// <param name="FirstDay">The first day of service.</param>
/// <param name="Billed">What was charged.</param>
/// <param name="PlanPaid">What the plan pays.</param>
/// <param name="MemberOwes">What the member owes.</param>
public sealed record OwnClaimView(
    string Id, int Person, string Status, DateOnly FirstDay, Money Billed, Money PlanPaid, Money MemberOwes)
{
    internal static OwnClaimView Of(OwnClaim claim, ClaimPlace place) => new(
        Ids.Of(place), claim.Person.Number.Value, ClaimWords.Of(claim.Decided.Determination.Status),
        claim.Decided.Claim.FirstServiceDate, claim.Decided.Claim.Billed, claim.Decided.Determination.PlanPaid,
        claim.Decided.Determination.Lines.Total(line => line.MemberOwes));
}

/// <summary>An explanation of benefits.</summary>
/// <param name="Name">As addresses name it.</param>
/// <param name="Person">Who was treated.</param>
/// <param name="Day">Of the decisions.</param>
public sealed record OwnExplanationView(string Name, int Person, DateOnly Day);

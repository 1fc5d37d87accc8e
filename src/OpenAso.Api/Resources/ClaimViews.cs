using System.Text;
using OpenAso.Api.Lists;
using OpenAso.Api.Requests;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Pending;

namespace OpenAso.Api.Resources;

/// <summary>Makes views of claims.</summary>
internal static class ClaimViews
{
    /// <summary>A claim that was decided just now.</summary>
    public static ClaimView Of(EmployerId employer, SubmittedClaim claim) => Of(
        employer, claim.Import, claim.Family, claim.Decided, claim.Lines) with
    {
        Reverses = claim is { Original: { } import, Decided.Determination.Reverses: { } reverses }
            ? Ids.Of(new ClaimPlace(import, reverses))
            : null,
        Acknowledgment = claim.Acknowledgment is { } answer ? Encoding.UTF8.GetString(answer) : null,
    };

    /// <summary>A claim with all that is known of it; null where there is none of the place.</summary>
    public static ClaimView? Find(ApiCall call, ClaimPlace place)
    {
        if (new ClaimCaseUseCase(call.Reading).Show(call.Terms, place.Claim.ToString()) is not { } shown
            || shown.Import != place.Import)
            return null;
        var (reverses, by) = (shown.Decided.Determination.Reverses, shown.Decided.ReversedBy);
        var others = new ClaimListUseCase(call.Reading).Places(call.Scope, new[] { reverses, by }.OfType<ClaimId>());
        return Of(call.Scope.Employer, place.Import, shown.Family, shown.Decided, shown.Lines) with
        {
            Reverses = Named(reverses),
            ReversedBy = Named(by),
            Limits = [.. shown.Limits.Select(limit => new LimitView(
                limit.Name, limit.Key.WindowFirst, limit.IsMoney, limit.Before, limit.After))],
            Work = [.. shown.Work.Select(WorkView.Of)],
            Version = shown.Version,
        };

        string? Named(ClaimId? claim) => claim is { } id && others.TryGetValue(id, out var at) ? Ids.Of(at) : null;
    }

    /// <summary>A claim as a member sees it: without what examiners did; null where the place is not the
    /// claim's.</summary>
    public static ClaimView? Own(ApiCall call, ClaimPlace place, ClaimCase shown) =>
        shown.Import == place.Import
            ? Of(call.Scope.Employer, place.Import, shown.Family, shown.Decided, shown.Lines)
            : null;

    private static ClaimView Of(
        EmployerId employer, long import, FamilyId family, DecidedClaim decided, IReadOnlyList<CaseLine> lines)
    {
        var (claim, determination) = (decided.Claim, decided.Determination);
        return new ClaimView(
            Ids.Of(new ClaimPlace(import, claim.Id)), employer.Value, claim.PatientControlNumber,
            determination.Person.Value > 0 ? Ids.OfMember(family, determination.Person.Value) : null,
            claim.Patient.SubscriberMemberId,
            ClaimWords.Of(decided.ReversedBy is null ? determination.Status : ClaimStatus.Void), claim.Received,
            determination.Plan.Value ?? "",
            new AmountsView(
                claim.Billed, determination.Allowed, determination.PlanPaid, determination.MemberOwes),
            [.. ClaimWords.Of(determination.PendReasons)], [.. lines.Select(LineView.Of)]);
    }
}

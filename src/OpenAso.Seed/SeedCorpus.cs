using OpenAso.Seed.Care;
using OpenAso.Seed.Network;
using OpenAso.Seed.People;
using OpenAso.Seed.Submission;

namespace OpenAso.Seed;

/// <summary>Everything that is made up for one request.</summary>
internal sealed class SeedCorpus
{
    private SeedCorpus(SeedRequest request, ProviderDirectory directory) => (Request, Directory) = (request, directory);

    public SeedRequest Request { get; }

    public ProviderDirectory Directory { get; }

    /// <summary>In the order of their positions.</summary>
    public List<Household> Households { get; } = [];

    /// <summary>By month of arrival and form, then as a file holds them.</summary>
    public ILookup<(int Month, SeedForm Form), ClaimDraft> Claims { get; private set; } = null!;

    public static SeedCorpus Of(SeedRequest request)
    {
        var window = request.Window;
        var corpus = new SeedCorpus(request, new ProviderDirectory(request.Employer, request.Rng));
        var people = new HouseholdGenerator(request);
        var calendar = new CareCalendar(corpus.Directory, window);
        List<ClaimDraft> sent = [];
        for (var position = 1; position <= request.Employees; position++)
        {
            foreach (var household in people.Hold(position))
            {
                corpus.Households.Add(household);
                sent.AddRange(new Submissions(household, window).Of(calendar.Of(household)));
            }
        }
        corpus.Claims = sent
            .OrderBy(claim => claim.Received).ThenBy(claim => claim.Billing.Number)
            .ThenBy(claim => claim.Household.Id, StringComparer.Ordinal)
            .ThenBy(claim => claim.MemberId, StringComparer.Ordinal)
            .ThenBy(claim => claim.Patient.Number).ThenBy(claim => claim.ControlNumber, StringComparer.Ordinal)
            .ToLookup(claim => (window.MonthOf(claim.Received), claim.Form));
        return corpus;
    }
}

using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;
using OpenAso.Plans.Legal;
using OpenAso.Providers;

namespace OpenAso.Correspondence.Tests;

/// <summary>A family under Acme's plans, whose claims are decided one after another.</summary>
internal sealed class Household
{
    private static readonly Npi Summit = new(1234567893);
    private static readonly Npi Elsewhere = new(1999999992);
    private static readonly PersonName Ana = new("Example", "Ana", "M");
    private static readonly PersonName Ben = new("Example", "Ben");

    private readonly FamilyContext _context;
    private int _claims;

    public Household(CoverageTier tier = CoverageTier.Family)
    {
        Plan[] plans = [Repository.Plan("plans/acme/acme-ppo.yaml"), Repository.Plan("plans/acme/acme-dental.yaml")];
        Plans = new PlanLibrary(plans);
        var covered = new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31));
        var coverage = plans.Select(plan => new CoverageSpan(plan.Segments[0].Line, plan.Id, covered, tier))
            .ToValueList();
        var home = new Address("12 Elm Street", "", "Springfield", "IL", "62701");
        var people = new[] { Ana, Ben }.Select((name, i) => new Person(
            new PersonNumber((byte)(i + 1)), "", name, new DateOnly(1980 + 30 * i, 5, 4), Sex.Unknown,
            i == 0 ? Relationship.Subscriber : Relationship.Child, home, coverage));
        Home = home;
        var memberships = new NetworkMembership("summit", Summit, DateRange.From(DateOnly.MinValue));
        _context = new FamilyContext(new Family(new FamilyId("A1001"), people.ToValueList()), Plans,
            new PriceBook(new FeeSchedule(Fees()), [memberships]));
    }

    public static ClaimsProcedure Procedure { get; } =
        ClaimsProcedure.Read(Repository.Read("rules/claims-procedure.yaml"), "claims-procedure.yaml").Value!;

    public static Letterhead Sender { get; } = new(
        "Acme Benefit Plan", "Example Administrators",
        new Address("1 Plan Way", "Suite 3", "Springfield", "IL", "62701"), "555-0100", "plan.example");

    public PlanLibrary Plans { get; }

    public Address Home { get; }

    public FamilyAccumulators Accumulators => _context.Accumulators;

    private static IEnumerable<FeeRule> Fees()
    {
        (string Code, decimal Amount)[] prices =
        [
            ("99213", 110m), ("80053", 20.01m), ("73721", 800m), ("74177", 900m), ("15824", 600m), ("29881", 3200m),
            ("97802", 30m), ("V2100", 280m), ("D1110", 85m), ("D2391", 200m), ("D2740", 1200m), ("D8080", 4800m),
        ];
        return prices.Select((price, i) => new FeeRule(
            i + 1, "", Npi.None, Code.Of(price.Code), Code.None, Code.None, DateRange.From(DateOnly.MinValue),
            PriceMethod.Fee, Money.Exactly(price.Amount), Percent.None));
    }

    /// <summary>Decides and keeps a claim of lines that are priced by the network.</summary>
    public ExplainedClaim Decide(
        string person, string provider, ClaimLine[] lines, ClaimFrequency frequency = ClaimFrequency.Original,
        ExplainedClaim? original = null, int receivedAfterDays = 10)
    {
        var isAna = person == "Ana";
        var inNetwork = provider.StartsWith("Summit", StringComparison.Ordinal);
        var claim = new Claim
        {
            Id = new ClaimId(ContentHash.Of($"claim {++_claims}"), 1),
            Form = lines[0].Procedure.ToString()[0] == 'D' ? ClaimForm.Dental : ClaimForm.Professional,
            PatientControlNumber = $"ACCT-{_claims}",
            Received = lines[0].Dates.Last.AddDays(receivedAfterDays),
            Frequency = frequency,
            OriginalReference = original?.Claim.Id.ToString() ?? "",
            Patient = new PatientReference(
                "A1001", isAna, isAna ? Ana : Ben, new DateOnly(isAna ? 1980 : 2010, 5, 4), Sex.Unknown),
            Billing = new BillingProvider(inNetwork ? Summit : Elsewhere, "123456789", provider, Address.Unknown),
            Place = Code.Of("11"),
            BenefitsAssigned = true,
            Billed = lines.Total(line => line.Charge),
            Lines = lines,
        };
        var determination = Adjudicator.Adjudicate(claim, _context);
        Assert.NotEqual(ClaimStatus.Pended, determination.Status);
        _context.Keep(claim, determination);
        return new ExplainedClaim(claim, determination, determination.Reverses is null ? null : original?.Claim);
    }

    public static ClaimLine Line(int number, string code, decimal charge, DateOnly day, string tooth = "") => new()
    {
        Number = number,
        Procedure = Code.Of(code),
        Charge = Money.Exactly(charge),
        Dates = DateRange.On(day),
        Tooth = Code.Of(tooth),
        Place = Code.Of("11"),
    };

    public ExplanationRequest Request(DateOnly decided, params ExplainedClaim[] claims)
    {
        var determination = claims[0].Determination;
        var last = claims.Max(claim => claim.Shown.LastServiceDate);
        return new ExplanationRequest
        {
            Sender = Sender,
            Addressee = Ana,
            Address = Home,
            Patient = determination.Person == PersonNumber.Subscriber ? Ana : Ben,
            MemberId = "A1001",
            Decided = decided,
            Claims = claims.ToValueList(),
            Plans = Plans,
            Procedure = Procedure,
            Used = Plans.Find(determination.Plan, last) is { } plan
                ? LimitUsed.Of(plan, Plans, Accumulators, determination.Person, CoverageTier.Family, last) : [],
        };
    }
}

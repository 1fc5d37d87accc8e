using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Claims.Tests;

/// <summary>A family whose claims are decided one after another, as tests tell them.</summary>
internal sealed class Household
{
    public static readonly DateOnly NewYear = new(2026, 1, 1);

    private readonly FamilyContext _context;
    private readonly List<Person> _people;
    private int _claims;

    public Household(Plan plan, string people = "Ana Ben Cal", CoverageTier tier = CoverageTier.Family,
        DateRange? covered = null, params FeeRule[] fees)
    {
        var coverage =
            new CoverageSpan(plan.Segments[0].Line, plan.Id, covered ?? DateRange.From(new DateOnly(2025, 1, 1)), tier);
        _people = [.. people.Split(' ').Select((name, i) => new Person(
            new PersonNumber((byte)(i + 1)), i == 0 ? "M1" : "", new PersonName("Doe", name),
            new DateOnly(1980 + i, 5, 4),
            Sex.Female, i == 0 ? Relationship.Subscriber : Relationship.Child, Address.Unknown, [coverage]))];
        var prices = new PriceBook(
            new FeeSchedule(fees), [new NetworkMembership("net", InNetwork, DateRange.From(DateOnly.MinValue))]);
        _context =
            new FamilyContext(new Family(new FamilyId("M1"), _people.ToValueList()), new PlanLibrary([plan]), prices);
    }

    public static Npi InNetwork { get; } = new(1234567893);

    public static Npi OutOfNetwork { get; } = new(1999999992);

    public FamilyContext Context => _context;

    /// <summary>A claim of one line with a contracted price, decided and kept.</summary>
    public Determination Decide(string person, string code, decimal charge, decimal price, DateOnly? on = null) =>
        Decide(Claim(person, code, charge, price, on));

    public Determination Decide(Claim claim)
    {
        var determination = Adjudicator.Adjudicate(claim, _context);
        Assertions.Balances(claim, determination);
        _context.Keep(claim, determination);
        return determination;
    }

    public Claim Claim(string person, string code, decimal charge, decimal price, DateOnly? on = null,
        ClaimFrequency frequency = ClaimFrequency.Original, string original = "", DateOnly? received = null,
        Npi? provider = null, ClaimCircumstances circumstances = ClaimCircumstances.None, string controlNumber = "") =>
        ClaimOf(person, [Line(1, code, charge, price, on ?? NewYear.AddDays(_claims))], frequency, original, received,
            provider, circumstances, controlNumber);

    public Claim ClaimOf(string person, ClaimLine[] lines, ClaimFrequency frequency = ClaimFrequency.Original,
        string original = "", DateOnly? received = null, Npi? provider = null,
        ClaimCircumstances circumstances = ClaimCircumstances.None, string controlNumber = "", DateRange? stay = null)
    {
        _claims++;
        var patient = _people.Single(candidate => candidate.Name.First == person);
        return new Claim
        {
            Id = new ClaimId(ContentHash.Of($"claim {_claims}"), 1),
            Form = stay is null ? ClaimForm.Professional : ClaimForm.Institutional,
            BillType = Code.Of(stay is null ? "" : "0111"),
            StatementDates = stay,
            PatientControlNumber = controlNumber.Length > 0 ? controlNumber : $"PCN{_claims}",
            Received = received ?? lines[0].Dates.Last.AddDays(10),
            Frequency = frequency,
            OriginalReference = original,
            Patient = new PatientReference(
                "M1", patient.Number == PersonNumber.Subscriber, patient.Name, patient.BirthDate, patient.Sex),
            Billing = new BillingProvider(provider ?? InNetwork, "123456789", "Clinic", Address.Unknown),
            BenefitsAssigned = true,
            Billed = lines.Total(line => line.Charge),
            Circumstances = circumstances,
            Lines = lines,
        };
    }

    public Claim StayOf(string person, ClaimLine[] lines, DateRange statement, DateOnly admitted, string drg)
    {
        var claim = ClaimOf(person, lines);
        return new Claim
        {
            Id = claim.Id, Form = ClaimForm.Institutional, PatientControlNumber = claim.PatientControlNumber,
            Received = statement.Last.AddDays(10), Patient = claim.Patient, Billing = claim.Billing,
            BenefitsAssigned = true, Billed = claim.Billed, Lines = lines, BillType = Code.Of("0111"),
            StatementDates = statement, Admitted = admitted, Drg = Code.Of(drg),
        };
    }

    public static ClaimLine Line(
        int number, string code, decimal charge, decimal price, DateOnly day, DateOnly? last = null,
        string modifier = "", int units = 1, string tooth = "", string revenue = "") => new()
        {
            Number = number,
            Procedure = Code.Of(code),
            Revenue = Code.Of(revenue),
            Modifier = Code.Of(modifier),
            Charge = Money.Exactly(charge),
            Units = Quantity.Of(units),
            Dates = new DateRange(day, last ?? day),
            Tooth = Code.Of(tooth),
            Place = Code.Of("11"),
            Repricing = price < 0 ? null : new Repricing(Money.Exactly(price), "net", true),
        };
}

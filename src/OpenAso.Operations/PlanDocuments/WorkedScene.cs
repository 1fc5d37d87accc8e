using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Operations.PlanDocuments;

/// <summary>The family, the providers and the prices that a worked example supposes.</summary>
internal sealed class WorkedScene
{
    private const string SubscriberId = "EXAMPLE";
    private readonly FamilyContext _context;
    private readonly Dictionary<(string Tier, string Provider), Npi> _billing = [];
    private readonly Dictionary<WorkedLine, Npi> _treating = new(ReferenceEqualityComparer.Instance);
    private readonly string[] _members;

    public WorkedScene(Plan plan, WorkedExample example)
    {
        _members = [.. example.Members.Items.Select(member => member.Name)];
        var fees = new List<FeeRule>();
        var memberships = new List<NetworkMembership>();
        foreach (var line in example.Lines)
        {
            var network =
                plan.AsOf(line.Date)!.Tiers.First(tier => tier.Id == line.Tier).Networks.FirstOrDefault() ?? "";
            var billing = NumberOf(line, network, memberships);
            var treating = _treating[line] = new Npi(3_000_000_000 + _treating.Count);
            fees.Add(new FeeRule(fees.Count + 1, "", treating, Code.None, Code.None, Code.None,
                DateRange.From(DateOnly.MinValue), PriceMethod.Case, line.Priced, Percent.None));
            System.Diagnostics.Debug.Assert(billing != treating);
        }
        var prices = new PriceBook(new FeeSchedule(fees), memberships);
        _context = new FamilyContext(FamilyOf(plan, example), new PlanLibrary([plan]), prices);
    }

    public (Claim Claim, Determination Determination) Decide(IReadOnlyList<WorkedLine> rows)
    {
        var claim = ClaimOf(rows);
        var determination = Adjudicator.Adjudicate(claim, _context);
        _context.Keep(claim, determination);
        return (claim, determination);
    }

    private Npi NumberOf(WorkedLine line, string network, List<NetworkMembership> memberships)
    {
        var key = (line.Tier, line.Provider);
        if (_billing.TryGetValue(key, out var npi))
            return npi;
        npi = _billing[key] = new Npi(2_000_000_000 + _billing.Count);
        if (network.Length > 0)
            memberships.Add(new NetworkMembership(network, npi, DateRange.From(DateOnly.MinValue)));
        return npi;
    }

    private static Family FamilyOf(Plan plan, WorkedExample example)
    {
        var line = plan.Segments[0].Line;
        var people = example.Members.Items.Select((member, i) => new Person(
            new PersonNumber((byte)(i + 1)), "", new PersonName("Example", member.Name), member.Born, Sex.Unknown,
            i == 0 ? Relationship.Subscriber : Relationship.Other, Address.Unknown,
            [new CoverageSpan(line, plan.Id, DateRange.From(member.CoveredFrom), example.Coverage)]));
        return new Family(new FamilyId(SubscriberId), people.ToValueList());
    }

    private Claim ClaimOf(IReadOnlyList<WorkedLine> rows)
    {
        var first = rows[0];
        var patient = new PatientReference(
            SubscriberId, first.Member.Name == _members[0], new PersonName("Example", first.Member.Name),
            first.Member.Born, Sex.Unknown);
        return new Claim
        {
            Id = new ClaimId(ContentHash.Of(first.Claim), 1),
            Form = first.Service.Form,
            PatientControlNumber = first.Claim,
            Received = rows.Max(row => row.Date),
            Patient = patient,
            Billing = new BillingProvider(
                _billing[(first.Tier, first.Provider)], "000000000", first.Provider, Address.Unknown),
            BillType = first.Service.BillType,
            Place = first.Service.Place,
            BenefitsAssigned = true,
            Billed = rows.Total(row => row.Billed),
            Authorization = first.Authorized ? "EXAMPLE" : "",
            Lines = [.. rows.Select((row, i) => LineOf(row, i + 1))],
        };
    }

    private ClaimLine LineOf(WorkedLine row, int number) => new()
    {
        Number = number,
        Procedure = row.Service.Procedure,
        Modifier = row.Service.Modifier,
        Revenue = row.Service.Revenue,
        Place = row.Service.Place,
        Diagnosis = row.Service.Diagnosis,
        Charge = row.Billed,
        Units = row.Units,
        Dates = DateRange.On(row.Date),
        Rendering = _treating[row],
        Tooth = Code.TryParse(row.Tooth, out var tooth) ? tooth : Code.None,
    };
}

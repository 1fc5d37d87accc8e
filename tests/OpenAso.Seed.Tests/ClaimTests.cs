using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Seed.Tests;

public class ClaimTests
{
    private static readonly List<Claim> Acme = SeededFiles.Acme.Claims();

    [Fact]
    public void Claims_read_without_a_finding_and_arrive_after_they_were_incurred()
    {
        Assert.InRange(Acme.Count, 4_000, 8_000);
        Assert.NotEmpty(SeededFiles.Birch.Claims());
        Assert.All(Acme, claim => Assert.True(claim.Received > claim.LastServiceDate));
        Assert.All(Enum.GetValues<ClaimForm>(), form => Assert.Contains(Acme, claim => claim.Form == form));
    }

    [Fact]
    public void A_patient_control_number_stands_for_one_claim_sent_once_or_sent_again_unchanged()
    {
        var content = new ClaimContent();
        foreach (var claims in Acme.GroupBy(claim => claim.PatientControlNumber))
            Assert.Single(claims.Select(content.HashOf).Distinct());
    }

    [Fact]
    public void Every_patient_is_covered_on_the_day_but_for_known_troubles()
    {
        var families = SeededFiles.Acme.Families();
        var (unknown, ended) = (0, 0);
        foreach (var claim in Acme)
        {
            if (!families.TryGetValue(new FamilyId(claim.Patient.SubscriberMemberId), out var family))
            {
                unknown++;
                continue;
            }
            var person = PatientMatching.Match(family, claim.Patient);
            Assert.NotNull(person);
            var line = claim.Form == ClaimForm.Dental ? LineOfCoverage.Dental : LineOfCoverage.Medical;
            if (person.CoverageOn(line, claim.FirstServiceDate) is not null)
                continue;
            Assert.True(person.Coverage.All(span => span.Line != line || span.Dates.Last < claim.FirstServiceDate));
            ended++;
        }
        Share(unknown, 1.0m, 2.6m);
        Share(ended, 0.1m, 1.5m);
    }

    [Fact]
    public void No_claim_arrives_before_enrolment_has_told_of_its_patient()
    {
        var told = new Dictionary<(string Family, string Given), DateOnly>();
        foreach (var (name, bytes) in SeededFiles.Acme.EnrollmentFiles)
        {
            var day = DateOnly.ParseExact(name[5..12] + "-01", "yyyy-MM-dd", null);
            var family = "";
            foreach (var segment in SeededFiles.Segments(bytes))
            {
                if (segment is ["REF", "0F", var id])
                    family = id;
                if (segment is ["NM1", "IL", ..])
                    told.TryAdd((family, segment[4]), day);
            }
        }
        var known = Acme.Where(claim => told.ContainsKey((claim.Patient.SubscriberMemberId, claim.Patient.Name.First)))
            .ToList();
        Share(known.Count, 97, 99.5m);
        Assert.All(known, claim =>
            Assert.True(claim.Received >= told[(claim.Patient.SubscriberMemberId, claim.Patient.Name.First)]));
    }

    [Fact]
    public void Troubles_are_a_few_in_a_hundred_each()
    {
        var content = new ClaimContent();
        var again = Acme.Count - Acme.Select(content.HashOf).Distinct().Count();
        var numbers = Acme.Select(claim => claim.PatientControlNumber).ToHashSet();
        Share(again, 0.3m, 1.6m);
        var replacements = Acme.Where(claim => claim.Frequency == ClaimFrequency.Replacement).ToList();
        Share(replacements.Count(claim => numbers.Contains(claim.OriginalReference)), 0.3m, 1.6m);
        Share(replacements.Count(claim => !numbers.Contains(claim.OriginalReference)), 0.1m, 1.2m);
        Share(Acme.Count(claim => claim.Frequency == ClaimFrequency.Void), 0.1m, 0.9m);
        Share(Acme.Count(claim => (claim.Circumstances & ClaimCircumstances.OtherPayerDecided) != 0), 1.5m, 3.6m);
        const ClaimCircumstances accident = ClaimCircumstances.WorkRelated | ClaimCircumstances.MotorAccident;
        Share(Acme.Count(claim => (claim.Circumstances & accident) != 0), 0.3m, 1.6m);
        Share(Acme.Count(claim => claim.Received.DayNumber - claim.LastServiceDate.DayNumber > 200), 0.05m, 1.5m);
        Share(Acme.Count(claim => claim.Received.DayNumber - claim.LastServiceDate.DayNumber > 365), 0.01m, 0.5m);
        var cosmetic = Acme.Count(
            claim => claim.Lines[0].Procedure.ToString() is "15823" or "15877" or "17380" or "15788");
        Share(cosmetic, 0.1m, 1.0m);
        Share(Acme.Count(claim => !claim.BenefitsAssigned), 0.5m, 6.0m);
    }

    [Fact]
    public void Every_provider_has_a_number_with_a_right_check_digit_that_nobody_was_given()
    {
        var npis = Acme.SelectMany(claim => new[] { claim.Billing.Npi, claim.Rendering });
        foreach (var npi in npis.Where(npi => !npi.IsNone).Distinct())
        {
            Assert.True(npi.IsValid);
            Assert.Equal(2, npi.Number / 1_000_000_000);
        }
    }

    [Fact]
    public void Everything_but_unlisted_procedures_has_a_price()
    {
        var book = SeededFiles.Acme.Prices();
        var (unpriced, outside) = (0, 0);
        foreach (var claim in Acme)
        {
            var prices = PricesOf(book, claim, out var network);
            outside += network.Length == 0 ? 1 : 0;
            for (var i = 0; i < prices.Length; i++)
            {
                var isUnlisted = claim.Lines[i].Procedure.ToString() is
                    "17999" or "29999" or "64999" or "76499" or "84999" or "97799" or "99199";
                Assert.True(isUnlisted != prices[i].IsFound, claim.Lines[i].Procedure + "/" + claim.Lines[i].Revenue);
                unpriced += isUnlisted ? 1 : 0;
            }
        }
        Share(unpriced, 1.2m, 3.5m);
        Share(outside, 4m, 12m);
    }

    [Fact]
    public void A_year_costs_what_employers_are_used_to_and_a_few_people_cost_most_of_it()
    {
        var files = SeededFiles.Of(1_000, 12, 1);
        var book = files.Prices();
        var claims = files.Claims().Where(claim => claim.Frequency == ClaimFrequency.Original).ToList();
        Assert.InRange(claims.Count, 22_000, 30_000);
        var allowed = claims.Select(claim => (claim, Amount: Allowed(book, claim))).ToList();
        Assert.InRange(PerEmployee(allowed.Where(row => row.claim.Form != ClaimForm.Dental)), 6_500, 9_000);
        Assert.InRange(PerEmployee(allowed.Where(row => row.claim.Form == ClaimForm.Dental)), 380, 560);
        var billed = claims.Select(claim => claim.Billed).Total();
        var total = allowed.Select(row => row.Amount).Total();
        Assert.InRange(billed.Cents * 100 / total.Cents, 150, 300);

        var people = allowed.GroupBy(row => (row.claim.Patient.SubscriberMemberId, row.claim.Patient.Name))
            .Select(rows => rows.Select(row => row.Amount).Total()).OrderDescending().ToList();
        Assert.True(people[0] > Money.Of(100_000));
        Assert.InRange(people.Take(people.Count / 20).Total().Cents * 100 / total.Cents, 30, 70);
    }

    private static long PerEmployee(IEnumerable<(Claim Claim, Money Amount)> rows) =>
        rows.Select(row => row.Amount).Total().Cents / 100 / 1_000;

    private static Money Allowed(PriceBook book, Claim claim)
    {
        var total = Money.Zero;
        foreach (var price in PricesOf(book, claim, out _))
            total += price.Amount;
        return total;
    }

    private static Price[] PricesOf(PriceBook book, Claim claim, out string network)
    {
        network = book.NetworkOf(["summit"], claim.Billing.Npi, claim.FirstServiceDate) ?? "";
        var contract = network;
        var lines = Array.ConvertAll(claim.Lines, line => new PricedLine(
            contract, claim.Rendering, line.Procedure, line.Modifier, line.Revenue, line.Place, line.Dates.First,
            line.Units, line.Measure, line.Charge));
        var prices = new Price[lines.Length];
        book.PriceLines(new PricedEvent(claim.Billing.Npi, claim.BillType, claim.Drg), lines, prices);
        return prices;
    }

    private static void Share(int count, decimal atLeastPercent, decimal atMostPercent) =>
        Assert.InRange(count * 100m / Acme.Count, atLeastPercent, atMostPercent);
}

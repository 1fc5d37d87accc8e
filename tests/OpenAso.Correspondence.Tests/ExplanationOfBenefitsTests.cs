using OpenAso.Claims;
using static OpenAso.Correspondence.Tests.Household;

namespace OpenAso.Correspondence.Tests;

public class ExplanationOfBenefitsTests
{
    private static readonly DateOnly Decided = new(2026, 3, 5);

    // Ana: a visit and a laboratory test, a scan without authorization, what is excluded, and a doctor out of network.
    [Fact]
    public void A_page_tells_of_every_kind_of_amount_and_cites_the_plan()
    {
        var family = new Household();
        var visit = family.Decide("Ana", "Summit Clinic", [
            Line(1, "99213", 165, new(2026, 2, 2)), Line(2, "80053", 60, new(2026, 2, 2))]);
        var scan = family.Decide("Ana", "Summit Imaging", [Line(1, "74177", 1600, new(2026, 2, 9))]);
        var again = family.Decide("Ana", "Summit Imaging", [Line(1, "73721", 1500, new(2026, 2, 16))]);
        var cosmetic = family.Decide("Ana", "Summit Clinic", [
            Line(1, "99213", 165, new(2026, 2, 23)), Line(2, "15824", 900, new(2026, 2, 23))]);
        var outside = family.Decide("Ana", "Hillside Surgery", [Line(1, "29881", 4100.50m, new(2026, 2, 24))]);

        var request = family.Request(Decided, visit, scan, again, cosmetic, outside);
        var page = ExplanationOfBenefits.Write(request).ToString();

        Repository.IsAsAgreed("explanation-medical.html", page);
        Assert.Contains("This is not a bill.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dental_page_tells_what_is_left_of_the_maximum_and_offers_no_external_review()
    {
        var family = new Household();
        var cleaning = family.Decide("Ben", "Summit Dental", [Line(1, "D1110", 120, new(2026, 1, 12))]);
        var filling = family.Decide("Ben", "Summit Dental", [Line(1, "D2391", 250, new(2026, 1, 26), "3")]);
        var early = family.Decide("Ben", "Summit Dental", [Line(1, "D2740", 1400, new(2026, 2, 9), "14")]);

        var page = ExplanationOfBenefits.Write(family.Request(Decided, cleaning, filling, early)).ToString();

        Repository.IsAsAgreed("explanation-dental.html", page);
        Assert.DoesNotContain("independent organization", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_is_taken_back_is_said_to_be_and_shows_minus_signs()
    {
        var family = new Household();
        var visit = family.Decide("Ana", "Summit Clinic", [Line(1, "99213", 165, new(2026, 2, 2))]);
        var taken = family.Decide(
            "Ana", "Summit Clinic", [Line(1, "99213", 165, new(2026, 2, 2))], ClaimFrequency.Void, visit);

        var page = ExplanationOfBenefits.Write(family.Request(Decided, taken)).ToString();

        Repository.IsAsAgreed("explanation-void.html", page);
        Assert.Contains("taken this claim back", page, StringComparison.Ordinal);
        Assert.Contains("−$25.00", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrected_claim_says_that_it_takes_the_place_of_the_earlier_one()
    {
        var family = new Household();
        var visit = family.Decide("Ana", "Summit Clinic", [Line(1, "99213", 165, new(2026, 2, 2))]);
        var corrected = family.Decide(
            "Ana", "Summit Clinic", [Line(1, "80053", 60, new(2026, 2, 2))], ClaimFrequency.Replacement, visit);

        var page = ExplanationOfBenefits.Write(family.Request(Decided, corrected)).ToString();

        Assert.Contains("takes the place of the earlier one", page, StringComparison.Ordinal);
        Assert.Contains($"<dd>{visit.Claim.Id}</dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_came_too_late_is_denied_at_the_providers_cost_and_the_member_owes_nothing()
    {
        var family = new Household();
        var late = family.Decide(
            "Ana", "Summit Clinic", [Line(1, "99213", 165, new(2026, 2, 2))], receivedAfterDays: 400);

        var page = ExplanationOfBenefits.Write(family.Request(Decided, late)).ToString();

        Assert.Contains("This claim is denied.", page, StringComparison.Ordinal);
        Assert.Contains("came to us too late. Your provider may not bill you for it. ", page, StringComparison.Ordinal);
        Assert.Contains("clause 7.1:</cite> Send us a claim within 365 days", page, StringComparison.Ordinal);
        Assert.Contains("(Code CO-29)", page, StringComparison.Ordinal);
        Assert.Contains(
            "<td class=\"amount owe all\" data-label=\"What you may owe\">$0.00</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_was_not_covered_reads_whom_to_ask()
    {
        var family = new Household();
        var early = family.Decide("Ana", "Summit Clinic", [Line(1, "99213", 165, new(2025, 12, 30))]);

        var page = ExplanationOfBenefits.Write(family.Request(Decided, early)).ToString();

        Assert.Contains("You were not covered yet on the day of this service.", page, StringComparison.Ordinal);
        Assert.Contains("ask your employer to correct its first day. (Code PR-26)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_maximum_spares_the_member_is_said()
    {
        var family = new Household();
        for (var i = 0; i < 8; i++)
            family.Decide("Ana", "Summit Clinic", [Line(1, "29881", 5000, new DateOnly(2026, 4, 1).AddDays(i))]);
        var visit = family.Decide("Ana", "Summit Clinic", [Line(1, "99213", 165, new(2026, 5, 4))]);

        var page = ExplanationOfBenefits.Write(family.Request(Decided, visit)).ToString();

        Assert.Contains("You have reached the most that you pay in a year", page, StringComparison.Ordinal);
        Assert.Contains(
            "<td class=\"amount owe all\" data-label=\"What you may owe\">$0.00</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_waits_for_somebody_has_no_explanation_yet()
    {
        var family = new Household();
        var visit = family.Decide("Ana", "Summit Clinic", [Line(1, "99213", 165, new(2026, 2, 2))]);
        var pended = new Determination
        {
            Claim = visit.Claim.Id,
            Status = ClaimStatus.Pended,
            PendReasons = PendReasons.NoPrice,
            Lines = visit.Determination.Lines,
        };

        Assert.Throws<ArgumentException>(() =>
            ExplanationOfBenefits.Write(family.Request(Decided, visit with { Determination = pended })));
        Assert.Throws<ArgumentException>(() =>
            ExplanationOfBenefits.Write(family.Request(Decided, visit) with { Claims = [] }));
    }

    [Fact]
    public void Amounts_of_another_currency_carry_its_code()
    {
        var family = new Household();
        var visit = family.Decide("Ana", "Summit Clinic", [Line(1, "29881", 5000, new(2026, 2, 2))]);

        var page = ExplanationOfBenefits.Write(family.Request(Decided, visit) with { Currency = "CAD" }).ToString();

        Assert.Contains("5,000.00 CAD", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">$", page, StringComparison.Ordinal);
    }
}

using OpenAso.Kernel;
using OpenAso.Plans;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Gaps;
using OpenAso.StopLoss.Policies;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests.Gaps;

public class GapAnalysisTests
{
    private const string Specific = "deductible: 100000\nlines: [medical, rx, dental]\nbasis: 12/12";

    private static readonly PlanPractice Acme = new()
    {
        Plans = [Read("plans/acme/acme-ppo.yaml"), Read("plans/acme/acme-dental.yaml")],
        DependentAge = 26,
        LeaveOfAbsenceDays = 365,
        CoversRetirees = true,
        PaidMeans = PaidMeaning.LaterOfIssuedAndFunded,
    };

    [Theory]
    [InlineData("dependent-age: 25", GapKind.DependentAge, "400.00")]
    [InlineData("leave-of-absence-days: 90", GapKind.LeaveOfAbsence, "30.00")]
    [InlineData("covers-retirees: no", GapKind.Retirees, "2.00")]
    public void People_whom_the_plan_covers_and_the_policy_does_not_cost_what_was_paid_for_them(
        string condition, GapKind kind, string money)
    {
        var payments = Payments("""
            c1 A 2026-02-01 2026-03-01 500
            c1 A 2026-02-01 2026-04-01 -100
            c2 B 2026-02-01 2026-03-01 30
            c3 C 2026-02-01 2026-03-01 2
            c4 D 2026-02-01 2026-03-01 7
            """).Select(WithPerson);

        var gap = Gap(kind, Policy(Specific, rest: $"conditions:\n  {condition}"), payments);

        Assert.Equal(Amount(money), gap.FromClaims);
    }

    [Fact]
    public void A_policy_that_covers_at_least_whom_the_plan_covers_leaves_no_gap_of_people()
    {
        var policy = Policy(Specific, rest: """
            conditions:
              dependent-age: 26
              leave-of-absence-days: 365
              covers-retirees: yes
            """);

        Assert.DoesNotContain(Gaps(policy, []), gap => gap.Kind is GapKind.DependentAge or GapKind.LeaveOfAbsence
            or GapKind.Retirees);
        Assert.Contains(
            GapAnalysis.Of(policy, Acme with { DependentAge = null }, [], Day("2026-12-31")),
            gap => gap.Kind == GapKind.DependentAge
                && $"{gap.PlanPays}".Contains("not known", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_policy_excludes_and_a_benefit_of_the_plan_grants_is_a_gap_with_its_clause()
    {
        var policy = Policy(Specific, rest: """
            conditions:
              exclusions:
                gene-therapy: { text: gene therapy, procedures: [J3398] }
            """);
        var services = Payments("c1 A 2026-02-01 2026-03-01 900000\nc2 B 2026-02-01 2026-03-01 5")
            .Select(payment => new PaidCare(payment) { Procedure = payment.Claimant == "A" ? "J3398" : "J3397" });

        var gap = Gap(GapKind.Exclusion, policy, services);

        Assert.Equal("conditions.exclusions.gene-therapy", gap.Key);
        Assert.StartsWith("what may fall under acme-ppo ", $"{gap.PlanPays}", StringComparison.Ordinal);
        Assert.Contains("(clause ", $"{gap.PlanPays}", StringComparison.Ordinal);
        Assert.Equal(Amount("900000"), gap.FromClaims);
    }

    // The plan excludes hearing aids V5030 to V5267 itself; V52 begins more codes than those, V503 begins fewer.
    [Theory]
    [InlineData("V5030", false)]
    [InlineData("V503", false)]
    [InlineData("V52", true)]
    [InlineData("99213", true)]
    [InlineData("V503012345", false)]
    public void What_plan_and_policy_both_exclude_is_no_gap(string procedures, bool isGap)
    {
        var policy = Policy(Specific, rest: $$"""
            conditions:
              exclusions:
                hearing: { text: hearing aids, procedures: [{{procedures}}] }
            """);
        var medical = Acme with { Plans = [Acme.Plans[0]] };

        var gaps = GapAnalysis.Of(policy, medical, [], Day("2026-12-31"));

        Assert.Equal(isGap, gaps.Any(gap => gap.Kind == GapKind.Exclusion));
    }

    [Fact]
    public void An_exclusion_without_codes_is_for_people_to_compare()
    {
        var policy = Policy(Specific, rest: """
            conditions:
              exclusions:
                experimental: { text: experimental treatment }
            """);

        Assert.Null(Gap(GapKind.Experimental, policy, []).FromClaims);
    }

    [Fact]
    public void What_a_carrier_reads_otherwise_is_money_unless_it_follows_the_plan_document()
    {
        var services = Services("c1 A 2026-02-01 2026-03-01 4000 not=experimental\nc2 B 2026-02-01 2026-03-01 1");

        Assert.Equal(Amount("4000"), Gap(GapKind.NotMirrored, Policy(Specific), services).FromClaims);
        Assert.DoesNotContain(
            Gaps(Policy(Specific, rest: "conditions:\n  mirrors-plan: yes"), services),
            gap => gap.Kind == GapKind.NotMirrored);
    }

    [Fact]
    public void A_plan_that_pays_after_the_window_bears_what_it_pays_then()
    {
        var services = Services("""
            late  A 2026-12-20 2027-01-05 700
            early B 2025-12-20 2026-01-05  30
            right C 2026-12-20 2026-12-31   1
            """);

        var gaps = GapAnalysis.Of(Policy(Specific), Acme, services, Day("2027-02-01"));

        Assert.Equal(Amount("700"), gaps.Items.Single(gap => gap.Kind == GapKind.RunOut).FromClaims);
        Assert.Equal(Amount("30"), gaps.Items.Single(gap => gap.Kind == GapKind.RunIn).FromClaims);
    }

    // Claims of 31 December may be filed for 365 days; the agreement may end sooner.
    [Theory]
    [InlineData("12/12", null, "2027-12-31")]
    [InlineData("12/24", null, null)]
    [InlineData("12/15", 6, "2027-06-30")]
    [InlineData("12/15", 3, null)]
    public void The_plan_pays_as_long_as_claims_may_be_filed_or_the_agreement_says(
        string basis, int? months, string? until)
    {
        var policy = Policy($"deductible: 1\nlines: [medical]\nbasis: {basis}");
        var practice = Acme with { Plans = [Acme.Plans[0]], RunOutMonths = months };

        var gap = GapAnalysis.Of(policy, practice, [], Day("2026-12-31")).Items
            .SingleOrDefault(gap => gap.Kind == GapKind.RunOut);

        Assert.Equal(until is null ? null : $"claims of the period until {until}", gap?.PlanPays.ToString());
    }

    [Fact]
    public void What_is_issued_and_not_funded_in_time_is_paid_for_the_plan_and_not_for_the_policy()
    {
        var issued = Payments("c1 A 2026-12-01 2026-12-20 800\nc2 B 2026-12-01 2026-12-20 9")
            .Select(payment => new PaidCare(
                payment.Claimant == "A" ? payment with { Dates = payment.Dates with { Funded = null } } : payment));

        var gaps = GapAnalysis.Of(
            Policy(Specific), Acme with { PaidMeans = PaidMeaning.Issued }, issued, Day("2026-12-31"));

        Assert.Equal(Amount("800"), gaps.Items.Single(gap => gap.Kind == GapKind.PaidMeaning).FromClaims);
        Assert.DoesNotContain(Gaps(Policy(Specific), issued), gap => gap.Kind == GapKind.PaidMeaning);
    }

    [Theory]
    [InlineData(GapKind.Drugs, "40000")]
    [InlineData(GapKind.Dental, "300")]
    public void Lines_that_the_policy_does_not_protect_stay_with_the_plan(GapKind kind, string money)
    {
        var services = Services("""
            c1 A 2026-02-01 2026-03-01 40000 rx
            c2 B 2026-02-01 2026-03-01 300 dental
            c3 C 2026-02-01 2026-03-01 1
            """);

        var gap = Gap(kind, Policy("deductible: 100000\nlines: [medical]\nbasis: 12/12"), services);

        Assert.Equal("specific.lines", gap.Key);
        Assert.Equal(Amount(money), gap.FromClaims);
    }

    [Theory]
    [InlineData("deductible: 250000", "75000")]
    [InlineData("deductible: 120000", "20000")]
    [InlineData("excluded: yes", "175000")]
    public void A_laser_leaves_its_layer_with_the_plan(string laser, string money)
    {
        var policy = Policy(Specific + $"\nlasers: [{"{"} claimant: L, {laser} {"}"}]");

        var gap = Gap(GapKind.Laser, policy, Services("c1 L 2026-02-01 2026-03-01 175000"));

        Assert.Equal("specific.lasers L", gap.Key);
        Assert.Equal(Amount(money), gap.FromClaims);
    }

    [Fact]
    public void A_policy_that_ends_before_the_plan_does_leaves_the_rest_with_the_plan()
    {
        var policy = Policy(
            Specific + "\nmaximum: 500000",
            "lines: [medical]\nbasis: 12/12\nmaximum: 1000000\nfactors: [{ line: medical, tier: single, monthly: 1 }]");

        var gaps = Gaps(policy, Services("c1 A 2026-02-01 2026-03-01 700000")).Items
            .Where(gap => gap.Kind == GapKind.Maximum).ToList();

        Assert.Equal(["aggregate.maximum", "specific.maximum"], gaps.Select(gap => gap.Key));
        Assert.Equal([null, Amount("100000")], gaps.Select(gap => gap.FromClaims));
    }

    [Fact]
    public void Somebody_who_was_not_at_work_costs_the_plan_what_was_paid_before_the_return()
    {
        var policy = Policy(Specific, rest: "not-actively-at-work: [{ claimant: N, from: 2026-03-01 }]");

        var gap = Gap(GapKind.ActivelyAtWork, policy, Services("""
            c1 N 2026-02-01 2026-03-01 60
            c2 N 2026-03-01 2026-03-05  1
            """));

        Assert.Equal(Amount("60"), gap.FromClaims);
    }

    private static CoverageGap Gap(GapKind kind, StopLossPolicy policy, IEnumerable<PaidCare> services) =>
        Assert.Single(Gaps(policy, services), gap => gap.Kind == kind);

    private static ValueList<CoverageGap> Gaps(StopLossPolicy policy, IEnumerable<PaidCare> services) =>
        GapAnalysis.Of(policy, Acme, services, Day("2026-12-31"));

    private static IEnumerable<PaidCare> Services(string table) =>
        Payments(table).Select(payment => new PaidCare(payment));

    // A is a child of 26, B has been on leave for 91 days, C is retired; D is at the edge of each and beyond none.
    private static PaidCare WithPerson(ClaimPayment payment) => new(payment)
    {
        ChildAge = payment.Claimant switch { "A" => 26, "D" => 25, _ => null },
        LeaveDays = payment.Claimant switch { "B" => 91, "D" => 90, _ => null },
        IsRetired = payment.Claimant == "C",
    };

    private static Plan Read(string path)
    {
        var parsed = PlanReader.Read(Repository.Read(path), path);
        Assert.Empty(parsed.Findings);
        return parsed.Value!;
    }
}

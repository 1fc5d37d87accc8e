using OpenAso.Claims;
using OpenAso.Decision.Designing;
using OpenAso.Kernel;
using OpenAso.Operations.Designing;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Tests;

/// <summary>The claims of a year, decided again by plans that somebody tries out.</summary>
public sealed class PlanDesignTests(PendedBooks pended) : IClassFixture<PendedBooks>, IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 7, 15);
    private static readonly string[] Medical = ["acme-hdhp", "acme-ppo"];
    private readonly SeededEmployer _employer = pended.Employer;
    private Books? _books;

    private EmployerTerms Terms => _employer.Terms;

    private PlanDesignUseCase Use => new(_books!, new DesignMemory());

    public async ValueTask InitializeAsync() => _books = await pended.CopyAsync();

    public async ValueTask DisposeAsync() => await _books!.DisposeAsync();

    [Fact]
    public void By_the_plan_as_it_is_claims_come_to_what_the_books_hold()
    {
        var answer = Copay("office", 35);
        var held = Held().ToList();

        Assert.Equal(new DateRange(new DateOnly(2025, 7, 16), Day), answer.Incurred);
        Assert.Equal(held.Count, answer.Before.Claims);
        Assert.Equal(held.Total(one => one.Determination.PlanPaid), answer.Before.Plan);
        Assert.Equal(held.Total(one => one.Determination.MemberOwes), answer.Before.Members);
        Assert.True(answer.Waiting > 0 && answer.DecidedByPeople == 0);
    }

    // Who pays 25 for a visit today pays 35: the plan pays 10 less of each, or all it paid where that was less.
    [Fact]
    public void A_higher_copay_moves_ten_dollars_of_each_visit_to_the_member()
    {
        var visits = Held().Where(one => one.Determination.Plan.Value == "acme-ppo")
            .SelectMany(one => one.Determination.Lines)
            .Where(line => line.Copay == Money.Of(25) && line.Tier == 0 && BenefitOf(line) == "office").ToList();
        var answer = Copay("office", 35);

        var moved = visits.Total(line => Money.Min(line.PlanPaid, Money.Of(10)));
        Assert.True(moved.IsPositive);
        Assert.Equal(answer.Before.Plan - moved, answer.After.Plan);
        Assert.Equal(answer.Before.Members + moved, answer.After.Members);
        Assert.Equal((double)answer.After.Plan.Cents / answer.Before.Plan.Cents, answer.Factor);
    }

    [Fact]
    public void Whatever_the_design_nobody_gains_what_another_does_not_lose()
    {
        var answer = Use.TryOut(Terms, Day,
        [
            new PlanDesign("acme-ppo") { Deductible = 3_000, Maximum = 8_000, Coinsurance = 30 },
        ]);

        Assert.True(answer.After.Plan < answer.Before.Plan);
        Assert.Equal(answer.Before.Plan + answer.Before.Members, answer.After.Plan + answer.After.Members);
    }

    [Fact]
    public async Task What_a_person_decided_counts_as_it_was_decided_on_both_sides()
    {
        var before = Copay("office", 35);
        var pending = new PendUseCase(_books!, 30);
        var waiting = pending.Waiting(Terms, Day).First(one => one.Reasons == PendReasons.SuspectedDuplicate);
        var outcome = await pending.ReleaseAsync(Terms, new PendRequest(
            waiting.Claim.Id.ToString(), "looked at",
            new Examiner("ann", new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero), ""))
        {
            Answers = new ExaminerAnswers { SetAside = PendReasons.SuspectedDuplicate },
            Keeps = true,
        });
        var (paid, owed) = (outcome.Decided!.Determination.PlanPaid, outcome.Decided.Determination.MemberOwes);
        var after = Copay("office", 35);

        Assert.Equal((1, before.Waiting - 1), (after.DecidedByPeople, after.Waiting));
        Assert.Equal((before.Before.Plan + paid, before.After.Plan + paid), (after.Before.Plan, after.After.Plan));
        Assert.Equal(before.After.Members + owed, after.After.Members);
    }

    [Fact]
    public void Only_what_differs_is_a_design()
    {
        var asItIs = new PlanDesign("acme-ppo") { Deductible = 1_000, Coinsurance = 20, Maximum = 5_000 };
        var copays = asItIs with { Copays = [new DesignCopay("office", 25), new DesignCopay("specialist", 60)] };

        Assert.Empty(Use.Changed(Terms, Day, [asItIs, new PlanDesign("nobody's") { Deductible = 1 }]));
        Assert.Equal(
            [new PlanDesign("acme-ppo") { Copays = [new DesignCopay("specialist", 60)] }],
            Use.Changed(Terms, Day, [copays]).Items);
        Assert.Equal(Medical, Use.Plans(Terms, Day).Select(plan => plan.Id.Value));
    }

    [Fact]
    public async Task An_earlier_version_of_the_document_can_be_tried_out()
    {
        var newer = _employer.Documents.Select(document => document.Id == "acme-ppo"
            ? document with
            {
                Content = document.Content.Replace(
                    "in: {copay: 25}", "in: {copay: 35}", StringComparison.Ordinal),
            }
            : document).ToList();
        var terms = EmployerDocuments.Understand(newer).Value!;
        await _books!.Database.WriteAsync(
            session => EmployerDocuments.Keep(session, terms, newer),
            cancellation: TestContext.Current.CancellationToken);
        var versions = Use.Plans(terms, Day).Single(plan => plan.Id.Value == "acme-ppo").Versions;
        Assert.Equal(2, versions.Count);

        // A form sends the figures of the plan in force with it.
        var asked = Use.Changed(terms, Day,
        [
            new PlanDesign("acme-ppo")
            {
                Version = versions[0], Deductible = 1_000, Copays = [new DesignCopay("office", 35)],
            },
        ]);
        var answer = Use.TryOut(terms, Day, asked);
        Assert.Equal([new PlanDesign("acme-ppo") { Version = versions[0] }], asked.Items);

        Assert.Equal(Held().Total(one => one.Determination.PlanPaid), answer.After.Plan);
        Assert.True(answer.After.Plan > answer.Before.Plan);
    }

    private PlanDesignAnswer Copay(string benefit, decimal amount) => Use.TryOut(
        Terms, Day, [new PlanDesign("acme-ppo") { Copays = [new DesignCopay(benefit, amount)] }]);

    private string BenefitOf(LineDetermination line) => line.Benefit < 0
        ? ""
        : Terms.Basis.Plans.Find(new PlanId("acme-ppo"), Day)!.Benefits[line.Benefit].Id;

    // As decided when they came, one payload after another.
    private IEnumerable<DecidedClaim> Held() => _books!.Database
        .Read(connection => Dapper.SqlMapper.Query<byte[]>(
            connection, "select payload from claim where status in (0, 1) and reversed_by is null").ToList())
        .Select(payload => ClaimPayload.Read(payload))
        .Where(one => Medical.Contains(one.Determination.Plan.Value) && one.Claim.Received <= Day
            && one.Claim.FirstServiceDate <= Day);
}

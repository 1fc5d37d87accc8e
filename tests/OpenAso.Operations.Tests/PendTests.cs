using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Storing;
using OpenAso.Operations.Verifying;

namespace OpenAso.Operations.Tests;

/// <summary>Claims that wait for a person, and what an examiner does with them.</summary>
public sealed class PendTests(PendedBooks pended) : IClassFixture<PendedBooks>, IAsyncLifetime
{
    private static readonly DateTimeOffset Moment = new(2026, 7, 1, 9, 30, 0, TimeSpan.Zero);
    private static readonly Examiner Ann = new("ann", Moment, "127.0.0.1");

    private readonly SeededEmployer _employer = pended.Employer;
    private Books? _books;

    private Books Open => _books!;

    private PendUseCase Use => new(Open, 30);

    private EmployerScope Scope => _employer.Terms.Scope;

    public async ValueTask InitializeAsync() => _books = await pended.CopyAsync();

    public async ValueTask DisposeAsync() => await Open.DisposeAsync();

    [Fact]
    public async Task A_price_for_every_line_that_has_none_decides_the_claim_in_its_family()
    {
        var waiting = First(PendReasons.NoPrice);
        var prices = waiting.Claim.Lines.Select(line => new AgreedPrice(line.Number, line.Charge)).ToValueList();

        var outcome = await Use.ReleaseAsync(
            _employer.Terms, Request(waiting) with { Answers = new ExaminerAnswers { Prices = prices } });

        var decided = outcome.Decided!;
        Assert.True(outcome.Kept);
        Assert.NotEqual(ClaimStatus.Pended, decided.Determination.Status);
        Assert.Contains(decided.Determination.Lines, line => line.Pricing == Providers.PriceMethod.Examiner);
        Assert.Equal(waiting.Claim.Id.Content, decided.Claim.Id.Content);
        Assert.Equal(2, decided.Claim.Id.Occurrence);
        Assert.Null(Use.Find(_employer.Terms, waiting.Claim.Id.ToString(), new DateOnly(2026, 7, 1)));
        Proved();
    }

    [Fact]
    public async Task A_price_above_the_charge_is_held_to_the_charge()
    {
        var waiting = First(PendReasons.NoPrice);
        var prices = waiting.Claim.Lines
            .Select(line => new AgreedPrice(line.Number, line.Charge + line.Charge)).ToValueList();
        var outcome = await Use.ReleaseAsync(
            _employer.Terms, Request(waiting) with { Answers = new ExaminerAnswers { Prices = prices } });
        Assert.All(outcome.Decided!.Determination.Lines, line => Assert.True(line.Allowed <= line.Billed));
    }

    [Theory]
    [InlineData(PendReasons.SuspectedDuplicate)]
    [InlineData(PendReasons.Accident)]
    public async Task A_reason_that_is_set_aside_no_longer_holds_the_claim(PendReasons reason)
    {
        var waiting = First(reason);
        var outcome = await Use.ReleaseAsync(
            _employer.Terms, Request(waiting) with { Answers = new ExaminerAnswers { SetAside = reason } });
        Assert.False(outcome.StillWaits);
        Proved();
    }

    [Fact]
    public async Task What_another_payer_has_decided_is_never_set_aside()
    {
        var waiting = Waiting().First(claim => claim.Reasons == PendReasons.OtherCoverage
            && (claim.Claim.Circumstances & ClaimCircumstances.OtherPayerDecided) != 0);
        var outcome = await Use.ReleaseAsync(_employer.Terms,
            Request(waiting) with { Answers = new ExaminerAnswers { SetAside = PendReasons.OtherCoverage } });
        Assert.Equal(PendReasons.OtherCoverage, outcome.Decided!.Determination.PendReasons);
    }

    [Fact]
    public async Task What_still_lacks_something_waits_on_as_it_was()
    {
        var waiting = First(PendReasons.NoPrice);
        var before = Rows();
        var outcome = await Use.ReleaseAsync(_employer.Terms, Request(waiting));
        Assert.True(outcome.StillWaits);
        Assert.False(outcome.Kept);
        Assert.Equal(PendReasons.NoPrice, outcome.Decided!.Determination.PendReasons);
        Assert.Equal(before, Rows());
    }

    [Fact]
    public async Task What_is_only_tried_is_not_kept()
    {
        var waiting = First(PendReasons.SuspectedDuplicate);
        var before = Rows();
        var outcome = await Use.ReleaseAsync(_employer.Terms, Request(waiting) with
        {
            Answers = new ExaminerAnswers { SetAside = PendReasons.SuspectedDuplicate },
            Keeps = false,
        });
        Assert.False(outcome.StillWaits);
        Assert.False(outcome.Kept);
        Assert.Equal(before, Rows());
    }

    [Theory]
    [InlineData(PendReasons.WorkRelated, Denial.WorkRelated, AdjustmentGroup.PR)]
    [InlineData(PendReasons.NoPrice, Denial.InformationMissing, AdjustmentGroup.CO)]
    [InlineData(PendReasons.UnknownMember, Denial.NotIdentified, AdjustmentGroup.PR)]
    public async Task A_denial_costs_whom_its_reason_says(PendReasons reason, Denial denial, AdjustmentGroup bearer)
    {
        var waiting = First(reason);
        var outcome = await Use.DenyAsync(_employer.Terms, Request(waiting) with { Answers = Denying(denial) });
        var lines = outcome.Decided!.Determination.Lines;
        Assert.Equal(ClaimStatus.Denied, outcome.Decided.Determination.Status);
        Assert.All(lines, line => Assert.Equal(
            line.Billed, bearer == AdjustmentGroup.PR ? line.MemberNotCovered : line.ProviderLiability));
        Assert.Equal(waiting.Family, outcome.Family);
        Proved();
    }

    [Fact]
    public async Task A_denial_cites_the_clause_that_it_follows()
    {
        var waiting = First(PendReasons.NoPrice);
        var plan = _employer.Terms.Basis.Plans.Find(waiting.Determination.Plan, waiting.Claim.FirstServiceDate)!;
        var clause = plan.Clauses[3];
        var outcome = await Use.DenyAsync(_employer.Terms, Request(waiting) with
        {
            Answers = new ExaminerAnswers { Denial = new ExaminerDenial(Denial.Excluded, clause.Id) },
        });
        Assert.Contains(outcome.Decided!.Determination.Steps, step =>
            step.Kind == StepKind.NotCovered && plan[step.Clause] == clause);
    }

    [Fact]
    public async Task A_claim_whose_member_is_found_is_decided_in_the_members_family()
    {
        var waiting = First(PendReasons.UnknownMember);
        var member = Waiting().First(claim => claim.Reasons == PendReasons.NoPrice).Family;
        var outcome = await Use.ReleaseAsync(_employer.Terms, Request(waiting) with
        {
            Member = member.Value,
            Answers = new ExaminerAnswers { Person = PersonNumber.Subscriber },
        });
        Assert.Equal(member, outcome.Family);
        Assert.Equal(PersonNumber.Subscriber, outcome.Decided!.Determination.Person);
        Proved();
    }

    [Fact]
    public async Task What_was_looked_at_before_somebody_else_changed_the_family_is_refused()
    {
        var waiting = First(PendReasons.SuspectedDuplicate);
        var request = Request(waiting) with
        {
            Version = waiting.Version,
            Answers = new ExaminerAnswers { SetAside = PendReasons.SuspectedDuplicate },
        };
        await Assert.ThrowsAsync<PendRefusedException>(() =>
            Use.ReleaseAsync(_employer.Terms, request with { Version = waiting.Version - 1 }));
        await Use.ReleaseAsync(_employer.Terms, request);
        var before = Rows();
        var again = await Assert.ThrowsAsync<PendRefusedException>(() => Use.ReleaseAsync(_employer.Terms, request));
        Assert.Contains("waits", again.Message, StringComparison.Ordinal);
        Assert.Equal(before, Rows());
    }

    [Fact]
    public async Task Of_two_who_decide_a_claim_at_the_same_moment_one_does()
    {
        var waiting = First(PendReasons.NoPrice);
        var request = Request(waiting) with { Answers = Denying(Denial.InformationMissing), Version = waiting.Version };
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await Use.DenyAsync(_employer.Terms, request)).Kept ? 1 : 0;
            }
            catch (PendRefusedException)
            {
                return 0;
            }
        })));
        Assert.Equal(1, tries.Sum());
        Proved();
    }

    [Fact]
    public void An_answer_is_refused_where_the_claim_was_decided_between_the_look_at_it_and_its_family()
    {
        var waiting = First(PendReasons.NoPrice);
        var work = new PendWork(waiting.Family, waiting.Claim.Id, PendAction.Deny, "no answer", "", Ann);
        var chunk = new FamilyChunk(Scope, waiting.Import, [new FamilyClaims(waiting.Family, [waiting.Claim])])
        {
            Released = [new WaitingClaim(waiting.Family, waiting.Claim)],
            Answered = new AnsweredClaim(Denying(Denial.InformationMissing), waiting.Version, work),
        };
        var runner = new ShardRunner(new SqlFamilyStore(Open.Database), _employer.Terms.Basis);
        runner.Decide(chunk, FenceEpoch.Sole);
        var before = Rows();
        Assert.Throws<FamilyChangedException>(() => runner.Decide(chunk, FenceEpoch.Sole));
        Assert.Equal(before, Rows());
        Proved();
    }

    [Fact]
    public async Task Who_did_what_is_kept_with_the_claim_and_in_the_access_log()
    {
        var waiting = First(PendReasons.WorkRelated);
        await Use.NoteAsync(_employer.Terms, Request(waiting) with { Reason = " asked the employer " });
        var outcome = await Use.DenyAsync(
            _employer.Terms, Request(waiting) with { Answers = Denying(Denial.WorkRelated) });
        var work = Use.Work(Scope, outcome.Decided!.Claim.Id);
        Assert.Equal([PendAction.Note, PendAction.Deny], Use.Work(Scope, waiting.Claim.Id).Select(one => one.Action));
        Assert.Equal("asked the employer", Use.Work(Scope, waiting.Claim.Id)[0].Reason);
        Assert.Equal((waiting.Claim.Id, outcome.Decided.Claim.Id), (work[0].Claim, work[0].Decided));
        Assert.Equal("ann", work[0].By.Account);
        Assert.Equal(2, new AccessLog(Open).Newest(Scope, 10).Count(entry =>
            entry.Action == AccessAction.WorkClaim && entry.Subject == waiting.Claim.Id.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Nothing_is_done_without_a_reason(string reason)
    {
        var waiting = First(PendReasons.NoPrice);
        await Assert.ThrowsAsync<PendRefusedException>(() =>
            Use.NoteAsync(_employer.Terms, Request(waiting) with { Reason = reason }));
    }

    [Fact]
    public async Task Answers_that_cannot_be_true_are_refused()
    {
        var waiting = First(PendReasons.NoPrice);
        ExaminerAnswers[] wrong =
        [
            new() { Prices = [new AgreedPrice(99, Money.Zero)] },
            new() { Prices = [new AgreedPrice(1, new Money(-1))] },
            new() { Prices = [new AgreedPrice(1, Money.Zero), new AgreedPrice(1, Money.Zero)] },
            new() { SetAside = PendReasons.NoPrice },
            new() { Person = new PersonNumber(99) },
            Denying(Denial.WorkRelated),
        ];
        foreach (var answers in wrong)
            await Assert.ThrowsAsync<PendRefusedException>(() =>
                Use.ReleaseAsync(_employer.Terms, Request(waiting) with { Answers = answers }));
        await Assert.ThrowsAsync<PendRefusedException>(() =>
            Use.ReleaseAsync(_employer.Terms, Request(waiting) with { Member = "ACM1" }));
        await Assert.ThrowsAsync<PendRefusedException>(() =>
            Use.DenyAsync(_employer.Terms, Request(waiting) with { Answers = Denying(Denial.LimitReached) }));
        await Assert.ThrowsAsync<PendRefusedException>(() => Use.DenyAsync(_employer.Terms, Request(waiting) with
        {
            Answers = new ExaminerAnswers { Denial = new ExaminerDenial(Denial.Excluded, new ClauseId("99.99")) },
        }));
    }

    [Fact]
    public async Task Work_that_was_changed_by_hand_is_found()
    {
        var waiting = First(PendReasons.WorkRelated);
        await Use.DenyAsync(_employer.Terms, Request(waiting) with { Answers = Denying(Denial.WorkRelated) });
        await Open.Database.WriteAsync(session => session.Connection.Execute("update pend_work set decided = 'x'"),
            cancellation: TestContext.Current.CancellationToken);
        Assert.NotEmpty(new VerifyUseCase(Open).Run(Scope).Discrepancies);
    }

    [Fact]
    public async Task The_same_claim_sent_once_more_is_still_a_duplicate_of_the_one_that_was_released()
    {
        var waiting = First(PendReasons.SuspectedDuplicate);
        await Use.ReleaseAsync(_employer.Terms, Request(waiting) with
        {
            Answers = new ExaminerAnswers { SetAside = PendReasons.SuspectedDuplicate },
        });
        var paid = Open.Database.Read(connection => connection.ExecuteScalar<long>("select sum(plan_paid) from claim"));
        var again = await new ImportUseCase(Open).RunAsync(_employer.Terms, new ImportRequest(pended.Resent),
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(0, again.Repeated);
        Assert.True(again.Decided > 100);
        Assert.Equal(paid, Open.Database.Read(connection =>
            connection.ExecuteScalar<long>("select sum(plan_paid) from claim")));
        Proved();
    }

    [Theory]
    [InlineData("2026-07-03", "2026-07-06", 3, 1)] // Friday to Monday
    [InlineData("2026-07-01", "2026-07-15", 14, 10)]
    [InlineData("2026-07-01", "2026-07-01", 0, 0)]
    [InlineData("2026-07-04", "2026-07-12", 8, 5)] // Saturday to the Sunday after next
    public void Ages_count_calendar_and_business_days(string received, string day, int calendar, int business)
    {
        var age = WaitingAge.Of(
            DateOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), 30);
        Assert.Equal((calendar, business, 30 - calendar), (age.CalendarDays, age.BusinessDays, age.DaysLeft));
    }

    private static ExaminerAnswers Denying(Denial denial) => new() { Denial = new ExaminerDenial(denial, null) };

    private static PendRequest Request(PendedClaim waiting) => new(waiting.Claim.Id.ToString(), "looked at", Ann);

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(7, "no-price")]
    [InlineData(100, "work-related")]
    [InlineData(5, "no-such-reason")]
    public void Pages_of_what_waits_hold_each_claim_once_in_the_order_of_the_list_in_both_directions(
        int most, string? reason)
    {
        var all = Waiting().Where(claim => reason is null || Explaining.ClaimWords.Of(claim.Reasons).Contains(reason))
            .OrderBy(claim => claim.Import)
            .ThenBy(claim => claim.Claim.Id.ToString(), StringComparer.Ordinal).Select(PlaceOf).ToList();
        Assert.Equal(all, Walk(new PageCursor<ClaimPlace>(most, null, null)));
        Assert.Equal(all, Walk(new PageCursor<ClaimPlace>(
            most, null, new ClaimPlace(long.MaxValue, Waiting()[0].Claim.Id))));

        List<ClaimPlace> Walk(PageCursor<ClaimPlace> cursor)
        {
            List<ClaimPlace> walked = [];
            while (true)
            {
                var part = Use.Waiting(_employer.Terms, new DateOnly(2026, 7, 1), cursor, reason);
                Assert.True(part.Rows.Count <= most);
                walked.InsertRange(cursor.Before is null ? walked.Count : 0, part.Rows.Select(PlaceOf));
                if (!part.HasMore)
                    return walked;
                cursor = cursor.Before is null
                    ? cursor with { After = PlaceOf(part.Rows[^1]) }
                    : cursor with { Before = PlaceOf(part.Rows[0]) };
            }
        }

        static ClaimPlace PlaceOf(PendedClaim claim) => new(claim.Import, claim.Claim.Id);
    }

    private IReadOnlyList<PendedClaim> Waiting() => Use.Waiting(_employer.Terms, new DateOnly(2026, 7, 1));

    private PendedClaim First(PendReasons reason) => Waiting().First(claim => claim.Reasons == reason);

    private string Rows() => Open.Database.Read(connection => string.Join('|', new[]
    {
        "claim", "transfer", "accumulator", "outbox", "pend_work", "access_log",
    }.Select(table => connection.ExecuteScalar<long>($"select count(*) from {table}"))));

    private void Proved() => Assert.Empty(new VerifyUseCase(Open).Run(Scope).Discrepancies);
}

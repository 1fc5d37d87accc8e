using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Pending;
using OpenAso.Tests.Postgres;

namespace OpenAso.Operations.Tests;

/// <summary>Payment runs with two approvals.</summary>
public sealed class PreparedRunTests
{
    private static readonly DateOnly Day = new(2026, 5, 31);
    private static readonly Examiner Ann = Person("ann");
    private static readonly Examiner Ben = Person("ben");

    public static TheoryData<bool> Databases => [false, true];

    [Theory]
    [MemberData(nameof(Databases))]
    public Task A_run_is_paid_when_another_person_approves_it(bool onServer) => OnAsync(onServer, async employer =>
    {
        var desk = new PreparedRunUseCase(employer.Books);
        var looked = desk.Preview(employer.Terms, Day, Money.Of(500), Ann);
        var prepared = await desk.PrepareAsync(employer.Terms, looked);
        Assert.Equal(Text(prepared), Text(desk.Find(employer.Scope, 1)!));
        Assert.All(prepared.Payments, payment => Assert.True(payment.IsFirst));
        Assert.Contains(prepared.Payments, prepared.IsPointedOut);
        Assert.Empty(employer.Query<string>("select payment from payment"));

        var run = await desk.ApproveAsync(employer.Terms, new PreparedRunRequest(1, prepared.Plan, Ben));

        Assert.Equal((prepared.Total, prepared.Payments.Count), (run.Total, run.Payments.Count));
        var kept = desk.Find(employer.Scope, 1)!;
        Assert.Equal((PreparedState.Executed, "ben", 1), (kept.State, kept.Ended!.Account, kept.Run));
        Assert.False(kept.IsByOnePerson);
        var register = new RunRegisterUseCase(employer.Books);
        var shown = register.Show(employer.Scope, 1)!;
        Assert.Equal((run.Total, "ann"), (shown.Summary.Total, shown.Approval!.Prepared.Account));
        Assert.Equal(run.Total, shown.Payments.Items.Total(payment => payment.Amount));
        Assert.Equal(Assert.Single(register.Newest(employer.Scope, 9)), shown.Summary);
        var file = Assert.Single(shown.Files);
        Assert.Equal(file.Bytes, register.File(employer.Scope, 1, file.Name)!.Length);
        Assert.Null(register.File(employer.Scope, 2, file.Name));
        Assert.Equal(
            ["ben run 1", "ann run 1"],
            new AccessLog(employer.Books).Newest(employer.Scope, 9)
                .Select(entry => $"{entry.Account} {entry.Subject}"));
        employer.Prove();
    });

    [Theory]
    [MemberData(nameof(Databases))]
    public Task Whoever_prepared_a_run_does_not_approve_it(bool onServer) => OnAsync(onServer, async employer =>
    {
        var prepared = await PrepareAsync(employer);
        var before = employer.Everything();
        await RefusedAsync(PreparedRunRefusal.SamePerson, () => new PreparedRunUseCase(employer.Books)
            .ApproveAsync(employer.Terms, new PreparedRunRequest(1, prepared.Plan, Ann)));
        Assert.Equal(before, employer.Everything());
    });

    [Theory]
    [MemberData(nameof(Databases))]
    public Task Two_who_approve_at_once_pay_once(bool onServer) => OnAsync(onServer, async employer =>
    {
        var prepared = await PrepareAsync(employer);
        var desk = new PreparedRunUseCase(employer.Books);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async index =>
        {
            try
            {
                await desk.ApproveAsync(
                    employer.Terms, new PreparedRunRequest(1, prepared.Plan, Person($"approver-{index}")));
                return (PreparedRunRefusal?)null;
            }
            catch (PreparedRunRefusedException refused)
            {
                return refused.Refusal;
            }
        }));
        Assert.Equal(
            [null, PreparedRunRefusal.NotWaiting, PreparedRunRefusal.NotWaiting, PreparedRunRefusal.NotWaiting],
            outcomes.Order());
        Assert.Equal(1, employer.Query<long>("select count(*) from payment_run").Single());
        employer.Prove();
    });

    [Fact]
    public Task Less_money_than_when_it_was_prepared_is_refused_with_what_changed_and_prepared_anew() =>
        OnAsync(false, async employer =>
        {
            var prepared = await PrepareAsync(employer);
            await employer.ReceiveAsync("more", Day, Money.Of(7));
            var desk = new PreparedRunUseCase(employer.Books);
            var refused = await RefusedAsync(PreparedRunRefusal.Outdated, () =>
                desk.ApproveAsync(employer.Terms, new PreparedRunRequest(1, prepared.Plan, Ben)));
            Assert.Equal(
                [new RunChange(RunChangeKind.Available, "", prepared.Available, prepared.Available + Money.Of(7))],
                refused.Changes);
            Assert.Equal(refused.Changes, desk.Changes(employer.Terms, prepared));

            var anew = desk.Preview(employer.Terms, Day, prepared.PointOut, Ben);
            await RefusedAsync(PreparedRunRefusal.AnotherWaits, () => desk.PrepareAsync(employer.Terms, anew));
            Assert.Equal(2, (await desk.PrepareAsync(employer.Terms, anew, replaces: 1)).Number);
            Assert.Equal(PreparedState.Replaced, desk.Find(employer.Scope, 1)!.State);
            await desk.ApproveAsync(employer.Terms, new PreparedRunRequest(2, anew.Plan, Ann));
            employer.Prove();
        });

    [Fact]
    public Task Claims_that_come_meanwhile_are_named_by_their_payees() => OnAsync(false, async employer =>
    {
        var prepared = await PrepareAsync(employer);
        await employer.ImportAsync(name => name.Contains("-02-", StringComparison.Ordinal));
        var changes = new PreparedRunUseCase(employer.Books).Changes(employer.Terms, prepared);
        Assert.Contains(changes, change => change.Kind is RunChangeKind.PayeeAdded or RunChangeKind.PayeeAmount);
        var now = employer.Payments.Plan(employer.Terms, Day);
        Assert.Equal(
            now.Total - prepared.Total,
            changes.Where(change => change.Payee.Length > 0).Total(change => change.Now - change.Before));
    });

    [Fact]
    public Task The_same_form_twice_prepares_one_run() => OnAsync(false, async employer =>
    {
        var desk = new PreparedRunUseCase(employer.Books);
        var looked = desk.Preview(employer.Terms, Day, PreparedRunUseCase.UsualPointOut, Ann);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.PrepareAsync(employer.Terms, looked)));
        Assert.Equal(1, employer.Query<long>("select count(*) from prepared_run").Single());
    });

    [Fact]
    public Task A_run_that_was_withdrawn_is_not_approved() => OnAsync(false, async employer =>
    {
        var prepared = await PrepareAsync(employer);
        var desk = new PreparedRunUseCase(employer.Books);
        var request = new PreparedRunRequest(1, prepared.Plan, Ann);
        await RefusedAsync(PreparedRunRefusal.NoReason, () => desk.WithdrawAsync(employer.Terms, request, " "));
        var withdrawn = await desk.WithdrawAsync(employer.Terms, request, "a payee asked us to wait");
        Assert.Equal(
            (PreparedState.Withdrawn, "a payee asked us to wait"), (withdrawn.State, withdrawn.Reason));
        await RefusedAsync(PreparedRunRefusal.NotWaiting, () =>
            desk.ApproveAsync(employer.Terms, request with { By = Ben }));
        Assert.Null(desk.Waiting(employer.Scope));
    });

    [Fact]
    public Task A_run_whose_day_has_passed_is_prepared_anew() => OnAsync(false, async employer =>
    {
        var prepared = await PrepareAsync(employer);
        await RefusedAsync(PreparedRunRefusal.DayPassed, () => new PreparedRunUseCase(employer.Books).ApproveAsync(
            employer.Terms,
            new PreparedRunRequest(1, prepared.Plan, Ben with { Moment = Ben.Moment.AddDays(1) })));
    });

    [Fact]
    public Task One_person_who_executes_alone_is_kept_beside_the_run() => OnAsync(false, async employer =>
    {
        var plan = employer.Payments.Plan(employer.Terms, Day);
        await employer.Payments.ExecuteAsync(employer.Terms, Day, plan.Hash, Ann);
        var kept = Assert.Single(new PreparedRunUseCase(employer.Books).Newest(employer.Scope, 9));
        Assert.True(kept.IsByOnePerson);
        Assert.Equal((plan.Total, 1), (kept.Total, kept.Run));
        Assert.All(kept.Payments, payment => Assert.True(payment.IsFirst));
    });

    private static Examiner Person(string name) =>
        new(name, new DateTimeOffset(2026, 5, 31, 12, 0, 0, TimeSpan.Zero), "here");

    private static string Text(PreparedRun run) => $"{run with { Payments = [], Holds = [] }}|"
        + string.Join('|', run.Payments.Items.Select(one => $"{one}")) + string.Join('|', run.Holds.Items);

    private static Task<PreparedRun> PrepareAsync(PaidEmployer employer)
    {
        var desk = new PreparedRunUseCase(employer.Books);
        return desk.PrepareAsync(
            employer.Terms, desk.Preview(employer.Terms, Day, PreparedRunUseCase.UsualPointOut, Ann));
    }

    private static async Task<PreparedRunRefusedException> RefusedAsync(PreparedRunRefusal why, Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<PreparedRunRefusedException>(act);
        Assert.Equal(why, refused.Refusal);
        return refused;
    }

    // January's claims, and money for about half of them.
    private static async Task OnAsync(bool onServer, Func<PaidEmployer, Task> test)
    {
        var address = onServer ? PostgresTestServer.NewDatabase() : null;
        try
        {
            await using var employer = await PaidEmployer.EmptyAsync(20, 2, postgres: address);
            await employer.ImportAsync(name => name.EndsWith(".834", StringComparison.Ordinal)
                || name.Contains("-01-", StringComparison.Ordinal));
            await employer.ReceiveAsync("wire", Day, Money.Of(1_000_000));
            await test(employer);
        }
        finally
        {
            if (address is not null)
                PostgresTestServer.Drop(address);
        }
    }
}

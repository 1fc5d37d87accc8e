using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Pending;
using OpenAso.Tests.Postgres;

namespace OpenAso.Operations.Tests;

/// <summary>What was taken in, what waits, and how much was decided without a person.</summary>
public sealed class InventoryTests
{
    private static readonly DateOnly Day = new(2026, 4, 30);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_waits_is_counted_by_reason_and_age_and_a_release_changes_no_first_pass(bool onServer)
    {
        var address = onServer ? PostgresTestServer.NewDatabase() : null;
        try
        {
            await using var employer = await PaidEmployer.EmptyAsync(120, 3, postgres: address);
            var import = await employer.ImportAsync(_ => true);
            var inventory = new ClaimInventoryUseCase(employer.Books, 30);
            var before = inventory.Show(employer.Terms, Day);
            var waiting = new PendUseCase(employer.Books, 30).Waiting(employer.Terms, Day);
            Assert.Equal(waiting.Count, before.Waiting);
            Assert.Equal(
                waiting.Sum(claim => Explaining.ClaimWords.Of(claim.Reasons).Count()),
                before.Rows.Items.Sum(row => row.Claims));
            Assert.Equal(waiting.Count(claim => claim.Age.DaysLeft < 0), before.Late);
            Assert.Equal((import.Decided, waiting.Count), (before.Total!.Claims, before.Total.Waited));

            var duplicate = waiting.First(claim => claim.Reasons == PendReasons.SuspectedDuplicate);
            await new PendUseCase(employer.Books, 30).ReleaseAsync(employer.Terms, new PendRequest(
                duplicate.Claim.Id.ToString(), "another visit", new Examiner("ann", new DateTimeOffset(
                    Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), "here"))
            {
                Answers = new ExaminerAnswers { SetAside = PendReasons.SuspectedDuplicate },
            });

            var after = inventory.Show(employer.Terms, Day);
            Assert.Equal(before.Waiting - 1, after.Waiting);
            Assert.Equal(before.Months, after.Months);
        }
        finally
        {
            if (address is not null)
                PostgresTestServer.Drop(address);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_import_is_shown_with_its_answers_and_what_was_not_taken(bool onServer)
    {
        var address = onServer ? PostgresTestServer.NewDatabase() : null;
        try
        {
            await using var employer = await PaidEmployer.EmptyAsync(20, 1, postgres: address);
            await employer.ImportAsync(name => name.EndsWith(".834", StringComparison.Ordinal));
            var result = await employer.ImportAsync(name => name.EndsWith(".837", StringComparison.Ordinal));
            var register = new ImportRegisterUseCase(employer.Books);
            Assert.Equal([2, 1], register.Newest(employer.Scope, 9).Select(import => import.Number));
            var shown = register.Show(employer.Scope, 2)!;
            Assert.Equal(
                (true, result.Decided + result.Rejected, result.Rejected),
                (shown.Summary.IsFinished, shown.Summary.Received, shown.Summary.Rejected));
            Assert.Equal(result.Rejected, shown.Rejections.Count);
            Assert.Equal(
                new PendUseCase(employer.Books, 30).Waiting(employer.Terms, Day).Count, shown.Summary.Waiting);
            Assert.NotEmpty(shown.Answers);
            Assert.All(shown.Answers, name => Assert.StartsWith(
                "ISA*", System.Text.Encoding.ASCII.GetString(register.Answer(employer.Scope, name)!),
                StringComparison.Ordinal));
            Assert.Null(register.Show(employer.Scope, 3));
            Assert.Null(register.Answer(employer.Scope, "0001-001-other.999"));
        }
        finally
        {
            if (address is not null)
                PostgresTestServer.Drop(address);
        }
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(3, 0, 1_000_000)]
    [InlineData(3, 1, 666_666)]
    [InlineData(3, 3, 0)]
    public void The_first_pass_rate_is_what_no_person_had_to_look_at(int claims, int waited, int millionths) =>
        Assert.Equal(new Percent(millionths), new FirstPass(new Month(2026, 1), claims, waited).Rate);
}

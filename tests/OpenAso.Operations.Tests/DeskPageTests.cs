using System.Collections.Immutable;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Reporting.Tables;
using OpenAso.Operations.Reserving;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;
using OpenAso.Tests.Postgres;

namespace OpenAso.Operations.Tests;

/// <summary>What pages of employer, finance and stop-loss desk show, on both databases.</summary>
public sealed class DeskPageTests
{
    private static readonly DateOnly March = new(2026, 3, 31);
    private static readonly DateOnly April = new(2026, 4, 30);

    public static TheoryData<bool> Databases => [false, true];

    // The other way round: every transfer up to the day is posted to a book of its own.
    [Theory]
    [MemberData(nameof(Databases))]
    public Task The_fund_of_a_day_is_what_the_transfers_up_to_it_come_to(bool onServer) =>
        OnAsync(onServer, async employer =>
        {
            await employer.CycleAsync(new DateOnly(2026, 2, 18));
            await employer.CycleAsync(April);
            var use = new PositionUseCase(employer.Books);
            foreach (var day in (DateOnly[])[new(2025, 12, 31), new(2026, 2, 17), new(2026, 2, 18), March, April])
            {
                var book = new Book();
                foreach (var transfer in employer.Query<StoredTransfer>(
                    $"select {StoredTransfer.Columns} from transfer").Select(row => row.ToTransfer())
                    .Where(transfer => transfer.Date <= day))
                    book.Load(transfer);
                Assert.Equal(FundPosition.Of(book.TrialBalance), use.Show(employer.Terms, day).Fund);
            }
            Assert.Equal(employer.Fund, use.Show(employer.Terms).Fund);
            Assert.NotEqual(use.Show(employer.Terms, March).Fund, employer.Fund);
        });

    [Theory]
    [MemberData(nameof(Databases))]
    public Task Payees_are_called_as_their_claims_say_before_and_after_they_are_paid(bool onServer) =>
        OnAsync(onServer, async employer =>
        {
            var desk = new PreparedRunUseCase(employer.Books);
            var by = new Examiner("ann", DateTimeOffset.UnixEpoch, "here");
            await employer.ReceiveAsync("wire", April, Money.Of(500_000));
            var prepared = await desk.PrepareAsync(
                employer.Terms, desk.Preview(employer.Terms, April, Money.Of(500), by));

            Assert.NotEmpty(prepared.Payments);
            Assert.All(prepared.Payments, payment => Assert.NotEmpty(payment.Name));
            Assert.Equal(
                prepared.Payments.Items.Select(payment => payment.Name),
                desk.Find(employer.Scope, prepared.Number)!.Payments.Items.Select(payment => payment.Name));
            await employer.PayAsync(April);
            var names = prepared.Payments.Items.ToDictionary(payment => payment.Payee, payment => payment.Name);
            Assert.All(
                new RunRegisterUseCase(employer.Books).Show(employer.Scope, 1)!.Payments
                    .Items.Where(payment => payment.Amount.IsPositive),
                payment => Assert.Equal(names[payment.Payee], payment.Name));
            var register = new ReportUseCase(employer.Books);
            Assert.DoesNotContain(
                register.Show(employer.Terms, "payments", null, withPayees: false)!.Columns.Items,
                column => column.Key.StartsWith("payee", StringComparison.Ordinal));
            Assert.Contains(
                new ReportCell.Text(names.Values.First()),
                register.Show(employer.Terms, "payments", null, withPayees: true)!.Rows.Items
                    .SelectMany(row => row.Cells.Items));
        });

    [Theory]
    [MemberData(nameof(Databases))]
    public Task Each_triangle_of_the_lag_holds_all_that_came_by_its_day(bool onServer) =>
        OnAsync(onServer, async employer =>
        {
            await employer.ReceiveAsync("wire", April, Money.Of(500_000));
            await employer.PayAsync(April);
            var reports = new ReportUseCase(employer.Books);
            foreach (var (name, basis) in new[] { ("lag", TriangleBasis.Received), ("lag-paid", TriangleBasis.Paid) })
            {
                var expected = employer.Books.Database.Read(connection => LagRows.Read(
                    connection, employer.Scope, basis, null, April)).Total(one => one.Amount);
                var table = reports.Show(employer.Terms, name, April, withPayees: false)!;
                Assert.Equal(name, table.Name);
                Assert.Equal(
                    expected, table.Total!.Cells.Items.OfType<ReportCell.Amount>().Total(cell => cell.Value!.Value));
            }
        });

    [Theory]
    [MemberData(nameof(Databases))]
    public Task Those_who_may_see_claims_see_which_claims_an_amount_is_made_of(bool onServer) =>
        OnAsync(onServer, async employer =>
        {
            await employer.ReceiveAsync("wire", April, Money.Of(500_000));
            await employer.PayAsync(April);
            var use = new PaidAmountsUseCase(employer.Books);

            var known = use.Show(employer.Terms, Month.Of(April), null, withClaims: true);
            var unknown = use.Show(employer.Terms, Month.Of(April), null);

            Assert.Equal(unknown.Total, known.Total);
            Assert.Equal(known.Total, known.Rows.Items.Total(row => row.Amount));
            Assert.All(known.Rows, row => Assert.NotEmpty(row.Claim));
            Assert.All(unknown.Rows, row => Assert.Empty(row.Claim));
            Assert.DoesNotContain(AmountsReport.Of(unknown).Columns.Items, column => column.Key == "claim");
        });

    [Theory]
    [MemberData(nameof(Databases))]
    public Task Documents_that_are_kept_count_in_each_filing_until_they_are_replaced(bool onServer) =>
        OnAsync(onServer, async employer =>
        {
            await employer.CycleAsync(April);
            var desk = new FilingUseCase(employer.Books);
            var policy = employer.Terms.Policies[0].Number;
            var due = desk.Show(employer.Terms, policy, April)[0].Due[0].Claimant;
            var request = new FilingRequest(April, policy, due);
            var item = Checklist(desk, employer, request).First(row => row.State == ChecklistState.Missing).Item;

            await desk.KeepEvidenceAsync(employer.Terms, policy, due, [Answer(item, "nobody of the family left")]);
            await desk.KeepEvidenceAsync(employer.Terms, policy, due, [Answer(item, "she still works")]);

            var kept = Assert.Single(desk.Evidence(employer.Terms, policy, due));
            Assert.Equal((item, "she still works"), (kept.Item, kept.DoesNotApplyBecause));
            Assert.Equal(
                ChecklistState.NotApplicable,
                Checklist(desk, employer, request).Single(row => row.Item == item).State);
            await Assert.ThrowsAsync<FilingRefusedException>(
                () => desk.KeepEvidenceAsync(employer.Terms, "other", due, []));
            await desk.KeepEvidenceAsync(employer.Terms, policy, due, []);
            Assert.Empty(desk.Evidence(employer.Terms, policy, due));
        }, specific: "2000");

    [Fact]
    public async Task The_letter_of_a_notice_says_what_the_list_says_and_a_notice_that_has_not_arisen_has_none()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "2000");
        await employer.CycleAsync(April);
        var use = new NoticeUseCase(employer.Books);
        var notice = use.Show(employer.Terms, null, April)[0];

        var letter = use.Letter(employer.Terms, notice.Id, April)!;

        Assert.Contains(notice.Notice.Claimant, letter, StringComparison.Ordinal);
        Assert.Contains(notice.Policy, letter, StringComparison.Ordinal);
        Assert.Contains(System.Net.WebUtility.HtmlEncode($"{notice.Notice.Because}"), letter, StringComparison.Ordinal);
        Assert.Contains(employer.Terms.Policies[0].Carrier, letter, StringComparison.Ordinal);
        Assert.Null(use.Letter(employer.Terms, notice.Id, notice.Notice.ArisenOn.AddDays(-1)));
        Assert.Null(use.Letter(employer.Terms, "000000000000", April));
    }

    [Fact]
    public async Task A_notice_that_was_sent_on_another_day_or_has_not_arisen_is_refused_with_the_reason()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "2000");
        await employer.CycleAsync(April);
        var use = new NoticeUseCase(employer.Books);
        var notices = use.Show(employer.Terms, null, April);
        var (first, second) = (notices[0].Id, notices[1].Id);
        await use.SendAsync(employer.Terms, first, April, "letter 17");
        await use.SendAsync(employer.Terms, second, April, "");

        Assert.Equal(
            $"Notice '{first}' was sent on 2026-04-30 as 'letter 17'; nothing was changed.",
            await RefusedAsync(first, April.AddDays(1)));
        Assert.Equal(
            $"Notice '{second}' was sent on 2026-04-30; nothing was changed.",
            await RefusedAsync(second, April.AddDays(1)));
        Assert.Equal(
            "No notice 'none' has arisen by 2026-04-30; 'openaso notice list' names those there are.",
            await RefusedAsync("none", April));
        Assert.Equal(
            $"{employer.Terms.Scope.Employer} has no stop-loss policy that has begun by 2025-01-01; 'openaso import' "
                + "with --stop-loss hands one in.", await RefusedAsync(first, new DateOnly(2025, 1, 1)));

        async Task<string> RefusedAsync(string id, DateOnly day) =>
            (await Assert.ThrowsAsync<FilingRefusedException>(() =>
                use.SendAsync(employer.Terms, id, day, ""))).Message;
    }

    private static FilingEvidence Answer(FilingItem item, string because) => new()
    {
        Item = item,
        DoesNotApplyBecause = because,
    };

    private static ImmutableArray<ChecklistRow> Checklist(
        FilingUseCase desk, PaidEmployer employer, FilingRequest request) =>
        desk.Preview(employer.Terms, request).Written[0].Checklist.Items;

    private static async Task OnAsync(bool onServer, Func<PaidEmployer, Task> test, string? specific = null)
    {
        var address = onServer ? PostgresTestServer.NewDatabase() : null;
        try
        {
            await using var employer = await PaidEmployer.EmptyAsync(specific: specific, postgres: address);
            await employer.ImportAsync(_ => true);
            await test(employer);
        }
        finally
        {
            if (address is not null)
                PostgresTestServer.Drop(address);
        }
    }
}

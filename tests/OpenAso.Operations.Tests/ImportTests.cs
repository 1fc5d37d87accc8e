using System.Text;
using System.Text.Json;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Adjudicating;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Storing;
using OpenAso.Operations.Verifying;

namespace OpenAso.Operations.Tests;

public class ImportTests
{
    [Fact]
    public async Task A_stored_import_decides_every_claim_as_the_memory_does()
    {
        await using var employer = SeededEmployer.Of(60, 6);
        await using var books = await employer.OpenAsync();
        var result = await Import(books, employer, employer.Files);
        Assert.True(result.Decided > 300, $"only {result.Decided} claims");
        Assert.Equal(InMemory(employer), Stored(books, employer));
    }

    [Fact]
    public async Task How_claims_are_split_over_files_changes_nothing()
    {
        await using var employer = SeededEmployer.Of(20, 3);
        var inOrder = InMemory(employer);
        var enrolled = Enrolled(employer);
        var claims = ClaimIntake.Read(
            [.. employer.Files.Where(file => file.Name.EndsWith(".837", StringComparison.Ordinal))
                .Select(ReadFile.Read)], null).Claims;
        var backward = MemoryAdjudication.Decide(employer.Terms.Basis, enrolled, claims.Reverse());
        Assert.Equal(inOrder, Lines(backward, employer));
    }

    [Fact]
    public async Task The_same_files_again_are_recognised_and_passed_over()
    {
        await using var employer = SeededEmployer.Of(10, 2);
        await using var books = await employer.OpenAsync();
        var first = await Import(books, employer, employer.Files);
        var before = Stored(books, employer);
        var again = await Import(books, employer, employer.Files);
        Assert.Equal((0L, employer.Files.Count, 0), (again.Number, again.Repeated, again.Decided));
        Assert.Equal(1, first.Number);
        Assert.Equal(before, Stored(books, employer));
    }

    [Fact]
    public async Task A_claim_in_another_interchange_is_a_duplicate()
    {
        await using var employer = SeededEmployer.Of(10, 2);
        await using var books = await employer.OpenAsync();
        await Import(books, employer, employer.Files);
        var before = Count(books, "select count(*) from claim");
        var resent = employer.Content.Where(file => file.Key.Contains("professional", StringComparison.Ordinal))
            .Select(file => InputFile.Of("again-" + file.Key, Renumbered(file.Value))).ToList();
        var again = await Import(books, employer, resent);
        Assert.Equal(0, again.Repeated);
        Assert.True(again.Decided > 0);
        Assert.Equal(before + again.Decided, Count(books, "select count(*) from claim"));
        Assert.Equal(0, Count(books, "select count(*) from claim where import = 2 and plan_paid <> 0"));
    }

    [Fact]
    public async Task Claims_that_came_before_their_enrolment_are_decided_once_it_has_come()
    {
        await using var employer = SeededEmployer.Of(30, 2);
        await using var books = await employer.OpenAsync();
        var claims = employer.Files.Where(file => file.Name.EndsWith(".837", StringComparison.Ordinal)).ToList();
        await Import(books, employer, claims);
        Assert.Equal(0, Count(books, "select count(*) from claim where status <> 2"));
        var enrolled = await Import(books, employer, [.. employer.Files.Except(claims)]);
        Assert.True(enrolled.Released > 50);
        Assert.Equal(0,
            Count(books, "select count(*) from claim c where family like '?%' and status = 2 and reversed_by is null "
            + "and exists (select 1 from family f where f.family = substr(c.family, 2))"));
        Assert.Equal(
            InMemory(employer).Where(line => !line.Contains("unknown-member", StringComparison.Ordinal)),
            Stored(books, employer).Where(line => !line.Contains("unknown-member", StringComparison.Ordinal)));
        Assert.Empty(new VerifyUseCase(books).Run(employer.Terms.Scope).Discrepancies);
    }

    [Fact]
    public async Task An_import_that_is_stopped_is_completed_by_the_same_files_to_the_same_result()
    {
        await using var whole = SeededEmployer.Of(60, 3);
        await using var wholeBooks = await whole.OpenAsync();
        await Import(wholeBooks, whole, whole.Files);
        await using var stopped = SeededEmployer.Of(60, 3);
        await using var stoppedBooks = await stopped.OpenAsync();
        using var stop = new CancellationTokenSource();
        var progress = new StopAfter(stop, 0.3);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ImportUseCase(stoppedBooks)
            .RunAsync(stopped.Terms, new ImportRequest(stopped.Files), progress, stop.Token));
        Assert.InRange(
            Count(stoppedBooks, "select count(*) from claim"), 1, Count(wholeBooks, "select count(*) from claim") - 1);
        var other = await Assert.ThrowsAsync<UnfinishedImportException>(() =>
            Import(stoppedBooks, stopped, [stopped.Files[0]]));
        Assert.Contains("acme-2026-01-full.834", other.Message, StringComparison.Ordinal);
        var resumed = await Import(stoppedBooks, stopped, stopped.Files);
        Assert.True(resumed.Resumed);
        Assert.Equal(Stored(wholeBooks, whole), Stored(stoppedBooks, stopped));
        string[] tables = ["family", "person", "coverage", "accumulator", "transfer", "account", "rejection"];
        foreach (var table in tables)
            Assert.Equal(Rows(wholeBooks, table), Rows(stoppedBooks, table));
    }

    // Half of the claims would have been received on another day than the other half.
    [Theory]
    [InlineData("2026-02-01", "2026-02-09", "with --received 2026-02-01")]
    [InlineData("2026-02-01", null, "with --received 2026-02-01")]
    [InlineData(null, "2026-02-09", "without --received")]
    public async Task An_import_that_is_stopped_is_completed_only_with_the_day_that_was_said_first(
        string? first, string? then, string words)
    {
        await using var stopped = SeededEmployer.Of(60, 1);
        await using var books = await stopped.OpenAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ImportUseCase(books).RunAsync(
            stopped.Terms, new ImportRequest(stopped.Files, Day(first)), new StopAfter(stop, 0.3), stop.Token));

        var other = await Assert.ThrowsAsync<UnfinishedImportException>(() => new ImportUseCase(books).RunAsync(
            stopped.Terms, new ImportRequest(stopped.Files, Day(then)),
            cancellation: TestContext.Current.CancellationToken));
        Assert.Contains(words, other.Message, StringComparison.Ordinal);
        Assert.Throws<UnfinishedImportException>(() => ImportUseCase.Preview(
            books, stopped.Terms, new ImportRequest(stopped.Files, Day(then))));

        Assert.True((await new ImportUseCase(books).RunAsync(
            stopped.Terms, new ImportRequest(stopped.Files, Day(first)),
            cancellation: TestContext.Current.CancellationToken)).Resumed);
        Assert.InRange(
            Count(books, "select count(distinct received) from claim"), first is null ? 2 : 1, first is null ? 99 : 1);
    }

    [Theory]
    [InlineData("2026-02-01", "2026-02-09", "with --received 2026-02-01")]
    [InlineData("2026-02-01", "2026-02-01", null)]
    [InlineData("2026-02-01", null, null)]
    [InlineData(null, "2026-02-09", "without --received")]
    public async Task Claims_that_were_read_before_keep_the_day_on_which_they_were_received_and_that_is_told(
        string? first, string? then, string? words)
    {
        await using var employer = SeededEmployer.Of(20, 1);
        await using var books = await employer.OpenAsync();
        await new ImportUseCase(books).RunAsync(
            employer.Terms, new ImportRequest(employer.Files, Day(first)),
            cancellation: TestContext.Current.CancellationToken);
        var before = Rows(books, "claim");

        var again = await new ImportUseCase(books).RunAsync(
            employer.Terms, new ImportRequest(employer.Files, Day(then)),
            cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(words is null ? [] : [words], again.KeptReceived);
        Assert.Equal(before, Rows(books, "claim"));
    }

    private static DateOnly? Day(string? text) => text is null
        ? null
        : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // Nothing of a table is found to be new once its families are written: it is completed all the same.
    [Fact]
    public async Task An_import_of_tables_that_is_stopped_before_its_end_is_completed()
    {
        await using var employer = SeededEmployer.Of(10, 1);
        await using var books = await employer.OpenAsync();
        await Import(books, employer, [EnrolmentTable]);
        await books.Database.WriteAsync(session => session.Connection.Execute("update import set finished = 0"),
            cancellation: TestContext.Current.CancellationToken);

        var resumed = await Import(books, employer, [EnrolmentTable]);

        Assert.True(resumed.Resumed);
        Assert.Equal(1, Count(books, "select finished from import"));
        Assert.Equal(2, (await Import(books, employer, employer.Files)).Number);
    }

    [Fact]
    public async Task A_preview_tells_what_an_import_comes_to_and_writes_nothing()
    {
        await using var employer = SeededEmployer.Of(10, 2);
        await using var books = await employer.OpenAsync();
        List<InputFile> files = [.. employer.Files, EnrolmentTable];
        var before = Tables.All.SelectMany(table => Tables.Rows(books, table, employer.Terms.Scope)).ToList();

        var preview = ImportReading.Of(books, employer.Terms, new ImportRequest(files));
        var unknown = ImportReading.Of(null, employer.Terms, new ImportRequest(files));

        Assert.Equal(before, Tables.All.SelectMany(table => Tables.Rows(books, table, employer.Terms.Scope)));
        var result = await Import(books, employer, files);
        foreach (var told in new[] { preview, unknown })
        {
            Assert.Equal(
                (result.Decided, result.Rejected), (told.Claims.Claims.Count, told.Claims.Rejected.Count));
            Assert.Equal(result.Changes, told.Enrolled.Changes);
            Assert.Equal(result.Findings, told.Findings);
        }
        Assert.Equal(employer.Files.Count,
            ImportReading.Of(books, employer.Terms, new ImportRequest(files)).Repeated);
    }

    [Fact]
    public async Task Books_are_proved_while_they_are_written()
    {
        await using var employer = SeededEmployer.Of(60, 2);
        await using var books = await employer.OpenAsync();
        var found = new System.Collections.Concurrent.ConcurrentBag<string>();
        var proofs = 0;
        var proving = new Proving(() =>
        {
            Interlocked.Increment(ref proofs);
            foreach (var discrepancy in new VerifyUseCase(books).Run(employer.Terms.Scope).Discrepancies)
                found.Add(discrepancy.ToString());
        });

        await new ImportUseCase(books).RunAsync(
            employer.Terms, new ImportRequest(employer.Files), proving, TestContext.Current.CancellationToken);

        Assert.True(proofs > 10);
        Assert.Empty(found);
    }

    private static InputFile EnrolmentTable { get; } = InputFile.Of("new-hires.csv", Encoding.UTF8.GetBytes(
        """
        family,relationship,last,first,birth,action,line,plan,tier,from
        NEW1,subscriber,Reyes,Ana,1985-04-12,add,medical,acme-ppo,employee,2026-01-01
        """));

    // The same claims under another interchange control number.
    internal static byte[] Renumbered(byte[] file)
    {
        var text = Encoding.ASCII.GetString(file);
        var number = text.Split('*')[13];
        return Encoding.ASCII.GetBytes(text.Replace($"*{number}*0*", "*999999999*0*", StringComparison.Ordinal)
            .Replace($"*{number}~", "*999999999~", StringComparison.Ordinal));
    }

    private static Task<ImportResult> Import(Books books, SeededEmployer employer, IReadOnlyList<InputFile> files) =>
        new ImportUseCase(books).RunAsync(
            employer.Terms, new ImportRequest(files), cancellation: TestContext.Current.CancellationToken);

    private static List<string> InMemory(SeededEmployer employer)
    {
        var claims = ClaimIntake.Read(
            [.. employer.Files.Where(file => file.Name.EndsWith(".837", StringComparison.Ordinal))
                .Select(ReadFile.Read)], null);
        return Lines(MemoryAdjudication.Decide(employer.Terms.Basis, Enrolled(employer), claims.Claims), employer);
    }

    private static IReadOnlyDictionary<FamilyId, Family> Enrolled(SeededEmployer employer) => EnrollmentIntake.Enroll(
        [.. employer.Files.Where(file => file.Name.EndsWith(".834", StringComparison.Ordinal)).Select(ReadFile.Read)],
        new Dictionary<FamilyId, Family>()).Families;

    private static List<string> Stored(Books books, SeededEmployer employer)
    {
        var families = books.Database.Read(connection => SqlFamilyStore.Load(
            connection, employer.Terms.Scope,
            [.. connection.Query<string>("select family from family order by family")
                .Select(family => new FamilyId(family))],
            employer.Terms.Basis));
        return Lines(DecidedClaims.InOrder(families), employer);
    }

    private static List<string> Lines(IEnumerable<StandingClaim> claims, SeededEmployer employer) =>
        [.. claims.Select(claim =>
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            DeterminationJson.Write(writer, claim.Claim, claim.Original, employer.Terms.Basis.Plans);
        return Encoding.UTF8.GetString(stream.ToArray());
    })];

    private static long Count(Books books, string sql) =>
        books.Database.Read(connection => connection.ExecuteScalar<long>(sql));

    private static List<string> Rows(Books books, string table) => books.Database.Read(connection => connection
        .Query($"select * from {table}").Select(row => string.Join('|', ((IDictionary<string, object>)row).Values))
        .Order(StringComparer.Ordinal).ToList());

    private sealed class Proving(Action prove) : IProgress<double>
    {
        public void Report(double value) => prove();
    }

    private sealed class StopAfter(CancellationTokenSource stop, double share) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share)
                stop.Cancel();
        }
    }
}

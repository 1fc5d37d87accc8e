using System.Text;
using Microsoft.Data.Sqlite;

namespace OpenAso.Cli.Tests;

/// <summary>Imports that go wrong, and books that are not there, not ours or damaged.</summary>
public sealed class BadBooksTests : IDisposable
{
    private static readonly string[] Files = ["members.834", "claims.837"];

    private readonly BadInputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_cut_off_file_enters_nothing_and_the_whole_one_completes_the_import()
    {
        var whole = Encoding.UTF8.GetBytes(BadInputSample.ClaimFile(BadInputSample.Claims).TrimEnd());
        foreach (var length in new[] { 0, 50, 106, 130, 900, whole.Length - 20, whole.Length - 1 })
        {
            _folder.Write("claims.837", whole[..length]);
            var cut = _folder.Import(Files);
            Assert.Equal(1, cut.Code);
            Assert.Contains("not read: " + _folder.PathOf("claims.837"), cut.Error, StringComparison.Ordinal);
            Assert.Equal(1, _folder.Import(Files, "--dry-run").Code);
        }
        Assert.Contains("0 received", Books("position").Output, StringComparison.Ordinal);
        _folder.Write("claims.837", whole);
        var complete = _folder.Import(Files);
        Assert.Equal(0, complete.Code);
        Assert.Contains("3 claims decided, 0 rejected", complete.Error, StringComparison.Ordinal);
        Assert.Equal(0, Books("verify").Code);
    }

    [Fact]
    public void Another_day_of_receipt_for_files_that_were_read_before_is_said_to_change_nothing()
    {
        Assert.Equal(0, _folder.Import(Files, "--received", "2026-02-01").Code);

        Assert.DoesNotContain(
            "keep the day", _folder.Import(Files, "--received", "2026-02-01").Error, StringComparison.Ordinal);
        foreach (var dryRun in new string[][] { ["--dry-run"], [] })
            Assert.Contains(
                "keep the day on which they were received then: they were imported with --received 2026-02-01, and "
                    + "--received changes nothing",
                _folder.Import(Files, ["--received", "2026-02-09", .. dryRun]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_claim_is_kept_as_rejected_and_the_good_ones_are_booked()
    {
        _folder.Write("claims.837", BadInputSample.ClaimFile(
            BadInputSample.Claims.Replace("*80*UN*1", "*999999999999999999*UN*1", StringComparison.Ordinal)));
        foreach (var dryRun in new string[][] { ["--dry-run"], [] })
        {
            var import = _folder.Import(Files, dryRun);
            Assert.Equal(1, import.Code);
            Assert.Contains("claims.837 segment 34 SV102: CLM007", import.Error, StringComparison.Ordinal);
            Assert.Contains("2 claims", import.Error, StringComparison.Ordinal);
            Assert.Equal(dryRun.Length == 0, Directory.Exists(_folder.PathOf("books")));
        }
        Assert.Contains("1 rejected", Books("position").Output, StringComparison.Ordinal);
        Assert.Equal(0, Books("verify").Code);
    }

    [Fact]
    public void A_dry_run_reads_tables_and_documents_as_the_import_does()
    {
        _folder.Write("members.csv", BadInputSample.EnrollmentTable);
        var sound = _folder.Import(["members.csv", "claims.837"], "--dry-run");
        Assert.True(sound.Code == 0, sound.Error);
        Assert.Contains("6 changes of enrolment, 3 claims to decide", sound.Error, StringComparison.Ordinal);
        var broken = _folder.Import(["members.csv"], "--plan", _folder.PathOf("fees.csv"), "--dry-run");
        Assert.Equal(2, broken.Code);
        Assert.Contains("fees.csv(1,1): DOC007", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_missing_from_a_full_file_is_counted_and_not_named()
    {
        Assert.Equal(0, _folder.Import(Files).Code);
        var last = BadInputSample.Members.LastIndexOf("INS*Y", StringComparison.Ordinal);
        _folder.Write(
            "members.834", BadInputSample.EnrollmentFile(BadInputSample.Members.Remove(last).TrimEnd()));
        Assert.Contains(
            "ENR010 1 covered family is absent from this full file", _folder.Import(["members.834"]).Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "There is nothing to import")]
    [InlineData("import members.834", "the first import of an employer needs its documents, --agreement and --plan")]
    [InlineData("verify", "'openaso demo' or 'openaso import' makes it")]
    [InlineData("explain 12345678", "'openaso demo' or 'openaso import' makes it")]
    [InlineData("pay plan --date 2026-02-01", "'openaso demo' or 'openaso import' makes it")]
    public void Books_that_are_not_there_are_said(string command, string words) => AssertRefused(command, words);

    [Theory]
    [InlineData("verify")]
    [InlineData("position")]
    [InlineData("explain 12345678")]
    [InlineData("pay plan --date 2026-02-01")]
    [InlineData("fund request --date 2026-02-01")]
    public void Damaged_books_are_named_and_left_alone(string command)
    {
        Assert.Equal(0, _folder.Import(Files).Code);
        var path = Path.Combine("books", OpenAso.Operations.Storing.Books.FileName);
        var damaged = File.ReadAllBytes(_folder.PathOf(path));
        for (var page = 8192; page < damaged.Length; page += 4096)
            damaged.AsSpan(page, 64).Fill(0xAA);
        _folder.Write(path, damaged);
        AssertRefused(command, "is damaged");
    }

    [Theory]
    [InlineData("empty", "holds nothing yet. Write to it first")]
    [InlineData("foreign", "is not a database of this version: it holds other tables, such as stranger")]
    [InlineData("folder", "is a folder. Name a file in it")]
    [InlineData("file", "is a file; --dir names the folder of openaso.db")]
    public void What_is_no_book_of_ours_is_named_and_left_alone(string kind, string words)
    {
        var folder = _folder.PathOf("books");
        if (kind == "file")
            _folder.Write("books", "a file");
        else
            Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, OpenAso.Operations.Storing.Books.FileName);
        if (kind == "folder")
            Directory.CreateDirectory(path);
        if (kind == "empty")
            File.WriteAllBytes(path, []);
        if (kind == "foreign")
        {
            using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "create table stranger (name text)";
            command.ExecuteNonQuery();
        }
        AssertRefused("verify", words);
        AssertRefused("position", words);
        if (kind != "empty")
            Assert.Equal(2, _folder.Import(Files).Code);
    }

    [Theory]
    [InlineData("receive --date 2026-02-01 --id wire-1 --amount -5", "--amount expects dollars and cents above zero")]
    [InlineData("receive --date 2026-02-01 --id wire-1 --amount 1,000", "--amount expects dollars and cents")]
    [InlineData("receive --date 2026-02-01 --id wire-1 --amount 92233720368547758.07", "at most 9999999999.99")]
    [InlineData("receive --date 2026-02-01 --id wire/1 --amount 5", "--id expects 1 to 50 letters")]
    [InlineData("receive --date 2026-02-01 --id wire-1 --amount 5 --employer nobody", "There is no employer 'nobody'")]
    public void Money_that_cannot_be_is_not_booked(string command, string words)
    {
        Assert.Equal(0, _folder.Import(Files).Code);
        AssertRefused("fund " + command, words);
        Assert.Equal(0, Books("verify").Code);
    }

    [Fact]
    public async Task What_may_not_be_read_or_written_is_named_with_its_permissions()
    {
        await CommandProcess.PermitAsync("a+rx", _folder.PathOf("."));
        await CommandProcess.PermitAsync("a-rwx", _folder.PathOf("fees.csv"));
        var read = await CommandProcess.RunUnprivilegedAsync("plan", "check", _folder.PathOf("fees.csv"));
        Assert.Contains("fees.csv' is denied. Check the permissions", read.Error, StringComparison.Ordinal);
        var written = await CommandProcess.RunUnprivilegedAsync(
            "seed", "--employees", "1", "--months", "1", "--out", _folder.PathOf("files"));
        Assert.Contains("files' is denied. Check the permissions", written.Error, StringComparison.Ordinal);
        Assert.All([read, written], refused =>
        {
            BadInputFolder.AssertReadable(refused);
            Assert.Equal(2, refused.Code);
        });
    }

    private CliResult Books(params string[] command) =>
        BadInputFolder.Run([.. command, "--dir", _folder.PathOf("books")]);

    private void AssertRefused(string command, string words)
    {
        var refused = Books([.. command.Split(' ').Select(word => word.EndsWith(".834", StringComparison.Ordinal)
            ? _folder.PathOf(word)
            : word)]);
        Assert.True(refused.Code == 2, $"{refused.Code}: {refused.Error}");
        Assert.Contains(words, refused.Error, StringComparison.Ordinal);
    }
}

using OpenAso.Tests.Postgres;

namespace OpenAso.Cli.Tests;

/// <summary>Every verb that works on books does so on a server as on a file.</summary>
[Trait("speed", "slow")]
public sealed class BooksPlaceTests(ServerBooksFixture books) : IClassFixture<ServerBooksFixture>
{
    [Theory]
    [InlineData("verify")]
    [InlineData("position --employer acme --json")]
    [InlineData("position --employer birch --as-of 2026-06-30 --json")]
    [InlineData("forecast --employer acme --json")]
    [InlineData("reserve --employer acme --json")]
    [InlineData("experience --employer acme --pooling 100000 --json")]
    [InlineData("pend list --employer acme --date 2026-12-31 --json")]
    [InlineData("filing list --employer acme --date 2026-12-31 --json")]
    [InlineData("notice list --employer acme --date 2026-12-31 --json")]
    [InlineData("gaps --employer acme --date 2026-12-31 --json")]
    [InlineData("boundary --employer acme --date 2026-12-31 --json")]
    [InlineData("disclosure --employer acme --date 2026-12-31 --json")]
    [InlineData("pay plan --employer acme --date 2027-01-08 --json")]
    [InlineData("fund request --employer acme --date 2027-01-08 --dry-run --json")]
    [InlineData("compare --employer acme --years 1 --runs 100 --risk {plans}/risk.yaml --quotes {plans}/quotes.yaml")]
    public void A_verb_says_of_a_server_what_it_says_of_a_file(string verb)
    {
        var arguments = verb
            .Replace("{plans}", Repository.PathOf("plans/acme/compare-example"), StringComparison.Ordinal).Split(' ');

        var file = Cli.Run([.. arguments, "--dir", books.Folder]);
        var server = Cli.Run([.. arguments, .. books.Server]);

        Assert.NotEqual(ExitCode.CouldNotRun, file.Code);
        Assert.Equal((file.Code, file.Output, file.Error), (server.Code, server.Output, server.Error));
    }

    [Fact]
    public void The_books_of_another_administrator_are_empty()
    {
        var other = Cli.Run("forecast", books.Server[0], books.Server[1], "--administrator", "somebody-else");

        Assert.Equal(ExitCode.CouldNotRun, other.Code);
        Assert.Contains("No employer is there yet", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_served_whose_books_are_not_named()
    {
        var nobody = Cli.Run("position", books.Server[0], books.Server[1]);

        Assert.Equal(ExitCode.CouldNotRun, nobody.Code);
        Assert.Contains("--administrator", nobody.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agreement_of_another_administrator_is_refused_before_anything_is_kept()
    {
        var text = File.ReadAllText(Repository.PathOf("plans/acme/agreement.yaml"));
        var changed = Path.Combine(books.Folder, "other.yaml");
        File.WriteAllText(changed, text.Replace("id: summit-benefits", "id: hill-benefits", StringComparison.Ordinal));

        var refused = Cli.Run(
        [
            "import", "--agreement", changed, "--plan", Repository.PathOf("plans/acme/acme-ppo.yaml"), .. books.Server,
        ]);

        Assert.Equal(ExitCode.CouldNotRun, refused.Code);
        Assert.Contains("hill-benefits", refused.Error, StringComparison.Ordinal);
        Assert.Contains("summit-benefits", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_is_not_forgotten_by_fresh()
    {
        var refused = Cli.Run(["demo", "--fresh", "--no-serve", "--dir", books.Folder, .. books.Server]);

        Assert.Equal(ExitCode.CouldNotRun, refused.Code);
        Assert.Contains("--fresh", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_never_said()
    {
        var failed = Cli.Run(
            "position", "--database", "postgres://somebody:hidden-word@127.0.0.1:1/books", "--administrator", "x");

        Assert.Equal(ExitCode.CouldNotRun, failed.Code);
        Assert.DoesNotContain("hidden-word", failed.Error + failed.Output, StringComparison.Ordinal);
        Assert.Contains("books on 127.0.0.1", failed.Error, StringComparison.Ordinal);
    }
}

/// <summary>The demonstration of few employees, once in a file and once on a server.</summary>
public sealed class ServerBooksFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-place-");
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("openaso-place-server-");
    private readonly string _database = PostgresTestServer.NewDatabase();

    public ServerBooksFixture()
    {
        Make(["--dir", Folder]);
        Make(["--dir", _files.FullName, .. Server]);
    }

    public string Folder => _folder.FullName;

    public string[] Server => ["--database", _database, "--administrator", "summit-benefits"];

    public void Dispose()
    {
        PostgresTestServer.Drop(_database);
        _folder.Delete(recursive: true);
        _files.Delete(recursive: true);
    }

    private static void Make(string[] place)
    {
        var made = Cli.Run(["demo", "--employees", "20", "--no-serve", .. place]);
        Assert.True(made.Code == ExitCode.Done, made.Error);
    }
}

using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Storage;

namespace OpenAso.Cli.Tests;

/// <summary>The key by which secrets are sealed: made once, for its owner alone, shared by processes, and not where the
/// books are.</summary>
public sealed partial class KeyFileTests(DemoCopy demo) : IClassFixture<DemoCopy>
{
    private static readonly SecretPlace Place = new("test", new TenantId("granite"), "ann");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-key-");

    private string File => Path.Combine(_folder.FullName, "apart", "secrets.key");

    private string OtherFile => Path.Combine(_folder.FullName, "other.key");

    private KeyFile Other() => new(OtherFile, Quiet());

    // Whatever tests of this assembly seal, they keep no key in anybody's home.
    [ModuleInitializer]
    internal static void KeepAway() => Environment.SetEnvironmentVariable(
        KeyFile.Variable, Path.Combine(Directory.CreateTempSubdirectory("openaso-keys-").FullName, "test.key"));

    [Fact]
    public void It_is_made_on_first_use_for_its_owner_alone_and_said_once_where_it_is()
    {
        var (first, said) = Key();
        Assert.Null(first.Open(Other().Seal("x", Place), Place, "ask."));
        Assert.False(Path.Exists(File));
        Assert.Contains($"{File} is not there", said.ToString(), StringComparison.Ordinal);

        var kept = first.Seal("secret", Place);
        Assert.Contains($"was made: {File}. Back it up, and not together with the database", said.ToString(),
            StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        var length = said.ToString().Length;
        first.Seal("another", Place);
        Assert.Equal(length, said.ToString().Length);
        Assert.Equal("secret", Key().Key.Open(kept, Place, "ask."));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public async Task Of_many_that_make_it_at_once_each_opens_what_another_sealed()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Key().Key.Seal("x", Place))));
        Assert.All(kept, one => Assert.Equal("x", Key().Key.Open(one, Place, "ask.")));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void A_file_that_is_no_key_is_left_as_it_is_and_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, "shopping list");
        var failure = Assert.Throws<KeyUnavailableException>(() => Key().Key.Seal("x", Place));
        Assert.Contains($"{File} is not a key file", failure.Message, StringComparison.Ordinal);
        Assert.Equal("shopping list", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task What_one_process_seals_another_opens_by_the_same_file_and_no_other()
    {
        Assert.Equal(0, Cli.Run("account", "add", "--account", "kay", "--name", "Kay", "--role", "examiner", "--by",
            "root", "--dir", demo.Folder).Code);
        var made = await CommandProcess.RunAsync(
            "account", "totp", "--account", "kay", "--by", "root", "--dir", demo.Folder, "--key-file", File);
        Assert.Equal(0, made.Code);
        Assert.Contains($"was made: {File}", made.Error, StringComparison.Ordinal);
        var secret = SecretOf().Match(made.Output).Groups[1].Value;
        Assert.DoesNotContain(
            BooksTables.Text(demo.Folder, "select secret from user_authenticator"), kept => kept.Contains(secret));
        Other().Seal("x", Place);
        Assert.Equal(SignInOutcome.CodeUnreadable, await EnterAsync(OtherFile, secret));
        Assert.Equal(SignInOutcome.SignedIn, await EnterAsync(File, secret));
    }

    [Fact]
    public async Task Without_a_home_the_demonstration_runs_and_an_authenticator_asks_for_a_file()
    {
        var books = Path.Combine(_folder.FullName, "books");
        var shown = await CommandProcess.RunHomelessAsync(
            "demo", "--employees", "3", "--no-serve", "--dir", books);
        Assert.Equal(0, shown.Code);
        string[] totp = ["account", "totp", "--account", "ann", "--by", "root", "--dir", books];
        Assert.Equal(0, Cli.Run("account", "add", "--account", "ann", "--name", "Ann", "--role", "examiner", "--by",
            "root", "--dir", books).Code);
        var asked = await CommandProcess.RunHomelessAsync(totp);
        Assert.Equal(ExitCode.CouldNotRun, asked.Code);
        Assert.Contains("--key-file or OPENASO_KEY_FILE", asked.Error, StringComparison.Ordinal);
        Assert.Single(asked.Error.TrimEnd().Split('\n'));
        Assert.Equal(0, (await CommandProcess.RunHomelessAsync([.. totp, "--key-file", File])).Code);
    }

    private async Task<SignInOutcome> EnterAsync(string file, string secret)
    {
        await using var books = new BooksPlace(new DirectoryInfo(demo.Folder), null, null) { KeyFile = file }
            .Open(DatabaseAccess.Write, Quiet());
        var (tenant, now) = (DataFolder.Administrator(books), TimeProvider.System.GetUtcNow());
        var step = now.ToUnixTimeSeconds() / 30;
        var code = Enumerable.Range(0, 1_000_000).Select(number => $"{number:D6}")
            .First(typed => Authenticator.StepOf(secret, typed, now, step - 1) is not null);
        return (await new SignInUseCase(books).ByCodeAsync(
            new SignInAttempt(tenant, "kay", "10.0.0.1", now),
            new AccountUseCase(books).Look(tenant, "kay")!.Stamp, code)).Outcome;
    }

    private (KeyFile Key, StringWriter Said) Key()
    {
        var said = new StringWriter();
        return (new KeyFile(File, new Terminal(TextWriter.Null, said)), said);
    }

    private static Terminal Quiet() => new(TextWriter.Null, TextWriter.Null);

    [GeneratedRegex("secret=([A-Z2-7]+)")]
    private static partial Regex SecretOf();
}

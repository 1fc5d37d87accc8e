using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Tests;

/// <summary>People change their own password, and set up and take away their own authenticator.</summary>
public sealed class OwnSignInTests
{
    private const string Present = "correct horse battery";
    private const string Next = "another lamp for the gulls";
    private static readonly TenantId Tenant = new("granite");
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Seed = "12345678901234567890"u8.ToArray();
    private static readonly byte[] OtherSeed = "98765432109876543210"u8.ToArray();

    [Theory]
    [InlineData(Present, Next, 0, OwnSignInOutcome.Done)]
    [InlineData(Present, "twelve twelv", 0, OwnSignInOutcome.Done)]
    [InlineData(Present, "eleven more", 0, OwnSignInOutcome.Unfit)]
    [InlineData(Present, "", 0, OwnSignInOutcome.Unfit)]
    [InlineData("wrong", "eleven more", 0, OwnSignInOutcome.Unfit)]
    [InlineData("wrong", Next, 0, OwnSignInOutcome.PasswordWrong)]
    [InlineData("", Next, 0, OwnSignInOutcome.PasswordWrong)]
    [InlineData("Correct horse battery", Next, 0, OwnSignInOutcome.PasswordWrong)]
    [InlineData("wrong", Next, 1, OwnSignInOutcome.Changed)]
    [InlineData(Present, Next, 1, OwnSignInOutcome.Changed)]
    public async Task A_password_is_changed_by_whoever_types_the_present_one_and_a_fit_new_one(
        string present, string password, int changesMeanwhile, OwnSignInOutcome expected)
    {
        await using var books = await OpenAsync();
        var own = Own(books, Noon);
        for (var change = 0; change < changesMeanwhile; change++)
            await ChangeAsync(books, new EndSessions("ann"));

        var answer = await Use(books).SetPasswordAsync(own, present, password, new byte[16]);

        Assert.Equal(expected, answer.Outcome);
        var good = expected == OwnSignInOutcome.Done ? password : Present;
        Assert.Equal(good == password && password.Length > 0, await OpensAsync(books, password, Noon));
        Assert.Equal(good == Present, await OpensAsync(books, Present, Noon));
        Assert.Equal(expected == OwnSignInOutcome.PasswordWrong ? 1 : 0, Entries(books, "own sign-in, password"));
        Assert.Equal(expected == OwnSignInOutcome.Done ? 1 : 0, Entries(books, "ann: password"));
    }

    [Fact]
    public void A_password_has_twelve_to_two_hundred_letters_whatever_they_are()
    {
        Assert.True(Account.IsPassword(new string(' ', 12)));
        Assert.True(Account.IsPassword(new string('x', 200)));
        Assert.False(Account.IsPassword(new string('x', 11)));
        Assert.False(Account.IsPassword(new string('x', 201)));
        Assert.False(Account.IsPassword(null));
    }

    [Fact]
    public async Task Wrong_present_passwords_close_the_account_to_signing_in_too_and_the_other_way_round()
    {
        await using var books = await OpenAsync();
        for (var failure = 0; failure < 2; failure++)
            await SignInAsync(books, "wrong", Noon);
        for (var failure = 2; failure < SignInUseCase.MostOfAccount; failure++)
            Assert.Equal(OwnSignInOutcome.PasswordWrong,
                (await Use(books).SetPasswordAsync(Own(books, Noon), "wrong", Next, new byte[16])).Outcome);
        var closed = await Use(books).SetPasswordAsync(Own(books, Noon), Present, Next, new byte[16]);
        Assert.Equal((OwnSignInOutcome.Closed, Noon + SignInUseCase.Window), (closed.Outcome, closed.ClosedUntil));
        Assert.False(await OpensAsync(books, Present, Noon));
        Assert.Equal(1, Entries(books, "own sign-in, password: too many"));

        var later = Noon + SignInUseCase.Window;
        Assert.Equal(OwnSignInOutcome.Done,
            (await Use(books).SetPasswordAsync(Own(books, later), Present, Next, new byte[16])).Outcome);
    }

    [Fact]
    public async Task A_right_password_forgets_no_failure_and_is_not_one()
    {
        await using var books = await OpenAsync();
        for (var failure = 1; failure < SignInUseCase.MostOfAccount; failure++)
            await SignInAsync(books, "wrong", Noon);
        for (var time = 0; time < 3; time++)
            Assert.Equal(OwnSignInOutcome.Done,
                (await Use(books).BeginAuthenticatorAsync(Own(books, Noon), Present, Seed)).Outcome);
        await SignInAsync(books, "wrong", Noon);
        Assert.False(await OpensAsync(books, Present, Noon));
    }

    [Fact]
    public async Task An_authenticator_counts_when_a_code_of_it_was_typed_and_that_code_opens_nothing_afterwards()
    {
        await using var books = await OpenAsync();
        var begun = await Use(books).BeginAuthenticatorAsync(Own(books, Noon), Present, Seed);
        Assert.Equal(Authenticator.Secret(Seed), begun.Begun!.Secret);
        Assert.Equal(Authenticator.Address("ann", begun.Begun.Secret), begun.Begun.Address);
        Assert.Equal(Noon + OwnSignInUseCase.BegunLasts, begun.Begun.Until);
        Assert.Equal(begun.Begun.Until, Use(books).Look(Tenant, "ann", Noon)!.BegunUntil);
        Assert.True(await OpensAsync(books, Present, Noon));
        Assert.DoesNotContain(Begun(books), row => row.Contains(begun.Begun.Secret, StringComparison.Ordinal));

        Assert.Equal(OwnSignInOutcome.CodeWrong, await ConfirmAsync(books, Code(OtherSeed, Noon), Noon));
        Assert.False(Look(books).HasAuthenticator);
        Assert.Equal(OwnSignInOutcome.Done, await ConfirmAsync(books, Code(Seed, Noon), Noon));

        Assert.True(Look(books).HasAuthenticator);
        Assert.Empty(Begun(books));
        Assert.Equal(SignInOutcome.CodeNeeded, (await SignInAsync(books, Present, Noon)).Outcome);
        Assert.Equal(SignInOutcome.Refused, await EnterAsync(books, Code(Seed, Noon), Noon));
        var next = Noon.AddSeconds(30);
        Assert.Equal(SignInOutcome.SignedIn, await EnterAsync(books, Code(Seed, next), next));
        Assert.Equal(1, Entries(books, "ann: authenticator"));
    }

    [Theory]
    [InlineData("the code of a secret that was begun before", OwnSignInOutcome.CodeWrong)]
    [InlineData("no code", OwnSignInOutcome.CodeWrong)]
    [InlineData("too late", OwnSignInOutcome.NotBegun)]
    [InlineData("never begun", OwnSignInOutcome.NotBegun)]
    [InlineData("an administrator has given another password", OwnSignInOutcome.NotBegun)]
    [InlineData("an administrator has set one up", OwnSignInOutcome.HasAuthenticator)]
    [InlineData("the key is away", OwnSignInOutcome.CodeUnreadable)]
    public async Task An_authenticator_that_is_not_shown_to_be_set_up_does_not_count(
        string what, OwnSignInOutcome expected)
    {
        await using var books = await OpenAsync();
        if (what == "the code of a secret that was begun before")
            await Use(books).BeginAuthenticatorAsync(Own(books, Noon), Present, OtherSeed);
        if (what != "never begun")
            await Use(books).BeginAuthenticatorAsync(Own(books, Noon), Present, Seed);
        var now = what == "too late" ? Noon + OwnSignInUseCase.BegunLasts : Noon.AddMinutes(9);
        if (what == "an administrator has given another password")
            await ChangeAsync(books, new SetPassword("ann", Secret.KeepQuick(Present, new byte[16], 10)));
        if (what == "an administrator has set one up")
            await ChangeAsync(books, new SetAuthenticator("ann", Authenticator.Secret(OtherSeed)));
        if (what == "the key is away")
            books.Key = new MemoryKey(null);
        var before = Look(books);

        Assert.Equal(expected, await ConfirmAsync(books, what switch
        {
            "the code of a secret that was begun before" => Code(OtherSeed, now),
            "no code" => "",
            _ => Code(Seed, now),
        }, now));
        Assert.Equal(before, Look(books));
        Assert.Equal(what == "an administrator has set one up" ? 1 : 0, Entries(books, "ann: authenticator"));
    }

    [Theory]
    [InlineData(Present, "right", OwnSignInOutcome.Done)]
    [InlineData("wrong", "right", OwnSignInOutcome.PasswordWrong)]
    [InlineData(Present, "of another", OwnSignInOutcome.CodeWrong)]
    [InlineData(Present, "used before", OwnSignInOutcome.CodeWrong)]
    [InlineData(Present, "unreadable", OwnSignInOutcome.CodeUnreadable)]
    public async Task An_authenticator_is_taken_away_by_the_present_password_and_a_code_of_it(
        string present, string code, OwnSignInOutcome expected)
    {
        await using var books = await OpenAsync();
        await ChangeAsync(books, new SetAuthenticator("ann", Authenticator.Secret(Seed))
        {
            LastStep = code == "used before" ? Step(Noon) : 0,
        });
        if (code == "unreadable")
            books.Key = new MemoryKey(null);

        var answer = await Use(books).RemoveAuthenticatorAsync(
            Own(books, Noon), present, Code(code == "of another" ? OtherSeed : Seed, Noon));

        Assert.Equal(expected, answer.Outcome);
        Assert.Equal(expected != OwnSignInOutcome.Done, Look(books).HasAuthenticator);
        Assert.Equal(expected == OwnSignInOutcome.Done ? 1 : 0, Entries(books, "ann: authenticator removed"));
        Assert.Equal(expected == OwnSignInOutcome.CodeWrong ? 1 : 0, Entries(books, "own sign-in, code"));
        if (expected == OwnSignInOutcome.Done)
            Assert.Equal(OwnSignInOutcome.NoAuthenticator,
                (await Use(books).RemoveAuthenticatorAsync(Own(books, Noon), present, "000000")).Outcome);
    }

    [Fact]
    public async Task Codes_are_not_guessed_by_whoever_knows_the_password_and_wants_to_take_the_authenticator_away()
    {
        await using var books = await OpenAsync();
        await ChangeAsync(books, new SetAuthenticator("ann", Authenticator.Secret(Seed)));
        for (var guess = 0; guess < SignInUseCase.MostOfAccount; guess++)
            Assert.Equal(OwnSignInOutcome.CodeWrong,
                (await Use(books).RemoveAuthenticatorAsync(Own(books, Noon), Present, "000000")).Outcome);
        Assert.Equal(OwnSignInOutcome.Closed,
            (await Use(books).RemoveAuthenticatorAsync(Own(books, Noon), Present, Code(Seed, Noon))).Outcome);
        Assert.True(Look(books).HasAuthenticator);
    }

    [Fact]
    public async Task Whom_no_password_opens_the_account_for_or_whose_account_is_ended_changes_nothing()
    {
        await using var books = await OpenAsync();
        await ChangeAsync(books, new AddAccount(new Account("bob", "Bob", [new Grant(Role.Auditor)]), ""));
        var bob = new OwnSignIn(new SignInAttempt(Tenant, "bob", "10.0.0.1", Noon), 1);
        Assert.Equal(OwnSignInOutcome.NoPassword,
            (await Use(books).SetPasswordAsync(bob, "", Next, new byte[16])).Outcome);
        Assert.Equal(OwnSignInOutcome.NoPassword,
            (await Use(books).BeginAuthenticatorAsync(bob, "", Seed)).Outcome);
        await Use(books).BeginAuthenticatorAsync(Own(books, Noon), Present, Seed);
        var ann = Own(books, Noon);
        await ChangeAsync(books, new EndAccount("ann"));
        Assert.Empty(Begun(books));
        Assert.Equal(OwnSignInOutcome.Changed,
            (await Use(books).SetPasswordAsync(ann with { Seen = ann.Seen + 1 }, Present, Next, new byte[16])).Outcome);
        Assert.Null(Use(books).Look(Tenant, "ann", Noon));
    }

    [Fact]
    public Task Every_step_comes_to_the_same_on_both_databases() =>
        BothDatabases.TellTheSameAsync(StoryAsync);

    private static async Task<string> StoryAsync(string? postgres)
    {
        await using var books = await OpenAsync(postgres);
        List<string> told = [];
        var old = Own(books, Noon);
        told.Add($"{(await Use(books).BeginAuthenticatorAsync(old, Present, OtherSeed)).Outcome}");
        told.Add($"{(await Use(books).BeginAuthenticatorAsync(old, Present, Seed)).Outcome}");
        told.Add($"{Use(books).Look(Tenant, "ann", Noon)}");
        told.Add($"{await ConfirmAsync(books, Code(Seed, Noon), Noon)}");
        told.Add($"{(await Use(books).BeginAuthenticatorAsync(old, Present, OtherSeed)).Outcome}");
        told.Add($"{(await Use(books).SetPasswordAsync(Own(books, Noon), Present, Next, new byte[16])).Outcome}");
        told.Add($"{(await Use(books).SetPasswordAsync(Own(books, Noon), Present, Next, new byte[16])).Outcome}");
        var later = Noon.AddMinutes(1);
        told.Add($"{(await Use(books).RemoveAuthenticatorAsync(Own(books, later), Next, Code(Seed, later))).Outcome}");
        told.Add($"{Use(books).Look(Tenant, "ann", later)}");
        told.AddRange(new AccessLog(books).Newest(AccessLog.OfAdministrator(Tenant), 20)
            .Select(entry => entry.ToString()));
        Assert.Equal(
            "Done Done Done Changed Done PasswordWrong Done",
            string.Join(' ', told.Where(one => !one.Contains('{', StringComparison.Ordinal))));
        return string.Join('\n', told);
    }

    private static OwnSignInUseCase Use(Books books) => new(books);

    private static OwnSignIn Own(Books books, DateTimeOffset now) =>
        new(new SignInAttempt(Tenant, "ann", "10.0.0.1", now), Look(books).Stamp);

    private static KeptAccount Look(Books books) => new AccountUseCase(books).Look(Tenant, "ann")!;

    private static async Task<OwnSignInOutcome> ConfirmAsync(Books books, string code, DateTimeOffset now) =>
        (await Use(books).ConfirmAuthenticatorAsync(Own(books, now), code)).Outcome;

    private static long Step(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / 30;

    private static string Code(byte[] seed, DateTimeOffset moment) => Authenticator.Code(seed, Step(moment), 6);

    private static Task<SignInAnswer> SignInAsync(Books books, string password, DateTimeOffset now) =>
        new SignInUseCase(books).ByPasswordAsync(new SignInAttempt(Tenant, "ann", "10.0.0.2", now), password);

    private static async Task<bool> OpensAsync(Books books, string password, DateTimeOffset now) =>
        (await SignInAsync(books, password, now)).Outcome == SignInOutcome.SignedIn;

    private static async Task<SignInOutcome> EnterAsync(Books books, string code, DateTimeOffset now) =>
        (await new SignInUseCase(books).ByCodeAsync(
            new SignInAttempt(Tenant, "ann", "10.0.0.2", now), Look(books).Stamp, code)).Outcome;

    private static List<string> Begun(Books books) => books.Database.Read(connection => connection
        .Query<string>("select secret from user_new_authenticator where tenant = 'granite'").ToList());

    private static int Entries(Books books, string subject) => new AccessLog(books)
        .Newest(AccessLog.OfAdministrator(Tenant), 100).Count(entry => entry.Subject == subject);

    private static async Task ChangeAsync(Books books, AccountChange change) => Assert.Equal(
        AccountOutcome.Done,
        (await new AccountUseCase(books).ChangeAsync(Tenant, change, new ChangedBy("root", Noon, "test"))).Outcome);

    private static async Task<Books> OpenAsync(string? postgres = null)
    {
        var books = await (postgres is null
            ? Books.OpenAsync(new SqliteOptions(Path.Combine(
                Directory.CreateTempSubdirectory("openaso-own-").FullName, Books.FileName))
            {
                Access = DatabaseAccess.Create,
            })
            : Books.OpenAsync(new PostgresOptions(postgres, Tenant.Value) { Access = DatabaseAccess.Create }));
        books.Key = new MemoryKey([.. Enumerable.Range(1, SealedSecret.KeyBytes).Select(one => (byte)one)]);
        await ChangeAsync(books, new AddAccount(
            new Account("ann", "Ann", [new Grant(Role.Examiner)]), Secret.KeepQuick(Present, new byte[16], 10)));
        return books;
    }
}

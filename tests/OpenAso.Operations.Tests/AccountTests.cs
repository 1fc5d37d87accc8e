using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Tests;

/// <summary>Who keeps accounts, who is signed in, and what the log tells of it.</summary>
public sealed class AccountTests
{
    private static readonly TenantId Tenant = new("granite");
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Grant Keeper = new(Role.Administrator);
    private static readonly ProviderIdentity Somebody = new("https://login.example.org", "8f3a");

    [Fact]
    public async Task Nobody_ends_the_account_they_work_with_and_another_administrator_does()
    {
        await using var books = await OpenAsync();
        await AddAsync(books, "ann", Keeper);
        await AddAsync(books, "bob", Keeper);
        Assert.Equal(AccountOutcome.OwnAccount, await DoAsync(books, new EndAccount("ann"), by: "ann"));
        Assert.Equal(AccountOutcome.Done, await DoAsync(books, new EndAccount("ann"), by: "bob"));
    }

    [Fact]
    public async Task The_last_administrator_who_can_sign_in_stays_one_whoever_changes_it_and_by_whatever_change()
    {
        await using var books = await OpenAsync();
        await AddAsync(books, "ann", Keeper);
        await AddAsync(books, "at-acme", new Grant(Role.Administrator, new EmployerId("acme")));
        await AddAsync(books, "examiner", new Grant(Role.Examiner));
        await AddAsync(books, "no-way-in", Keeper, password: "");
        await AddAsync(books, "ended", Keeper);
        Assert.Equal(AccountOutcome.Done, await DoAsync(books, new EndAccount("ended")));
        AccountChange[] changes =
        [
            new EndAccount("ann"), new EndGrant("ann", Keeper), new SetGrants("ann", [new Grant(Role.Auditor)]),
        ];
        foreach (var change in changes)
            Assert.Equal(AccountOutcome.LastAdministrator, await DoAsync(books, change, by: "root"));
        Assert.True(new AccountUseCase(books).Look(Tenant, "ann")!.KeepsAccounts);
        Assert.Equal(AccountOutcome.Done, await DoAsync(books, new SetPassword("no-way-in", "1.AA==.AA==")));
        Assert.Equal(AccountOutcome.Done, await DoAsync(books, new EndGrant("ann", Keeper), by: "ann"));
    }

    [Fact]
    public async Task The_last_administrator_keeps_the_identity_that_signs_in()
    {
        await using var books = await OpenAsync();
        await AddAsync(books, "ann", Keeper, password: "");
        Assert.Equal(AccountOutcome.Done, await DoAsync(books, new LinkIdentity("ann", Somebody)));
        Assert.Equal(AccountOutcome.LastAdministrator, await DoAsync(books, new UnlinkIdentity("ann", Somebody)));
        Assert.Equal(AccountOutcome.Done, await DoAsync(books, new SetPassword("ann", "1.AA==.AA==")));
        Assert.Equal(AccountOutcome.Done, await DoAsync(books, new UnlinkIdentity("ann", Somebody)));
    }

    [Fact]
    public async Task What_somebody_else_has_changed_since_it_was_looked_at_stays_as_it_is()
    {
        await using var books = await OpenAsync();
        await AddAsync(books, "ann", new Grant(Role.Examiner));
        var seen = new AccountUseCase(books).Look(Tenant, "ann")!.Stamp;
        var change = new GiveGrant("ann", new Grant(Role.Auditor)) { Seen = seen };
        Assert.Equal(AccountOutcome.Done, await DoAsync(books, change));
        Assert.Equal(AccountOutcome.Changed, await DoAsync(books, change));
        Assert.Equal(AccountOutcome.GrantExists, await DoAsync(books, change with { Seen = null }));
        Assert.Equal(
            AccountOutcome.GrantUnknown, await DoAsync(books, new EndGrant("ann", new Grant(Role.Finance))));
    }

    [Theory]
    [InlineData("ann", "Ann Lee", true)]
    [InlineData("a.b_c@d-e9", "Ann", true)]
    [InlineData("", "Ann", false)]
    [InlineData("..", "Ann", false)]
    [InlineData("token:1", "Ann", false)]
    [InlineData("ann/../bob", "Ann", false)]
    [InlineData("ann", " ", false)]
    [InlineData("ann", "Ann\nLee", false)]
    public async Task An_account_has_a_name_that_there_can_be(string id, string name, bool isFit)
    {
        await using var books = await OpenAsync();
        var (outcome, _) = await new AccountUseCase(books).ChangeAsync(
            Tenant, new AddAccount(new Account(id, name, []), ""), new ChangedBy("root", Now, "test"));
        Assert.Equal(isFit ? AccountOutcome.Done : AccountOutcome.Unfit, outcome);
    }

    [Fact]
    public Task Lists_sessions_and_the_log_come_to_the_same_on_both_databases() =>
        BothDatabases.TellTheSameAsync(StoryAsync);

    [Fact]
    public async Task A_session_is_listed_until_it_ends_by_whatever_ends_it()
    {
        await using var books = await OpenAsync();
        await AddAsync(books, "ann", Keeper);
        await AddAsync(books, "bob", new Grant(Role.Examiner));
        foreach (var id in new[] { "idle", "used", "left", "thrown-out" })
            await BeginAsync(books, id, "ann", Now);
        await BeginAsync(books, "changed", "bob", Now);
        Assert.Equal(["changed", "idle", "left", "thrown-out", "used"], Open(books, Now).Order());

        var use = new SessionUseCase(books);
        await use.EndAsync(Tenant, "ann", "left", new ChangedBy("ann", Now, "test"));
        await use.EndAsync(Tenant, "ann", "thrown-out", new ChangedBy("bob", Now, "test"));
        await DoAsync(books, new EndSessions("bob"));
        Assert.Equal(["idle", "used"], Open(books, Now).Order());
        var log = new AccessLog(books).Newest(AccessLog.OfAdministrator(Tenant), 3);
        Assert.Equal(
            [
                ("root", AccessAction.KeepAccount, "bob: sessions ended"),
                ("bob", AccessAction.KeepAccount, "ann: session ended"), ("ann", AccessAction.SignOut, ""),
            ],
            log.Select(entry => (entry.Account, entry.Action, entry.Subject)));

        var later = Now + SessionUseCase.Idle + SessionUseCase.SeenEvery;
        await use.SeeAsync(Tenant, [("used", later - TimeSpan.FromMinutes(1))]);
        Assert.Equal(["used"], Open(books, later));
        await use.SeeAsync(Tenant, [("used", Now + SessionUseCase.Longest)]);
        Assert.Empty(Open(books, Now + SessionUseCase.Longest));
    }

    // Everything that is listed, as text.
    private static async Task<string> StoryAsync(string? postgres)
    {
        await using var books = await OpenAsync(postgres);
        List<string> told = [];
        await AddAsync(books, "ann", Keeper);
        await AddAsync(books, "Zoe", new Grant(Role.StopLossDesk), name: "Zoë Brontë");
        await AddAsync(books, "at-acme", new Grant(Role.Broker, new EmployerId("acme")));
        await DoAsync(books, new LinkIdentity("at-acme", Somebody));
        await DoAsync(books, new EndAccount("at-acme"));
        told.Add($"{await DoAsync(books, new EndAccount("ann"))}");
        await new SignInUseCase(books) { Matches = (_, _) => true }.ByPasswordAsync(
            new SignInAttempt(Tenant, "Zoe", "10.0.0.1", Now.AddDays(1)), "x");
        await BeginAsync(books, "one", "Zoe", Now.AddDays(1));
        foreach (var (words, state) in new[]
        {
            ("", AccountState.All), ("zoe bron", AccountState.InUse), ("STOP loss", AccountState.InUse),
            ("acme", AccountState.Ended), ("acme", AccountState.InUse), ("onte", AccountState.All),
        })
            told.Add($"{words}: {string.Join(' ', List(books, words, state, new PageCursor<string>(9, null, null)))}");
        told.Add(string.Join(' ', List(books, "", AccountState.All, new PageCursor<string>(1, "Zoe", null))));
        told.Add(string.Join(' ', List(books, "", AccountState.All, new PageCursor<string>(1, null, "at-acme"))));
        told.AddRange(new SessionUseCase(books).Open(Tenant, Now.AddDays(1)).Select(one => one.ToString()));
        foreach (var filter in new AccessFilter[]
        {
            new(Account: "Zoe"), new(Action: AccessAction.KeepAccount), new(Day: new DateOnly(2026, 6, 2)),
            new("root", AccessAction.SignIn), new(Day: new DateOnly(2026, 6, 3)),
        })
            told.Add($"{filter}: {string.Join("; ", Log(books, filter))}");
        return string.Join('\n', told);
    }

    [Fact]
    public async Task An_account_is_found_by_the_beginnings_of_what_is_known_of_it()
    {
        var told = (await StoryAsync(null)).Split('\n');
        Assert.Equal("LastAdministrator", told[0]);
        Assert.Equal(": Zoe 2026-06-02 ann at-acme", told[1]);
        Assert.Equal("zoe bron: Zoe 2026-06-02", told[2]);
        Assert.Equal("STOP loss: Zoe 2026-06-02", told[3]);
        Assert.Equal("acme: at-acme", told[4]);
        Assert.Equal("acme: ", told[5]);
        Assert.Equal("onte: ", told[6]);
        Assert.Equal("ann", told[7]);
        Assert.Equal("ann", told[8]);
        Assert.Equal(5, told.Skip(10).Count());
        Assert.Contains("SignIn Zoe", told[10], StringComparison.Ordinal);
        Assert.EndsWith(": ", told[13], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Log(Books books, AccessFilter filter) => new AccessLog(books)
        .Show(AccessLog.OfAdministrator(Tenant), new PageCursor<string>(10, null, null), filter).Rows
        .Select(row => $"{row.Number} {row.Entry.Action} {row.Entry.Account} {row.Entry.Subject}");

    private static IEnumerable<string> List(
        Books books, string words, AccountState state, PageCursor<string> cursor) =>
        new AccountListUseCase(books).Show(Tenant, words, state, cursor).Rows
            .Select(row => row.LastSignIn is { } last ? $"{row.Account.Account.Id} {last:yyyy-MM-dd}"
                : row.Account.Account.Id);

    private static IEnumerable<string> Open(Books books, DateTimeOffset now) =>
        new SessionUseCase(books).Open(Tenant, now).Select(session => session.Id);

    private static Task BeginAsync(Books books, string id, string account, DateTimeOffset now) =>
        new SessionUseCase(books).BeginAsync(
            Tenant, new OpenSession(id, account, "", now, now, "password", "10.0.0.1"),
            new AccountUseCase(books).Look(Tenant, account)!.Stamp);

    private static async Task AddAsync(
        Books books, string id, Grant grant, string password = "1.AA==.AA==", string name = "One") =>
        Assert.Equal(AccountOutcome.Done, await DoAsync(
            books, new AddAccount(new Account(id, name, [grant]), password)));

    private static async Task<AccountOutcome> DoAsync(Books books, AccountChange change, string by = "root") =>
        (await new AccountUseCase(books).ChangeAsync(Tenant, change, new ChangedBy(by, Now, "test"))).Outcome;

    private static Task<Books> OpenAsync(string? postgres = null) => postgres is null
        ? Books.OpenAsync(new SqliteOptions(Path.Combine(
            Directory.CreateTempSubdirectory("openaso-accounts-").FullName, Books.FileName))
        {
            Access = DatabaseAccess.Create,
        })
        : Books.OpenAsync(new PostgresOptions(postgres, Tenant.Value) { Access = DatabaseAccess.Create });
}

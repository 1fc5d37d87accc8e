using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Tests;

/// <summary>Secrets that have to be read again lie sealed: who has the database and not the key reads none.</summary>
public sealed class SealedSecretTests
{
    private static readonly TenantId Tenant = new("granite");
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly SecretPlace Place = new("authenticator", Tenant, "ann");
    private static readonly byte[] Key = [.. Enumerable.Range(1, SealedSecret.KeyBytes).Select(one => (byte)one)];
    private static readonly byte[] Seed = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly string Secret = Authenticator.Secret(Seed);

    [Fact]
    public void What_is_sealed_is_opened_by_the_same_key_at_the_same_place() =>
        Gen.Select(Gen.String, Gen.Byte.Array[SealedSecret.NonceBytes], Gen.String, Gen.String).Sample(
            (secret, nonce, tenant, of) =>
            {
                // Text that is no text, half of a pair, is not what a secret is.
                var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(secret));
                var place = new SecretPlace("x", new TenantId(tenant), of);
                var kept = SealedSecret.Seal(text, place, Key, nonce);
                return SealedSecret.IsSealed(kept) && SealedSecret.Open(kept, place, Key) == text;
            });

    [Fact]
    public void Another_key_another_place_or_one_bit_of_difference_opens_nothing()
    {
        var kept = SealedSecret.Seal(Secret, Place, Key, new byte[SealedSecret.NonceBytes]);
        Assert.Equal(Secret, SealedSecret.Open(kept, Place, Key));
        Assert.DoesNotContain(Secret, kept, StringComparison.Ordinal);
        byte[] other = [.. Key];
        other[^1] ^= 1;
        Assert.Null(SealedSecret.Open(kept, Place, other));
        foreach (var place in new SecretPlace[]
        {
            Place with { Of = "bob" }, Place with { Tenant = new TenantId("quartz") }, Place with { Kind = "webhook" },
            new("authenticato", new TenantId("r"), "graniteann"),
        })
            Assert.Null(SealedSecret.Open(kept, place, Key));
        var head = kept[..(kept.IndexOf('.', StringComparison.Ordinal) + 1)];
        var bytes = Convert.FromBase64String(kept[head.Length..]);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.Null(SealedSecret.Open(head + Convert.ToBase64String(bytes), Place, Key));
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        }
        foreach (var broken in new[] { "", Secret, head, head + "AAAA", head + "no base 64", kept[..^4] })
            Assert.Null(SealedSecret.Open(broken, Place, Key));
    }

    [Fact]
    public void The_same_secret_sealed_twice_is_not_the_same_text() => Assert.NotEqual(
        SealedSecret.Seal(Secret, Place, Key, new byte[SealedSecret.NonceBytes]),
        SealedSecret.Seal(Secret, Place, Key, [.. Enumerable.Repeat((byte)1, SealedSecret.NonceBytes)]));

    [Fact]
    public async Task A_database_without_its_key_or_with_another_computes_no_code_and_says_what_to_do()
    {
        await using var books = await OpenAsync();
        var key = new MemoryKey(Key);
        books.Key = key;
        await DoAsync(books, new SetAuthenticator("ann", Secret));
        Assert.StartsWith("sealed1.", Kept(books), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Kept(books), StringComparison.Ordinal);
        byte[] wrong = [.. Key];
        wrong[0] ^= 1;
        foreach (var other in new[] { new MemoryKey(null), new MemoryKey(wrong) })
        {
            books.Key = other;
            Assert.Equal(SignInOutcome.CodeUnreadable, await EnterAsync(books, Code(Now), Now));
            var told = Assert.Single(other.Told);
            Assert.Contains("authenticator ann cannot be opened", told, StringComparison.Ordinal);
            Assert.Contains("the key of the test", told, StringComparison.Ordinal);
            Assert.Contains("openaso account totp --remove", told, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, told, StringComparison.Ordinal);
        }
        books.Key = key;
        Assert.Equal(SignInOutcome.SignedIn, await EnterAsync(books, Code(Now), Now));
        Assert.Equal(SignInOutcome.Refused, await EnterAsync(books, Code(Now), Now));
    }

    [Fact]
    public async Task Where_no_key_can_be_had_no_authenticator_is_set_up_and_nothing_is_kept()
    {
        await using var books = await OpenAsync();
        await Assert.ThrowsAsync<KeyUnavailableException>(
            () => DoAsync(books, new SetAuthenticator("ann", Secret)));
        Assert.False(new AccountUseCase(books).Look(Tenant, "ann")!.HasAuthenticator);
        // What needs none works on.
        await DoAsync(books, new SetAuthenticator("ann", ""));
    }

    [Fact]
    public async Task A_secret_of_one_account_put_into_the_row_of_another_opens_nothing()
    {
        await using var books = await OpenAsync();
        books.Key = new MemoryKey(Key);
        await AddAsync(books, "bob");
        await DoAsync(books, new SetAuthenticator("ann", Secret));
        await DoAsync(books, new SetAuthenticator("bob", Authenticator.Secret(new byte[20])));
        await ExecuteAsync(
            books,
            "update user_authenticator set secret = (select secret from user_authenticator where account = 'bob') "
            + "where account = 'ann'");
        Assert.Equal(SignInOutcome.CodeUnreadable, await EnterAsync(books, Code(Now), Now));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_lies_there_plain_from_before_is_sealed_when_it_is_used_and_still_good(bool isRight)
    {
        await using var books = await OpenAsync();
        books.Key = new MemoryKey(Key);
        await PlainAsync(books);
        var expected = isRight ? SignInOutcome.SignedIn : SignInOutcome.Refused;
        Assert.Equal(expected, await EnterAsync(books, isRight ? Code(Now) : "000000", Now));
        Assert.StartsWith("sealed1.", Kept(books), StringComparison.Ordinal);
        var later = Now.AddMinutes(1);
        Assert.Equal(SignInOutcome.SignedIn, await EnterAsync(books, Code(later), later));
    }

    [Fact]
    public async Task What_lies_there_plain_from_before_is_sealed_at_once_and_once()
    {
        await using var books = await OpenAsync();
        books.Key = new MemoryKey(Key);
        await PlainAsync(books);
        await ExecuteAsync(
            books,
            "insert into webhook (tenant, webhook, employer, url, events, secrets, disabled, made_by, made_at) values "
            + "('granite', 'whk_1', 'acme', 'https://hooks.example.com/', 'claim.decided', "
            + "'whsec_AQ== whsec_AA==', '', 'ann', '2026-06-01T12:00:00.0000000+00:00')");
        Assert.Equal(2, await new KeptSecrets(books).SealPlainAsync(Tenant));
        Assert.StartsWith("sealed1.", Kept(books), StringComparison.Ordinal);
        var hooks = new Notifying.WebhookUseCase(books);
        var hook = Assert.Single(hooks.All(new EmployerScope(Tenant, new EmployerId("acme"))));
        Assert.All(hook.Secrets.Items, kept => Assert.True(SealedSecret.IsSealed(kept)));
        Assert.Equal(["whsec_AQ==", "whsec_AA=="], hooks.Secrets(hook)!);
        Assert.Equal(0, await new KeptSecrets(books).SealPlainAsync(Tenant));
        Assert.Equal(SignInOutcome.SignedIn, await EnterAsync(books, Code(Now), Now));
        books.Key = new MemoryKey(null);
        Assert.Null(hooks.Secrets(hook));
    }

    private static Task<int> PlainAsync(Books books) => ExecuteAsync(
        books,
        "insert into user_authenticator (tenant, account, secret, last_step) "
        + $"values ('granite', 'ann', '{Secret}', 0)");

    private static Task<int> ExecuteAsync(Books books, string statement) => books.Database.WriteAsync(
        session => session.Connection.Execute(statement), cancellation: TestContext.Current.CancellationToken);

    private static string Kept(Books books) => books.Database.Read(connection => connection.ExecuteScalar<string>(
        "select secret from user_authenticator where account = 'ann'"))!;

    private static string Code(DateTimeOffset moment) => Authenticator.Code(Seed, moment.ToUnixTimeSeconds() / 30, 6);

    private static async Task<SignInOutcome> EnterAsync(Books books, string code, DateTimeOffset now) =>
        (await new SignInUseCase(books).ByCodeAsync(
            new SignInAttempt(Tenant, "ann", "10.0.0.1", now),
            new AccountUseCase(books).Look(Tenant, "ann")!.Stamp, code)).Outcome;

    private static Task AddAsync(Books books, string id) =>
        DoAsync(books, new AddAccount(new Account(id, id, [new Grant(Role.Examiner)]), "1.AA==.AA=="));

    private static async Task DoAsync(Books books, AccountChange change) => Assert.Equal(
        AccountOutcome.Done,
        (await new AccountUseCase(books).ChangeAsync(Tenant, change, new ChangedBy("root", Now, "test"))).Outcome);

    private static async Task<Books> OpenAsync()
    {
        var books = await Books.OpenAsync(new SqliteOptions(Path.Combine(
            Directory.CreateTempSubdirectory("openaso-sealed-").FullName, Books.FileName))
        {
            Access = DatabaseAccess.Create,
        });
        await AddAsync(books, "ann");
        return books;
    }
}

/// <summary>A key that a test holds, and what is told of it; random bytes count on.</summary>
/// <param name="key">Null for none that is there or can be made.</param>
internal sealed class MemoryKey(byte[]? key) : SealingKey
{
    private long _drawn;

    public List<string> Told { get; } = [];

    public override string Place => "the key of the test";

    public override void Tell(string message) => Told.Add(message);

    // A copy: whoever has used it may wipe it.
    protected override byte[]? Find() => key is null ? null : [.. key];

    protected override byte[] FindOrMake() => Find() ?? throw new KeyUnavailableException("The test has no key.");

    protected override byte[] Random(int count)
    {
        var bytes = new byte[count];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ++_drawn);
        return bytes;
    }
}

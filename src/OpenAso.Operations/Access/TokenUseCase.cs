using System.Security.Cryptography;
using System.Text;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Access;

/// <summary>A token by which a program calls in the place of a person.</summary>
/// <param name="Id">Names it in lists and logs; no secret.</param>
/// <param name="Name">Of the program.</param>
/// <param name="Grant">What for, and where.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="ExpiresAt">From this moment on it opens nothing.</param>
/// <param name="RevokedAt">Since when it is revoked; null where it is not.</param>
public sealed record ApiToken(
    string Id, string Name, Grant Grant, string MadeBy, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt)
{
    /// <summary>As whom the program works.</summary>
    public Account Account => new(TokenUseCase.AccountPrefix + Id, Name, [Grant]);

    /// <summary>Whether it opens anything.</summary>
    /// <param name="now">When.</param>
    public bool IsGood(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

/// <summary>Tokens of programs: made once, kept as hashes, revoked at once.</summary>
/// <param name="books">Open for writing where something is changed.</param>
public sealed class TokenUseCase(Books books)
{
    /// <summary>Begins the name under which a program works, in logs and with what it did.</summary>
    public const string AccountPrefix = "token:";

    /// <summary>Begins each token, so that one is recognised where it does not belong.</summary>
    public const string Prefix = "oaso_";

    /// <summary>No token lives longer than this.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    private const int IdBytes = 6;
    private const int SecretBytes = 32;

    /// <summary>How many random bytes a token is made of.</summary>
    public const int RandomBytes = IdBytes + SecretBytes;

    /// <summary>Makes a token.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="draft">What it is for; its identifier is chosen here.</param>
    /// <param name="random">As many random bytes as <see cref="RandomBytes"/> says.</param>
    /// <returns>The token, and the text that is shown once and kept nowhere.</returns>
    public async Task<(ApiToken Token, string Text)> MakeAsync(TenantId tenant, ApiToken draft, byte[] random)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, RandomBytes, nameof(random));
        var token = draft with { Id = Convert.ToHexStringLower(random.AsSpan(0, IdBytes)) };
        var secret = Convert.ToHexStringLower(random.AsSpan(IdBytes));
        await books.Database.WriteAsync(session => session.Connection.Execute(
            """
            insert into api_token (tenant, token, name, hash, role, employer, made_by, made_at, expires_at, revoked_at)
            values (@tenant, @id, @name, @hash, @role, @employer, @by, @at, @expires, '')
            """,
            new
            {
                tenant = tenant.Value,
                id = token.Id,
                name = token.Name,
                hash = HashOf(secret),
                role = token.Grant.Role.ToString(),
                employer = token.Grant.Employer?.Value ?? "",
                by = token.MadeBy,
                at = Moments.Text(token.MadeAt),
                expires = Moments.Text(token.ExpiresAt),
            })).ConfigureAwait(false);
        return (token, $"{Prefix}{token.Id}_{secret}");
    }

    /// <summary>Every token, revoked ones too, in the order in which they were made.</summary>
    /// <param name="tenant">Whose.</param>
    public IReadOnlyList<ApiToken> All(TenantId tenant) => [.. Rows(
        "where tenant = @tenant order by made_at, token", new { tenant = tenant.Value }).Select(row => row.ToToken())];

    /// <summary>A token by its name in lists; null where there is none.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">The token's identifier.</param>
    public ApiToken? Find(TenantId tenant, string id) => Row(tenant, id)?.ToToken();

    /// <summary>The token that a text is; null where it is none that opens anything now.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="text">As it was sent.</param>
    /// <param name="now">When.</param>
    public ApiToken? Check(TenantId tenant, string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)
            || text[Prefix.Length..].Split('_') is not [var id, var secret])
            return null;
        var row = Row(tenant, id);
        var matches = CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(row?.Hash ?? HashOf("")));
        return row?.ToToken() is { } token && matches && token.IsGood(now) ? token : null;
    }

    /// <summary>Revokes a token: it opens nothing from now on.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">The token's identifier.</param>
    /// <param name="now">When.</param>
    /// <returns>False where there is none, or it was revoked before.</returns>
    public Task<bool> RevokeAsync(TenantId tenant, string id, DateTimeOffset now) =>
        books.Database.WriteAsync(session => session.Connection.Execute(
            "update api_token set revoked_at = @now where tenant = @tenant and token = @id and revoked_at = ''",
            new { tenant = tenant.Value, id, now = Moments.Text(now) }) > 0);

    // A secret of 256 random bits needs no slow hash: nobody guesses it.
    private static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private StoredToken? Row(TenantId tenant, string id) =>
        Rows("where tenant = @tenant and token = @id", new { tenant = tenant.Value, id }).FirstOrDefault();

    private List<StoredToken> Rows(string condition, object parameters) => books.Database.Ask(
        $"""
        select token, name, hash, role, employer, made_by MadeBy, made_at MadeAt, expires_at ExpiresAt,
          revoked_at RevokedAt from api_token {condition}
        """, parameters, found => found.Read<StoredToken>().ToList());

    private sealed class StoredToken
    {
        public string Token { get; set; } = "";

        public string Name { get; set; } = "";

        public string Hash { get; set; } = "";

        public string Role { get; set; } = "";

        public string Employer { get; set; } = "";

        public string MadeBy { get; set; } = "";

        public string MadeAt { get; set; } = "";

        public string ExpiresAt { get; set; } = "";

        public string RevokedAt { get; set; } = "";

        public ApiToken ToToken() => new(
            Token, Name,
            new Grant(Enum.Parse<Role>(Role), Employer.Length == 0 ? null : new EmployerId(Employer)), MadeBy,
            Moments.Parse(MadeAt), Moments.Parse(ExpiresAt), RevokedAt.Length == 0 ? null : Moments.Parse(RevokedAt));
    }
}

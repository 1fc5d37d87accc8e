using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace OpenAso.Access.Tests.SignIn;

/// <summary>An identity provider on loopback: description, keys, authorization and tokens signed with a key of its own.
/// </summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string Client = "openaso-test";
    public const string Secret = "a secret of the client";
    // Made once: they take longer than most of what is tried with them.
    private static readonly RSA Key = RSA.Create(2048);
    private static readonly RSA OtherKey = RSA.Create(2048);

    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new();
    private WebApplication? _server;

    /// <summary>Where it is, which is also who it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Who is signed in there.</summary>
    public string Subject { get; set; } = "sub-1";

    /// <summary>Makes what stands in the next tokens other than it should be.</summary>
    public Action<JsonObject> Change { get; set; } = _ => { };

    /// <summary>Whether the next tokens are signed with a key that is not published.</summary>
    public bool SignsWithAnotherKey { get; set; }

    /// <summary>Every path that it was asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<TestProvider> StartAsync()
    {
        var provider = new TestProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Use((request, next) =>
        {
            provider.Asked.Enqueue(request.Request.Path);
            return next(request);
        });
        server.MapGet("/.well-known/openid-configuration", provider.Describe);
        server.MapGet("/keys", provider.Keys);
        server.MapGet("/authorize", provider.Authorize);
        server.MapPost("/token", provider.TokenAsync);
        await server.StartAsync();
        provider._server = server;
        provider.Address = new Uri(server.Urls.Single());
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
    }

    private string Issuer => Address.ToString().TrimEnd('/');

    private IResult Describe() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = $"{Issuer}/authorize",
        ["token_endpoint"] = $"{Issuer}/token",
        ["jwks_uri"] = $"{Issuer}/keys",
        ["end_session_endpoint"] = $"{Issuer}/leave",
        ["response_types_supported"] = new[] { "code" },
        ["code_challenge_methods_supported"] = new[] { "S256" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    });

    private IResult Keys()
    {
        var key = Key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    alg = "RS256",
                    kid = "one",
                    n = Base64Url.EncodeToString(key.Modulus!),
                    e = Base64Url.EncodeToString(key.Exponent!),
                },
            },
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != Client || query["response_type"] != "code" || query["scope"] != "openid"
            || query["code_challenge_method"] != "S256" || query["code_challenge"].ToString().Length != 43
            || query["nonce"].ToString().Length < 20)
            return Results.BadRequest();
        var code = RandomNumberGenerator.GetHexString(32);
        _codes[code] = (query["nonce"].ToString(), query["code_challenge"].ToString());
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"].ToString(),
            new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verifier = SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()));
        if (form["grant_type"] != "authorization_code" || form["client_secret"] != Secret
            || !_codes.TryRemove(form["code"].ToString(), out var code)
            || Base64Url.EncodeToString(verifier) != code.Challenge)
            return Results.BadRequest(new { error = "invalid_grant" });
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["sub"] = Subject,
            ["aud"] = Client,
            ["iat"] = now,
            ["exp"] = now + 300,
            ["nonce"] = code.Nonce,
            ["roles"] = new JsonArray("administrator", "auditor"),
            ["email"] = "all-Administrator@example.org",
        };
        Change(claims);
        return Results.Json(new
        {
            access_token = "nothing",
            token_type = "Bearer",
            expires_in = 300,
            id_token = Signed(claims),
        });
    }

    private string Signed(JsonObject claims)
    {
        var head = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
            new { alg = "RS256", typ = "JWT", kid = "one" }));
        var body = $"{head}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        var signature = (SignsWithAnotherKey ? OtherKey : Key).SignData(
            Encoding.ASCII.GetBytes(body), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{body}.{Base64Url.EncodeToString(signature)}";
    }
}

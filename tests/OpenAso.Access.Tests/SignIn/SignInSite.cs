using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenAso.Api.Webhooks;
using OpenAso.Cli.Serving;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.SignIn;

/// <summary>A clock that can be put forward.</summary>
internal sealed class MovedTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}

/// <summary>Another server over the books of the fixture, with settings of its own, behind a proxy.</summary>
internal sealed class SignInSite : IAsyncDisposable
{
    private static int _origins;
    private readonly ServerFixture _fixture;
    private readonly WebApplication _server;

    private SignInSite(ServerFixture fixture, WebApplication server, MovedTime time) =>
        (_fixture, _server, Time) = (fixture, server, time);

    public MovedTime Time { get; }

    public IServiceProvider Services => _server.Services;

    public Uri Address => new(_server.Urls.Single());

    public static async Task<SignInSite> StartAsync(ServerFixture fixture, SignInSettings? signIn = null)
    {
        var time = new MovedTime();
        var settings = new WebSettings(fixture.Tenant)
        {
            SignIn = signIn ?? SignInSettings.Local,
            IsBehindProxy = true,
        };
        var server = BooksServer.Build(
            fixture.Books, settings, "http://127.0.0.1:0", new WebhookSettings(AllowsPrivate: true), time);
        await server.StartAsync();
        return new SignInSite(fixture, server, time);
    }

    public static SignInSettings By(TestProvider provider, bool secondFactor = false, bool passwords = false) => new(
        new IdentityProvider(provider.Address, TestProvider.Client, TestProvider.Secret, secondFactor), passwords);

    /// <summary>A browser at an address that no other has.</summary>
    public Browser Browser(string? scheme = null) =>
        new(Address, $"10.0.{Interlocked.Increment(ref _origins)}.7", scheme);

    public async Task<IReadOnlyList<string>> SchemesAsync() =>
        [.. (await _server.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync())
            .Select(scheme => scheme.Name)];

    public IReadOnlyList<string> Routes => [.. _server.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(one => one.RoutePattern.RawText!)];

    /// <summary>Changes an account as the command line does.</summary>
    public Task<(AccountOutcome Outcome, KeptAccount? Account)> ChangeAsync(AccountChange change) =>
        _fixture.WriteAsync(books => new AccountUseCase(books).ChangeAsync(
            _fixture.Tenant, change, new ChangedBy("test", Time.GetUtcNow(), "test")));

    /// <summary>An account of its own for a test.</summary>
    public async Task<string> AccountAsync(Role role, string? secret = null)
    {
        var id = $"one-{RandomNumberGenerator.GetHexString(32)}";
        Assert.Equal(AccountOutcome.Done, (await ChangeAsync(
            new AddAccount(new Account(id, "One", [new Grant(role)]), secret ?? ""))).Outcome);
        return id;
    }

    /// <summary>The newest entries of the administrator's access log.</summary>
    public IReadOnlyList<AccessEntry> Log(int most = 5) =>
        new AccessLog(_fixture.Books.Reading).Newest(AccessLog.OfAdministrator(_fixture.Tenant), most);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

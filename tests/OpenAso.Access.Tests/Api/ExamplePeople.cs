using System.Security.Cryptography;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.Api;

/// <summary>People who make the calls that are made for what is their own: each example has a person of its
/// own.</summary>
internal sealed class ExamplePeople(ServerFixture server)
{
    /// <summary>The next code of the authenticator of whoever signed in last.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Somebody signs in.</summary>
    /// <param name="role">What for.</param>
    /// <param name="how">Has done nothing more (<c>signed-in</c>), begun to set an authenticator up
    /// (<c>setting-up</c>), or has one (<c>protected</c>).</param>
    public async Task<ApiClient> SignInAsync(Role role, string how)
    {
        var id = await AccountAsync(server, role);
        var person = await ApiClient.SignedInAsync(server, id);
        if (how == "signed-in")
            return person;
        var begun = await person.PostAsync(
            "/own-sign-in/new-authenticator", $$"""{"present":"{{ServerFixture.Password}}"}""", null);
        var secret = (string)begun.Json["secret"]!;
        Code = CodeOf(secret, 0);
        if (how == "protected")
        {
            await person.PostAsync("/own-sign-in/authenticator", $$"""{"code":"{{Code}}"}""", $"confirmed-{id}");
            Code = CodeOf(secret, 1);
        }
        return person;
    }

    /// <summary>An account that nobody else has, with the password of all.</summary>
    public static async Task<string> AccountAsync(ServerFixture server, Role? role)
    {
        var id = $"one-{RandomNumberGenerator.GetHexString(16)}";
        await server.WriteAsync(books => new AccountUseCase(books).ChangeAsync(
            server.Tenant,
            new AddAccount(
                new Account(id, "One", role is { } held ? [new Grant(held)] : []),
                Secret.KeepQuick(ServerFixture.Password, new byte[16], ServerFixture.Rounds)),
            new ChangedBy("test", TimeProvider.System.GetUtcNow(), "test")));
        return id;
    }

    /// <summary>The code of a secret, of the step of time that is now or of a later one.</summary>
    public static string CodeOf(string secret, int later, DateTimeOffset? now = null) => Authenticator.Code(
        Authenticator.Bytes(secret), (now ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds() / 30 + later, 6);
}

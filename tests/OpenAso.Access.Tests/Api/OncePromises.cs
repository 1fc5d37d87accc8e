using System.Net;
using Dapper;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.Api;

/// <summary>A call that an example shows, with what stands in these books.</summary>
internal sealed record ExampleCall(
    string Name, Role Role, HttpMethod Method, string Path, string? Body, string Kind, bool IsOnce)
{
    public string Key => $"example-{Name}";

    public Task<Reply> SendAsync(ApiClient program, string? key, string more = "") => program.SendAsync(
        Method, Path, Body is null ? null : Body + more, Kind, ("Idempotency-Key", key));
}

/// <summary>What is promised of every call that does something, tried on each: it does it once for a key, says the same
/// again, and does nothing for a browser whose own page has not asked.</summary>
internal sealed class OncePromises(ServerFixture server)
{
    private readonly Dictionary<Role, string> _cookies = [];

    /// <summary>Before it is done: nothing is, without a key or by a cookie alone.</summary>
    public async Task RefusedAsync(ExampleCall call, ApiClient program)
    {
        if (call.Method == HttpMethod.Get)
            return;
        var before = Rows();
        using var person = new ApiClient(server.Address, null);
        var account = call.Role == Role.Member ? "acme-Member" : $"all-{call.Role}";
        var cookie = program.Cookie;
        if (cookie is null && !_cookies.TryGetValue(call.Role, out cookie))
            _cookies[call.Role] = cookie = await ApiClient.CookieAsync(server, account);
        var crossed = await person.SendAsync(
            call.Method, call.Path, call.Body, call.Kind, ("Cookie", cookie), ("Idempotency-Key", "crossed"));
        Assert.Equal((call.Name, HttpStatusCode.Forbidden, "cross-site"), (call.Name, crossed.Status, crossed.Code));
        if (call.IsOnce)
        {
            var without = await call.SendAsync(program, null);
            Assert.Equal(
                (call.Name, HttpStatusCode.BadRequest, "idempotency-key-missing"),
                (call.Name, without.Status, without.Code));
        }
        Assert.Equal(before, Rows());
    }

    /// <summary>After it was done: with the key it is answered as before and nothing happens; with the key and another
    /// body it is refused.</summary>
    public async Task KeptAsync(ExampleCall call, ApiClient program, Reply first)
    {
        // What was refused came to nothing, and its key is free again.
        if (!call.IsOnce || (int)first.Status >= 400)
            return;
        var before = Rows();
        Assert.False(first.IsReplayed, call.Name);
        var again = await call.SendAsync(program, call.Key);
        Assert.True(again.IsReplayed, $"{call.Name} was done again: {(int)again.Status} {again.Text}");
        Assert.Equal((call.Name, first.Status, first.Text), (call.Name, again.Status, again.Text));
        if (call.Body is not null)
        {
            var other = await call.SendAsync(program, call.Key, " ");
            Assert.Equal(
                (call.Name, HttpStatusCode.UnprocessableEntity, "idempotency-key-reused"),
                (call.Name, other.Status, other.Code));
        }
        Assert.Equal(before, Rows());
    }

    // How much stands in each table; who looked, signed in and sent keys is entered however often.
    private string Rows() => server.Books.Reading.Database.Read(connection =>
    {
        string[] entered =
        [
            "access_log", "request_key", "sign_in_failure", "ended_session", "open_session", "webhook_delivery",
        ];
        var tables = connection.Query<string>(
            "select m.name from sqlite_master m join pragma_table_info(m.name) c "
            + "where m.type = 'table' and c.name = 'tenant' order by m.name").Except(entered);
        return string.Join(' ', tables.Select(table =>
            $"{table}={connection.ExecuteScalar<long>($"select count(*) from {table}")}"));
    });
}

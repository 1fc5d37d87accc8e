using System.Net;
using Npgsql;
using OpenAso.Operations.Access;
using OpenAso.Operations.Storing;
using OpenAso.Tests.Postgres;

namespace OpenAso.Access.Tests;

/// <summary>The database goes away under a server that goes on, and comes back.</summary>
public sealed class BooksAwayTests
{
    [Fact]
    public async Task A_server_without_its_database_is_not_ready_says_so_to_all_and_works_on_when_it_is_back()
    {
        var address = PostgresTestServer.NewDatabase();
        var name = new NpgsqlConnectionStringBuilder(address).Database;
        try
        {
            await using var server = await Administrator.StartAsync("granite", 7, (access, tenant) =>
                Books.OpenAsync(new Storage.PostgresOptions(address, tenant.Value) { Access = access }));
            using var program = await server.ProgramAsync(Role.Examiner);
            // Whatever watches over a server has no cookie.
            using var watch = new Browser(server.Address);
            using var browser = new Browser(server.Address);
            await browser.SignInAsync("all-Examiner", server.Password);
            Assert.Equal((HttpStatusCode.OK, "ready"), await ReadyAsync(watch));

            PostgresTestServer.Execute($"alter database {name} with allow_connections false");
            PostgresTestServer.Execute(
                $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, "the books cannot be read"), await ReadyAsync(watch));
            Assert.Equal(HttpStatusCode.OK, (await watch.GetAsync("/health/live")).Status);
            var reply = await program.GetAsync("/employers/acme/claims");
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, "books-unavailable"), (reply.Status, reply.Code));
            Assert.InRange(int.Parse(reply.Headers["Retry-After"], null), 1, 60);
            await AssertToldAsync(browser, "/employers/acme/claims/waiting");
            await AssertToldAsync(browser, "/own-sign-in");

            PostgresTestServer.Execute($"alter database {name} with allow_connections true");
            Assert.Equal((HttpStatusCode.OK, "ready"), await ReadyAsync(watch));
            Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/employers/acme/claims")).Status);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/employers/acme/claims/waiting")).Status);
        }
        finally
        {
            PostgresTestServer.Drop(address);
        }
    }

    // Nobody is signed out by it, and nothing of the failure itself is shown.
    private static async Task AssertToldAsync(Browser browser, string address)
    {
        var page = await browser.GetAsync(address);
        Assert.Equal((address, HttpStatusCode.ServiceUnavailable), (address, page.Status));
        Assert.Contains("The books cannot be reached just now", page.Text, StringComparison.Ordinal);
        Assert.Contains("Try again in a moment", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Npgsql", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(browser.Session);
    }

    private static async Task<(HttpStatusCode Status, string Text)> ReadyAsync(Browser browser)
    {
        var page = await browser.GetAsync("/health/ready");
        return (page.Status, page.Text);
    }
}

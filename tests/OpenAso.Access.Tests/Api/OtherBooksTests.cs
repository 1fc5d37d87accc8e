using System.Net;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.Api;

/// <summary>What belongs to one employer is not there in the books of another, however rightly it is called.</summary>
public sealed class OtherBooksTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    // Runs and imports are counted by each employer alone: there the same number is another one's.
    [Theory]
    [InlineData(Role.Examiner, "claims", "claims/{id}")]
    [InlineData(Role.Examiner, "members", "members/{id}")]
    [InlineData(Role.Examiner, "members", "members/{id}/accumulators")]
    [InlineData(Role.Finance, "payments", "payments/{id}")]
    public async Task What_is_another_employers_is_not_there(Role role, string list, string address)
    {
        using var program = await server.ProgramAsync(role);
        var own = await IdsAsync(program, "birch", list);
        var other = (await IdsAsync(program, "acme", list)).Except(own).ToList();
        Assert.NotEmpty(other);
        foreach (var id in other.Take(3))
        {
            var named = address.Replace("{id}", id, StringComparison.Ordinal);
            var there = await program.GetAsync($"/employers/acme/{named}");
            Assert.True(there.Status == HttpStatusCode.OK, there.Text);
            var reply = await program.GetAsync($"/employers/birch/{named}");
            Assert.Equal((id, HttpStatusCode.NotFound, "not-found"), (id, reply.Status, reply.Code));
        }
    }

    [Theory]
    [InlineData("release", """{"version":1,"reason":"x"}""")]
    [InlineData("deny", """{"version":1,"reason":"x","because":"work-related"}""")]
    [InlineData("note", """{"version":1,"reason":"x"}""")]
    public async Task What_is_another_employers_is_not_worked_on(string what, string body)
    {
        using var examiner = await server.ProgramAsync(Role.Examiner);
        var claim = (await IdsAsync(examiner, "acme", "pended-claims"))[0];
        var before = await examiner.GetAsync($"/employers/acme/claims/{claim}");
        var reply = await examiner.PostAsync($"/employers/birch/claims/{claim}/{what}", body, $"other-{what}");
        Assert.Equal((HttpStatusCode.NotFound, "not-found"), (reply.Status, reply.Code));
        Assert.Equal(before.Text, (await examiner.GetAsync($"/employers/acme/claims/{claim}")).Text);
    }

    // The newest first where a list is so: as many pages as there are.
    private static async Task<List<string>> IdsAsync(ApiClient program, string employer, string list)
    {
        List<string> ids = [];
        for (var more = true; more;)
        {
            var after = ids.Count > 0 ? $"&starting_after={ids[^1]}" : "";
            var page = (await program.GetAsync($"/employers/{employer}/{list}?limit=100{after}")).Json;
            ids.AddRange(page["data"]!.AsArray().Select(row => (string)row!["id"]!));
            more = (bool)page["has_more"]!;
        }
        return ids;
    }
}

using System.Globalization;
using System.Net;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Listing;

namespace OpenAso.Access.Tests.Api;

/// <summary>Members' own records by their pages' scripts: the same rules as the pages.</summary>
public sealed class OwnCallTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Own = "/employers/acme/own";

    [Fact]
    public async Task A_member_sees_the_own_records_and_nothing_of_a_grown_up_beside()
    {
        using var member = await ApiClient.SignedInAsync(server, "acme-Member");
        var shown = await member.GetAsync(Own);
        Assert.True(shown.Status == HttpStatusCode.OK, shown.Text);
        var claims = shown.Json["claims"]!.AsArray().Select(claim => (string)claim!["id"]!).ToList();
        Assert.Contains(claims, id => id.EndsWith(server.Own.Claim, StringComparison.Ordinal));
        Assert.DoesNotContain(claims, id => id.EndsWith(server.Spouses.Claim, StringComparison.Ordinal));
        Assert.DoesNotContain(server.Spouses.Letter, shown.Text, StringComparison.Ordinal);

        var own = claims.First(id => id.EndsWith(server.Own.Claim, StringComparison.Ordinal));
        var before = server.Log("acme").Count;
        var claim = await member.GetAsync($"{Own}/claims/{own}");
        Assert.True(claim.Status == HttpStatusCode.OK, claim.Text);
        Assert.Equal(before + 1, server.Log("acme").Count);
        Assert.Equal(AccessAction.SeePerson, server.Log("acme")[0].Action);
        Assert.Null(claim.Json["work"]);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"{Own}/explanations/{server.Own.Letter}")).Status);

        var spouses = IdOf(server.Spouses.Claim);
        var hidden = await member.GetAsync($"{Own}/claims/{spouses}");
        var none = await member.GetAsync($"{Own}/claims/{spouses[..^1]}{(spouses[^1] == '0' ? '1' : '0')}");
        Assert.Equal((HttpStatusCode.NotFound, none.Json["detail"]!.ToJsonString()),
            (hidden.Status, hidden.Json["detail"]!.ToJsonString()));
        Assert.Equal(
            HttpStatusCode.NotFound, (await member.GetAsync($"{Own}/explanations/{server.Spouses.Letter}")).Status);
    }

    [Fact]
    public async Task What_a_member_says_about_the_own_records_is_done_and_nobody_else_may_say_it()
    {
        using var member = await ApiClient.SignedInAsync(server, "acme-Member");
        Assert.Equal(HttpStatusCode.NoContent, (await member.PostAsync(
            $"{Own}/confidential-address", """{"street":"1 Elm St","city":"Ames","postalCode":"50010","state":"ia"}""",
            "confidential")).Status);
        var kept = await member.GetAsync(Own);
        Assert.Equal("IA", (string)kept.Json["confidentialAddress"]!["state"]!);
        var empty = await member.PostAsync(
            $"{Own}/confidential-address", """{"street":" ","city":"Ames","postalCode":"50010"}""", "empty");
        Assert.Equal((HttpStatusCode.Conflict, "refused"), (empty.Status, empty.Code));
        Assert.Equal(HttpStatusCode.NoContent,
            (await member.SendAsync(HttpMethod.Delete, $"{Own}/confidential-address")).Status);
        Assert.Null((await member.GetAsync(Own)).Json["confidentialAddress"]);

        var other = (int)kept.Json["others"]![0]!["person"]!;
        foreach (var mayLook in new[] { true, false })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await member.PostAsync(
                $"{Own}/sharing",
                $$"""{"person":{{other}},"mayLook":{{(mayLook ? "true" : "false")}}}""", $"share-{mayLook}")).Status);
            var after = await member.GetAsync(Own);
            Assert.Equal(mayLook, (bool)after.Json["others"]!.AsArray()
                .First(one => (int)one!["person"]! == other)!["mayLook"]!);
        }
        var nobody = await member.PostAsync($"{Own}/sharing", """{"person":99,"mayLook":true}""", "nobody");
        Assert.Equal((HttpStatusCode.Conflict, "refused"), (nobody.Status, nobody.Code));
        using var auditor = await server.ProgramAsync(Role.Auditor);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync(Own)).Status);
    }

    private string IdOf(string claim)
    {
        Assert.True(ClaimId.TryParse(claim, out var id));
        var place = new ClaimListUseCase(server.Books.Reading).Places(server.Scope("acme"), [id])[id];
        return string.Create(CultureInfo.InvariantCulture, $"clm_{place.Import:D10}{claim}");
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OpenAso.Api.Problems;
using OpenAso.Api.Webhooks;
using OpenAso.Operations.Access;
using OpenAso.Operations.Notifying;
using OpenAso.Tests.Files;

namespace OpenAso.Access.Tests.Api;

/// <summary>Webhooks: told of what happened and of nothing else, signed, again until it is taken.</summary>
public sealed class WebhookTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Hooks = "/employers/acme/webhooks";
    private static int _control = 5_000;

    [Fact]
    public async Task A_decided_claim_is_told_signed_and_without_a_word_about_the_patient()
    {
        await using var receiver = await Receiver.StartAsync();
        using var administrator = await server.ProgramAsync(Role.Administrator);
        var hook = await MakeAsync(administrator, receiver.Url, "signed");
        var claim = await SubmitAsync("HOOK-1");

        var message = await receiver.NextAsync(0);
        var body = Encoding.UTF8.GetString(message.Body);
        var told = JsonNode.Parse(body)!;
        Assert.Equal(
            ("claim.decided", "acme", (string)claim["id"]!),
            ((string)told["type"]!, (string)told["data"]!["employer"]!, (string)told["data"]!["id"]!));
        Assert.Equal(message.Signature, Signed(message, (string)hook["secret"]!));
        Assert.InRange(message.Body.Length, 1, 20_000);
        Assert.DoesNotContain(server.MemberOf("acme"), body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("HOOK-1", body, StringComparison.Ordinal);
        Assert.Equal(
            ["data", "timestamp", "type"], told.AsObject().Select(one => one.Key).Order(StringComparer.Ordinal));

        var rotated = await administrator.PostAsync($"{Hooks}/{hook["id"]}/secret", "", "rotate", "");
        await SubmitAsync("HOOK-2");
        var second = await receiver.NextAsync(1);
        Assert.Equal(
            second.Signature,
            $"{Signed(second, (string)rotated.Json["secret"]!)} {Signed(second, (string)hook["secret"]!)}");
        Assert.NotEqual(message.Id, second.Id);

        await administrator.PostAsync($"{Hooks}/{hook["id"]}/replay", $$"""{"message":"{{message.Id}}"}""", "replay");
        Assert.Equal(message.Id, (await receiver.NextAsync(2)).Id);
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await administrator.SendAsync(HttpMethod.Delete, $"{Hooks}/{hook["id"]}")).Status);
    }

    [Fact]
    public async Task What_is_not_taken_is_told_again_by_the_schedule_and_a_receiver_that_is_gone_is_told_no_more()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = 500;
        using var administrator = await server.ProgramAsync(Role.Administrator);
        var id = (string)(await MakeAsync(administrator, receiver.Url, "gone"))["id"]!;
        await SubmitAsync("HOOK-3");
        var first = await receiver.NextAsync(0);
        var waiting = await DeliveryAsync(administrator, id, "waiting", attempts: 1);
        Assert.Equal(500, (int)waiting["answer"]!);
        receiver.Answer = 410;
        var second = await receiver.NextAsync(1); // five seconds later
        Assert.Equal(first.Id, second.Id);
        await DeliveryAsync(administrator, id, "given-up", attempts: 2);
        var hook = (await administrator.GetAsync(Hooks)).Json["data"]!.AsArray()
            .Single(one => (string)one!["id"]! == id)!;
        Assert.Contains("410", (string)hook["disabled"]!, StringComparison.Ordinal);
        await administrator.SendAsync(HttpMethod.Delete, $"{Hooks}/{id}");
    }

    [Fact]
    public async Task A_claim_that_is_not_taken_is_told_nobody()
    {
        await using var receiver = await Receiver.StartAsync();
        using var administrator = await server.ProgramAsync(Role.Administrator);
        var id = (string)(await MakeAsync(administrator, receiver.Url, "nobody"))["id"]!;
        using var program = await server.ProgramAsync(Role.Eligibility);
        await program.PostAsync("/employers/acme/claims", "no claim", "none", "application/edi-x12");
        var claim = await SubmitAsync("HOOK-4");
        Assert.Equal(
            (string)claim["id"]!,
            (string)JsonNode.Parse((await receiver.NextAsync(0)).Body)!["data"]!["id"]!);
        await administrator.SendAsync(HttpMethod.Delete, $"{Hooks}/{id}");
    }

    [Fact]
    public void A_message_is_tried_ten_times_over_three_days()
    {
        var delays = Enumerable.Range(1, WebhookSchedule.MostAttempts).Select(WebhookSchedule.After).ToList();
        Assert.Equal(
            [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, null],
            delays.Select(delay => (int?)delay?.TotalSeconds));
    }

    // The example of the Standard Webhooks specification.
    [Fact]
    public void A_signature_is_the_one_of_the_standards_example() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of(
            ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek",
            DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}"""u8));

    [Theory]
    [InlineData("http://hooks.example.com/")]
    [InlineData("ftp://hooks.example.com/")]
    [InlineData("https://name:word@hooks.example.com/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://172.16.0.1/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://[64:ff9b::a00:1]/")]
    [InlineData("https://2130706433/")]
    [InlineData("not an address")]
    public void An_address_within_is_none_for_a_webhook(string url) =>
        Assert.Throws<RefusedException>(() => new WebhookSettings().Check(url));

    [Theory]
    [InlineData("https://hooks.example.com/openaso")]
    [InlineData("https://93.184.215.14/")]
    [InlineData("https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/")]
    public void An_open_address_is_one(string url) => Assert.Equal(new Uri(url), new WebhookSettings().Check(url));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("10.0.0.8")]
    [InlineData("::ffff:192.168.0.1")]
    public void Whatever_name_leads_within_is_not_followed(string found)
    {
        Assert.False(new WebhookSettings().May(IPAddress.Parse(found)));
        Assert.True(new WebhookSettings(AllowsPrivate: true).May(IPAddress.Parse(found)));
    }

    private static async Task<JsonNode> MakeAsync(ApiClient administrator, string url, string key)
    {
        var made = await administrator.PostAsync(
            Hooks, $$"""{"url":"{{url}}","events":["claim.decided"]}""", key);
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        return made.Json;
    }

    private async Task<JsonNode> SubmitAsync(string number)
    {
        using var program = await server.ProgramAsync(Role.Eligibility);
        var reply = await program.PostAsync(
            "/employers/acme/claims",
            OneClaim.File(server.MemberOf("acme"), number, Interlocked.Increment(ref _control)), number,
            "application/edi-x12");
        Assert.True(reply.Status == HttpStatusCode.Created, reply.Text);
        return reply.Json;
    }

    private static async Task<JsonNode> DeliveryAsync(ApiClient administrator, string id, string state, int attempts)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var listed = await administrator.GetAsync($"{Hooks}/{id}/deliveries");
            if (listed.Json["data"]!.AsArray() is [var one, ..] && (string)one!["state"]! == state
                && (int)one["attempts"]! == attempts)
                return one;
            await Task.Delay(
                TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"No delivery is {state} after {attempts} attempts.");
    }

    private static string Signed(Received message, string secret) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(
            Convert.FromBase64String(secret["whsec_".Length..]),
            Encoding.UTF8.GetBytes($"{message.Id}.{message.Timestamp}.").Concat(message.Body).ToArray()));
}

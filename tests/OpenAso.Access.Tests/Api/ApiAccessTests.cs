using System.Net;
using OpenAso.Kernel;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.Api;

/// <summary>Every operation, for every role and employer: open to whom it says, closed to all others.</summary>
public sealed class ApiAccessTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Whose = "/employers/{employer}";

    // What stands here is what is meant; an operation that is not here is not meant.
    internal static readonly Dictionary<string, string> Meant = new()
    {
        ["GET /problems/{code}"] = "anybody",
        ["GET /employers"] = nameof(Right.SeePlans),
        [$"GET {Whose}/plans"] = nameof(Right.SeePlans),
        [$"GET {Whose}/plans/{{plan}}"] = nameof(Right.SeePlans),
        [$"GET {Whose}/claims"] = nameof(Right.SeeClaims),
        [$"POST {Whose}/claims"] = nameof(Right.TakeInFiles),
        [$"GET {Whose}/claims/{{claim}}"] = nameof(Right.SeeClaims),
        [$"GET {Whose}/pended-claims"] = nameof(Right.SeeClaims),
        [$"POST {Whose}/claims/{{claim}}/release"] = nameof(Right.WorkClaims),
        [$"POST {Whose}/claims/{{claim}}/deny"] = nameof(Right.WorkClaims),
        [$"POST {Whose}/claims/{{claim}}/note"] = nameof(Right.WorkClaims),
        [$"GET {Whose}/imports"] = nameof(Right.TakeInFiles),
        [$"POST {Whose}/imports"] = nameof(Right.TakeInFiles),
        [$"GET {Whose}/imports/{{import}}"] = nameof(Right.TakeInFiles),
        [$"GET {Whose}/imports/{{import}}/answers/{{answer}}"] = nameof(Right.TakeInFiles),
        [$"GET {Whose}/claim-inventory"] = nameof(Right.SeeClaims),
        [$"GET {Whose}/plans/{{plan}}/changes"] = nameof(Right.SeePlans),
        [$"GET {Whose}/funding-requests/{{request}}"] = nameof(Right.SeePosition),
        [$"GET {Whose}/own"] = nameof(Right.SeeOwnRecords),
        [$"GET {Whose}/own/claims/{{claim}}"] = nameof(Right.SeeOwnRecords),
        [$"GET {Whose}/own/explanations/{{explanation}}"] = nameof(Right.SeeOwnRecords),
        [$"POST {Whose}/own/sharing"] = nameof(Right.SeeOwnRecords),
        [$"POST {Whose}/own/confidential-address"] = nameof(Right.SeeOwnRecords),
        [$"DELETE {Whose}/own/confidential-address"] = nameof(Right.SeeOwnRecords),
        [$"GET {Whose}/members"] = nameof(Right.SeeEnrollment),
        [$"GET {Whose}/members/{{member}}"] = nameof(Right.SeeEnrollment),
        [$"GET {Whose}/members/{{member}}/accumulators"] = nameof(Right.SeeClaims),
        [$"GET {Whose}/position"] = nameof(Right.SeePosition),
        [$"GET {Whose}/reports/{{report}}"] = nameof(Right.SeePosition),
        [$"GET {Whose}/amounts/{{month}}"] = nameof(Right.SeePosition),
        [$"GET {Whose}/funding-requests"] = nameof(Right.SeePosition),
        [$"POST {Whose}/funding-requests"] = nameof(Right.PreparePayments),
        [$"POST {Whose}/funding-receipts"] = nameof(Right.PreparePayments),
        [$"GET {Whose}/payments"] = nameof(Right.SeePosition),
        [$"GET {Whose}/payments/{{payment}}"] = nameof(Right.PreparePayments),
        [$"GET {Whose}/payment-runs"] = nameof(Right.SeePosition),
        [$"POST {Whose}/payment-runs/plan"] = nameof(Right.PreparePayments),
        [$"POST {Whose}/payment-runs"] = nameof(Right.PreparePayments),
        [$"GET {Whose}/payment-runs/{{run}}"] = nameof(Right.SeePayments),
        [$"GET {Whose}/payment-runs/{{run}}/files/{{file}}"] = nameof(Right.PreparePayments),
        [$"GET {Whose}/prepared-runs"] = nameof(Right.SeePayments),
        [$"GET {Whose}/prepared-runs/{{prepared}}"] = nameof(Right.SeePayments),
        [$"POST {Whose}/prepared-runs/{{prepared}}/approve"] = nameof(Right.ReleasePayments),
        [$"POST {Whose}/prepared-runs/{{prepared}}/withdraw"] = nameof(Right.PreparePayments),
        [$"GET {Whose}/decision"] = nameof(Right.Decide),
        [$"POST {Whose}/decision"] = nameof(Right.Decide),
        [$"GET {Whose}/comparison"] = nameof(Right.Decide),
        [$"GET {Whose}/stop-loss/watch"] = nameof(Right.WorkStopLoss),
        [$"GET {Whose}/stop-loss/position"] = nameof(Right.WorkStopLoss),
        [$"GET {Whose}/stop-loss/policy"] = nameof(Right.WorkStopLoss),
        [$"GET {Whose}/stop-loss/gaps"] = nameof(Right.WorkStopLoss),
        [$"GET {Whose}/stop-loss/filings"] = nameof(Right.WorkStopLoss),
        [$"POST {Whose}/stop-loss/filings"] = nameof(Right.WorkStopLoss),
        [$"POST {Whose}/stop-loss/filings/preview"] = nameof(Right.WorkStopLoss),
        [$"GET {Whose}/stop-loss/filings/{{filing}}"] = nameof(Right.WorkStopLoss),
        [$"GET {Whose}/stop-loss/filings/{{filing}}/files/{{file}}"] = nameof(Right.WorkStopLoss),
        [$"POST {Whose}/stop-loss/filings/{{filing}}/answers"] = nameof(Right.WorkStopLoss),
        [$"POST {Whose}/stop-loss/filings/{{filing}}/payments"] = nameof(Right.WorkStopLoss),
        [$"POST {Whose}/stop-loss/filings/{{filing}}/repayments"] = nameof(Right.WorkStopLoss),
        [$"GET {Whose}/stop-loss/policies/{{policy}}/claimants/{{claimant}}/evidence"] = nameof(Right.WorkStopLoss),
        [$"POST {Whose}/stop-loss/policies/{{policy}}/claimants/{{claimant}}/evidence"] = nameof(Right.WorkStopLoss),
        [$"GET {Whose}/stop-loss/notices/{{notice}}/letter"] = nameof(Right.WorkStopLoss),
        [$"GET {Whose}/stop-loss/notices"] = nameof(Right.WorkStopLoss),
        [$"POST {Whose}/stop-loss/notices/{{notice}}/sent"] = nameof(Right.WorkStopLoss),
        [$"GET {Whose}/access-log"] = nameof(Right.SeeAccessLog),
        ["GET /tokens"] = nameof(Right.KeepAccounts),
        ["DELETE /tokens/{token}"] = nameof(Right.KeepAccounts),
        ["GET /accounts"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["POST /accounts"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["GET /accounts/{account}"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["POST /accounts/{account}/grants"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["DELETE /accounts/{account}/grants/{grant}"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["POST /accounts/{account}/password"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["DELETE /accounts/{account}/authenticator"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["POST /accounts/{account}/identities"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["DELETE /accounts/{account}/identities/{identity}"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["POST /accounts/{account}/end-sessions"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["POST /accounts/{account}/end"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["GET /sessions"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["DELETE /sessions/{session}"] = nameof(Right.KeepAccounts) + AccessTests.OfAll,
        ["GET /access-log"] = nameof(Right.SeeAccessLog) + AccessTests.OfAll,
        ["GET /own-sign-in"] = ApiOperations.OfPeople,
        ["POST /own-sign-in/password"] = ApiOperations.OfPeople,
        ["POST /own-sign-in/new-authenticator"] = ApiOperations.OfPeople,
        ["POST /own-sign-in/authenticator"] = ApiOperations.OfPeople,
        ["POST /own-sign-in/authenticator/remove"] = ApiOperations.OfPeople,
        ["GET /search"] = nameof(Right.SeeClaims),
        [$"GET {Whose}/webhooks"] = nameof(Right.KeepAccounts),
        [$"POST {Whose}/webhooks"] = nameof(Right.KeepAccounts),
        [$"DELETE {Whose}/webhooks/{{webhook}}"] = nameof(Right.KeepAccounts),
        [$"POST {Whose}/webhooks/{{webhook}}/secret"] = nameof(Right.KeepAccounts),
        [$"GET {Whose}/webhooks/{{webhook}}/deliveries"] = nameof(Right.KeepAccounts),
        [$"POST {Whose}/webhooks/{{webhook}}/replay"] = nameof(Right.KeepAccounts),
    };

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>().Where(role => role != Role.Member)];

    [Fact]
    public void Every_operation_says_whom_it_is_open_to_as_it_is_meant() => Assert.Equal(
        Meant.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)),
        ApiOperations.Of(server).Select(one => (one.Name, ApiOperations.RightOf(one.Endpoint)))
            .OrderBy(one => one.Name, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_program_opens_what_its_role_says_where_it_says_and_nothing_else(Role role)
    {
        foreach (var (grant, isAll) in new[]
        {
            (new Grant(role), true), (new Grant(role, new EmployerId("acme")), false),
        })
        {
            using var program = new ApiClient(server.Address, await server.TokenAsync(grant));
            var account = new Account("x", "x", [grant]);
            foreach (var (name, meant) in Meant.Where(one => one.Value != "anybody"))
            {
                foreach (var employer in new[] { "acme", "birch" })
                {
                    var may = meant != ApiOperations.OfPeople
                        && AccessTests.May(account, KeyValuePair.Create(name, meant), employer)!.Value;
                    var reply = await CallAsync(program, name, employer);
                    Assert.Equal(
                        (role, isAll, name, employer, may),
                        (role, isAll, name, employer, reply.Status != HttpStatusCode.Forbidden));
                    if (may)
                        Assert.NotEqual(HttpStatusCode.Unauthorized, reply.Status);
                    else
                        Assert.Equal("forbidden", reply.Code);
                    Assert.NotEqual("defect", Problem(reply));
                }
            }
        }
    }

    [Fact]
    public async Task Whoever_has_no_good_token_opens_nothing()
    {
        var expired = await server.TokenAsync(new Grant(Role.Auditor), TimeSpan.FromSeconds(-1));
        var revoked = await server.TokenAsync(new Grant(Role.Auditor));
        Assert.True(await server.WriteAsync(books => new TokenUseCase(books).RevokeAsync(
            server.Tenant, revoked.Split('_')[1], TimeProvider.System.GetUtcNow())));
        var good = await server.TokenAsync(new Grant(Role.Auditor));
        string?[] tokens =
        [
            null, "", "oaso_", "oaso_000000000000_00", expired, revoked, good[..^1] + (good[^1] == '0' ? '1' : '0'),
            good + "_x", good.Replace("oaso_", "", StringComparison.Ordinal),
        ];
        foreach (var token in tokens)
        {
            using var program = new ApiClient(server.Address, token);
            foreach (var (name, _) in Meant.Where(one => one.Value != "anybody"))
            {
                var reply = await CallAsync(program, name, "acme");
                Assert.Equal((name, HttpStatusCode.Unauthorized, "not-signed-in"), (name, reply.Status, reply.Code));
                Assert.Contains("Bearer", reply.Headers["WWW-Authenticate"], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_token_opens_no_page()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = server.Address,
        };
        client.DefaultRequestHeaders.Authorization =
            new("Bearer", await server.TokenAsync(new Grant(Role.Auditor)));
        using var page = await client.GetAsync(
            new Uri("/employers/acme", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task An_employers_program_is_told_no_diagnosis_procedure_provider_or_day_of_service()
    {
        using var employer = await server.ProgramAsync(Role.EmployerFinance, "acme");
        var claims = server.Decided("acme").ToList();
        string[] operations =
        [
            "/employers/acme/position", "/employers/acme/reports/monthly", "/employers/acme/reports/payments",
            "/employers/acme/reports/specific", "/employers/acme/amounts/2026-02", "/employers/acme/payments",
            "/employers/acme/payment-runs", "/employers/acme/funding-requests",
        ];
        foreach (var operation in operations)
        {
            var reply = await employer.GetAsync(operation);
            Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
            foreach (var claim in claims)
            {
                Assert.DoesNotContain(claim.Patient.SubscriberMemberId, reply.Text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain($"\"{claim.Billing.TaxId}", reply.Text, StringComparison.Ordinal);
                Assert.DoesNotContain($"/{claim.Billing.TaxId}", reply.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(claim.Id.ToString(), reply.Text, StringComparison.Ordinal);
            }
        }
        var listed = await employer.GetAsync("/employers");
        Assert.Equal("acme", (string)Assert.Single(listed.Json["data"]!.AsArray())!["id"]!);
    }

    [Fact]
    public async Task Every_look_at_health_is_in_the_access_log_before_it_is_given()
    {
        using var examiner = await server.ProgramAsync(Role.Examiner);
        var claim = (string)(await examiner.GetAsync("/employers/birch/claims?limit=1")).Json["data"]![0]!["id"]!;
        var member = (string)(await examiner.GetAsync("/employers/birch/members?limit=1")).Json["data"]![0]!["id"]!;
        (string Path, AccessAction Action)[] looks =
        [
            ("/employers/birch/claims", AccessAction.SeeClaims),
            ($"/employers/birch/claims/{claim}", AccessAction.SeeClaim),
            ("/employers/birch/pended-claims", AccessAction.SeeClaims),
            ("/employers/birch/members", AccessAction.SeePerson),
            ($"/employers/birch/members/{member}", AccessAction.SeePerson),
            ($"/employers/birch/members/{member}/accumulators", AccessAction.SeePerson),
        ];
        foreach (var (path, action) in looks)
        {
            var before = server.Log("birch").Count;
            Assert.Equal(HttpStatusCode.OK, (await examiner.GetAsync(path)).Status);
            var newest = server.Log("birch");
            Assert.Equal((path, before + 1), (path, newest.Count));
            Assert.Equal(action, newest[0].Action);
            Assert.StartsWith("token:", newest[0].Account, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Role.StopLossDesk, "stop-loss/watch", AccessAction.SeeClaimants)]
    [InlineData(Role.StopLossDesk, "stop-loss/position", AccessAction.SeeClaimants)]
    [InlineData(Role.StopLossDesk, "stop-loss/policy", AccessAction.SeeClaimants)]
    [InlineData(Role.StopLossDesk, "stop-loss/gaps", AccessAction.SeeClaimants)]
    [InlineData(Role.StopLossDesk, "stop-loss/filings", AccessAction.SeeClaimants)]
    [InlineData(Role.StopLossDesk, "stop-loss/notices", AccessAction.SeeClaimants)]
    [InlineData(Role.Eligibility, "imports/imp_0000000001", AccessAction.SeeClaims)]
    [InlineData(Role.Finance, "payment-runs/run_0000000001/files/{remittance}", AccessAction.SeeClaims)]
    public async Task Every_look_at_a_desk_is_in_the_access_log(Role role, string what, AccessAction action)
    {
        using var program = await server.ProgramAsync(role);
        var path = what.Replace("{remittance}", server.RemittanceOf("acme"), StringComparison.Ordinal);
        var before = server.Log("acme").Count;
        var reply = await program.GetAsync($"/employers/acme/{path}");
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        var newest = server.Log("acme");
        Assert.Equal((before + 1, action), (newest.Count, newest[0].Action));
    }

    [Fact]
    public async Task Another_employers_claim_is_not_found_in_the_own_books()
    {
        using var examiner = await server.ProgramAsync(Role.Examiner);
        var claim = (string)(await examiner.GetAsync("/employers/birch/claims?limit=1")).Json["data"]![0]!["id"]!;
        using var own = await server.ProgramAsync(Role.Examiner, "acme");
        var reply = await own.GetAsync($"/employers/acme/claims/{claim}");
        Assert.Equal((HttpStatusCode.NotFound, "not-found"), (reply.Status, reply.Code));
    }

    private static string Problem(Reply reply) =>
        (int)reply.Status >= 400 && reply.Text.Length > 0 ? reply.Code : "";

    private static Task<Reply> CallAsync(ApiClient program, string name, string employer)
    {
        var (method, route) = (name.Split(' ')[0], name.Split(' ')[1]);
        var path = route.Replace("{employer}", employer, StringComparison.Ordinal)
            .Replace("{month}", "2026-01", StringComparison.Ordinal)
            .Replace("{report}", "monthly", StringComparison.Ordinal);
        var isFile = route.EndsWith("/claims", StringComparison.Ordinal)
            || route.EndsWith("/imports", StringComparison.Ordinal);
        return method switch
        {
            // A contract that takes little to compute: it is asked who may ask.
            "POST" when route.EndsWith("/decision", StringComparison.Ordinal) => program.PostAsync(
                path, """{"specific":10000,"hasAggregate":false,"aggregating":0,"groupSigma":0}""", null),
            "POST" => program.PostAsync(path, "{}", null, isFile ? "application/edi-x12" : "application/json"),
            "DELETE" => program.SendAsync(HttpMethod.Delete, path),
            _ => program.GetAsync(path + (route == "/search" ? "?q=nobody-at-all" : "")),
        };
    }
}

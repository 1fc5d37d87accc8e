using System.Text;
using Dapper;
using OpenAso.Claims;
using OpenAso.Operations.Access;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Notifying;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;
using OpenAso.Tests.Files;

namespace OpenAso.Operations.Tests;

/// <summary>What programs call comes to the same in a SQLite file and in PostgreSQL.</summary>
public sealed class ProgramCallTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public Task What_programs_call_comes_to_the_same_on_both_databases() =>
        BothDatabases.TellTheSameAsync(StoryAsync);

    private static async Task<string> StoryAsync(string? postgres)
    {
        await using var employer = await PaidEmployer.EmptyAsync(postgres: postgres);
        await employer.ImportAsync(_ => true);
        List<string> told = [];
        await SubmitAsync(employer, told);
        await CallAsync(employer, told);
        await TellAsync(employer, told);
        List(employer, told);
        employer.Prove();
        return string.Join('\n', told);
    }

    // A claim of the files once more, in an interchange of its own and under another number.
    private static async Task SubmitAsync(PaidEmployer employer, List<string> told)
    {
        var key = new KeyedRequest(employer.Scope.Tenant, "token:1", "POST claims", "k", "hash");
        var member = employer.Books.Database.Read(connection => connection.ExecuteScalar<string>(
            "select min(family) from coverage where tenant = @tenant and employer = @employer and person = 1",
            new { tenant = employer.Scope.Tenant.Value, employer = employer.Scope.Employer.Value }))!;
        for (var time = 1; time <= 2; time++)
        {
            var outcome = await new SubmitUseCase(employer.Books).SubmitAsync(
                employer.Terms,
                new Submission(
                    InputFile.Of("one", File(member.ToLowerInvariant())), new Examiner("token:1", Now, "here"))
                {
                    Key = key,
                    Answer = claim => new KeptAnswer(201, "text", "", Encoding.UTF8.GetBytes(
                        $"{claim.Import} {claim.Decided.Determination.Status}")),
                });
            told.Add(outcome switch
            {
                SubmissionOutcome.Decided decided =>
                    $"{decided.Claim.Family} {Encoding.UTF8.GetString(decided.Answer!.Body)}",
                SubmissionOutcome.Known { State: KeyState.Answered known } =>
                    Encoding.UTF8.GetString(known.Answer.Body),
                _ => $"{outcome}",
            });
        }
        var again = await new SubmitUseCase(employer.Books).SubmitAsync(
            employer.Terms,
            new Submission(InputFile.Of("one", File(member)), new Examiner("token:1", Now, "here")));
        told.Add(again.GetType().Name);
    }

    private static async Task CallAsync(PaidEmployer employer, List<string> told)
    {
        var keys = new RequestKeys(employer.Books);
        var request = new KeyedRequest(employer.Scope.Tenant, "token:1", "POST receipts", "k", "hash");
        told.Add($"{await keys.BeginAsync(request, Now)}");
        told.Add($"{await keys.BeginAsync(request, Now.AddSeconds(30))}");
        told.Add($"{await keys.BeginAsync(request, Now.AddMinutes(3))}");
        await keys.KeepAsync(request, new KeptAnswer(200, "text", "/x", [1, 2, 3]));
        var answered = Assert.IsType<KeyState.Answered>(await keys.BeginAsync(request, Now.AddDays(29)));
        Assert.Equal([1, 2, 3], answered.Answer.Body);
        told.Add($"{await keys.BeginAsync(request with { Hash = "other" }, Now.AddDays(29))}");
        told.Add($"{await keys.BeginAsync(request, Now.AddDays(31))}");
        await keys.ForgetAsync(request);
        told.Add($"{keys.Find(request) is null}");

        var tokens = new TokenUseCase(employer.Books);
        var (token, text) = await tokens.MakeAsync(
            employer.Scope.Tenant,
            new ApiToken("", "program", new Grant(Role.Examiner), "ann", Now, Now.AddDays(1), null),
            new byte[TokenUseCase.RandomBytes]);
        told.Add($"{tokens.Check(employer.Scope.Tenant, text, Now)}");
        await tokens.RevokeAsync(employer.Scope.Tenant, token.Id, Now);
        told.Add($"{tokens.Check(employer.Scope.Tenant, text, Now) is null}");
        told.Add($"{tokens.All(employer.Scope.Tenant).Count}");
    }

    private static async Task TellAsync(PaidEmployer employer, List<string> told)
    {
        employer.Books.Key = new MemoryKey(new byte[SealedSecret.KeyBytes]);
        var hooks = new WebhookUseCase(employer.Books);
        var hook = new Webhook(
            "whk_1", employer.Scope, new Uri("https://hooks.example.com/"), [OutboxEvent.ClaimDecided], ["whsec_AA=="],
            "", "ann", Now);
        told.Add($"{await hooks.MakeAsync(hook)} {await hooks.MakeAsync(hook)}");
        told.Add($"{hooks.All(employer.Scope).Count}");
        var rotated = (await hooks.RotateAsync(employer.Scope, "whk_1", "whsec_AQ=="))!;
        told.Add($"{rotated.Secrets} {string.Join(' ', hooks.Secrets(rotated)!)}");
        told.Add($"{await hooks.ReplayAsync(employer.Scope, "whk_1", null, Now)} "
            + $"{hooks.Deliveries(employer.Scope, "whk_1").Count} {await hooks.DeleteAsync(employer.Scope, "whk_1")}");
    }

    private static void List(PaidEmployer employer, List<string> told)
    {
        var claims = new ClaimListUseCase(employer.Books);
        var walked = 0;
        ClaimPlace? after = null;
        for (var more = true; more;)
        {
            var part = claims.Show(employer.Scope, new PageCursor<ClaimPlace>(37, after, null), null);
            (walked, more, after) = (walked + part.Rows.Count, part.HasMore, part.Rows[^1].Place);
        }
        var back = claims.Show(employer.Scope, new PageCursor<ClaimPlace>(3, null, after), ClaimStatus.Payable);
        told.Add($"{walked} {string.Join(' ', back.Rows.Select(row => row.Place))}");
        var members = new MemberListUseCase(employer.Books).Show(
            employer.Scope, new PageCursor<MemberPlace>(4, null, null), "");
        told.Add(string.Join(' ', members.Rows.Select(row => row.Place)));
        told.Add(string.Join(' ', new ImportListUseCase(employer.Books)
            .Show(employer.Scope, new PageCursor<string>(5, null, null)).Rows));
        told.Add(string.Join(' ', new AccessLog(employer.Books)
            .Show(employer.Scope, new PageCursor<string>(5, null, null)).Rows.Select(row => row.Number)));
    }

    private static byte[] File(string member) => Encoding.UTF8.GetBytes(
        OneClaim.File(member, "ONE", 777).Replace("D8*20260520", "D8*20260301", StringComparison.Ordinal));
}

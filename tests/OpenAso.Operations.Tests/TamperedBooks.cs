using Dapper;
using Microsoft.Data.Sqlite;
using OpenAso.Edi.Claims837;
using OpenAso.Kernel;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Storing;
using OpenAso.Operations.Verifying;
using OpenAso.Storage;

namespace OpenAso.Operations.Tests;

/// <summary>The books of an employer with payments, to be copied and changed by hand.</summary>
public sealed class TamperedBooks : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openaso-test-").FullName;
    private EmployerScope? _scope;
    private int _copies;

    private string Original => Path.Combine(_folder, "original.db");

    public async ValueTask InitializeAsync()
    {
        await using var employer = await PaidEmployer.ImportedAsync(specific: "2000");
        for (var day = new DateOnly(2026, 1, 14); day < new DateOnly(2026, 5, 31); day = day.AddDays(21))
            await employer.CycleAsync(day);
        var (family, paid) =
            employer.Claim(claim => claim.Determination.PlanPaid > new Money(5_000) && claim.Claim.BenefitsAssigned);
        employer.Decide(family,
            paid.Claim.Correcting(paid.Claim.Id, Claims.ClaimFrequency.Void, new DateOnly(2026, 5, 20)));
        employer.Decide(family, paid.Claim.Unassigned());
        var last = await employer.CycleAsync(new DateOnly(2026, 5, 31));
        Assert.Contains(last.Payments, payment => payment.Payee.Role == Funding.PayeeRole.Subscriber);
        await FileAsync(employer);
        _scope = employer.Scope;
        await RejectAsync(employer);
        await using var connection = new SqliteConnection($"Data Source={employer.DatabasePath};Pooling=False");
        await connection.OpenAsync();
        await using var copy = connection.CreateCommand();
        copy.CommandText = $"vacuum into '{Original}'";
        await copy.ExecuteNonQueryAsync();
    }

    // A loss that the carrier has paid in part, and others that it has not.
    private static async Task FileAsync(PaidEmployer employer)
    {
        var day = new DateOnly(2026, 5, 31);
        var run = await new FilingUseCase(employer.Books).WriteAsync(employer.Terms, new FilingRequest(day));
        var filing = run.Written.Items.MaxBy(written => written.Filing.Recovery.Requested.Cents)!.Filing;
        await new RecoveryUseCase(employer.Books).ReceiveAsync(
            employer.Terms, filing.Name, new CarrierPayment("GLR-1", day, Money.Of(100)));
        var notices = new NoticeUseCase(employer.Books);
        await notices.SendAsync(employer.Terms, notices.Show(employer.Terms, null, day)[0].Id, day, "letter 1");
    }

    private static Task<int> RejectAsync(PaidEmployer employer) => employer.Books.Database.WriteAsync(session =>
    {
        RejectionRows.Write(session, employer.Scope, 1,
        [
            new RejectedClaim(Plans.ClaimForm.Professional, "X1", "X1", Money.Of(1), new DateOnly(2026, 1, 5),
                new Place("file"), []),
        ]);
        return session.Connection.Execute(
            "update import set received = received + 1 where tenant = @tenant and employer = @employer and number = 1",
            new { tenant = employer.Scope.Tenant.Value, employer = employer.Scope.Employer.Value });
    });

    /// <summary>What verification says of a copy of the books after a statement was run on it.</summary>
    public async Task<IReadOnlyList<string>> TamperAsync(string sql, Func<SqliteConnection, string>? subject = null,
        List<string>? named = null)
    {
        var path = Path.Combine(_folder, $"copy-{Interlocked.Increment(ref _copies)}.db");
        File.Copy(Original, path);
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            if (subject is not null)
                named!.Add(subject(connection));
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            if (sql.Length > 0)
                Assert.InRange(await command.ExecuteNonQueryAsync(), 1, int.MaxValue);
        }
        await using var books = await Books.OpenAsync(new SqliteOptions(path));
        return [.. new VerifyUseCase(books).Run(_scope!).Discrepancies.Items.Select(one => one.ToString())];
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

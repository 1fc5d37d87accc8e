using Dapper;
using OpenAso.Claims;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Members;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;
using OpenAso.Operations.Verifying;
using OpenAso.X12;
using OpenAso.X12.Remittances;

namespace OpenAso.Operations.Tests;

/// <summary>A seeded employer whose claims are imported, funded and paid as a test says.</summary>
internal sealed class PaidEmployer : IAsyncDisposable
{
    private readonly SeededEmployer _seeded;
    private long _import = 1_000;

    private PaidEmployer(SeededEmployer seeded, Books books) => (_seeded, Books) = (seeded, books);

    public Books Books { get; }

    public string DatabasePath => _seeded.DatabasePath;

    public EmployerTerms Terms => _seeded.Terms;

    public EmployerScope Scope => Terms.Scope;

    public PaymentUseCase Payments => new(Books);

    public FundPosition Fund => FundPosition.Of(Accounts);

    public TrialBalance Accounts => Books.Database.Read(connection => AccountRows.Read(connection, Scope));

    /// <summary>An employer with three months of enrolment and claims, imported.</summary>
    public static async Task<PaidEmployer> ImportedAsync(
        int employees = 40, int months = 3, string? specific = null)
    {
        var employer = await EmptyAsync(employees, months, specific);
        await employer.ImportAsync(_ => true);
        return employer;
    }

    public static async Task<PaidEmployer> EmptyAsync(
        int employees = 40, int months = 3, string? specific = null, string? postgres = null, bool disability = false,
        Func<string, string>? changed = null)
    {
        var seeded = SeededEmployer.Of(
            employees, months, specific: specific, disability: disability, changed: changed);
        return new PaidEmployer(seeded, await seeded.OpenAsync(postgres));
    }

    public Task<ImportResult> ImportAsync(Func<string, bool> which) =>
        ImportAsync([.. _seeded.Files.Where(file => which(file.Name))]);

    public Task<ImportResult> ImportAsync(params InputFile[] files) => new ImportUseCase(Books).RunAsync(
        Terms, new ImportRequest(files), cancellation: TestContext.Current.CancellationToken);

    /// <summary>Decides claims of one family as another import.</summary>
    public IReadOnlyList<Deciding.Decision> Decide(FamilyId family, params IReadOnlyList<Claim> claims)
    {
        _import++;
        Books.Database.WriteAsync(session => session.Connection.Execute(
            "insert into import (tenant, employer, number, digest, files, finished, received) values (@tenant, "
                + "@employer, @number, '', '', 1, @received)",
            new
            {
                tenant = Scope.Tenant.Value,
                employer = Scope.Employer.Value,
                number = _import,
                received = claims.Count
            })).GetAwaiter().GetResult();
        return new ShardRunner(new SqlFamilyStore(Books.Database), Terms.Basis)
            .Decide(SeededClaims.Chunk(Scope, _import, (family, claims)), FenceEpoch.Sole);
    }

    /// <summary>Changes enrolment.</summary>
    public Task EnrollAsync(Family family) =>
        Books.Database.WriteAsync(session => FamilyRows.Write(session, Scope, [family]));

    public IReadOnlyDictionary<FamilyId,
        Family> Families() => Books.Database.Read(connection => FamilyRows.Read(connection, Scope, null));

    /// <summary>A decided claim of somebody with exactly this number.</summary>
    public (FamilyId Family, DecidedClaim Claim) Claim(Func<DecidedClaim, bool> which) => Books.Database
        .Read(connection => connection.Query<(string Family, byte[] Payload)>(
            "select family, payload from claim where reversed_by is null and reverses is null order by "
                + "received, family, sequence").ToList())
        .Select(row => (new FamilyId(row.Family), ClaimPayload.Read(row.Payload)))
        .First(row => which(row.Item2));

    public Task<FundingRequest?> RequestAsync(DateOnly day) => new FundingUseCase(Books).RequestAsync(Terms, day);

    public Task<bool> ReceiveAsync(string id, DateOnly day, Money amount) =>
        new FundingUseCase(Books).ReceiveAsync(Terms, new FundingReceipt(id, day, amount));

    /// <summary>Asks, receives all of it, and pays what is open.</summary>
    public async Task<ExecutedRun> CycleAsync(DateOnly day, PaymentUseCase? payments = null)
    {
        if (await RequestAsync(day) is { } request && request.Amount.IsPositive)
            await ReceiveAsync($"wire-{request.Number}", day, request.Amount);
        return await PayAsync(day, payments);
    }

    public Task<ExecutedRun> PayAsync(DateOnly day, PaymentUseCase? payments = null) =>
        (payments ?? Payments).ExecuteAsync(Terms, day, Payments.Plan(Terms, day).Hash);

    /// <summary>Pays, as a program does that is stopped before it brings stop-loss up to date.</summary>
    public async Task StopAfterPayingAsync(DateOnly day)
    {
        var terms = Terms with { Policies = [] };
        if (await RequestAsync(day) is { } request)
            await ReceiveAsync($"wire-{request.Number}", day, request.Amount);
        await Payments.ExecuteAsync(terms, day, Payments.Plan(terms, day).Hash);
    }

    /// <summary>Every remittance that was sent, with the number of its payment.</summary>
    public IReadOnlyList<Remittance> Remittances() =>
    [
        .. Books.Database.Read(connection => SentFiles.Read(connection, Scope, "835")).SelectMany(file =>
        {
            using var reader = new X12Reader(file.Content);
            var read = RemittanceReader.ReadAll(reader);
            Assert.Empty(read.Findings);
            return read.Remittances;
        }),
    ];

    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) =>
        Books.Database.Read(connection => connection.Query<T>(sql, parameters).ToList());

    public string Everything() => string.Join('\n', Tables.All.SelectMany(table => Tables.Rows(Books, table, Scope)));

    public void Prove() =>
        Assert.Equal("", string.Join("\n", new VerifyUseCase(Books).Run(Scope).Discrepancies.Items));

    /// <summary>All is proved, and nothing that stop-loss hangs on is left unread.</summary>
    public void ProveStopLossIsRead()
    {
        var proof = new VerifyUseCase(Books).Run(Scope);
        Assert.Empty(proof.Discrepancies.Items.Select(one => one.ToString()));
        Assert.DoesNotContain(
            proof.Checks.Items, check => check.Name.Contains("not read", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await Books.DisposeAsync();
        await _seeded.DisposeAsync();
    }
}

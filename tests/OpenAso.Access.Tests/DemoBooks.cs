using OpenAso.Access.Tests;
using OpenAso.Cli;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Access;
using OpenAso.Operations.Employers;
using OpenAso.Operations.OwnRecords;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

[assembly: AssemblyFixture(typeof(DemoBooks))]

namespace OpenAso.Access.Tests;

/// <summary>The demonstration's books with an account for every role and a run that was prepared: made once, and copied
/// for each server that changes them.</summary>
public sealed class DemoBooks : IAsyncDisposable
{
    private static readonly DateOnly Day = new(2026, 12, 31);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-access-demo-");
    private readonly Lazy<Task<DemoRecords>> _made;

    public DemoBooks() => _made = new Lazy<Task<DemoRecords>>(MakeAsync);

    /// <summary>Puts a copy into a folder.</summary>
    /// <returns>What stands in it.</returns>
    internal async Task<DemoRecords> CopyAsync(DirectoryInfo folder)
    {
        var records = await _made.Value;
        File.Copy(
            Path.Combine(_folder.FullName, Books.FileName), Path.Combine(folder.FullName, Books.FileName));
        return records;
    }

    /// <summary>Where tests keep the key by which secrets are sealed: gone with their books.</summary>
    internal const string KeyFileName = "test.key";

    /// <summary>Opens the books of a folder.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <param name="writingStaysOpen">How long after the last writer.</param>
    /// <param name="failure">With what every attempt to write ends; null where writing works.</param>
    internal static Task<ServedBooks> OpenAsync(
        DirectoryInfo folder, TimeSpan writingStaysOpen, Func<Exception>? failure = null)
    {
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null);
        return ServedBooks.OpenAsync(
            (access, _) => access == DatabaseAccess.Write && failure is not null
                ? throw failure()
                : Task.FromResult(new BooksPlace(folder, null, null)
                {
                    KeyFile = Path.Combine(folder.FullName, KeyFileName),
                }.Open(access, terminal)),
            TimeProvider.System, writingStaysOpen);
    }

    public async ValueTask DisposeAsync()
    {
        if (_made.IsValueCreated)
            await _made.Value;
        _folder.Delete(recursive: true);
    }

    private async Task<DemoRecords> MakeAsync()
    {
        using var output = new StringWriter();
        Assert.Equal(0, CommandLine.Run(
            ["demo", "--employees", "30", "--no-serve", "--dir", _folder.FullName], new Terminal(output, output)));
        await using var books = await OpenAsync(_folder, TimeSpan.Zero);
        var scopes = books.Scopes();
        var records = Family(books, scopes[0].Tenant);
        var secret = Secret.KeepQuick(ServerFixture.Password, new byte[16], ServerFixture.Rounds);
        await books.WriteAsync(async writing =>
        {
            foreach (var account in ServerFixture.Accounts().Select(account => Enrolled(account, records.Member)))
                await new AccountUseCase(writing).KeepAsync(records.Tenant, account, secret);
            return true;
        });
        foreach (var scope in scopes)
            await PrepareAsync(books, books.Terms(scope.Employer)!);
        return records;
    }

    private static Account Enrolled(Account account, RecordViewer member) => account.Id == "acme-Member"
        ? account with
        {
            Grants = [account.Grants[0] with { Family = member.Family, Person = member.Person.Value }],
        }
        : account;

    // Employee and spouse both have claims that were explained.
    private static DemoRecords Family(ServedBooks books, TenantId tenant)
    {
        var use = new OwnRecordsUseCase(books.Reading, ShippedDocuments.Procedure());
        var terms = books.Terms(new EmployerId("acme"))!;
        foreach (var family in use.Families(terms.Scope))
        {
            var spouse = family.People.Items.FirstOrDefault(person => person.Relationship == Relationship.Spouse);
            if (spouse is not null && Of(family.Id, PersonNumber.Subscriber) is { } own
                && Of(family.Id, spouse.Number) is { } spouses)
                return new DemoRecords(tenant, new RecordViewer(family.Id, PersonNumber.Subscriber), own, spouses);
        }
        throw new InvalidOperationException("Nobody of the demonstration has a spouse with claims of their own.");

        (string, string)? Of(FamilyId family, PersonNumber person)
        {
            var records = use.Show(terms, new RecordViewer(family, person), Day)!;
            var claim = records.Claims.FirstOrDefault(one => one.Person.Number == person);
            var letter = records.Letters.FirstOrDefault(one => one.Person.Number == person);
            return claim is null || letter is null ? null : (claim.Decided.Claim.Id.ToString(), letter.Name);
        }
    }

    // One person's run of nothing: there is a preparation to look at.
    private static Task<ExecutedRun> PrepareAsync(ServedBooks books, EmployerTerms terms) => books.WriteAsync(writing =>
        new PaymentUseCase(writing).ExecuteAsync(
            terms, Day, new PaymentUseCase(writing).Plan(terms, Day).Hash,
            new Examiner("all-Finance", TimeProvider.System.GetUtcNow(), "test")));
}

/// <summary>What tests look for in the demonstration's books.</summary>
/// <param name="Tenant">Whose they are.</param>
/// <param name="Member">Somebody enrolled who is signed in as a member.</param>
/// <param name="Own">A claim and an explanation of the member's own.</param>
/// <param name="Spouses">Those of the member's spouse.</param>
internal sealed record DemoRecords(
    TenantId Tenant, RecordViewer Member, (string Claim, string Letter) Own, (string Claim, string Letter) Spouses);

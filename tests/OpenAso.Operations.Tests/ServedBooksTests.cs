using OpenAso.Operations.Access;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Tests;

/// <summary>Books that a server shows.</summary>
public sealed class ServedBooksTests(PendedBooks pended) : IClassFixture<PendedBooks>, IAsyncLifetime
{
    private static readonly DateTimeOffset Moment = new(2026, 7, 1, 9, 30, 0, TimeSpan.Zero);

    private ServedBooks? _books;
    private Func<Exception>? _failure;

    private ServedBooks Served => _books!;

    private EmployerScope Scope => pended.Employer.Terms.Scope;

    public async ValueTask InitializeAsync()
    {
        var copy = await pended.CopyAsync();
        var path = copy.Database.Name;
        await copy.DisposeAsync();
        _books = await ServedBooks.OpenAsync(
            async (access, cancellation) =>
            {
                await Task.Yield();
                return access == DatabaseAccess.Write && _failure is { } failure
                    ? throw failure()
                    : await Books.OpenAsync(new SqliteOptions(path) { Access = access }, cancellation);
            },
            TimeProvider.System, TimeSpan.Zero);
        Served.ShowOnly(Scope.Tenant);
    }

    public async ValueTask DisposeAsync() => await Served.DisposeAsync();

    [Fact]
    public async Task Whoever_is_answered_reads_one_moment_and_sees_what_was_written_by_the_own_hand()
    {
        await using var seen = new SeenBooks(Served);
        await using var other = new SeenBooks(Served);
        Assert.Empty(Subjects(seen.Reading));
        Assert.Empty(Subjects(other.Reading));

        await other.WriteAsync(async writing =>
        {
            await new AccessLog(writing).EnterAsync(() => [Entry("one")]);
            return true;
        }, TestContext.Current.CancellationToken);

        Assert.Equal(["one"], Subjects(other.Reading));
        Assert.Empty(Subjects(seen.Reading));
        await seen.LetGoAsync();
        Assert.Equal(["one"], Subjects(seen.Reading));
    }

    [Fact]
    public async Task Terms_and_employers_are_of_the_moment_too_and_one_that_there_is_not_has_none()
    {
        await using var seen = new SeenBooks(Served);
        Assert.Equal(Scope, seen.Terms(Scope.Employer)!.Scope);
        Assert.Equal([Scope], seen.Scopes());
        Assert.Equal(Scope, seen.Scope(Scope.Employer));
        Assert.Null(seen.Terms(new Kernel.EmployerId("nobody")));
        Assert.Null(seen.Scope(new Kernel.EmployerId("nobody")));
    }

    [Fact]
    public async Task Looks_that_come_together_are_entered_each_once_and_numbered_without_a_gap()
    {
        var log = new AccessLogQueue(Served);
        var subjects = Enumerable.Range(1, 200).Select(number => $"look {number:D3}").ToList();
        await Parallel.ForEachAsync(subjects, async (subject, _) => await log.EnterAsync(Entry(subject)));

        var entries = new AccessLog(Served.Reading).Show(Scope, new PageCursor<string>(1_000, null, null)).Rows;
        Assert.Equal(subjects, entries.Select(row => row.Entry.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(
            Enumerable.Range(1, 200).Reverse(), entries.Select(row => (int)row.Number));
    }

    [Fact]
    public async Task Where_the_log_cannot_be_written_no_look_is_allowed_and_later_ones_are_entered()
    {
        var log = new AccessLogQueue(Served);
        _failure = () => new StorageException(StorageProblem.Full, "No room is left.");
        foreach (var look in Enumerable.Range(1, 5).Select(number => log.EnterAsync(Entry($"lost {number}"))).ToList())
            Assert.Equal(StorageProblem.Full, (await Assert.ThrowsAsync<StorageException>(() => look)).Problem);

        _failure = null;
        await log.EnterAsync(Entry("kept"));
        Assert.Equal(["kept"], Subjects(Served.Reading));
    }

    [Fact]
    public async Task Whoever_comes_when_all_are_answered_waits_for_the_first_that_lets_go()
    {
        var stop = TestContext.Current.CancellationToken;
        List<SeenBooks> answered = [];
        while (Served.Readers.CurrentCount > 0)
        {
            answered.Add(new SeenBooks(Served));
            await answered[^1].EnterAsync(stop);
            await answered[^1].EnterAsync(stop);
        }
        await using var next = new SeenBooks(Served);
        var waiting = next.EnterAsync(stop);
        Assert.False(waiting.IsCompleted);

        await answered[0].LetGoAsync();
        await waiting;
        await answered[0].LetGoAsync();
        Assert.Equal(0, Served.Readers.CurrentCount);

        foreach (var one in answered)
            await one.DisposeAsync();
        await next.DisposeAsync();
        Assert.Equal(answered.Count, Served.Readers.CurrentCount);
    }

    [Fact]
    public async Task Whoever_sends_a_claim_while_others_are_decided_waits_for_the_first_that_is()
    {
        var stop = TestContext.Current.CancellationToken;
        var decided = new TaskCompletionSource<int>();
        var first = new TaskCompletionSource<int>();
        List<Task<int>> working = [new SeenBooks(Served).DecideAsync(_ => first.Task, stop)];
        while (Served.Deciders.CurrentCount > 0)
            working.Add(new SeenBooks(Served).DecideAsync(_ => decided.Task, stop));
        var began = false;
        var waiting = new SeenBooks(Served).DecideAsync(_ =>
        {
            began = true;
            return Task.FromResult(1);
        }, stop);
        Assert.False(began);

        first.SetResult(0);
        Assert.Equal(1, await waiting);
        decided.SetResult(2);
        await Task.WhenAll(working);
        Assert.Equal(working.Count, Served.Deciders.CurrentCount);
    }

    private AccessEntry Entry(string subject) =>
        new(Scope, Moment, "ann", AccessAction.SeeClaim, subject, "127.0.0.1");

    private List<string> Subjects(Books books) =>
        [.. new AccessLog(books).Newest(Scope, 10).Select(entry => entry.Subject)];
}

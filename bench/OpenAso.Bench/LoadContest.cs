using System.Diagnostics;
using System.Globalization;
using Npgsql;
using OpenAso.Tests.Postgres;

namespace OpenAso.Bench;

/// <summary>Claims that are sent one by one through the interface for programs, while others look at the books; beside
/// a program that commits the same rows and knows nothing.</summary>
internal sealed class LoadContest
{
    private const string Sending = "claims sent one by one, while others read";
    private const string Bare = "bare commits of the same rows";
    private const int Senders = 16;
    private const int Claims = 600;
    private const int ReadsAtOnce = 8;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private const int ReadsPerSecond = 500;

    private readonly Corpus _corpus;
    private readonly IReadOnlyList<string> _claims;
    private readonly IReadOnlyList<string> _earlier;
    private readonly string _before;
    private readonly BareCommits _bare;
    private string _address = "";
    private LoadedServer? _server;
    private ReadLoad _reads = new();

    private LoadContest(Corpus corpus)
    {
        PostgresTestServer.IsDurable = true;
        _corpus = corpus;
        _claims = [.. ServedCorpus.Claims(corpus, 0, Claims)];
        _earlier = [.. ServedCorpus.Claims(corpus, Claims, Claims / 2)];
        _before = ServedCorpus.KeepAsync(corpus).GetAwaiter().GetResult();
        NewBooks();
        StartServer();
        _server!.SendAsync(_claims, Senders).GetAwaiter().GetResult();
        Stop();
        _bare = BareCommits.Of(_before, _address, Claims);
    }

    public static Contest Of(Corpus corpus)
    {
        var load = new LoadContest(corpus);
        return new Contest(
            "Claims one by one, through the interface for programs, into PostgreSQL", "claims", Claims, Clock.Wall,
            [
                new(Sending, load.SendWhileOthersRead, load.PrepareServer),
                new(Bare, load._bare.Run, load.PrepareBare),
            ],
            [new(Sending, Bare, 0.25)])
        {
            Limits =
            [
                new("reads a second", () => load._reads.PerSecond, ReadsPerSecond * 0.98, IsMost: false),
                new("99 of 100 reads, milliseconds", () => load._reads.Slowest99, 250),
                new("reads that failed", () => load._reads.Failed, 0),
                new("half of the reads, milliseconds", () => load._reads.Middle, double.PositiveInfinity),
            ],
            Notes =
            [
                string.Create(CultureInfo.InvariantCulture,
                    $"{Senders} senders, {ReadsPerSecond} reads a second from the moment each is due, on the same "
                    + $"processors as server and database; every look at a claim is entered in the access log."),
                string.Create(CultureInfo.InvariantCulture,
                    $"The bare program commits {load._bare.RowsForEach:0.0} rows a claim by prepared statements, on "
                    + $"{Senders} connections; fsync and synchronous_commit are on."),
                string.Create(CultureInfo.InvariantCulture,
                    $"Before each run both warm up: the server for {WarmUp.TotalSeconds:0} seconds, with reads and "
                    + $"claims; the bare program opens its connections and prepares its statements."),
            ],
        };
    }

    private long SendWhileOthersRead() => _reads.DuringAsync(
        ReadsPerSecond, _server!.ReadAsync, _server!.SendAsync(_claims, Senders)).GetAwaiter().GetResult();

    // A server that has been up for a while: its connections are open, and what is asked often is prepared.
    private void PrepareServer()
    {
        NewBooks();
        StartServer();
        _reads = new ReadLoad();
        WarmUpAsync().GetAwaiter().GetResult();
    }

    private void PrepareBare()
    {
        NewBooks();
        _bare.Open(_address, Senders);
    }

    private void StartServer() =>
        _server = LoadedServer.StartAsync(_address, _corpus.Terms.Scope.Tenant).GetAwaiter().GetResult();

    private async Task WarmUpAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        var sent = _server!.SendAsync(_earlier, Senders);
        await Task.WhenAll(Enumerable.Range(0, ReadsAtOnce).Select(first => Task.Run(() => ReadAsync(first))));
        await sent;

        async Task ReadAsync(int first)
        {
            for (var look = first; Stopwatch.GetElapsedTime(begun) < WarmUp; look += ReadsAtOnce)
                await _server.ReadAsync(look);
        }
    }

    // Books as they were before any claim was sent.
    private void NewBooks()
    {
        Stop();
        if (_address.Length > 0)
            PostgresTestServer.Drop(_address);
        _address = new NpgsqlConnectionStringBuilder(PostgresTestServer.CopyOf(_before)) { Pooling = true }
            .ConnectionString;
        PostgresTestServer.Execute("checkpoint");
    }

    private void Stop()
    {
        _bare?.Dispose();
        _server?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _server = null;
        NpgsqlConnection.ClearAllPools();
    }
}

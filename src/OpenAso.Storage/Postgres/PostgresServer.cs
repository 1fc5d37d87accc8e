using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace OpenAso.Storage;

/// <summary>Opens PostgreSQL databases: one writer in this process, and readers from a pool.</summary>
/// <remarks>
/// <para>Transactions that write take one lock that all processes know, as the one writer of a SQLite file does: what a
/// command reads before it writes is still so when it is committed. Readers wait for nobody.</para>
/// <para>Connections work as <see cref="PostgresOptions.ApplicationRole"/> for one tenant. Only a migration works as
/// the user of the address, within its transaction.</para>
/// </remarks>
internal static class PostgresServer
{
    private const int MostPreparedStatements = 100;
    private const int KeepAliveSeconds = 30;

    // PERF: left to itself PostgreSQL plans anew each time, because it can leave out parts of a table once it knows the
    // employer, and that is half of its work for a claim that is sent.
    private const string KeptPlans = " -c plan_cache_mode=force_generic_plan";

    // PERF: a plan that is kept is made by an index, for a table that is empty now will not stay so; and it is not
    // compiled: one that is right for whatever is asked looks dear.
    private const string ByIndex = " -c enable_seqscan=off -c jit=off";

    private const string OneState = @"-c default_transaction_isolation=repeatable\ read";

    // A server answers faster when a few work and others wait than when all of them share its processors; and it lets
    // in a hundred at most, unless it is told otherwise.
    private const int MostReaders = 32;
    private const string MostConnections = "Maximum Pool Size";

    public static async Task<Database> OpenAsync(PostgresOptions options, CancellationToken cancellation)
    {
        var name = PostgresAddress.Name(options.Address);
        var readers = NpgsqlDataSource.Create(ReaderText(options));
        NpgsqlDataSource? writers = null;
        try
        {
            await ProbeAsync(readers, options, name, cancellation).ConfigureAwait(false);
            if (options.Access == DatabaseAccess.Read)
                return new Database(name, Dialect.Postgres, options.Time, readers.OpenConnection, null,
                    readers.DisposeAsync)
                {
                    Tenant = options.Tenant,
                };
            writers = NpgsqlDataSource.Create(WriterText(options));
            return Writable(name, options, readers, writers);
        }
        catch
        {
            if (writers is not null)
                await writers.DisposeAsync().ConfigureAwait(false);
            await readers.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static Database Writable(
        string name, PostgresOptions options, NpgsqlDataSource readers, NpgsqlDataSource writers)
    {
        var writer = new WriterQueue(
            writers.OpenConnection, Dialect.Postgres, name, options.Group, options.Time);
        return new Database(name, Dialect.Postgres, options.Time, readers.OpenConnection, writer, CloseAsync)
        {
            Tenant = options.Tenant,
        };

        async ValueTask CloseAsync()
        {
            await writer.DisposeAsync().ConfigureAwait(false);
            await writers.DisposeAsync().ConfigureAwait(false);
            await readers.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task ProbeAsync(
        NpgsqlDataSource source, PostgresOptions options, string name, CancellationToken cancellation)
    {
        try
        {
            if (!await TryConnectAsync(source, cancellation).ConfigureAwait(false)
                && options.Access == DatabaseAccess.Create)
                await ProvideRoleAsync(options, cancellation).ConfigureAwait(false);
            await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        }
        catch (DbException failure) when (Dialect.Postgres.Translate(failure, name) is { } clear)
        {
            throw clear;
        }
    }

    // False where the role that connections work as is missing, as in a database that was never set up.
    private static async Task<bool> TryConnectAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            return true;
        }
        catch (PostgresException failure) when (ApplicationRole.IsMissing(failure))
        {
            return false;
        }
    }

    private static async Task ProvideRoleAsync(PostgresOptions options, CancellationToken cancellation)
    {
        var text = Common(options, "openaso setup");
        text.Pooling = false;
        await using var connection = new NpgsqlConnection(text.ConnectionString);
        await connection.OpenAsync(cancellation).ConfigureAwait(false);
        Script.Run(connection, ApplicationRole.Provide);
    }

    // PERF: a plan that was kept while a table was empty reads the whole of it when it has grown: a load of 7,600
    // claims spent half its time so. A command that fills tables has each statement planned anew.
    private static string PlansOfReader(PostgresOptions options) =>
        options.KeepsPlans ? KeptPlans + ByIndex
        : options.Access == DatabaseAccess.Read ? ""
        : " -c plan_cache_mode=force_custom_plan";

    private static string ReaderText(PostgresOptions options)
    {
        var builder = Everyday(
            options, "openaso reader",
            $"-c default_transaction_read_only=on {OneState}{PlansOfReader(options)}");
        // PERF: a reader ends every transaction by undoing it, so that it leaves nothing to be set right: seven
        // statements less for each.
        builder.NoResetOnClose = true;
        // The library's own builder knows every setting, whether or not it was given.
        if (!new DbConnectionStringBuilder { ConnectionString = builder.ConnectionString }.ContainsKey(MostConnections))
            builder.MaxPoolSize = MostReaders;
        return builder.ConnectionString;
    }

    // PERF: the plan of a prepared statement is kept, and one that was made while a table was small reads the whole of
    // it when it has grown. What the writer asks has an index; a stage has none, and its cost would be taken for a
    // reason to compile the statement, which lasts longer than the statement.
    private static string WriterText(PostgresOptions options)
    {
        var builder = Everyday(options, "openaso writer",
            string.Create(CultureInfo.InvariantCulture,
                $"-c lock_timeout={(long)options.Patience.TotalMilliseconds}{ByIndex}")
                + (options.KeepsPlans ? KeptPlans : ""));
        // The writer asks which statement of a batch failed. No message holds the statement's values.
        builder.IncludeFailedBatchedCommand = true;
        return builder.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Everyday(PostgresOptions options, string program, string settings)
    {
        var builder = Common(options, program);
        builder.Options = $"-c role={PostgresOptions.ApplicationRole} "
            + $"-c {RowSecurity.Setting}={Escaped(options.Tenant)} {settings}";
        return builder;
    }

    private static NpgsqlConnectionStringBuilder Common(PostgresOptions options, string program)
    {
        var builder = PostgresAddress.Read(options.Address);
        builder.ApplicationName ??= program;
        builder.MaxAutoPrepare = MostPreparedStatements;
        builder.AutoPrepareMinUsages = 2;
        builder.IncludeErrorDetail = false;
        builder.CommandTimeout = 0; // a long report may take its time; a lock is waited for as long as the options say
        builder.KeepAlive = KeepAliveSeconds;
        return builder;
    }

    // In a start-up option a blank ends a value.
    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(" ", "\\ ", StringComparison.Ordinal);
}

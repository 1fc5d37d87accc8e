using Dapper;
using OpenAso.Tests.Postgres;

namespace OpenAso.Storage.Tests;

/// <summary>What every database has to do, done by a PostgreSQL server.</summary>
public sealed class PostgresConformance : StorageConformance
{
    private readonly string _address = PostgresTestServer.NewDatabase();

    protected override Task<Database> OpenAsync(GroupLimit limit) => Database.OpenAsync(
        new PostgresOptions(_address, "acme") { Group = limit, Time = Time }, TestContext.Current.CancellationToken);

    protected override int Listening(Database database) => database.Read(connection =>
        connection.ExecuteScalar<int>("select count(*) from pg_listening_channels()"));

    protected override void Remove() => PostgresTestServer.Drop(_address);
}

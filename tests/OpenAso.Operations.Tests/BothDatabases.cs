using OpenAso.Tests.Postgres;

namespace OpenAso.Operations.Tests;

/// <summary>A SQLite file, and a PostgreSQL database that is dropped afterwards.</summary>
internal static class BothDatabases
{
    /// <summary>Expects a story to come to the same in both.</summary>
    /// <param name="story">What is told of it; its argument is the address of the PostgreSQL database, or null for a
    /// file.</param>
    public static async Task TellTheSameAsync(Func<string?, Task<string>> story)
    {
        var address = PostgresTestServer.NewDatabase();
        try
        {
            Assert.Equal(await story(null), await story(address));
        }
        finally
        {
            PostgresTestServer.Drop(address);
        }
    }
}

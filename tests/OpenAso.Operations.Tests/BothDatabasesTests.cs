using OpenAso.Operations.Insuring;
using OpenAso.Operations.Reporting;
using OpenAso.Tests.Postgres;

namespace OpenAso.Operations.Tests;

/// <summary>The same work leaves the same rows, to the byte, in a SQLite file and in PostgreSQL.</summary>
public sealed class BothDatabasesTests
{
    private static readonly DateOnly April = new(2026, 4, 30);

    [Fact]
    public async Task An_employers_months_are_the_same_on_both_databases()
    {
        var address = PostgresTestServer.NewDatabase();
        try
        {
            var file = await StoryAsync(null);
            var server = await StoryAsync(address);
            Assert.Contains("stop_loss_filing|", file.Rows, StringComparison.Ordinal);
            Assert.Contains("payment_item|", file.Rows, StringComparison.Ordinal);
            Assert.Equal(file.Rows, server.Rows);
            Assert.Equal(file.Position, server.Position);
        }
        finally
        {
            PostgresTestServer.Drop(address);
        }
    }

    private static async Task<(string Rows, string Position)> StoryAsync(string? postgres)
    {
        await using var employer = await PaidEmployer.EmptyAsync(specific: "2000", postgres: postgres);
        await employer.ImportAsync(_ => true);
        await employer.CycleAsync(new DateOnly(2026, 2, 18));
        await employer.CycleAsync(April);
        await new FilingUseCase(employer.Books).WriteAsync(employer.Terms, new FilingRequest(April));
        employer.Prove();
        return (employer.Everything(),
            PositionJson.Of(new PositionUseCase(employer.Books).Show(employer.Terms, April)));
    }
}

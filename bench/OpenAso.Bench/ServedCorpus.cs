using System.Globalization;
using OpenAso.Members;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Storing;
using OpenAso.Storage;
using OpenAso.Tests.Files;
using OpenAso.Tests.Postgres;

namespace OpenAso.Bench;

/// <summary>The corpus as books in PostgreSQL, and claims that can be sent to them.</summary>
internal static class ServedCorpus
{
    /// <summary>Keeps the corpus in a new database, which has been looked after as one in use is.</summary>
    /// <returns>Its address.</returns>
    public static async Task<string> KeepAsync(Corpus corpus)
    {
        var address = PostgresTestServer.NewDatabase();
        var books = await Books.OpenAsync(new PostgresOptions(address, corpus.Terms.Scope.Tenant.Value));
        await using (books)
        {
            await books.Database.WriteAsync(session =>
                EmployerDocuments.Keep(session, corpus.Terms, corpus.Documents));
            await new ImportUseCase(books).RunAsync(corpus.Terms, new ImportRequest(
                corpus.Files([.. corpus.EnrollmentFiles, .. corpus.ClaimFiles])));
        }
        PostgresTestServer.Execute("vacuum analyze", address);
        return address;
    }

    /// <summary>Claims as they are sent one by one, of another family or day each, so that none is another's
    /// duplicate.</summary>
    /// <param name="corpus">Whose people.</param>
    /// <param name="first">The number of the first, from 0.</param>
    /// <param name="count">How many.</param>
    public static IEnumerable<string> Claims(Corpus corpus, int first, int count)
    {
        var families = corpus.Families.Values
            .OrderBy(family => family.Id.Value, StringComparer.Ordinal).ToList();
        for (var number = first; number < first + count; number++)
            yield return Claim(families[number % families.Count], number,
                new DateOnly(2026, 6, 1).AddDays(-(number / families.Count)));
    }

    private static string Claim(Family family, int number, DateOnly day)
    {
        var subscriber = family.People.Items[0];
        return OneClaim.File(
                family.Id.Value, string.Create(CultureInfo.InvariantCulture, $"LOAD-{number}"), 100_000 + number)
            .Replace("DOE*ANN", $"{subscriber.Name.Last}*{subscriber.Name.First}", StringComparison.Ordinal)
            .Replace("19800101", Compact(subscriber.BirthDate!.Value), StringComparison.Ordinal)
            .Replace("20260520", Compact(day), StringComparison.Ordinal);
    }

    private static string Compact(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}

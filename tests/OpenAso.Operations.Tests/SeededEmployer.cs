using System.Buffers;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Storing;
using OpenAso.Seed;
using OpenAso.Storage;
using OpenAso.Tests.Postgres;

namespace OpenAso.Operations.Tests;

/// <summary>An employer of the generator with its documents and files, and books in a folder of their own.</summary>
internal sealed class SeededEmployer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openaso-test-").FullName;

    private SeededEmployer(
        SeedRequest request, string? specific, bool disability, Func<string, string>? changed)
    {
        if (disability)
            Documents.AddRange((EmployerDocument[])
            [
                Shipped(DocumentKind.DisabilityPlan, "plans/disability/std.yaml", changed),
                Shipped(DocumentKind.DisabilityPlan, "plans/disability/ltd.yaml", changed),
                Shipped(DocumentKind.DisabilityLaw, "rules/disability.yaml", changed),
                Shipped(DocumentKind.Terminations, "rules/disability-termination.yaml", changed),
            ]);
        foreach (var file in Seeding.Plan(request))
        {
            var output = new ArrayBufferWriter<byte>();
            file.Write(output);
            Content[file.Name] = output.WrittenSpan.ToArray();
        }
        var key = request.Employer.Key;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "plans", key), "*.yaml"))
        {
            var kind = Path.GetFileName(path) switch
            {
                "agreement.yaml" => DocumentKind.Agreement,
                "stop-loss.yaml" => DocumentKind.StopLoss,
                _ => DocumentKind.Plan,
            };
            if (kind == DocumentKind.StopLoss && specific is null)
                continue;
            var text = File.ReadAllText(path);
            Documents.Add(new EmployerDocument(kind, Path.GetFileNameWithoutExtension(path), path,
                kind == DocumentKind.StopLoss
                    ? text.Replace("deductible: 125000", $"deductible: {specific}", StringComparison.Ordinal)
                        .Replace("aggregating: 75000", "aggregating: 1000", StringComparison.Ordinal)
                    : text));
        }
        Documents.Add(new EmployerDocument(
            DocumentKind.Fees, "fees.csv", "fees.csv", System.Text.Encoding.UTF8.GetString(Content["fees.csv"])));
        Documents.Add(new EmployerDocument(DocumentKind.Network, "network.csv", "network.csv",
            System.Text.Encoding.UTF8.GetString(Content["network.csv"])));
        Terms = EmployerDocuments.Understand(Documents).Value!;
    }

    public Dictionary<string, byte[]> Content { get; } = [];

    public List<EmployerDocument> Documents { get; } = [];

    public EmployerTerms Terms { get; }

    public string DatabasePath => Path.Combine(_folder, Books.FileName);

    public List<InputFile> Files => [.. Content.Where(file => Path.GetExtension(file.Key) is ".834" or ".837")
        .Select(file => InputFile.Of(file.Key, file.Value))];

    /// <summary>The sample employer; with its stop-loss policy where a specific deductible is given for it, and with
    /// the sample plans of disability, as they are changed, where they are asked for.</summary>
    public static SeededEmployer Of(
        int employees, int months, long rng = 7, string? specific = null, bool disability = false,
        Func<string, string>? changed = null) => new(
            new SeedRequest(SeedProfile.Acme, employees, new DateOnly(2026, 1, 1), months, rng), specific, disability,
            changed);

    private static EmployerDocument Shipped(DocumentKind kind, string path, Func<string, string>? changed)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, path));
        return new EmployerDocument(
            kind, Path.GetFileNameWithoutExtension(path), path, changed is null ? text : changed(text));
    }

    /// <summary>Opens the books, with the employer's documents in them.</summary>
    /// <param name="postgres">The address of a PostgreSQL database; in a file otherwise.</param>
    public async Task<Books> OpenAsync(string? postgres = null)
    {
        if (postgres is null && Environment.GetEnvironmentVariable("OPENASO_BOOKS") == "postgres")
            postgres = PostgresTestServer.NewDatabase();
        var books = postgres is null
            ? await Books.OpenAsync(new SqliteOptions(DatabasePath))
            : await Books.OpenAsync(new PostgresOptions(postgres, Terms.Scope.Tenant.Value));
        await books.Database.WriteAsync(session => EmployerDocuments.Keep(session, Terms, Documents));
        return books;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

namespace OpenAso.Cli.Tests;

/// <summary>What import does with documents that have errors.</summary>
public sealed class ImportDocumentTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-documents-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_claim_file_that_is_taken_for_a_network_stops_the_import_and_nothing_is_taken()
    {
        var files = Path.Combine(_folder.FullName, "files");
        Cli.Run("seed", "--employees", "5", "--months", "1", "--out", files);
        var books = Path.Combine(_folder.FullName, "books");
        var run = Cli.Run(
            "import", "--agreement", Repository.PathOf("plans/acme/agreement.yaml"),
            "--plan", Repository.PathOf("plans/acme/acme-ppo.yaml"), "--dir", books,
            "--fees", Path.Combine(files, "fees.csv"),
            "--network", Path.Combine(files, "network.csv"), Path.Combine(files, "acme-2026-01-full.834"));

        Assert.Equal(2, run.Code);
        Assert.Contains("acme-2026-01-full.834", run.Error, StringComparison.Ordinal);
        Assert.Contains("an option takes every file behind it", run.Error, StringComparison.Ordinal);
        var position = Cli.Run("position", "--employer", "acme", "--dir", books);
        Assert.Contains("No employer is there yet", position.Error, StringComparison.Ordinal);
    }
}

namespace OpenAso.Cli.Tests;

/// <summary>Claims that others have written, decided for a third employer of the demonstration.</summary>
[Trait("speed", "slow")]
public sealed class DemoSampleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-samples-");

    // They declare one separator and use another, or say what the guide does not have.
    private static readonly string[] Faulty =
    [
        "837-institutional-claim.edi", "demo.cob.2ndary.example4.837", "demo.example11.837", "demo.example12.837",
        "demo.example9.837", "multiple-tooth-numbers.edi", "orthodontic-treatment-plan.edi",
        "out-of-network-repriced-claim.837i", "ppo-repriced-claim.837i", "predetermination-of-benefits.edi",
        "sales-tax.edi",
    ];

    private static DirectoryInfo Samples => new(Path.Combine(
        Environment.GetEnvironmentVariable("OPENASO_SAMPLES") ?? Path.Combine(Repository.Root, "..", "shared",
            "data"), "x12"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Public_claim_files_are_decided_and_paid_and_what_cannot_be_read_is_rejected_by_name()
    {
        TestContext.Current.SendDiagnosticMessage(Samples.Exists
            ? $"{Samples.EnumerateFiles("*", SearchOption.AllDirectories).Count()} sample files in {Samples}"
            : $"no sample files: {Samples} does not exist");
        if (!Samples.Exists)
            return;
        var run = Cli.Run("demo", "--employees", "5", "--dir", _folder.FullName, "--no-serve", "--samples",
            Samples.FullName);
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("66 claim files", run.Error, StringComparison.Ordinal);
        Assert.Contains("52 claims can be read, 12 are rejected", run.Error, StringComparison.Ordinal);
        Assert.Contains("51 claims decided, 11 rejected", run.Error, StringComparison.Ordinal);
        Assert.Equal(51, BooksTables.Count(_folder.FullName, "select count(*) from claim where employer = 'samples'"));
        Assert.InRange(BooksTables.Count(
            _folder.FullName, "select count(*) from payment where employer = 'samples' and amount > 0"), 1, 51);
        Assert.Equal(Faulty, BooksTables.Text(
            _folder.FullName, "select distinct place from rejection where employer = 'samples'")
            .Select(place => Path.GetFileName(place.Split(" segment")[0])).Order(StringComparer.Ordinal));
        var proof = Cli.Run("verify", "--dir", _folder.FullName);
        Assert.True(proof.Code == 0, proof.Output);
        Assert.Equal(0, Cli.Run("position", "--employer", "samples", "--dir", _folder.FullName).Code);
    }
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OpenAso.Operations.Storing;

namespace OpenAso.Cli.Tests;

/// <summary>Files of an employer with disability claims; and books that hold them, made once for each way in which the
/// plan pays and copied for each test.</summary>
public sealed class DisabilityFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-disability-");
    private readonly ConcurrentDictionary<string, Lazy<string>> _filled = new(StringComparer.Ordinal);

    public DisabilityFixture()
    {
        var seeded = Cli.Run("seed", "--employees", "60", "--months", "3", "--rng", "3", "--out", Files);
        Assert.True(seeded.Code == 0, seeded.Error);
    }

    /// <summary>Where the files lie.</summary>
    public string Files => Path.Combine(_folder.FullName, "files");

    /// <summary>The claims.</summary>
    public string Table => Path.Combine(Files, "acme-disability.csv");

    /// <summary>Puts books with claims whose plan pays as is asked for into a folder.</summary>
    /// <returns>One of the claims.</returns>
    public string Fill(DirectoryInfo folder, string payment)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var claim = _filled.GetOrAdd(payment, key => new Lazy<string>(() => Make(key))).Value;
        File.Copy(
            Path.Combine(_folder.FullName, payment, Books.FileName), Path.Combine(folder.FullName, Books.FileName));
        return claim;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    internal static string Plan(string name) => Repository.PathOf($"plans/acme/{name}");

    private string Make(string payment)
    {
        var plan = Path.Combine(_folder.FullName, $"{payment}.yaml");
        File.WriteAllText(plan, File.ReadAllText(Plan("disability/std.yaml")).Replace(
            "payment: employers-agent", $"payment: {payment}", StringComparison.Ordinal));
        var taken = Cli.Run(
        [
            "import", .. Directory.GetFiles(Files, "*.834"), "--disability", Table, "--json",
            "--dir", Path.Combine(_folder.FullName, payment), "--agreement", Plan("agreement.yaml"),
            "--plan", Plan("acme-ppo.yaml"), Plan("acme-hdhp.yaml"), Plan("acme-dental.yaml"),
            "--disability-plan", plan,
        ]);
        return (string)JsonNode.Parse(taken.Output)!["disability"]!.AsArray()
            .First(one => (string)one!["decision"]! == "approved")!["claim"]!;
    }
}

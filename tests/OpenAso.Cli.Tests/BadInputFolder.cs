using System.Text;
using System.Text.Json.Nodes;

namespace OpenAso.Cli.Tests;

/// <summary>A folder with the sample's files, one of them broken, and the verbs that read them.</summary>
internal sealed class BadInputFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-bad-");

    public BadInputFolder()
    {
        Write("members.834", BadInputSample.EnrollmentFile(BadInputSample.Members));
        Write("claims.837", BadInputSample.ClaimFile(BadInputSample.Claims));
        Write("fees.csv", BadInputSample.Fees);
        Write("network.csv", BadInputSample.Network);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Decides the sample's claims.</summary>
    /// <returns>What it left behind, and what became of each claim: <c>A1 payable, A2 rejected</c>.</returns>
    public (CliResult Result, string Claims) Adjudicate(string members = "members.834", params string[] more)
    {
        var result = Run(
        [
            "adjudicate", "--plan", Repository.PathOf("plans/acme/acme-ppo.yaml"), "--members", PathOf(members),
            "--claims", PathOf("claims.837"), "--fees", PathOf("fees.csv"), "--network", PathOf("network.csv"),
            "--json", .. more,
        ]);
        var claims = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .Select(claim => $"{claim["patientControlNumber"]} {claim["status"]}");
        return (result, string.Join(", ", claims));
    }

    /// <summary>Imports files into the folder's books.</summary>
    public CliResult Import(string[] files, params string[] more) => Run(
    [
        "import", .. files.Select(PathOf), "--agreement", Repository.PathOf("plans/acme/agreement.yaml"),
        "--plan", Repository.PathOf("plans/acme/acme-ppo.yaml"), "--fees", PathOf("fees.csv"),
        "--network", PathOf("network.csv"), "--dir", PathOf("books"), .. more,
    ]);

    /// <summary>Runs a command, whose messages must be fit to be read by anybody.</summary>
    public static CliResult Run(params string[] arguments)
    {
        var result = Cli.Run(arguments);
        AssertReadable(result);
        return result;
    }

    /// <summary>No trace of the program, nothing about people, every message a line that says something.</summary>
    public static void AssertReadable(CliResult result)
    {
        Assert.InRange(result.Code, 0, 2);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("defect of openaso", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", result.Error, StringComparison.Ordinal);
        Assert.All(
            BadInputSample.Private, word => Assert.DoesNotContain(word, result.Error, StringComparison.Ordinal));
        if (result.Code != 0)
            Assert.NotEqual("", (result.Error + result.Output).Trim());
    }
}

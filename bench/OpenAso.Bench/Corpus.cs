using System.Buffers;
using System.Text;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Importing;
using OpenAso.Seed;

namespace OpenAso.Bench;

/// <summary>A year of an employer as the generator writes it: the input of every benchmark, the same each
/// time.</summary>
internal sealed class Corpus : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-bench-");

    public Corpus(int employees, int months)
    {
        var request = new SeedRequest(SeedProfile.Acme, employees, new DateOnly(2026, 1, 1), months, 7);
        foreach (var file in Seeding.Plan(request))
        {
            var output = new ArrayBufferWriter<byte>();
            file.Write(output);
            Content[file.Name] = output.WrittenSpan.ToArray();
            File.WriteAllBytes(PathOf(file.Name), Content[file.Name]);
        }
        PlanFiles = [.. Directory.EnumerateFiles(Path.Combine(Root(), "plans", "acme"), "acme-*.yaml").Order()];
        Documents = [.. DocumentsOf()];
        Terms = EmployerDocuments.Understand(Documents).Value
            ?? throw new InvalidOperationException("The documents in plans/acme cannot decide claims.");
        Families = EnrollmentIntake.Enroll(Read(EnrollmentFiles), new Dictionary<FamilyId, Family>()).Families;
        Claims = ClaimIntake.Read(Read(ClaimFiles), received: null).Claims;
    }

    public Dictionary<string, byte[]> Content { get; } = [];

    public IReadOnlyList<string> PlanFiles { get; }

    public IReadOnlyList<EmployerDocument> Documents { get; }

    public EmployerTerms Terms { get; }

    public IReadOnlyDictionary<FamilyId, Family> Families { get; }

    public IReadOnlyList<Claim> Claims { get; }

    public IEnumerable<string> EnrollmentFiles => Named(".834");

    public IEnumerable<string> ClaimFiles => Named(".837");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>A folder that is empty, whatever stood in it.</summary>
    public string EmptyFolder(string name)
    {
        var folder = PathOf(name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    public List<InputFile> Files(IEnumerable<string> names) =>
        [.. names.Select(name => InputFile.Of(name, Content[name]))];

    public List<ReadFile> Read(IEnumerable<string> names) => [.. Files(names).Select(ReadFile.Read)];

    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<string> Named(string ending) =>
        Content.Keys.Where(name => name.EndsWith(ending, StringComparison.Ordinal));

    private IEnumerable<EmployerDocument> DocumentsOf()
    {
        foreach (var path in PlanFiles)
            yield return new(DocumentKind.Plan, Path.GetFileNameWithoutExtension(path), path, File.ReadAllText(path));
        var agreement = Path.Combine(Path.GetDirectoryName(PlanFiles[0])!, "agreement.yaml");
        yield return new(DocumentKind.Agreement, "acme", agreement, File.ReadAllText(agreement));
        yield return new(DocumentKind.Fees, "fees.csv", "fees.csv", Encoding.UTF8.GetString(Content["fees.csv"]));
        yield return new(
            DocumentKind.Network, "network.csv", "network.csv", Encoding.UTF8.GetString(Content["network.csv"]));
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OpenAso.slnx")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("OpenAso.slnx stands in no folder above the benchmarks.");
    }
}

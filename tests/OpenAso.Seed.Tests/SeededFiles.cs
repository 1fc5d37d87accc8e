using System.Buffers;
using System.Text;
using OpenAso.Claims;
using OpenAso.Edi.Claims837;
using OpenAso.Edi.Csv;
using OpenAso.Edi.Enrollment834;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Providers;
using OpenAso.X12;
using OpenAso.X12.Envelopes;

namespace OpenAso.Seed.Tests;

/// <summary>The files of a request, as anybody would read them.</summary>
internal sealed class SeededFiles(SeedRequest request)
{
    private static readonly DateOnly January = new(2026, 1, 1);

    /// <summary>A year and two months of two hundred employees, long enough for claims to be late.</summary>
    public static SeededFiles Acme { get; } = new(new SeedRequest(SeedProfile.Acme, 200, January, 14, 7));

    public static SeededFiles Birch { get; } = new(new SeedRequest(SeedProfile.Birch, 60, January, 9, 8));

    public SeedRequest Request { get; } = request;

    /// <summary>Names and bytes in the order of arrival.</summary>
    public List<(string Name, byte[] Bytes)> Files { get; } =
        [.. Seeding.Plan(request).Select(file => (file.Name, Written(file)))];

    public IEnumerable<(string Name, byte[] Bytes)> X12Files =>
        Files.Where(file => Path.GetExtension(file.Name) is ".834" or ".837");

    public IEnumerable<(string Name, byte[] Bytes)> ClaimFiles =>
        Files.Where(file => file.Name.EndsWith(".837", StringComparison.Ordinal));

    public IEnumerable<(string Name, byte[] Bytes)> EnrollmentFiles =>
        Files.Where(file => file.Name.EndsWith(".834", StringComparison.Ordinal));

    public static SeededFiles Of(int employees, int months, long rng) =>
        new(new SeedRequest(SeedProfile.Acme, employees, January, months, rng));

    public static byte[] Written(SeedFile file)
    {
        var output = new ArrayBufferWriter<byte>();
        file.Write(output);
        return output.WrittenSpan.ToArray();
    }

    public byte[] Bytes(string name) => Files.Single(file => file.Name == name).Bytes;

    public string Text(string name) => Encoding.ASCII.GetString(Bytes(name));

    /// <summary>The segments of a file, each as its elements.</summary>
    public static IEnumerable<string[]> Segments(byte[] bytes) =>
        Encoding.ASCII.GetString(bytes).Split('~', StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => segment.Split('*'));

    /// <summary>Every claim; fails where a file gives any finding.</summary>
    public List<Claim> Claims()
    {
        List<Claim> claims = [];
        foreach (var (name, bytes) in ClaimFiles)
        {
            var report = EnvelopeCheck.Read(bytes);
            Assert.Empty(report.AllFindings);
            using var segments = new GuideReader(bytes, report);
            var reader = new ClaimFileReader(segments, name, received: null);
            while (reader.Read())
            {
                Assert.Null(reader.Rejected);
                claims.Add(reader.Claim!);
            }
            Assert.Empty(reader.Findings);
        }
        return claims;
    }

    /// <summary>Every family after all enrolment files; fails where one gives any finding.</summary>
    public Dictionary<FamilyId, Family> Families()
    {
        var families = new Dictionary<FamilyId, Family>();
        foreach (var (name, bytes) in EnrollmentFiles)
        {
            var report = EnvelopeCheck.Read(bytes);
            Assert.Empty(report.AllFindings);
            using var segments = new GuideReader(bytes, report);
            var reader = new EnrollmentFileReader(segments, name);
            while (reader.Read() is { } set)
            {
                foreach (var (id, records) in set.ByFamily())
                {
                    var enrolled = Enrollment.Apply(families.GetValueOrDefault(id), records);
                    Assert.Empty(enrolled.Findings);
                    families[id] = enrolled.Family!;
                }
            }
            Assert.Empty(reader.Findings);
        }
        return families;
    }

    public PriceBook Prices()
    {
        var fees = FeeFile.Read(new StringReader(Text("fees.csv")), "fees.csv");
        var networks = NetworkFile.Read(new StringReader(Text("network.csv")), "network.csv");
        Assert.Empty(fees.Findings);
        Assert.Empty(networks.Findings);
        return new PriceBook(new FeeSchedule(fees.Value), networks.Value);
    }
}

using OpenAso.X12.Envelopes;

namespace OpenAso.X12.Tests;

public class PublicSampleTests
{
    // True faults of these files: a component separator other than the one declared in ISA16, or a date out of its
    // form.
    private static readonly string[] Faulty =
    [
        "demo.cob.2ndary.example4.837", "demo.example11.837", "demo.example12.837", "demo.example6.837",
        "demo.example9.837",
        "out-of-network-repriced-claim.837i", "ppo-repriced-claim.837i",
        "837-institutional-claim.edi",
    ];

    [Fact]
    public void Every_public_file_is_read_to_its_end_and_only_true_faults_are_errors()
    {
        var files = PublicSamples.Files.ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{files.Count} public X12 files in {PublicSamples.Folder}");
        Assert.Equal(
            [],
            files.Where(path => HasErrors(path) && !Faulty.Contains(Path.GetFileName(path)))
                .Select(PublicSamples.NameOf));
        if (PublicSamples.Present)
            Assert.All(
                Faulty, name => Assert.True(HasErrors(files.Single(path => Path.GetFileName(path) == name)), name));
    }

    [Fact]
    public void Files_of_other_guides_are_refused_as_groups_and_nothing_of_them_is_read()
    {
        foreach (var path in PublicSamples.Files)
        {
            var bytes = File.ReadAllBytes(path);
            var report = EnvelopeCheck.Read(bytes);
            using var reader = new GuideReader(bytes, report);
            var readsAnything = reader.Read();
            var supported = report.Interchanges.Any(interchange => !interchange.IsRejected
                && interchange.Groups.Any(group => !group.IsRejected && group.Sets.Any(set => !set.IsRejected)));
            Assert.True(readsAnything == supported, PublicSamples.NameOf(path));
        }
    }

    private static bool HasErrors(string path)
    {
        var bytes = File.ReadAllBytes(path);
        using var reader = new GuideReader(bytes, EnvelopeCheck.Read(bytes));
        var worst = SegmentSeverity.Note;
        while (reader.Read())
        {
            foreach (var finding in reader.TakeFindings())
                worst = finding.Severity > worst ? finding.Severity : worst;
        }
        return worst > SegmentSeverity.Note;
    }
}

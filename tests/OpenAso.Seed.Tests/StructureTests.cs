using System.Buffers;
using System.Globalization;
using OpenAso.Seed.Care;
using OpenAso.Seed.Files;
using OpenAso.X12;

namespace OpenAso.Seed.Tests;

public class StructureTests
{
    public static TheoryData<string> Employers => ["acme", "birch"];

    private static SeededFiles FilesOf(string employer) => employer == "acme" ? SeededFiles.Acme : SeededFiles.Birch;

    [Theory]
    [MemberData(nameof(Employers))]
    public void Counts_and_control_numbers_are_right_in_every_file(string employer)
    {
        var seen = new HashSet<string>();
        foreach (var (name, bytes) in FilesOf(employer).X12Files)
        {
            using var reader = new X12Reader(bytes);
            var (sets, segments) = (0, 0);
            string interchange = "", group = "", set = "";
            while (reader.Read())
            {
                segments++;
                var tag = new SegmentTag(reader.Tag).ToString();
                switch (tag)
                {
                    case "ISA":
                        interchange = Element(reader, 13);
                        Assert.True(seen.Add(interchange), $"{name} repeats interchange {interchange}");
                        break;
                    case "GS":
                        (group, sets) = (Element(reader, 6), 0);
                        break;
                    case "ST":
                        (set, segments) = (Element(reader, 2), 1);
                        sets++;
                        break;
                    case "SE":
                        AssertTrailer(reader, segments, set);
                        break;
                    case "GE":
                        AssertTrailer(reader, sets, group);
                        break;
                    case "IEA":
                        AssertTrailer(reader, 1, interchange);
                        break;
                }
            }
            Assert.True(sets > 0);
        }

        static void AssertTrailer(X12Reader reader, int count, string control)
        {
            Assert.Equal(count.ToString(CultureInfo.InvariantCulture), Element(reader, 1));
            Assert.Equal(control, Element(reader, 2));
        }

        static string Element(X12Reader reader, int number) => System.Text.Encoding.ASCII.GetString(reader[number]);
    }

    [Theory]
    [MemberData(nameof(Employers))]
    public void Levels_are_numbered_without_a_gap_and_each_stands_under_one_of_the_right_kind(string employer)
    {
        foreach (var (_, bytes) in FilesOf(employer).ClaimFiles)
        {
            var levels = new List<(string Kind, string HasChildren, int Claims, int Children)>();
            foreach (var segment in SeededFiles.Segments(bytes))
            {
                if (segment[0] == "ST")
                    levels.Clear();
                if (segment[0] == "CLM")
                    levels[^1] = levels[^1] with { Claims = levels[^1].Claims + 1 };
                if (segment[0] == "SE")
                    Assert.All(levels, Check);
                if (segment[0] != "HL")
                    continue;
                Assert.Equal(levels.Count + 1, int.Parse(segment[1], CultureInfo.InvariantCulture));
                if (segment[2].Length > 0)
                {
                    var parent = int.Parse(segment[2], CultureInfo.InvariantCulture) - 1;
                    Assert.Equal(segment[3] == "22" ? "20" : "22", levels[parent].Kind);
                    levels[parent] = levels[parent] with { Children = levels[parent].Children + 1 };
                }
                levels.Add((segment[3], segment[4], 0, 0));
            }
        }

        static void Check((string Kind, string HasChildren, int Claims, int Children) level)
        {
            Assert.Equal(level.Children > 0 ? "1" : "0", level.HasChildren);
            Assert.Equal(level.Children == 0, level.Claims > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Employers))]
    public void A_claim_is_the_sum_of_its_lines_which_are_numbered_from_one(string employer)
    {
        foreach (var (name, bytes) in FilesOf(employer).ClaimFiles)
        {
            var charge = name.Contains("institutional", StringComparison.Ordinal) ? 3 : 2;
            var (claimed, lines, number) = (0m, 0m, 0);
            foreach (var segment in SeededFiles.Segments(bytes))
            {
                if (segment[0] is "CLM" or "HL" or "SE")
                    Assert.Equal(claimed, lines);
                if (segment[0] is "CLM")
                    (claimed, lines, number) = (decimal.Parse(segment[2], CultureInfo.InvariantCulture), 0, 0);
                if (segment[0] is "HL")
                    (claimed, lines) = (0, 0);
                if (segment[0] is "LX")
                    Assert.Equal(++number, int.Parse(segment[1], CultureInfo.InvariantCulture));
                if (segment[0] is "SV1" or "SV2" or "SV3")
                    lines += decimal.Parse(segment[charge], CultureInfo.InvariantCulture);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Employers))]
    public void What_another_payer_paid_is_the_charge_less_its_adjustments(string employer)
    {
        var count = 0;
        foreach (var (_, bytes) in FilesOf(employer).ClaimFiles)
        {
            var (charge, adjusted) = (0m, 0m);
            foreach (var segment in SeededFiles.Segments(bytes))
            {
                if (segment[0] == "CLM")
                    (charge, adjusted) = (decimal.Parse(segment[2], CultureInfo.InvariantCulture), 0);
                if (segment[0] == "CAS")
                    adjusted += decimal.Parse(segment[3], CultureInfo.InvariantCulture);
                if (segment[0] != "AMT")
                    continue;
                Assert.Equal(charge - adjusted, decimal.Parse(segment[2], CultureInfo.InvariantCulture));
                count++;
            }
        }
        Assert.True(count > 0);
    }

    [Fact]
    public void No_set_holds_more_members_than_its_guide_advises_and_none_a_family_in_two()
    {
        var files = SeededFiles.Of(6_000, 1, 2);
        var families = new HashSet<string>();
        var (members, sets) = (0, 0);
        var inSet = new HashSet<string>();
        foreach (var segment in SeededFiles.Segments(files.Bytes("acme-2026-01-full.834")))
        {
            if (segment[0] == "ST")
            {
                Assert.Empty(families.Intersect(inSet));
                families.UnionWith(inSet);
                inSet.Clear();
                (members, sets) = (0, sets + 1);
            }
            if (segment[0] == "INS")
                Assert.InRange(++members, 1, 10_000);
            if (segment is ["REF", "0F", var family])
                inSet.Add(family);
        }
        Assert.Empty(families.Intersect(inSet));
        Assert.True(sets > 1);
    }

    [Fact]
    public void No_set_holds_more_claims_than_it_may_and_none_is_lost()
    {
        var corpus = SeedCorpus.Of(SeededFiles.Acme.Request);
        var output = new ArrayBufferWriter<byte>();
        new ClaimFileWriter(corpus, 5, SeedForm.Professional, maximumClaims: 20).Write(output);
        var segments = SeededFiles.Segments(output.WrittenSpan.ToArray()).Select(segment => segment[0]).ToList();
        var (claims, total) = (0, 0);
        foreach (var tag in segments)
        {
            claims = tag == "ST" ? 0 : tag == "CLM" ? claims + 1 : claims;
            total += tag == "CLM" ? 1 : 0;
            Assert.InRange(claims, 0, 20);
        }
        Assert.Equal(corpus.Claims[(5, SeedForm.Professional)].Count(), total);
        Assert.True(total > 200);
    }

    [Fact]
    public void A_tiny_request_is_written_as_it_always_was()
    {
        var files = SeededFiles.Of(2, 3, 11);
        foreach (var (name, bytes) in files.X12Files)
            Golden.Verify(name, bytes);
        Golden.Verify("network.csv", files.Bytes("network.csv"));
    }
}

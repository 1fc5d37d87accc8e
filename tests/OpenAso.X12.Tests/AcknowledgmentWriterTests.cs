using System.Text;
using CsCheck;
using OpenAso.X12.Acknowledgments;

namespace OpenAso.X12.Tests;

public class AcknowledgmentWriterTests
{
    private static readonly InterchangeHeader Interchange =
        new("ZZ", "OPENASO", "ZZ", "CLINIC", new DateOnly(2026, 3, 9), new TimeOnly(14, 5), 43);

    private static readonly InterchangeAcknowledgment Received =
        new("000000905", "260308", "2355", AcknowledgmentStatus.Accepted);

    private static readonly GroupAcknowledgment ThreeSets = new()
    {
        FunctionalIdentifier = "HC",
        ControlNumber = "17456",
        Version = "005010X222A1",
        SetsIncluded = 3,
        Sets =
        [
            new SetAcknowledgment { Identifier = "837", ControlNumber = "0001", GuideVersion = "005010X222A1" },
            new SetAcknowledgment
            {
                Identifier = "837",
                ControlNumber = "0002",
                GuideVersion = "005010X222A1",
                Notes =
                [
                    new SegmentNote
                    {
                        Segment = "CLM",
                        SegmentInSet = 22,
                        Loop = "2300",
                        Code = "8",
                        Unit = BusinessUnit.Claim("123456789"),
                        Elements =
                        [
                            new ElementNote { Position = new(2), DataElement = "782", Code = "1" },
                            new ElementNote
                            {
                                Position = new(5, 3),
                                DataElement = "1325",
                                Code = "I6",
                                BadValue = "9",
                                Triggers = [new SituationalTrigger("REF", 24, "2300", new ElementPosition(1))],
                            },
                        ],
                    },
                    new SegmentNote
                    {
                        Segment = "REF",
                        SegmentInSet = 57,
                        Loop = "2300",
                        Code = "3",
                        Triggers = [new SituationalTrigger("CLM", 43, "", new ElementPosition(5, 3))],
                    },
                ],
            },
            new SetAcknowledgment { Identifier = "837", ControlNumber = "0003", Codes = ["4"] },
        ],
    };

    private static byte[] FileOf(InterchangeAcknowledgment[] interchanges, GroupAcknowledgment[] groups) =>
        Golden.Written(writer => AcknowledgmentWriter.WriteInterchange(
            writer, Interchange, AcknowledgmentWriter.GroupOf(Interchange),
            new AcknowledgmentFile([.. interchanges], [.. groups])));

    private static string TextOf(params GroupAcknowledgment[] groups) => Encoding.ASCII.GetString(FileOf([], groups));

    private static AcknowledgmentFile Read(byte[] file)
    {
        using var reader = new X12Reader(file);
        var (answers, findings) = AcknowledgmentReader.ReadAll(reader);
        Assert.Empty(findings);
        return answers;
    }

    [Fact]
    public void A_group_partly_accepted_with_every_kind_of_note_and_the_receipt_of_its_interchange() =>
        Golden.Verify("acknowledgment.999", FileOf([Received], [ThreeSets]));

    [Fact]
    public void A_rejected_interchange_is_answered_alone_and_no_group_is_counted() =>
        Golden.Verify(
            "acknowledgment-rejected.ta1",
            FileOf([Received with { Status = AcknowledgmentStatus.Rejected, Note = "001" }], []));

    [Fact]
    public void Every_group_has_its_own_set_and_an_835_without_guide_version_none_in_AK2()
    {
        var remittances = ThreeSets with
        {
            FunctionalIdentifier = "HP",
            SetsIncluded = 1,
            Sets = [new SetAcknowledgment { Identifier = "835", ControlNumber = "1234" }],
        };

        Assert.Contains(
            "~ST*999*0002*005010X231A1~AK1*HP*17456*005010X222A1~AK2*835*1234~IK5*A~AK9*A*1*1*1~SE*6*0002~GE*2*43~",
            TextOf(ThreeSets, remittances));
    }

    [Fact]
    public void A_rejected_group_counts_its_sets_without_answering_them() =>
        Assert.Contains(
            "~AK1*HC*17456*005010X222A1~AK9*R*3*2*0*5~SE*4*0001~",
            TextOf(ThreeSets with { Sets = [], SetsUnanswered = 2, Codes = ["5"] }));

    [Theory]
    [InlineData("8", false)]
    [InlineData("3", true)]
    public void Eight_says_that_elements_follow_and_nothing_else_does(string code, bool withElement)
    {
        var note = new SegmentNote
        {
            Segment = "CLM",
            SegmentInSet = 1,
            Code = code,
            Elements = withElement ? [new ElementNote { Position = new(1), Code = "1" }] : [],
        };

        Assert.Throws<InvalidOperationException>(
            () => TextOf(ThreeSets with { Sets = [ThreeSets.Sets[0] with { Notes = [note] }] }));
    }

    [Fact]
    public void An_interchange_is_never_partly_accepted() =>
        Assert.Throws<ArgumentException>(
            () => FileOf([Received with { Status = AcknowledgmentStatus.PartlyAccepted }], []));

    [Fact]
    public void An_empty_file_of_answers_is_not_written() =>
        Assert.Throws<ArgumentException>(() => FileOf([], []));

    [Fact]
    public void What_is_written_reads_back_equal() =>
        Gen.Select(AcknowledgmentGenerators.Interchange.Array[0, 2], AcknowledgmentGenerators.Group.Array[1, 3])
            .Sample((interchanges, groups) =>
            {
                var answers = Read(FileOf(interchanges, groups));
                Assert.Equal(interchanges, answers.Interchanges);
                Assert.Equal(groups, answers.Groups);
            });

    [Fact]
    public void The_public_acknowledgment_reads_as_its_sender_meant_it()
    {
        var path = Path.Combine(PublicSamples.Folder, "kputnam+stupidedi", "X231A1-FA999",
            "response-to-functional-group-containing-3-837s.edi");
        Assert.SkipUnless(File.Exists(path), $"No public 999 in {PublicSamples.Folder}: set OPENASO_SAMPLES.");
        var answers = Read(File.ReadAllBytes(path));

        var group = Assert.Single(answers.Groups);
        Assert.Equal((AcknowledgmentStatus.PartlyAccepted, 3, 3, 1),
            (group.Status, group.SetsIncluded, group.SetsReceived, group.SetsAccepted));
        Assert.Equal(["A", "R", "R"], group.Sets.Select(set => set.Status.ToString()[..1]));
        Assert.Equal(new BusinessUnit("CLM01", "123456789"), group.Sets[1].Notes[0].Unit);
        Assert.Equal(new ElementPosition(5, 3), group.Sets[2].Notes[0].Triggers[0].Position);
    }

    [Fact]
    public void Damaged_files_never_throw() =>
        Gen.Select(Gen.Int[106, 600], Gen.OneOf(Gen.Byte, Gen.Int[0, 7].Select(i => (byte)"*~:-.0SE"[i])))
            .Array[1, 8].Sample(damages =>
            {
                var bytes = FileOf([Received], [ThreeSets]);
                foreach (var (place, value) in damages)
                    bytes[place % bytes.Length] = value;
                using var reader = new X12Reader(bytes);
                Assert.InRange(AcknowledgmentReader.ReadAll(reader).Answers.Groups.Count, 0, 1);
            });
}

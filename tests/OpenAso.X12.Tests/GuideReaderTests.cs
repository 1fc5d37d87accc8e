using System.Text;
using OpenAso.X12.Envelopes;

namespace OpenAso.X12.Tests;

/// <summary>One small claim file; each test changes one thing in it and sees what is said.</summary>
public class GuideReaderTests
{
    private const string Header = """
        ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105*1200*^*00501*000000001*0*P*:~
        GS*HC*SENDER*RECEIVER*20260105*1200*1*X*005010X222A1~
        ST*837*0001*005010X222A1~
        BHT*0019*00*1*20260105*1200*CH~
        NM1*41*2*CLEARING*****46*C1~
        PER*IC*HELP*TE*5555550100~
        NM1*40*2*PLAN*****46*P1~
        HL*1**20*1~
        NM1*85*2*CLINIC*****XX*1245319599~
        N3*1 MAIN ST~
        N4*TOWN*IA*500010000~
        REF*EI*123456789~
        HL*2*1*22*0~
        SBR*P*18*******CI~
        NM1*IL*1*DOE*ANN****MI*M1~
        DMG*D8*19800101*F~
        NM1*PR*2*PLAN*****PI*P1~
        CLM*A1*100***11:B:1*Y*A*Y*Y~
        HI*ABK:J069~
        LX*1~
        SV1*HC:99213*100*UN*1***1~
        DTP*472*D8*20260103~
        """;

    private const string Trailer = "SE*21*0001~\nGE*1*1~\nIEA*1*000000001~\n";

    [Fact]
    public void A_sound_file_has_no_findings_and_every_segment_its_loop()
    {
        var (loops, findings) = Read(Header + Trailer);
        Assert.Empty(findings);
        Assert.Equal(
            "Header Header L1000A L1000A L1000B L2000A L2010AA L2010AA L2010AA L2010AA L2000B L2000B L2010BA L2010BA "
            + "L2010BB L2300 L2300 L2400 L2400 L2400 None",
            string.Join(' ', loops));
    }

    [Theory]
    [InlineData("HI*ABK:J069~\n", "", "X12042 segment 18 HI Error L2300 3")]
    [InlineData("LX*1~\n", "XYZ*1~\nLX*1~\n", "X12040 segment 20 XYZ Error L2300 1")]
    [InlineData("LX*1~\n", "PAT*01~\nLX*1~\n", "X12041 segment 20 PAT Error L2300 2")]
    [InlineData("CLM*A1*100*", "CLM*A1*1OO*", "X12053 segment 18 CLM02 Error L2300 6")]
    [InlineData("CLM*A1*", "CLM**", "X12050 segment 18 CLM01 Error L2300 1")]
    [InlineData("*D8*20260103", "*D8*20260230", "X12052 segment 22 DTP03 Error L2400 8")]
    [InlineData("SBR*P*18", "SBR*Q*18", "X12051 segment 14 SBR01 Error L2000B I6")]
    [InlineData("HL*2*1*22", "HL*2*7*22", "X12056 segment 13 HL02 Error L2000B 7")]
    [InlineData("HL*2*1*22", "HL*1*1*22", "X12055 segment 13 HL01 Error L2000B 7")]
    [InlineData("HL*2*1*22*0", "HL*2*1*22*1", "")]
    [InlineData("BHT*0019*00*1*20260105", "BHT*0019*00*1*20261305", "X12052 segment 4 BHT04 SetRejected Header 8")]
    [InlineData("NM1*40*2*PLAN*****46*P1~\n", "", "X12044 segment 6 NM1 SetRejected Header I7")]
    [InlineData("N3*1 MAIN ST~\n", "", "X12042 segment 11 N3 Note L2010AA 3")]
    [InlineData("LX*1~\n", "HI*ABK:J069~\nLX*1~\n", "X12043 segment 20 HI Error L2300 5")]
    public void What_is_wrong_is_named_with_its_place_and_the_standards_own_code(
        string part, string with, string expected)
    {
        Assert.Contains(part, Header, StringComparison.Ordinal);
        var changed = Header.Replace(part, with, StringComparison.Ordinal);
        var segments = changed.Split('\n').Length - 1;
        var (_, findings) = Read(changed + Trailer.Replace("SE*21", $"SE*{segments}", StringComparison.Ordinal));
        Assert.Equal(
            expected,
            string.Join("; ", findings.Select(finding =>
                $"{finding.Code} {finding.Place} {finding.Severity} {finding.Loop} {finding.AcknowledgmentCode}")));
    }

    [Theory]
    [InlineData("SE*21*0001", "SE*20*0001", "X12032 SetRejected 4")]
    [InlineData("SE*21*0001", "SE*21*0002", "X12031 SetRejected 3")]
    [InlineData("SE*21*0001~\n", "", "X12030 SetRejected 2")]
    [InlineData("GE*1*1", "GE*2*1", "X12022 GroupRejected 5")]
    [InlineData("GE*1*1", "GE*1*2", "X12021 GroupRejected 4")]
    [InlineData("GE*1*1~\n", "", "X12020 GroupRejected 3")]
    [InlineData("IEA*1*000000001", "IEA*2*000000001", "X12007 InterchangeRejected 021")]
    [InlineData("IEA*1*000000001", "IEA*1*000000002", "X12006 InterchangeRejected 001")]
    [InlineData("IEA*1*000000001~", "", "X12002 InterchangeRejected 023")]
    [InlineData("IEA*1*000000001~", "IEA*1*0000", "X12002 InterchangeRejected 023")]
    [InlineData("005010X222A1~\nST", "004010X098A1~\nST", "X12023 GroupRejected 2")]
    [InlineData("ST*837*0001*005010X222A1", "ST*837*0001*005010X223A2", "X12035 SetRejected I6")]
    [InlineData("ST*837*", "ST*834*", "X12034 SetRejected 1")]
    [InlineData("GS*HC", "GS*BE", "X12025 GroupRejected 1")]
    [InlineData("*0*P*:", "*0*P**", "X12004 InterchangeRejected 027")]
    [InlineData("*00501*", "*00999*", "X12008 InterchangeRejected 017")]
    public void A_damaged_envelope_is_refused_and_nothing_inside_it_is_read(string part, string with, string expected)
    {
        var file = Header + Trailer;
        Assert.Contains(part, file, StringComparison.Ordinal);
        var bytes = Encoding.ASCII.GetBytes(file.Replace(part, with, StringComparison.Ordinal));
        var report = EnvelopeCheck.Read(bytes);
        Assert.Equal(
            expected,
            string.Join("; ", report.AllFindings.Select(
                finding => $"{finding.Code} {finding.Severity} {finding.AcknowledgmentCode}")));
        using var reader = new GuideReader(bytes, report);
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_damaged_interchange_does_not_hold_up_the_sound_ones_beside_it()
    {
        var bad = (Header + Trailer).Replace("IEA*1*000000001~\n", "", StringComparison.Ordinal);
        var (loops, _) = Read(bad + Header + Trailer);
        Assert.Equal(21, loops.Count);
    }

    [Fact]
    public void The_hash_of_an_interchange_does_not_depend_on_line_breaks()
    {
        var file = Header + Trailer;
        Assert.Equal(
            HashOf(file), HashOf(file.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.NotEqual(HashOf(file), HashOf(file.Replace("ANN", "ANA", StringComparison.Ordinal)));
    }

    private static string HashOf(string file) =>
        EnvelopeCheck.Read(Encoding.ASCII.GetBytes(file)).Interchanges[0].ContentHash;

    private static (List<LoopId> Loops, List<SegmentFinding> Findings) Read(string file)
    {
        var bytes = Encoding.ASCII.GetBytes(file);
        var report = EnvelopeCheck.Read(bytes);
        List<SegmentFinding> findings = [.. report.AllFindings];
        List<LoopId> loops = [];
        using var reader = new GuideReader(bytes, report);
        while (reader.Read())
        {
            loops.Add(reader.Loop);
            findings.AddRange(reader.TakeFindings());
        }
        return (loops, findings);
    }
}

using System.Text;
using OpenAso.X12.Acknowledgments;
using OpenAso.X12.Envelopes;

namespace OpenAso.X12.Tests;

public class EnvelopeAcknowledgmentTests
{
    // One member who is enrolled; no fault.
    private const string Members =
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*000000001*0*P*:~\n"
        + "GS*BE*SENDER*RECEIVER*20260101*1200*7*X*005010X220A1~\n"
        + "ST*834*0001*005010X220A1~\nBGN*00*1*20260101*1200****4~\nN1*P5*ACME*FI*123456789~\n"
        + "N1*IN*PLAN*FI*987654321~\nINS*Y*18*021*20*A***FT~\nREF*0F*100~\nREF*1L*ACME~\nDTP*336*D8*20200101~\n"
        + "NM1*IL*1*DOE*ANA****34*111223333~\nDMG*D8*19800101*F~\nHD*021**HLT*PPO*EMP~\nDTP*348*D8*20260101~\n"
        + "SE*13*0001~\nGE*1*7~\nIEA*1*000000001~\n";

    private static AcknowledgmentFile AnswersTo(string file)
    {
        var bytes = Encoding.ASCII.GetBytes(file);
        var report = EnvelopeCheck.Read(bytes);
        using var reader = new GuideReader(bytes, report);
        while (reader.Read())
            reader.TakeFindings();
        return EnvelopeAcknowledgment.Of(report);
    }

    private static AcknowledgmentFile AnswersTo(string right, string wrong)
    {
        Assert.Contains(right, Members);
        return AnswersTo(Members.Replace(right, wrong, StringComparison.Ordinal));
    }

    private static string Written(AcknowledgmentFile answers)
    {
        var header = new InterchangeHeader("ZZ", "A", "ZZ", "B", new DateOnly(2026, 1, 2), default, 1);
        var file = Encoding.ASCII.GetString(Golden.Written(writer =>
            AcknowledgmentWriter.WriteInterchange(writer, header, AcknowledgmentWriter.GroupOf(header), answers)));
        return string.Concat(file.Split('~', StringSplitOptions.RemoveEmptyEntries)
            .Where(segment => segment[..2] is "TA" or "AK" or "IK").Select(segment => segment + "~"));
    }

    [Fact]
    public void A_file_without_fault_is_accepted_and_its_interchange_answered_only_when_asked()
    {
        Assert.Equal("AK1*BE*7*005010X220A1~AK2*834*0001*005010X220A1~IK5*A~AK9*A*1*1*1~", Written(AnswersTo(Members)));
        Assert.StartsWith("TA1*000000001*260101*1200*A*000~AK1", Written(AnswersTo("*0*P*", "*1*P*")));
    }

    [Fact]
    public void An_error_within_a_set_is_named_by_segment_loop_and_element_without_the_senders_data() =>
        Assert.Equal(
            "AK1*BE*7*005010X220A1~AK2*834*0001*005010X220A1~IK3*DMG*10*2100A*8~IK4*2**8~IK5*E*5~AK9*E*1*1*1~",
            Written(AnswersTo("DMG*D8*19800101*F", "DMG*D8*19801301*F")));

    [Fact]
    public void A_set_whose_count_is_wrong_is_rejected_and_the_group_with_it_where_it_is_the_only_one() =>
        Assert.Equal(
            "AK1*BE*7*005010X220A1~AK2*834*0001*005010X220A1~IK5*R*4~AK9*R*1*1*0~",
            Written(AnswersTo("SE*13*", "SE*14*")));

    [Fact]
    public void A_group_whose_count_is_wrong_is_rejected_and_its_sets_are_only_counted() =>
        Assert.Equal("AK1*BE*7*005010X220A1~AK9*R*2*1*0*5~", Written(AnswersTo("GE*1*7", "GE*2*7")));

    [Fact]
    public void A_guide_that_is_not_read_rejects_its_group() =>
        Assert.Equal(
            "AK1*BE*7*004010X095A1~AK9*R*1*1*0*2~", Written(AnswersTo("*005010X220A1~", "*004010X095A1~")));

    [Fact]
    public void A_rejected_interchange_has_a_TA1_and_no_999() =>
        Assert.Equal("TA1*000000001*260101*1200*R*001~", Written(AnswersTo("IEA*1*000000001", "IEA*1*000000002")));

    [Fact]
    public void The_gravest_of_several_findings_is_the_one_a_TA1_names()
    {
        var unpadded = Members.Replace("*RECEIVER       *", "*RECEIVER*", StringComparison.Ordinal);

        Assert.StartsWith("TA1*000000001*260101*1200*E*022~",
            Written(AnswersTo(unpadded.Replace("*0*P*", "*1*P*", StringComparison.Ordinal))));
        Assert.Equal("TA1*000000001*260101*1200*R*001~",
            Written(AnswersTo(unpadded.Replace("IEA*1*000000001", "IEA*1*000000002", StringComparison.Ordinal))));
    }

    [Fact]
    public void Elements_of_one_segment_share_its_note_and_another_segment_has_its_own()
    {
        var file = Members.Replace("DMG*D8*19800101*F", "DMG*D8*19801301*Q", StringComparison.Ordinal)
            .Replace("DTP*348*D8*20260101", "DTP*348*D8*20261301", StringComparison.Ordinal);

        Assert.Contains(
            "~IK3*DMG*10*2100A*8~IK4*2**8~IK4*3**I6~IK3*DTP*12*2300*8~IK4*3**8~IK5*E*5*I5~", Written(AnswersTo(file)));
    }

    [Fact]
    public void Acknowledgments_are_never_acknowledged()
    {
        var header = new InterchangeHeader("ZZ", "A", "ZZ", "B", new DateOnly(2026, 1, 2), default, 1);
        var file = Encoding.ASCII.GetString(Golden.Written(writer => AcknowledgmentWriter.WriteInterchange(
            writer, header, AcknowledgmentWriter.GroupOf(header), AnswersTo(Members))));

        Assert.True(AnswersTo(file).IsEmpty);
    }

    [Fact]
    public void Every_public_file_is_answered_by_what_can_be_written()
    {
        foreach (var path in PublicSamples.Files)
        {
            var answers = AnswersTo(Encoding.Latin1.GetString(File.ReadAllBytes(path)));
            if (!answers.IsEmpty)
                Assert.NotEmpty(Written(answers));
        }
    }
}

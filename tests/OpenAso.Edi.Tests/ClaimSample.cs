using System.Text;
using OpenAso.Claims;
using OpenAso.Edi.Claims837;
using OpenAso.Kernel;
using OpenAso.X12;
using OpenAso.X12.Envelopes;

namespace OpenAso.Edi.Tests;

/// <summary>Small claim files, written out, in which a test changes one thing.</summary>
internal static class ClaimSample
{
    /// <summary>Two claims: of a subscriber, and of a dependent of another subscriber.</summary>
    public const string Professional = """
        BHT*0019*00*1*20260105*1200*CH~
        NM1*41*2*CLEARING*****46*C1~
        PER*IC*HELP*TE*5555550100~
        NM1*40*2*PLAN*****46*P1~
        HL*1**20*1~
        NM1*85*2*CLINIC*****XX*1245319599~
        N3*1 MAIN ST~
        N4*TOWN*IA*50001-0000~
        REF*EI*12-3456789~
        HL*2*1*22*0~
        SBR*P*18*******CI~
        NM1*IL*1*DOE*ANN*Q***MI*M1~
        DMG*D8*19800101*F~
        NM1*PR*2*PLAN*****PI*P1~
        CLM*A1*150.5***11:B:1*Y*A*Y*Y*P*EM:AA~
        REF*G1*AUTH1~
        REF*D9*TRACE1~
        HI*ABK:J06.9*ABF:R05~
        NM1*82*1*ROE*RAY****XX*1093817465~
        LX*1~
        SV1*HC:99213:25*100*UN*1***2~
        DTP*472*D8*20260103~
        REF*6R*LINE1~
        LX*2~
        SV1*HC:J1100*50.50*UN*2.5*12**1~
        DTP*472*RD8*20260103-20260104~
        HL*3*1*22*1~
        SBR*P********CI~
        NM1*IL*1*ROE*BEN****MI*M2~
        NM1*PR*2*PLAN*****PI*P1~
        HL*4*3*23*0~
        PAT*19~
        NM1*QC*1*ROE*CAL~
        N3*1 MAIN ST~
        N4*TOWN*IA*50001~
        DMG*D8*20150615*M~
        CLM*A2*80***11:B:7*Y*A*N*Y~
        REF*F8*ORIGINAL~
        HI*ABK:J069~
        LX*1~
        SV1*HC:99212*80*UN*1***1~
        DTP*472*D8*20260104~
        """;

    public const string Institutional = """
        BHT*0019*00*1*20260220*1200*CH~
        NM1*41*2*CLEARING*****46*C1~
        PER*IC*HELP*TE*5555550100~
        NM1*40*2*PLAN*****46*P1~
        HL*1**20*1~
        NM1*85*2*HOSPITAL*****XX*1245319599~
        N3*1 MAIN ST~
        N4*TOWN*IA*500010000~
        REF*EI*123456789~
        HL*2*1*22*0~
        SBR*P*18*******CI~
        NM1*IL*1*DOE*ANN****MI*M1~
        DMG*D8*19800101*F~
        NM1*PR*2*PLAN*****PI*P1~
        CLM*H1*9000***11:A:1**A*Y*Y~
        DTP*434*RD8*20260201-20260203~
        DTP*435*DT*202602010800~
        CL1*1*1*01~
        HI*ABK:K3580~
        HI*DR:343~
        LX*1~
        SV2*0120**6000*DA*2~
        LX*2~
        SV2*360*HC:44970*3000*UN*1~
        DTP*472*D8*20260202~
        """;

    public const string Dental = """
        BHT*0019*00*1*20260220*1200*CH~
        NM1*41*2*CLEARING*****46*C1~
        PER*IC*HELP*TE*5555550100~
        NM1*40*2*PLAN*****46*P1~
        HL*1**20*1~
        NM1*85*1*TOOTH*TINA****XX*1245319599~
        N3*1 MAIN ST~
        N4*TOWN*IA*500010000~
        REF*SY*123456789~
        HL*2*1*22*0~
        SBR*P*18*******CI~
        NM1*IL*1*DOE*ANN****MI*M1~
        DMG*D8*19800101*F~
        NM1*PR*2*PLAN*****PI*P1~
        CLM*D1*210***11:B:1*Y*A*Y*Y~
        DTP*472*D8*20260210~
        LX*1~
        SV3*AD:D2392*210**10**1~
        TOO*JP*14*M:O~
        """;

    /// <summary>A whole file around the segments of one set.</summary>
    public static string File(string segments, string guide = "005010X222A1")
    {
        var count = segments.Count(letter => letter == '~') + 2;
        return $"""
            ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105*1200*^*00501*000000001*0*P*:~
            GS*HC*SENDER*RECEIVER*20260105*1200*1*X*{guide}~
            ST*837*0001*{guide}~
            {segments}
            SE*{count}*0001~
            GE*1*1~
            IEA*1*000000001~
            """;
    }

    public static Reading Read(string segments, string guide = "005010X222A1", DateOnly? received = null) =>
        ReadFile(File(segments, guide), received);

    public static Reading ReadFile(string file, DateOnly? received = null)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        using var segmentReader = new GuideReader(bytes, EnvelopeCheck.Read(bytes));
        var reader = new ClaimFileReader(segmentReader, "test.837", received);
        List<Claim> claims = [];
        List<RejectedClaim> rejected = [];
        while (reader.Read())
        {
            if (reader.Claim is { } claim)
                claims.Add(claim);
            else
                rejected.Add(reader.Rejected!);
        }
        return new Reading(claims, rejected, [.. reader.Findings]);
    }

    internal sealed record Reading(List<Claim> Claims, List<RejectedClaim> Rejected, List<Finding> Findings);
}

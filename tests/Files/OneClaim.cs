using System.Globalization;

namespace OpenAso.Tests.Files;

/// <summary>A claim of somebody who is enrolled, as an X12 file.</summary>
internal static class OneClaim
{
    public static string File(string member, string number, int control, string charge = "80") => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        ISA*00*          *00*          *ZZ*CLEARING       *ZZ*OPENASO        *260601*1200*^*00501*{control:D9}*0*P*:~
        GS*HC*CLEARING*OPENASO*20260601*1200*{control}*X*005010X222A1~
        ST*837*0001*005010X222A1~
        BHT*0019*00*{number}*20260601*1200*CH~
        NM1*41*2*CLEARING*****46*C1~
        PER*IC*HELP*TE*5555550100~
        NM1*40*2*OPENASO*****46*P1~
        HL*1**20*1~
        NM1*85*2*CLINIC*****XX*1245319599~
        N3*1 MAIN ST~
        N4*TOWN*IA*500010000~
        REF*EI*123456789~
        HL*2*1*22*0~
        SBR*P*18*******CI~
        NM1*IL*1*DOE*ANN****MI*{member}~
        DMG*D8*19800101*F~
        NM1*PR*2*OPENASO*****PI*P1~
        CLM*{number}*{charge}***11:B:1*Y*A*Y*Y~
        HI*ABK:J069~
        LX*1~
        SV1*HC:99213*{charge}*UN*1***1~
        DTP*472*D8*20260520~
        SE*21*0001~
        GE*1*{control}~
        IEA*1*{control:D9}~
        """);
}

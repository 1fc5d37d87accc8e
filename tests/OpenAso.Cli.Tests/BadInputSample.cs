namespace OpenAso.Cli.Tests;

/// <summary>Two families and three claims, written out, in which a test breaks one thing.</summary>
internal static class BadInputSample
{
    public const string Fees = """
        network,npi,code,modifier,place,first,last,method,amount
        summit,,99213,,,,,fee,75.00
        summit,,99212,,,,,fee,55.00
        summit,,J1100,,,,,fee,10.00

        """;

    public const string Network = """
        network,npi,first,last
        summit,1245319599,,

        """;

    public const string EnrollmentTable = """
        family,member,relationship,last,first,middle,birth,sex,action,line,plan,tier,from,to
        SUBQ771,MBRX771,subscriber,QUICKSILVER,ANNABEL,,1980-01-17,F,add,medical,acme-ppo,family,2026-01-01,
        SUBQ771,,child,QUICKSILVER,CALEB,,2015-06-15,M,add,medical,acme-ppo,,2026-01-01,
        SUBQ882,,subscriber,ZEPPELIN,BENEDICT,,1975-12-24,M,add,medical,acme-ppo,employee,2026-01-01,

        """;

    /// <summary>An employee with a child, and an employee alone.</summary>
    public const string Members = """
        BGN*00*1*20260101*1200****4~
        N1*P5*ACME*FI*123456789~
        N1*IN*PLAN*FI*987654321~
        INS*Y*18*021*28*A***FT~
        REF*0F*SUBQ771~
        DTP*356*D8*20260101~
        NM1*IL*1*QUICKSILVER*ANNABEL*Q***ZZ*MBRX771~
        DMG*D8*19800117*F~
        HD*021**HLT*acme-ppo*FAM~
        DTP*348*D8*20260101~
        INS*N*19*021*28*A***FT~
        REF*0F*SUBQ771~
        DTP*356*D8*20260101~
        NM1*IL*1*QUICKSILVER*CALEB~
        DMG*D8*20150615*M~
        HD*021**HLT*acme-ppo*FAM~
        DTP*348*D8*20260101~
        INS*Y*18*021*28*A***FT~
        REF*0F*SUBQ882~
        DTP*356*D8*20260101~
        NM1*IL*1*ZEPPELIN*BENEDICT~
        DMG*D8*19751224*M~
        HD*021**HLT*acme-ppo*EMP~
        DTP*348*D8*20260101~
        """;

    /// <summary>A1 of the first employee, A2 of the second, A3 of the first one's child.</summary>
    public const string Claims = """
        BHT*0019*00*1*20260120*1200*CH~
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
        NM1*IL*1*QUICKSILVER*ANNABEL****MI*SUBQ771~
        DMG*D8*19800117*F~
        NM1*PR*2*PLAN*****PI*P1~
        CLM*A1*150***11:B:1*Y*A*Y*Y~
        HI*ABK:J069~
        LX*1~
        SV1*HC:99213*100*UN*1***1~
        DTP*472*D8*20260103~
        LX*2~
        SV1*HC:J1100*50*UN*2***1~
        DTP*472*D8*20260103~
        HL*3*1*22*0~
        SBR*P*18*******CI~
        NM1*IL*1*ZEPPELIN*BENEDICT****MI*SUBQ882~
        DMG*D8*19751224*M~
        NM1*PR*2*PLAN*****PI*P1~
        CLM*A2*80***11:B:1*Y*A*Y*Y~
        HI*ABK:R509~
        LX*1~
        SV1*HC:99212*80*UN*1***1~
        DTP*472*D8*20260104~
        HL*4*1*22*1~
        SBR*P********CI~
        NM1*IL*1*QUICKSILVER*ANNABEL****MI*SUBQ771~
        NM1*PR*2*PLAN*****PI*P1~
        HL*5*4*23*0~
        PAT*19~
        NM1*QC*1*QUICKSILVER*CALEB~
        N3*1 MAIN ST~
        N4*TOWN*IA*500010000~
        DMG*D8*20150615*M~
        CLM*A3*90***11:B:1*Y*A*Y*Y~
        HI*ABK:J069~
        LX*1~
        SV1*HC:99213*90*UN*1***1~
        DTP*472*D8*20260105~
        """;

    /// <summary>What no message may hold: names, birth dates, identifiers.</summary>
    public static IReadOnlyList<string> Private { get; } =
    [
        "QUICKSILVER", "ANNABEL", "CALEB", "ZEPPELIN", "BENEDICT", "SUBQ", "MBRX", "19800117", "20150615", "19751224",
        "1980-01-17", "2015-06-15", "1975-12-24",
    ];

    /// <summary>A whole enrolment file around the segments of a set.</summary>
    public static string EnrollmentFile(string segments) => Envelope("BE", "834", "005010X220A1", segments);

    /// <summary>A whole claim file around the segments of a set.</summary>
    public static string ClaimFile(string segments, string guide = "005010X222A1") =>
        Envelope("HC", "837", guide, segments);

    private static string Envelope(string group, string set, string guide, string segments) => $"""
        ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105*1200*^*00501*000000001*0*P*:~
        GS*{group}*SENDER*RECEIVER*20260105*1200*1*X*{guide}~
        ST*{set}*0001*{guide}~
        {segments}
        SE*{segments.Count(letter => letter == '~') + 2}*0001~
        GE*1*1~
        IEA*1*000000001~

        """;
}

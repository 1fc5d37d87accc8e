using System.Text;

namespace OpenAso.Cli.Tests;

/// <summary>Claim and enrolment files with one thing wrong: what is said, and what becomes of the claims beside
/// it.</summary>
public sealed class BadFileTests : IDisposable
{
    private const string All = "A1 payable, A2 payable, A3 payable";
    private const string OneRejected = "A1 payable, A3 payable, A2 rejected";
    private const string Nobody = "A1 pended, A2 pended, A3 pended";

    private readonly BadInputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Each row: what is broken in the claim file, the exit code, what becomes of the claims, and words of the message.
    [Theory]
    [InlineData("D8*20260104", "D8*20260104", 0, All, "")]
    [InlineData("*80*UN*1", "*-80*UN*1", 1, OneRejected, "claims.837 segment 34 SV102: CLM007 Expected an")]
    [InlineData("*80*UN*1", "*100000000.00*UN*1", 1, OneRejected, "CLM007")]
    [InlineData("*80*UN*1", "*999999999999999999*UN*1", 1, OneRejected, "to 99,999,999.99 in whole cents")]
    [InlineData("*80*UN*1", "*9223372036854775807*UN*1", 1, OneRejected, "CLM007")]
    [InlineData("*80*UN*1", "*80.005*UN*1", 1, OneRejected, "CLM007")]
    [InlineData("*80*UN*1", "*80*UN*99999999999999999", 1, OneRejected, "SV104: CLM011 Expected units from 0")]
    [InlineData("*80*UN*1", "*80*UN*-1", 1, OneRejected, "CLM011")]
    [InlineData("*80*UN*1", "*80*QQ*1", 1, OneRejected, "SV103: X12051 The guide has")]
    [InlineData("CLM*A2*80*", "CLM*A2*81*", 1, OneRejected, "CLM02: CLM002")]
    [InlineData("HC:99212", "HC:99 12", 1, OneRejected, "CLM010 Expected a code of at most eight letters")]
    [InlineData("HC:99212", "HC:ZZZZZ", 0, "A1 payable, A2 pended, A3 payable", "")]
    [InlineData("D8*20260104", "D8*20260230", 1, OneRejected, "segment 35 DTP03: X12052 Expected what the qualifier")]
    [InlineData("D8*20260104", "D8*00010101", 1, OneRejected, "from 1800 on")]
    [InlineData("D8*20260104", "D8*99991231", 1, OneRejected, "CLM005 The date of service is later than the day")]
    [InlineData("D8*20260104", "D8*20260121", 1, OneRejected, "give the true day of receipt with --received")]
    [InlineData("D8*20260104", "D8*19891231", 1, OneRejected, "CLM006")]
    [InlineData("D8*20260104", "RD8*20260104-20260103", 1, OneRejected, "X12052")]
    [InlineData("D8*19751224", "D8*20300101", 1, OneRejected, "CLM017 The patient would be born after")]
    [InlineData("MI*SUBQ882", "MI*SUBQ999", 0, "A1 payable, A2 pended, A3 payable", "")]
    [InlineData("NM1*IL*1*ZEPPELIN*BENEDICT****MI*SUBQ882~\n", "", 1, OneRejected, "X12044 The guide requires loop")]
    [InlineData("HL*5*4*23*0", "HL*5*9*23*0", 1, "A1 payable, A2 payable, A3 rejected", "HL02: X12056")]
    [InlineData("XX*1245319599", "XX*HELLO", 1, "A1 rejected, A2 rejected, A3 rejected", "NPI of ten digits")]
    [InlineData("*20260120*1200", "*20260230*1200", 1, "A1 rejected, A2 rejected, A3 rejected", "BHT04: X12052")]
    [InlineData("*20260120*1200", "*99991231*1200", 1, "A1 rejected, A2 rejected, A3 rejected", "CLM015")]
    public void A_bad_claim_is_said_and_those_beside_it_are_decided(
        string part, string with, int code, string claims, string words)
    {
        Assert.Contains(part, BadInputSample.Claims, StringComparison.Ordinal);
        _folder.Write("claims.837", BadInputSample.ClaimFile(
            BadInputSample.Claims.Replace(part, with, StringComparison.Ordinal)));
        AssertDecided(_folder.Adjudicate(), code, claims, words);
    }

    // Each row: what is broken in the enrolment file.
    [Theory]
    [InlineData("acme-ppo*EMP", "gold*EMP", 0, "A1 payable, A2 pended, A3 payable",
        "segment 21 INS: ENR013 There is no document of a medical plan 'gold', and 1 member is enrolled in it")]
    [InlineData("acme-ppo*EMP", "*EMP", 1, "A1 payable, A2 pended, A3 payable", "ENR007 No plan is named")]
    [InlineData("acme-ppo*EMP", "acme-ppo*QQQ", 0, All, "HD05: ENF004")]
    [InlineData("REF*0F*SUBQ882", "REF*0F*SUBQ771", 1, "A1 payable, A2 pended, A3 payable", "ENR008")]
    [InlineData("DMG*D8*19751224", "DMG*D8*20300101", 1, "A1 payable, A2 pended, A3 payable", "ENF005")]
    [InlineData("DMG*D8*19751224", "DMG*D8*00010101", 1, "A1 payable, A2 pended, A3 payable", "DMG02: X12052")]
    [InlineData("INS*N*19*021", "INS*N*19*077", 1, "A1 payable, A2 payable, A3 pended", "INS03: X12051")]
    [InlineData("NM1*IL*1*ZEPPELIN*BENEDICT~\n", "", 1, "A1 payable, A2 pended, A3 payable", "X12044")]
    [InlineData("BGN*00*1*20260101", "BGN*00*1*20261301", 1, Nobody, "BGN03: X12052")]
    public void A_bad_member_is_said_and_the_others_are_enrolled(
        string part, string with, int code, string claims, string words)
    {
        Assert.Contains(part, BadInputSample.Members, StringComparison.Ordinal);
        _folder.Write("members.834", BadInputSample.EnrollmentFile(
            BadInputSample.Members.Replace(part, with, StringComparison.Ordinal)));
        AssertDecided(_folder.Adjudicate(), code, claims, words);
    }

    [Fact]
    public void A_dependent_without_subscriber_is_not_enrolled_and_nobody_is_named()
    {
        var first = BadInputSample.Members.IndexOf("INS*Y", StringComparison.Ordinal);
        var next = BadInputSample.Members.IndexOf("INS*N", StringComparison.Ordinal);
        _folder.Write("members.834", BadInputSample.EnrollmentFile(
            BadInputSample.Members.Remove(first, next - first)));
        AssertDecided(
            _folder.Adjudicate(), 1, "A1 pended, A2 payable, A3 pended", "segment 7 INS: ENR001 The subscriber");
    }

    [Fact]
    public void Two_plans_that_claim_the_same_days_enrol_nobody()
    {
        _folder.Write("members.834", BadInputSample.EnrollmentFile(
            BadInputSample.Members + "\nHD*021**HLT*acme-hdhp*EMP~\nDTP*348*D8*20260101~"));
        AssertDecided(_folder.Adjudicate(), 1, "A1 payable, A2 pended, A3 payable",
            "ENR004 Plans acme-ppo and acme-hdhp both claim medical coverage on the same days");
    }

    // Each row: what is broken in the bytes of the whole claim file. Nothing of an interchange is half loaded.
    [Theory]
    [InlineData("", "claims.837 beginning: X12001 The file is empty")]
    [InlineData("hello, world\n", "X12001 What stands here is no X12 interchange")]
    [InlineData("ISA12=00401", "X12023 GS08 names 004010X222A1")]
    [InlineData("005010X222A1=004010X098A1", "Ask the sender for the file in one of these")]
    [InlineData("00501*=00301*", "ISA12: X12008 ISA12 must be 00501")]
    [InlineData("ISA*=ISA|", "X12001")]
    [InlineData("*P*:~=*P**~", "X12004")]
    [InlineData("SE*49=SE*48", "SE01: X12032 SE01 must count the segments")]
    [InlineData("SE*49*0001=SE*49*0002", "X12031")]
    [InlineData("GE*1*1~=GE*2*1~", "X12022")]
    [InlineData("IEA*1*000000001=IEA*1*000000009", "X12006")]
    [InlineData("IEA*1*000000001~=", "X12002 The file ends before the IEA")]
    public void A_broken_envelope_loads_nothing_and_says_why(string change, string words)
    {
        var file = BadInputSample.ClaimFile(BadInputSample.Claims);
        if (change == "ISA12=00401")
            file = file.Replace("00501", "00401", StringComparison.Ordinal);
        else if (change.Split('=') is [var part, var with])
        {
            Assert.Contains(part, file, StringComparison.Ordinal);
            file = file.Replace(part, with, StringComparison.Ordinal);
        }
        else
            file = change;
        _folder.Write("claims.837", file);
        AssertDecided(_folder.Adjudicate(), 1, "", words);
    }

    [Fact]
    public void Files_that_are_taken_for_each_other_are_said()
    {
        var (swapped, claims) = _folder.Adjudicate("claims.837");
        Assert.Equal((1, Nobody), (swapped.Code, claims));
        Assert.Contains(
            "claims.837: ENF006 The file holds no enrolment (834) but claims (837)", swapped.Error,
            StringComparison.Ordinal);
        _folder.Write("claims.837", BadInputSample.EnrollmentFile(BadInputSample.Members));
        AssertDecided(_folder.Adjudicate(), 1, "", "CLM018 The file holds no claims (837) but enrolment (834)");
    }

    [Fact]
    public void A_cut_off_claim_file_is_never_half_loaded_wherever_it_is_cut()
    {
        var whole = Encoding.UTF8.GetBytes(BadInputSample.ClaimFile(BadInputSample.Claims).TrimEnd());
        for (var length = 1; length < whole.Length; length += length < 300 ? 29 : 61)
        {
            _folder.Write("claims.837", whole[..length]);
            AssertDecided(_folder.Adjudicate(), 1, "", "claims.837 ");
        }
        _folder.Write("claims.837", whole);
        AssertDecided(_folder.Adjudicate(), 0, All, "");
    }

    [Theory]
    [Trait("speed", "slow")]
    [InlineData(1)]
    [InlineData(2)]
    public void Garbled_bytes_never_stop_the_program_nor_tell_about_people(int seed)
    {
        var random = new Random(seed);
        foreach (var (name, file) in new[]
        {
            ("claims.837", BadInputSample.ClaimFile(BadInputSample.Claims)),
            ("members.834", BadInputSample.EnrollmentFile(BadInputSample.Members)),
            ("fees.csv", BadInputSample.Fees),
        })
        {
            var sound = Encoding.UTF8.GetBytes(file);
            for (var i = 0; i < 40; i++)
            {
                var garbled = (byte[])sound.Clone();
                for (var j = random.Next(1, 4); j > 0; j--)
                    garbled[random.Next(garbled.Length)] = (byte)random.Next(256);
                _folder.Write(name, garbled);
                BadInputFolder.AssertReadable(_folder.Adjudicate().Result);
            }
            _folder.Write(name, sound);
        }
    }

    private static void AssertDecided((CliResult Result, string Claims) done, int code, string claims, string words)
    {
        Assert.True(code == done.Result.Code, $"{done.Result.Code}: {done.Result.Error}");
        Assert.Equal(claims, done.Claims);
        Assert.Contains(words, done.Result.Error, StringComparison.Ordinal);
    }
}

using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Providers;

namespace OpenAso.Edi.Tests;

public class CsvTests
{
    private const string FeeHead = "network,npi,code,modifier,place,first,last,method,amount\n";
    private const string MemberHead =
        "family,member,relationship,last,first,middle,birth,sex,action,line,plan,tier,from,to\n";

    [Fact]
    public void A_fee_row_becomes_a_rule_numbered_by_its_line()
    {
        var fees = Fees(
            "Meridian,1234567893,99213,,11,2026-01-01,2026-12-31,fee,112.50\nMeridian,,,,,,,percent-of-billed,85%");

        Assert.Empty(fees.Findings);
        Assert.Equal(2, fees.Value[0].Row);
        Assert.Equal(new Money(112_50), fees.Value[0].Amount);
        Assert.Equal(new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), fees.Value[0].Dates);
        Assert.Equal((PriceMethod.PercentOfBilled, Percent.Of(85)), (fees.Value[1].Method, fees.Value[1].Share));
    }

    [Theory]
    [InlineData("Meridian,,99213,,,,,fee,112.505", CsvCodes.BadValue, "'112.505'")]
    [InlineData("Meridian,,99213,,,,,fee,-1", CsvCodes.BadValue, "not below zero")]
    [InlineData("Meridian,,99213,,,,,fees,1", CsvCodes.BadValue, "percent-of-billed")]
    [InlineData("Meridian,12,99213,,,,,fee,1", null, "")]
    [InlineData("Meridian,abc,99213,,,,,fee,1", CsvCodes.BadValue, "ten digits")]
    [InlineData("Meridian,,992131234567,,,,,fee,1", CsvCodes.BadValue, "at most 8")]
    [InlineData("Meridian,,99213,,,2026-02-30,,fee,1", CsvCodes.BadValue, "2026-01-31")]
    [InlineData("Meridian,,99213,,,2026-02-03,2026-02-01,fee,1", CsvCodes.BadValue, "before the first day")]
    [InlineData("Meridian,,99213,,,,,fee,1\nMeridian,,99213,,,,,fee,2", CsvCodes.Contradiction, "Line 2")]
    [InlineData("Meridian,,99213,,,,,fee,1\nMeridian,,99213,,,,,fee,1", null, "")]
    public void A_bad_fee_row_is_named_and_left_out(string rows, string? code, string words)
    {
        var fees = Fees(rows);

        if (code is null)
        {
            Assert.Empty(fees.Findings);
            return;
        }
        var finding = Assert.Single(fees.Findings);
        Assert.Equal(code, finding.Code);
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
        Assert.Equal("fees.csv", finding.Place.File);
        Assert.True(finding.Place.Line >= 2);
    }

    [Fact]
    public void A_missing_column_is_fatal_and_all_columns_are_named()
    {
        var fees = FeeFile.Read(new StringReader("network,npi,code\nM,,99213\n"), "fees.csv");

        var finding = Assert.Single(fees.Findings);
        Assert.Equal((CsvCodes.MissingColumn, Severity.Fatal), (finding.Code, finding.Severity));
        Assert.Contains("modifier, place, first, last, method, amount", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", CsvCodes.NoRows)]
    [InlineData(FeeHead, CsvCodes.NoRows)]
    [InlineData(FeeHead + "M,,\"99213,,,,,fee,1\n", CsvCodes.NotCsv)]
    public void A_file_that_holds_nothing_says_so(string text, string code) =>
        Assert.Equal(code, Assert.Single(FeeFile.Read(new StringReader(text), "fees.csv").Findings).Code);

    [Fact]
    public void A_network_row_is_a_membership()
    {
        var read = NetworkFile.Read(
            new StringReader("network,npi,first,last\nMeridian,1234567893,2026-01-01,\n,1,,\n"), "n.csv");

        Assert.Equal(
            new NetworkMembership("Meridian", new Npi(1234567893), DateRange.From(new DateOnly(2026, 1, 1))),
            Assert.Single(read.Value));
        Assert.Equal(3, Assert.Single(read.Findings).Place.Line);
    }

    [Fact]
    public void Rows_of_one_person_are_one_record()
    {
        var read = EnrollmentCsv.Read(new StringReader(MemberHead
            + "E1,E1,subscriber,Reyes,Ana,,1985-04-12,F,add,medical,PPO,family,2026-01-01,\n"
            + "E1,E1,subscriber,Reyes,Ana,,1985-04-12,F,add,dental,DENT,family,2026-01-01,2026-06-30\n"
            + "E1,,spouse,Reyes,Ben,,1984-09-30,M,add,medical,PPO,,2026-01-01,\n"), "m.csv");

        Assert.Empty(read.Findings);
        Assert.Equal([2, 1], read.Value.Records.Select(record => record.Coverage.Count));
        Assert.Equal(LineOfCoverage.Dental, read.Value.Records[0].Coverage[1].Line);
        Assert.Equal(new DateOnly(2026, 6, 30), read.Value.Records[0].Coverage[1].Last);
        Assert.Null(read.Value.Records[1].Coverage[0].Tier);
    }

    [Theory]
    [InlineData(
        "E1,E1,boss,Reyes,Ana,,1985-04-12,F,add,medical,PPO,family,2026-01-01,", "subscriber, employee, spouse")]
    [InlineData(",E1,spouse,Reyes,Ana,,1985-04-12,F,add,medical,PPO,family,2026-01-01,", "'family' is empty")]
    [InlineData("E1,E1,spouse,Reyes,Ana,,1985-13-12,F,add,medical,PPO,family,2026-01-01,", "'birth' cannot be read")]
    public void A_bad_enrolment_row_is_named_and_left_out(string row, string words)
    {
        var read = EnrollmentCsv.Read(new StringReader(MemberHead + row + "\n"), "m.csv");

        Assert.Empty(read.Value.Records);
        Assert.Contains(words, Assert.Single(read.Findings).Message, StringComparison.Ordinal);
    }

    private static Parsed<ValueList<FeeRule>> Fees(string rows) =>
        FeeFile.Read(new StringReader(FeeHead + rows + "\n"), "fees.csv");
}

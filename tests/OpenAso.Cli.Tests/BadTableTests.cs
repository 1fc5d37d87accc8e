using System.Text;

namespace OpenAso.Cli.Tests;

/// <summary>Fee schedules, networks and enrolment as CSV, plan documents and options with one thing wrong.</summary>
public sealed class BadTableTests : IDisposable
{
    private const string Head = "network,npi,code,modifier,place,first,last,method,amount\n";

    private readonly BadInputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 1, "fees.csv: CSV006 The file is empty: its first line must name the columns")]
    [InlineData(Head, 0, "CSV006 The file has no rows below its first line")]
    [InlineData("network,npi,code\nsummit,,99213\n", 1,
        "fees.csv(1): CSV001 Missing: modifier, place, first, last, method, amount.")]
    [InlineData("network;npi;code;amount\nsummit;;99213;1\n", 1, "with commas between")]
    [InlineData("\n\n" + Head + "summit,,99213,,,,,free,75\n", 1, "fees.csv(4) method: CSV003")]
    [InlineData("\uFEFF" + Head + "summit,,99213,,,,,fee,75\n", 0, "")]
    [InlineData(Head + "summit,,99213,,,,,free,75\n", 1,
        "fees.csv(2) method: CSV003 Column 'method' holds 'free'; expected is fee, percent-of-billed")]
    [InlineData(Head + "summit,,99213,,,,,fee,-75\n", 1, "fees.csv(2) amount: CSV003")]
    [InlineData(Head + "summit,,99213,,,,,fee,100000000.00\n", 1, "at most 99999999.99")]
    [InlineData(Head + "summit,,99213,,,,,fee,99999999999999999999999\n", 1, "at most 99999999.99")]
    [InlineData(Head + "summit,,99213,,,,,percent-of-billed,1000%\n", 1, "at most 900%")]
    [InlineData(Head + "summit,,99213,,,2026-02-30,,fee,75\n", 1, "expected is a date such as 2026-01-31")]
    [InlineData(Head + "summit,,\"99213,,,,,fee,75\n", 1, "CSV007")]
    [InlineData(Head + "summit,,99\"213,,,,,fee,75\n", 1, "expected is a code of at most 8 letters and digits")]
    [InlineData(Head + "summit,,99213,,,,,fee,75,9\n", 1, "fees.csv(2): CSV008 The line has 10 values")]
    [InlineData("network,npi,code,modifier,place,first,last,method,amount,amount\nsummit,,99213,,,,,fee,75,70\n", 1,
        "CSV009 Column 'amount' is named twice")]
    public void A_bad_fee_schedule_is_said(string fees, int code, string words)
    {
        _folder.Write("fees.csv", fees);
        var (result, claims) = _folder.Adjudicate();
        Assert.True(code == result.Code, $"{result.Code}: {result.Error}");
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Equal(3, claims.Split(", ").Length);
    }

    [Fact]
    public void The_largest_amounts_multiply_without_trouble()
    {
        _folder.Write("fees.csv", Head
            + "summit,,99213,,,,,fee,99999999.99\nsummit,,99212,,,,,percent-of-medicare,900%\n"
            + "medicare,,99212,,,,,fee,99999999.99\nsummit,,J1100,,,,,per-diem,99999999.99\n");
        _folder.Write("claims.837", BadInputSample.ClaimFile(BadInputSample.Claims
            .Replace("UN*1***", "UN*99999999.999***", StringComparison.Ordinal)
            .Replace("UN*2***", "UN*99999999.999***", StringComparison.Ordinal)));
        Assert.Equal(0, _folder.Adjudicate().Result.Code);
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_said_and_not_replaced()
    {
        _folder.Write("fees.csv", [.. Encoding.UTF8.GetBytes(Head), 0xEF, .. ",,99213,,,,,fee,75\n"u8]);
        var (result, _) = _folder.Adjudicate();
        Assert.Equal(2, result.Code);
        Assert.Contains("fees.csv is not text in UTF-8; save it as UTF-8", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1980-01-17", "1980-13-17", "members.csv(2) birth: CSV003 Column 'birth' cannot be read")]
    [InlineData("1980-01-17", "0080-01-17", "a date from 1800 on")]
    [InlineData("family,member,relationship", "SUBQ771,MBRX771,subscriber", "members.csv(1): CSV001 Missing: family")]
    [InlineData(",subscriber,QUICKSILVER", ",QUICKSILVER,subscriber", "expected is subscriber, employee, spouse")]
    [InlineData("SUBQ882,,subscriber", ",,subscriber", "members.csv(4) family: CSV004 Column 'family' is empty")]
    [InlineData("BENEDICT,,", "BENEDICT,,,", "members.csv(4)")]
    [InlineData("acme-ppo,employee", "gold,employee", "ENR013")]
    public void A_bad_enrolment_table_is_said_and_nobody_is_named(string part, string with, string words)
    {
        Assert.Contains(part, BadInputSample.EnrollmentTable, StringComparison.Ordinal);
        _folder.Write("members.csv", BadInputSample.EnrollmentTable.Replace(part, with, StringComparison.Ordinal));
        var (result, _) = _folder.Adjudicate("members.csv");
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    // Each row: what is mistyped in a plan document, and where that is said.
    [Theory]
    [InlineData("deductibles:", "deductibels:", "(39,1) deductibels: DOC010", "Did you mean 'deductibles'?")]
    [InlineData("excluded: yes", "excluded: maybe", "(63,15) benefits.cosmetic.excluded", "is not yes or no")]
    [InlineData("person: 1000,", "person: 10O0,", "(40,29) deductibles.in.person (clause 2.1)", "for example 1500")]
    [InlineData("person: 1000,", "person: -1000,", "(40,29) deductibles.in.person", "out of range")]
    [InlineData("first: 2026-01-01", "first: 2026-02-30", "(8,10) plan.first: DOC015", "for example 2026-01-31")]
    [InlineData("first: 2026-01-01", "first: 9999-12-31", "(8,10) plan.first: DOC015", "from 1900 to 2199")]
    [InlineData("clause: 5.1", "clause: 5.9", "(62,13) benefits.cosmetic.clause (clause 5.9): PLN001", "Did you mean")]
    [InlineData("  id: acme", "\tid: acme", "(4,1): DOC002", "Replace it by two spaces")]
    [InlineData("name: Acme PPO", "name: \"Acme PPO", "(5,9): DOC001", "unclosed quote")]
    public void A_mistyped_plan_is_said_by_check_and_test_and_decides_nothing(
        string part, string with, string place, string mend)
    {
        var text = Repository.Text("plans/acme/acme-ppo.yaml");
        var at = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, part);
        var plan = _folder.Write("plan.yaml", text[..at] + with + text[(at + part.Length)..]);
        foreach (var (verb, code) in new[] { ("check", 1), ("test", 2) })
        {
            var result = BadInputFolder.Run("plan", verb, plan);
            Assert.Equal(code, result.Code);
            Assert.Contains(plan + place, result.Output + result.Error, StringComparison.Ordinal);
            Assert.Contains(mend, result.Output + result.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("adjudicate --foo", "'--plan' is required")]
    [InlineData("plan check --foo", "There is no option '--foo' here")]
    [InlineData("plan check nothing.yaml", "nothing.yaml does not exist; check the path")]
    [InlineData("plan check .", ". is a folder; name the files in it")]
    [InlineData("plan check /dev/null --rules nothing.yaml", "nothing.yaml does not exist")]
    [InlineData("plan check ''", "An argument is empty")]
    [InlineData("adjudge", "Unrecognized command or argument 'adjudge'")]
    [InlineData("seed --out x --employees 0", "openaso: Ask for 1 to 1,000,000 employees.")]
    [InlineData("seed --out x --employees many", "--employees expects a whole number such as 1000, not 'many'")]
    [InlineData("seed --out x --months 9999", "Ask for 1 to 120 months")]
    [InlineData("seed --out x --first 2026-02-30", "--first expects a day from 1900 to 2199 such as 2026-01-31")]
    [InlineData("seed --out x --employer nobody", "'acme' 'birch'")]
    [InlineData("seed --out /dev/null --employees 1 --months 1", "/dev/null is a file; --out names a folder")]
    [InlineData("position --as-of 9999-12-31", "--as-of expects a day from 1900 to 2199")]
    [InlineData("fund request --date 0001-01-01", "--date expects a day from 1900 to 2199")]
    [InlineData("pay plan --date yesterday", "--date expects a day")]
    [InlineData("schema nothing", "There is no schema 'nothing'; there are")]
    public void What_cannot_run_says_why(string command, string words)
    {
        var result = BadInputFolder.Run(
            [.. command.Split(' ').Select(argument => argument == "''" ? "" : argument)]);
        Assert.True(result.Code == 2, $"{result.Code}: {result.Error}");
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.All(
            result.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries),
            line => Assert.StartsWith("openaso: ", line, StringComparison.Ordinal));
    }
}

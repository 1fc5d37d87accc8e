using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using OpenAso.Disability.Benefits;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Taxes;
using OpenAso.Disability.Terms;
using OpenAso.Operations.DisabilityClaims.Statements;

namespace OpenAso.Cli.Tests;

public sealed class DisabilityVerbTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-letters-");

    [Fact]
    public void The_samples_are_decided_for_people_and_for_programs()
    {
        string[] surgery = ["disability", "--plan", Plan("std"), "--claim", Claim("std-surgery")];

        var screen = Cli.Run(surgery);
        var json = Cli.Run([.. surgery, "--json"]);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (screen.Code, json.Code));
        Assert.Contains("paid 4,300.00", screen.Output, StringComparison.Ordinal);
        Assert.Equal("", json.Error);
        Assert.Empty(SchemaFile.Of("disability").Problems(json.Output));
        var root = JsonNode.Parse(json.Output)!;
        Assert.Equal("approved", (string)root["decision"]!["outcome"]!);
        Assert.Equal(4300.00m, root["periods"]!.AsArray().Sum(period => Amount(period!["paid"])));
    }

    [Theory]
    [InlineData("cause: sickness", "cause: sickness", "Approval")]
    [InlineData(", physician: 2026-01-16", "", "Extension")]
    [InlineData("short-term-disability: [{from: 2020-01-01}]", "short-term-disability: [{from: 2026-03-01}]", "Denial")]
    public void The_letter_says_all_that_the_law_asks_of_it(string written, string changed, string kind)
    {
        var page = Path.Combine(_folder.FullName, "letter.html");

        var run = Cli.Run(
            "disability", "--plan", Plan("std"), "--claim", Given("std-surgery", written, changed), "--letter", page,
            "--agreement", Repository.PathOf("plans/acme/agreement.yaml"));

        Assert.NotEqual(ExitCode.CouldNotRun, run.Code);
        var letter = XDocument.Parse(File.ReadAllText(page).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        var parts = letter.Descendants("section").Select(part => (string?)part.Attribute("id")).ToList();
        string[] asked = kind == "Approval"
            ? ["benefits", "how-to-appeal"]
            : [.. LetterContentRules.For(Enum.Parse<LetterKind>(kind)).Items.Select(item => item.Name)];
        Assert.Empty(asked.Except(parts));
        Assert.All(letter.Descendants("section"), part => Assert.True(part.Value.Length > 30, part.ToString()));
    }

    [Fact]
    public void A_letter_without_a_sender_is_refused_in_words()
    {
        var run = Cli.Run("disability", "--plan", Plan("std"), "--claim", Claim("std-surgery"), "--letter",
            Path.Combine(_folder.FullName, "letter.html"));

        Assert.Equal(ExitCode.CouldNotRun, run.Code);
        Assert.Contains("--agreement", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_add_up_to_what_is_paid_and_years_to_their_payments()
    {
        var run = Cli.Run("disability", "--plan", Plan("ltd"), "--claim", Claim("ltd-award"), "--json");

        Assert.Equal(ExitCode.NeedsAttention, run.Code);
        Assert.Contains("DIS023", run.Error, StringComparison.Ordinal);
        Assert.Empty(SchemaFile.Of("disability").Problems(run.Output));
        var root = JsonNode.Parse(run.Output)!;
        var periods = root["periods"]!.AsArray();
        Assert.Equal(30, periods.Count);
        Assert.All(periods, period =>
        {
            Assert.Equal(Amount(period!["paid"]), period["steps"]!.AsArray().Sum(step => Amount(step!["amount"])));
            Assert.Equal(Amount(period["paid"]), Amount(period["steps"]!.AsArray()[^1]!["balance"]));
        });
        Assert.Equal(periods.Sum(period => Amount(period!["paid"])),
            root["taxYears"]!.AsArray().Sum(year => Amount(year!["paid"])));
        Assert.Equal(21_570.00m, Amount(root["overpayments"]![0]!["amount"]));
        Assert.Equal(4_770.00m, Amount(root["open"]![0]!["amount"]));
    }

    // 1,600 are found; four benefits pay back 400 of them, the carrier 1,000, and the plan bears the 200 that are left.
    [Fact]
    public void What_stands_beside_the_schedule_is_told_for_people_and_for_programs()
    {
        string[] claim = ["disability", "--plan", Plan("std"), "--claim", Claim("std-compensation")];
        var (screen, run) = (Cli.Run(claim), Cli.Run([.. claim, "--json"]));

        Assert.Equal((ExitCode.Done, ExitCode.Done), (screen.Code, run.Code));
        Assert.Contains("through 2026-03-27", screen.Output, StringComparison.Ordinal);
        Assert.Empty(SchemaFile.Of("disability").Problems(run.Output));
        var root = JsonNode.Parse(run.Output)!;
        Assert.Equal(("protected", 11m, "2026-04-20"), ((string)root["leave"]!["standing"]!,
            (decimal)root["leave"]!["weeksTaken"]!, (string)root["returnExpected"]!));
        var others = root["thirdParties"]!;
        Assert.Equal((1000.00m, 200.00m, 0.00m),
            (Amount(others["received"]), Amount(others["forgiven"]), Amount(others["open"])));
    }

    [Fact]
    public void The_statement_of_a_year_stands_below_the_claim_and_in_its_document()
    {
        string[] surgery =
            ["disability", "--plan", Plan("std"), "--claim", Claim("std-surgery"), "--statement", "2026"];

        var screen = Cli.Run(surgery);
        var json = Cli.Run([.. surgery, "--json"]);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (screen.Code, json.Code));
        Assert.Contains("due to the employer by 2027-01-15", screen.Output, StringComparison.Ordinal);
        Assert.Empty(SchemaFile.Of("disability").Problems(json.Output));
        var root = JsonNode.Parse(json.Output)!;
        var boxes = root["statement"]!["boxes"]!;
        Assert.Equal((3225.00m, 1075.00m), (Amount(boxes["1"]), Amount(boxes["12J"])));
        Assert.Equal(root["periods"]!.AsArray().Sum(period => Amount(period!["ficaTax"]!["socialSecurity"])),
            Amount(boxes["4"]));
        Assert.All(root["periods"]!.AsArray(), period => Assert.Equal(
            Amount(period!["afterTax"]) - Amount(period["paid"]),
            period["taxSteps"]!.AsArray().Sum(step => Amount(step!["amount"]))));
    }

    [Fact]
    public void Wages_that_nobody_told_are_a_finding_and_no_zero()
    {
        var text = Repository.Text("plans/disability/claims/std-surgery.yaml");
        var file = Given("std-surgery", text[text.IndexOf("wages:", StringComparison.Ordinal)..], "");
        string[] arguments = ["disability", "--plan", Plan("std"), "--claim", file, "--json"];

        var decided = Cli.Run(arguments);
        var stated = Cli.Run([.. arguments, "--statement", "2026"]);

        Assert.Equal((ExitCode.Done, ExitCode.NeedsAttention), (decided.Code, stated.Code));
        Assert.Empty(SchemaFile.Of("disability").Problems(stated.Output));
        var root = JsonNode.Parse(stated.Output)!;
        Assert.False((bool)root["statement"]!["wagesBesidesKnown"]!);
        Assert.Equal("DIS040", (string)root["statement"]!["findings"]![0]!["code"]!);
        Assert.Equal("information", (string)root["findings"]![0]!["severity"]!);
        Assert.Contains("from the first dollar", (string)root["periods"]![1]!["taxSteps"]![0]!["basis"]!,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2031", "is paid nothing in 2031")]
    [InlineData("1066", "a year from 1900 to 2199")]
    [InlineData("soon", "a year from 1900 to 2199")]
    public void A_year_without_sick_pay_has_no_statement(string year, string message)
    {
        var run = Cli.Run(
            "disability", "--plan", Plan("std"), "--claim", Claim("std-surgery"), "--statement", year);

        Assert.Equal((ExitCode.CouldNotRun, ""), (run.Code, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_goes_on_to_the_day_that_is_asked_for()
    {
        var file = Given("std-surgery", "  - {from: 2026-03-02, full: yes}\n", "");

        var run = Cli.Run("disability", "--plan", Plan("std"), "--claim", file, "--through", "2027-12-31", "--json");

        Assert.Empty(SchemaFile.Of("disability").Problems(run.Output));
        var periods = JsonNode.Parse(run.Output)!["periods"]!.AsArray();
        Assert.Equal(26, periods.Count);
        Assert.Equal(("preview", "2026-07-12"), ((string)periods[^1]!["status"]!, (string)periods[^1]!["through"]!));
    }

    [Theory]
    [InlineData("physician: 2026-01-16", "", "pended", "physician-statement-missing")]
    [InlineData("class: all", "class: board", "pended", "class-unknown")]
    [InlineData("short-term-disability: [{from: 2020-01-01}]", "short-term-disability: [{from: 2027-01-01}]",
        "denied", "not-covered")]
    public void A_claim_that_is_not_approved_says_why_and_which_letter_is_due(
        string written, string changed, string outcome, string reason)
    {
        var file = Given("std-surgery", written, changed);

        var screen = Cli.Run("disability", "--plan", Plan("std"), "--claim", file);
        var json = Cli.Run("disability", "--plan", Plan("std"), "--claim", file, "--json");

        Assert.Equal((ExitCode.NeedsAttention, ExitCode.NeedsAttention), (screen.Code, json.Code));
        Assert.Contains("things that it must say", screen.Output, StringComparison.Ordinal);
        Assert.Empty(SchemaFile.Of("disability").Problems(json.Output));
        var root = JsonNode.Parse(json.Output)!;
        Assert.Equal(outcome, (string)root["decision"]!["outcome"]!);
        Assert.Equal(reason, (string)root["decision"]!["reasons"]![0]!["reason"]!);
        Assert.Null(root["periods"]);
    }

    [Theory]
    [InlineData("std")]
    [InlineData("ltd")]
    public void Without_a_claim_the_plans_examples_are_decided(string name)
    {
        var json = Cli.Run("disability", "--plan", Plan(name), "--json");

        Assert.Equal(ExitCode.Done, json.Code);
        Assert.Empty(SchemaFile.Of("disability-examples").Problems(json.Output));
        var root = JsonNode.Parse(json.Output)!;
        Assert.Equal((int)root["examined"]!, (int)root["agreeing"]!);
    }

    [Fact]
    public void A_plan_that_does_not_keep_its_promise_is_named()
    {
        File.WriteAllText(_file, Repository.Text("plans/disability/std.yaml")
            .Replace("percent: 60%\n", "percent: 50%\n", StringComparison.Ordinal));

        var screen = Cli.Run("disability", "--plan", _file);
        var json = Cli.Run("disability", "--plan", _file, "--json");

        Assert.Equal((ExitCode.NeedsAttention, ExitCode.NeedsAttention), (screen.Code, json.Code));
        Assert.Contains("gross is 625.00, the plan promises 750.00", screen.Output, StringComparison.Ordinal);
        Assert.Empty(SchemaFile.Of("disability-examples").Problems(json.Output));
    }

    [Theory]
    [InlineData("--plan", "nowhere.yaml")]
    [InlineData("--plan", "plans/disability/claims/std-surgery.yaml")]
    [InlineData("--claim", "plans/disability/std.yaml")]
    [InlineData("--terminations", "plans/disability/std.yaml")]
    [InlineData("--through", "2026-13-01")]
    public void What_cannot_be_read_is_said_and_nothing_is_decided(string option, string value)
    {
        var arguments = new Dictionary<string, string>
        {
            ["--plan"] = Plan("std"),
            ["--claim"] = Claim("std-surgery"),
            [option] = value.Contains('/', StringComparison.Ordinal) ? Repository.PathOf(value) : value,
        };

        var run = Cli.Run(["disability", .. arguments.SelectMany(pair => (string[])[pair.Key, pair.Value])]);

        Assert.Equal(ExitCode.CouldNotRun, run.Code);
        Assert.Contains("openaso: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void The_codes_of_the_schemas_are_the_codes_of_the_program()
    {
        Assert.Equal(Words<DecisionReason>(), SchemaFile.Of("disability").Words("reason"));
        Assert.Equal(Words<DecisionReason>(), SchemaFile.Of("disability-plan").Words("reason"));
        Assert.Equal(Words<LetterKind>(), SchemaFile.Of("disability").Words("letter"));
        Assert.Equal(Words<EndReason>(), SchemaFile.Of("disability").Words("end"));
        foreach (var schema in (string[])["disability-plan", "disability-claim"])
        {
            Assert.Equal(Words<DisabilityCause>(), SchemaFile.Of(schema).Words("cause"));
            Assert.Equal(Words<OffsetKind>(), SchemaFile.Of(schema).Words("kind"));
            Assert.Equal(Words<ExcludedCircumstance>(), SchemaFile.Of(schema).Words("circumstance"));
        }
        Assert.Equal(
            Codes(typeof(AssessmentCodes), typeof(TaxCodes)), SchemaFile.Of("disability").Words("findingCode"));
        Assert.Equal(Codes(typeof(TaxCodes), typeof(SickPayCodes)), SchemaFile.Of("sick-pay").Words("findingCode"));
    }

    public void Dispose()
    {
        File.Delete(_file);
        _folder.Delete(recursive: true);
    }

    private string Given(string claim, string written, string changed)
    {
        var text = Repository.Text($"plans/disability/claims/{claim}.yaml");
        Assert.Contains(written, text, StringComparison.Ordinal);
        File.WriteAllText(_file, text.Replace(written, changed, StringComparison.Ordinal));
        return _file;
    }

    private static string Plan(string name) => Repository.PathOf($"plans/disability/{name}.yaml");

    private static string Claim(string name) => Repository.PathOf($"plans/disability/claims/{name}.yaml");

    private static decimal Amount(JsonNode? node) => decimal.Parse((string)node!, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Codes(params Type[] types) =>
        types.SelectMany(type => type.GetFields()).Select(field => (string)field.GetRawConstantValue()!);

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Documents.Words.Of)];
}

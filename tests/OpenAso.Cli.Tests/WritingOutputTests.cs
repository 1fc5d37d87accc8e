using System.Globalization;
using System.Text.Json.Nodes;
using OpenAso.Edi.Claims837;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;
using OpenAso.X12;

namespace OpenAso.Cli.Tests;

/// <summary>What the verbs that write something down say to other programs, tried and done.</summary>
public sealed class WritingOutputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-writing-");

    private string Books => Path.Combine(_folder.FullName, "books");

    private string Made => Path.Combine(_folder.FullName, "files");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Seeded_files_are_named_before_and_when_they_are_written()
    {
        var tried = Json("seed", Seed("--dry-run"));
        Assert.True((bool)tried["dryRun"]!);
        Assert.False(Directory.Exists(Made));

        var written = Json("seed", Seed());
        Assert.Equal(tried["files"]!.ToJsonString(), written["files"]!.ToJsonString());
        Assert.Equal(
            Directory.GetFiles(Made).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            written["files"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_import_says_the_same_before_and_afterwards_and_then_that_nothing_is_new()
    {
        Json("seed", Seed());
        var tried = Json("import", Import("--dry-run"));
        Assert.Null(tried["import"]);
        Assert.False(Directory.Exists(Books));

        var done = Json("import", Import());
        Assert.Equal(1, (int)done["import"]!);
        Assert.InRange((int)done["decided"]!, 5, 10_000);
        foreach (var same in new[] { "enrollment", "decided", "rejected", "findings" })
            Assert.Equal(tried[same]!.ToJsonString(), done[same]!.ToJsonString());

        var again = Json("import", Import());
        Assert.Null(again["import"]);
        Assert.Equal(Directory.GetFiles(Made, "*.83?").Length, (int)again["repeated"]!);
    }

    [Fact]
    public void Findings_of_an_import_stand_in_its_document_and_its_messages_on_standard_error()
    {
        Json("seed", Seed());
        File.WriteAllText(
            Path.Combine(Made, "late.csv"),
            """
            family,relationship,last,first,birth,action,line,plan,from
            E9,child,X,Y,2010-02-30,add,medical,acme-ppo,2026-01-01

            """);
        var run = Cli.Run([.. Import(), Path.Combine(Made, "late.csv"), "--json"]);

        var document = JsonNode.Parse(Assert.Single(Lines(run.Output)))!;
        Assert.Empty(SchemaFile.Of("import").Problems(document));
        Assert.NotEmpty(document["findings"]!.AsArray());
        Assert.Contains((string)document["findings"]![0]!["code"]!, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Money_is_asked_for_received_and_paid_and_each_step_is_tried_first()
    {
        Json("seed", Seed());
        Json("import", Import());
        string[] request = ["fund", "request", "--date", "2026-01-31", "--dir", Books];
        var asked = Twice("funding-request", request)["request"]!;
        Assert.Equal(Amount(asked["amount"]), asked["steps"]!.AsArray().Sum(step => Amount(step!["amount"])));
        Assert.Null(Json("funding-request", request)["request"]);

        string[] wire = ["fund", "receive", "--date", "2026-02-02", "--id", "wire-1", "--amount"];
        var received = Twice("funding-receipt", [.. wire, (string)asked["amount"]!, "--dir", Books]);
        Assert.True((bool)received["booked"]!);
        Assert.False((bool)Json(
            "funding-receipt", [.. wire, (string)asked["amount"]!, "--dir", Books, "--dry-run"])["booked"]!);
        Assert.Equal(2, Cli.Run([.. wire, "1.00", "--dir", Books, "--dry-run"]).Code);

        var plan = Json("payment-plan", "pay", "plan", "--date", "2026-02-03", "--dir", Books);
        string[] execute = ["pay", "execute", "--date", "2026-02-03", "--dir", Books, "--plan"];
        var paid = Twice("payment-run", [.. execute, (string)plan["plan"]!]);
        Assert.Equal(plan["payments"]!.ToJsonString(), paid["payments"]!.ToJsonString());
        Assert.Equal((string)plan["total"]!, (string)paid["total"]!);
        Assert.True(Amount(paid["feesPaid"]) > 0);

        var outdated = Cli.Run([.. execute, (string)plan["plan"]!, "--dry-run"]);
        Assert.Equal(2, outdated.Code);
        Assert.Contains("Look at the new one", outdated.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_check_is_a_line_for_each_file_that_its_schema_describes()
    {
        var sound = Repository.PathOf("plans/acme/acme-ppo.yaml");
        var broken = Path.Combine(_folder.FullName, "broken.yaml");
        File.WriteAllText(broken, Repository.Text("plans/acme/acme-ppo.yaml").Replace("medical", "medicine",
            StringComparison.Ordinal));
        var run = Cli.Run("plan", "check", sound, broken, "--json");

        Assert.Equal(1, run.Code);
        var lines = Lines(run.Output);
        Assert.All(lines, line => Assert.Empty(SchemaFile.Of("plan-check").Problems(line)));
        Assert.Equal(["acme-ppo"], lines.Select(line => (string?)JsonNode.Parse(line)!["plan"]).OfType<string>());
        Assert.NotEmpty(JsonNode.Parse(lines[1])!["findings"]!.AsArray());
    }

    [Fact]
    public void A_plan_test_is_a_line_for_each_file_and_names_the_worked_line_that_no_longer_agrees()
    {
        var changed = Path.Combine(_folder.FullName, "changed.yaml");
        File.WriteAllText(changed, Repository.Text("plans/acme/acme-ppo.yaml").Replace(
            "person: 1000, family: 2000", "person: 1001, family: 2000", StringComparison.Ordinal));
        var run = Cli.Run("plan", "test", Repository.PathOf("plans/acme/acme-ppo.yaml"), changed, "--json");

        Assert.Equal(1, run.Code);
        var lines = Lines(run.Output);
        Assert.All(lines, line => Assert.Empty(SchemaFile.Of("plan-test").Problems(line)));
        var (agrees, differs) = (JsonNode.Parse(lines[0])!, JsonNode.Parse(lines[1])!);
        Assert.Equal((int)agrees["examined"]!, (int)agrees["agreeing"]!);
        var wrong = differs["lines"]!.AsArray().Where(line => !(bool)line!["agrees"]!).ToList();
        Assert.Equal((int)differs["examined"]! - (int)differs["agreeing"]!, wrong.Count);
        Assert.Contains("deductible is", (string)wrong[0]!["problem"]!, StringComparison.Ordinal);
        Assert.NotEqual(wrong[0]!["expected"]!.ToJsonString(), wrong[0]!["actual"]!.ToJsonString());
    }

    [Fact]
    public void The_codes_of_the_schemas_are_the_codes_of_the_program()
    {
        Assert.Equal(Words<EnrollmentChangeKind>(), SchemaFile.Of("import").Words("change"));
        Assert.Equal(Words<FundingStepKind>(), SchemaFile.Of("funding-request").Words("step"));
        Assert.Equal(Words<FundingPurpose>(), SchemaFile.Of("funding-request").Words("purpose"));
        Assert.Equal(Words<LineOfCoverage>(), SchemaFile.Of("funding-request").Words("line"));
        Assert.Equal(
            Codes(typeof(X12Codes), typeof(ClaimCodes)),
            SchemaFile.Of("determination").Words("finding/properties/code"));
        Assert.Equal(
            Codes(
                typeof(X12Codes), typeof(Edi.Enrollment834.EnrollmentFileCodes), typeof(EnrollmentCodes),
                typeof(Edi.Csv.CsvCodes), typeof(ClaimCodes), typeof(Disability.DisabilityCodes),
                typeof(Operations.DisabilityClaims.DisabilityIntakeCodes)),
            SchemaFile.Of("import").Words("findingCode"));
        Assert.Equal(
            Codes(typeof(Documents.DocumentCodes), typeof(PlanCodes), typeof(Plans.Legal.LegalCodes)),
            SchemaFile.Of("plan-check").Words("findingCode"));
    }

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Documents.Words.Of)];

    private static string[] Codes(params Type[] types) => [.. types.SelectMany(type => type.GetFields()
        .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)
        .Order(StringComparer.Ordinal))];

    private static decimal Amount(JsonNode? node) => decimal.Parse((string)node!, CultureInfo.InvariantCulture);

    private static string[] Lines(string output) =>
        output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private string[] Seed(params string[] more) =>
        ["seed", "--employees", "8", "--first", "2026-01-01", "--months", "1", "--rng", "3", "--out", Made, .. more];

    private string[] Import(params string[] more) =>
    [
        "import", .. Directory.GetFiles(Made, "*.83?"), .. more,
        "--agreement", Repository.PathOf("plans/acme/agreement.yaml"),
        "--plan", .. new[] { "acme-ppo", "acme-hdhp", "acme-dental" }
            .Select(plan => Repository.PathOf($"plans/acme/{plan}.yaml")),
        "--fees", Path.Combine(Made, "fees.csv"), "--network", Path.Combine(Made, "network.csv"), "--dir", Books,
    ];

    // Tried twice it says the same, because nothing was kept; done, the same but for having been done.
    private JsonNode Twice(string schema, string[] arguments)
    {
        var before = BooksTables.Rows(Books);
        var tried = Json(schema, [.. arguments, "--dry-run"]);
        Assert.Equal(before, BooksTables.Rows(Books));
        var done = Json(schema, arguments);
        Assert.NotEqual(before, BooksTables.Rows(Books));
        Assert.Equal(
            tried.ToJsonString().Replace("\"dryRun\":true", "\"dryRun\":false", StringComparison.Ordinal),
            done.ToJsonString());
        return done;
    }

    private static JsonNode Json(string schema, params string[] arguments)
    {
        var (code, output, error) = Cli.Run([.. arguments, "--json"]);
        Assert.True(code == 0, $"openaso {string.Join(' ', arguments)} ended with {code}.\n{output}\n{error}");
        var line = Assert.Single(Lines(output));
        Assert.Empty(SchemaFile.Of(schema).Problems(line));
        return JsonNode.Parse(line)!;
    }
}

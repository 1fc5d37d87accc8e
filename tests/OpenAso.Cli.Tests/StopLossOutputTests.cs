using System.Text.Json.Nodes;
using OpenAso.StopLoss;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Cli.Tests;

/// <summary>What stop-loss writes for other programs, over policies of every kind.</summary>
public sealed class StopLossOutputTests : IDisposable
{
    // Somebody lasered, somebody excluded, a refund beyond what was paid, a line that the policy does not know, claims
    // of before the period, of run-out, not funded, not eligible.
    private const string Paid = """
        COLUMNS
        C-1,L,E-1,medical,2026-01-14,2026-02-02,2026-02-04,2026-02-06,2026-02-12,320000.00,y,
        C-2,ACM10001683-1,E-2,medical,2026-01-15,2026-02-02,2026-02-04,2026-02-06,,310000.10,y,
        C-3,X,E-3,medical,2026-02-20,2026-03-16,2026-03-18,2026-03-20,2026-03-27,61350.40,y,
        C-4,A,E-4,medical,2026-03-03,2026-03-30,2026-04-01,2026-04-03,2026-04-10,172115.25,y,
        C-5,A,E-4,rx,2026-03-04,2026-03-30,2026-04-01,2026-04-03,,1200.00,y,
        C-6,A,E-4,dental,2026-03-05,2026-03-30,2026-04-01,2026-04-03,,90.00,y,
        C-7,B,E-5,medical,2026-04-01,2026-04-20,2026-04-21,2026-04-22,,500.00,y,
        C-7,B,E-5,medical,2026-04-01,2026-05-20,2026-05-21,2026-05-22,,-700.00,y,
        C-8,D,E-6,medical,2025-12-20,2026-01-20,2026-01-21,2026-01-22,,40000.00,y,
        C-9,D,E-6,medical,2026-12-20,2027-02-20,2027-02-21,2027-02-22,,15000.00,y,
        C-10,F,E-7,medical,2026-05-20,2026-06-01,2026-06-02,,,2000.00,y,
        C-11,F,E-7,medical,2026-05-21,2026-06-01,2026-06-02,2026-06-03,,3000.00,n,experimental
        C-12,G,E-8,medical,2026-02-21,2026-03-01,2026-03-02,2026-03-03,,126000.00,y,

        """;

    private const string Columns = "claim_id,claimant_id,certificate_id,line,incurred_date,adjudicated_date,"
        + "issued_date,funded_date,cleared_date,paid_amount,eligible,reason";

    private const string Everything = """
        policy: SL-EVERYTHING
        situs: US-CA
        period: {first: 2026-01-01, last: 2026-12-31}
        paid-means: later-of-issued-and-funded
        specific:
          deductible: 100000
          per: person
          lines: [medical, rx]
          basis: 15/12
          run-in: {amount: 10000}
          lasers: [{claimant: L, deductible: 250000}, {claimant: X, excluded: yes}]
          aggregating: 50000
          reimbursement: 90%
          maximum: 60000
        aggregate:
          lines: [medical, rx]
          basis: 12/15
          corridor: 125%
          factors: [{line: medical, tier: composite, monthly: 300}]
          minimum: {percent-of-first-month: 95%, amount: 0}
          maximum: 100000
          reimbursement: 95%
          lasered-dollars: LASERED
          accommodation: {threshold: 0, prorated-minimum: yes}
        not-actively-at-work: [{claimant: G, from: 2026-03-01}]
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-stop-loss-");

    public StopLossOutputTests()
    {
        Write("paid.csv", Paid.Replace("COLUMNS", Columns, StringComparison.Ordinal));
        Write("census.csv", "month,line,tier,units\n" + string.Concat(
            Enumerable.Range(1, 12).SelectMany(month => new[] { "composite", "employee", "single", "employee-only" }
                .Select(tier => $"2026-{month:00},medical,{tier},40\n"))));
        foreach (var lasered in Words<LaseredDollars>())
            Write($"{lasered}.yaml", Everything.Replace("LASERED", lasered, StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Positions { get; } =
    [
        .. from policy in new[]
            {
                "plans/acme/stop-loss.yaml", "plans/birch/stop-loss.yaml",
                "plans/templates/stop-loss-individual-10000.yaml",
                "plans/templates/stop-loss-aggregate-per-head-10000.yaml", "cap-at-base-specific.yaml",
                "cap-at-own-deductible.yaml", "net-of-reimbursement.yaml",
            }
        from day in new[] { "2025-12-31", "2026-01-01", "2026-05-31", "2026-12-31", "2027-06-30" }
        select (policy, day),
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Positions))]
    public void A_position_is_one_line_that_its_schema_describes(string policy, string day)
    {
        var position = Position(policy, day);

        Assert.Equal(day, (string?)position["asOf"]);
        Assert.Equal(Amount(position["bearers"]!["total"]), position["bearers"]!.AsObject()
            .Where(bearer => bearer.Key != "total").Sum(bearer => Amount(bearer.Value)));
        Assert.Equal(
            Amount(position["specificTotal"]),
            position["specific"]!.AsArray().Sum(claimant => Amount(claimant!["reimbursable"])));
    }

    [Fact]
    public void Lasers_exclusions_and_an_aggregating_deductible_stand_in_the_document()
    {
        var position = Position("cap-at-own-deductible.yaml", "2026-12-31");

        var claimants = position["specific"]!.AsArray().ToDictionary(one => (string)one!["claimant"]!, one => one!);
        Assert.Equal("250000.00", (string?)claimants["L"]["deductible"]);
        Assert.Null(claimants["X"]["deductible"]);
        Assert.Equal("50000.00", (string?)position["asdUsed"]);
        Assert.Equal("-200.00", (string?)claimants["B"]["paid"]);
        Assert.Equal(
            ["after-as-of", "incurred-too-early", "line-not-covered", "not-actively-at-work", "not-eligible",
                "not-paid", "paid-too-late", "person-excluded", "run-in-limit"],
            position["excluded"]!.AsArray().Select(one => (string)one!["why"]!).Distinct()
                .Order(StringComparer.Ordinal));
        Assert.Equal("cap-at-own-deductible", (string?)position["aggregate"]!["variant"]);
        Assert.Contains(position["warnings"]!.AsArray(), warning => (string?)warning!["code"] == "STL052");
    }

    [Fact]
    public void The_codes_of_the_schema_are_the_codes_of_the_program()
    {
        var schema = SchemaFile.Of("stop-loss-position");
        Assert.Equal(Words<LaseredDollars>(), schema.Words("aggregate/properties/variant"));
        Assert.Equal(Words<OpenAso.StopLoss.Notices.NoticeKind>(), Listed("notices", "kind"));
        Assert.Equal(Words<ExclusionReason>().Where(word => word != "none"), Listed("excluded", "why"));
        Assert.Equal(
            [
                StopLossCodes.SpecificBelowMinimum, StopLossCodes.AggregateBelowMinimum,
                StopLossCodes.MinimumNotChecked, StopLossCodes.TenThousandUnsuited, StopLossCodes.Barred,
                StopLossCodes.LaserNotAllowed, StopLossCodes.OneProtectionMissing, StopLossCodes.RunOutTooShort,
            ],
            Listed("warnings", "code"));

        string[] Listed(string list, string code) =>
            [.. schema.Root["properties"]![list]!["items"]!["properties"]![code]!["enum"]!.AsArray()
                .Select(word => (string)word!)];
    }

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Documents.Words.Of)];

    private static decimal Amount(JsonNode? node) =>
        decimal.Parse((string)node!, System.Globalization.CultureInfo.InvariantCulture);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, string content) => File.WriteAllText(PathOf(name), content);

    private JsonNode Position(string policy, string day)
    {
        var run = Cli.Run(
            "stop-loss", "--policy", policy.Contains('/', StringComparison.Ordinal)
                ? Repository.PathOf(policy)
                : PathOf(policy),
            "--claims", PathOf("paid.csv"), "--census", PathOf("census.csv"), "--as-of", day, "--json");
        Assert.True(run.Code is 0 or 1, run.Error);
        var line = Assert.Single(run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(SchemaFile.Of("stop-loss-position").Problems(line));
        return JsonNode.Parse(line)!;
    }
}

using System.Text.Json.Nodes;

namespace OpenAso.Cli.Tests;

public class SchemaDocumentTests
{
    private const string Options = "plans/acme/optimize-example/options.yaml";

    public static TheoryData<string, string> Documents { get; } =
    [
        .. Repository.Files("plans", "*.yaml")
        .Select(file => (file, SchemaOf(Path.GetFileName(file)))),
        ("rules/stop-loss-minimums.yaml", "stop-loss-minimums"),
        ("rules/claims-procedure.yaml", "claims-procedure"),
        ("rules/claim-severity.yaml", "claim-severity"),
        ("rules/stress-scenarios.yaml", "stress-scenarios"),
        ("rules/disability.yaml", "disability-law"),
        ("rules/disability-termination.yaml", "disability-termination"),
        ("rules/comparison.yaml", "comparison-rules"),
        ("rules/self-funded-share.yaml", "self-funded-share"),
        ("rules/out-of-pocket-limits.yaml", "legal-limits"),
    ];

    [Theory, MemberData(nameof(Documents))]
    public void Every_document_of_the_repository_is_valid_as_text_and_as_typed_yaml(string file, string schema)
    {
        var text = Repository.Text(file);

        Assert.Empty(SchemaFile.Of(schema).Problems(SchemaYaml.AsText(text)));
        Assert.Empty(SchemaFile.Of(schema).Problems(SchemaYaml.Typed(text)));
    }

    [Fact]
    public void Every_kind_of_document_has_a_sample() => Assert.Equal(
        [
            "agreement", "claim-severity", "claims-procedure", "comparison-rules", "disability-claim", "disability-law",
            "disability-plan", "disability-termination", "legal-limits", "options", "plan", "quotes-to-compare", "risk",
            "self-funded-share", "stop-loss", "stop-loss-minimums", "stress-scenarios", "stress-terms",
        ],
        Documents.Select(row => row.Data.Item2).Distinct().Order());

    [Fact]
    public void Every_schema_names_its_dialect_and_version()
    {
        Assert.NotEmpty(SchemaFile.Names());
        foreach (var name in SchemaFile.Names())
        {
            var root = SchemaFile.Of(name).Root;
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", root["$schema"]!.ToString());
            Assert.Matches($"^urn:openaso:schema:{name}:[1-9][0-9]*$", root["$id"]!.ToString());
            Assert.NotEqual("", root["title"]!.ToString());
            Assert.NotEqual("", root["description"]!.ToString());
        }
    }

    // Our own reader refuses these too, so that schema and reader draw one line.
    [Theory]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "line: medical", "line: medicine")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "currency: USD", "currency: Dollar")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "first: 2026-01-01", "first: 1/1/2026")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "  id: acme-ppo\n", "")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "person: 1000, family: 2000", "person: $1000, family: 2000")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "person: 1000, family: 2000", "persons: 1000, family: 2000")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "{clause: 2.1, person: 1000, family: 2000}", "{clause: 2.1}")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "visits: 30}", "visits: 30, days: 3}")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "visits: 30}", "visits: many}")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "in: {copay: 60}", "in: {copay: 60, coinsurance: 0.2}")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "in: {copay: 60}", "in: {copay: 60, deductible: maybe}")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "in: {copay: 60}", "in: cheap")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml",
        "in: {copay: {amount: 300, per: admission}", "in: {copay: {amount: 300, per: stay}")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "excluded: yes", "excluded: ja")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "excluded: yes", "excluded: yes\n    limits: therapy-visits")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "procedures: V5030-V5267", "procedure: V5030-V5267")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "diagnoses: [Z00*, Z01*, Z12*, Z13*]", "diagnoses: [Z00.0]")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml", "services: any", "services: all")]
    [InlineData("plan", "plans/acme/acme-ppo.yaml",
        "timely-filing: {days: 365, clause: 7.1}", "timely-filing: {days: 365}")]
    [InlineData("plan", "plans/acme/acme-dental.yaml", "within: 12 months", "within: a year")]
    [InlineData("plan", "plans/acme/acme-dental.yaml", "ages: 0-15", "ages: under 16")]
    [InlineData("plan", "plans/acme/acme-dental.yaml", "waiting: {months: 6, clause: 4.6}", "waiting: 6")]
    [InlineData("plan", "plans/birch/birch-ppo.yaml", "year-starts: 07-01", "year-starts: July")]
    [InlineData("plan", "plans/birch/birch-ppo.yaml", "only-if-unmet: yes", "only-if-unmet: sometimes")]
    [InlineData("plan", "plans/birch/birch-ppo.yaml",
        "in: {person: 750, family: 1500}", "in: {persn: 750, family: 1500}")]
    [InlineData("agreement", "plans/acme/agreement.yaml", "ein: 97-0000101", "ein: 970000101")]
    [InlineData("agreement", "plans/acme/agreement.yaml", "per: once", "per: twice")]
    [InlineData("agreement", "plans/acme/agreement.yaml",
        "per: employee-month\n    line: dental", "per: employee-month")]
    [InlineData("agreement", "plans/acme/agreement.yaml", "request: weekly", "request: daily")]
    [InlineData("agreement", "plans/acme/agreement.yaml", "use: carried-forward", "use: spent")]
    [InlineData("agreement", "plans/acme/agreement.yaml", "shares: 50%", "shares: 0.5")]
    [InlineData("agreement", "plans/acme/agreement.yaml", "  dental: {clause: 2.2", "  dentl: {clause: 2.2")]
    [InlineData("agreement", "plans/acme/agreement.yaml", "run-out-months: 12", "run-out-months: a year")]
    [InlineData("agreement", "plans/birch/agreement.yaml",
        "health-administration: {amount: 47.40}", "health-administration: {amuont: 47.40}")]
    [InlineData("claims-procedure", "rules/claims-procedure.yaml", "within-days: 180", "within-days: half a year")]
    [InlineData("claims-procedure", "rules/claims-procedure.yaml", "  phone: 1-866-444-3272\n", "")]
    [InlineData("risk", "plans/acme/risk-example/risk.yaml", "count: 70, factor: 0.45", "count: 0, factor: 0.45")]
    [InlineData("risk", "plans/acme/risk-example/risk.yaml", "count: 70, factor: 0.45", "count: 70, factor: -0.45")]
    [InlineData("risk", "plans/acme/risk-example/risk.yaml", "count: 70, factor: 0.45", "count: 70, faktor: 0.45")]
    [InlineData("risk", "plans/acme/risk-example/risk.yaml", "specific: 50000\n", "")]
    [InlineData("risk", "plans/acme/risk-example/risk.yaml", "specific: 50000\n", "specific: $50000\n")]
    [InlineData(
        "risk", "plans/acme/risk-example/risk.yaml", "severity: us-commercial", "severity: {zero: 1, mu: 7, sigma: 1}")]
    [InlineData("risk", "plans/acme/risk-example/risk.yaml", "severity: us-commercial", "severity: {zero: 0.1}")]
    [InlineData("risk", "plans/acme/risk-example/risk.yaml", "quantiles: [0.5, 0.9", "quantiles: [0.5, 90%")]
    [InlineData("risk", "plans/acme/risk-example/risk.yaml", "group-sigma: 0.10", "group-sigma: 10")]
    [InlineData("options", Options, "level: 0.99", "level: 99")]
    [InlineData("options", Options, "{tail-at-most: 2150000}", "{}")]
    [InlineData("options", Options, "{tail-at-most: 2150000}", "{tail-at-most: 2150000, weight: 0.2}")]
    [InlineData("options", Options, "corridor: [1.10, 1.25, none]", "corridor: [110%]")]
    [InlineData("options", Options, "lasers: [as-stated, none]", "lasers: [all]")]
    [InlineData("options", Options, "aggregate-loss-ratio: 0.50", "aggregate-loss-ratio: 0")]
    [InlineData("options", Options, "corridor: 1.25, premium", "corridor: 1.25, attachment: 1650000, premium")]
    [InlineData("options", Options, "specific: 50000, corridor: 1.25, premium: 662000", "specific: 50000")]
    [InlineData("claim-severity", "rules/claim-severity.yaml", "fact: mean", "fact: median")]
    [InlineData("stress-terms", "plans/acme/stress-example/stress.yaml", "first: 12/15", "first: 12/9")]
    [InlineData("stress-terms", "plans/acme/stress-example/stress.yaml", "first: 12/15, ", "")]
    [InlineData("stress-terms", "plans/acme/stress-example/stress.yaml", "corridor: 1.25", "corridor: 0")]
    [InlineData("stress-terms", "plans/acme/stress-example/stress.yaml", "claims: insured", "claims: nobody")]
    [InlineData("stress-terms", "plans/acme/stress-example/stress.yaml", "years: 1", "years: 6")]
    [InlineData("stress-terms", "plans/acme/stress-example/stress.yaml", "target: 190000, ", "")]
    [InlineData("stress-scenarios", "rules/stress-scenarios.yaml", "count: 20", "count: 0")]
    [InlineData("stress-scenarios", "rules/stress-scenarios.yaml", "    lasers: {people: 2, share: 1}", "")]
    [InlineData("stress-scenarios", "rules/stress-scenarios.yaml", "later: 2", "later: never")]
    [InlineData("quotes-to-compare", "plans/acme/compare-example/quotes.yaml", "state: US-OH", "state: Ohio")]
    [InlineData("quotes-to-compare", "plans/acme/compare-example/quotes.yaml", "  premium: 1760000 ",
        "  premum: 1760000 ")]
    [InlineData("quotes-to-compare", "plans/acme/compare-example/quotes.yaml", "trend: 8%", "trend: 0.08")]
    [InlineData("quotes-to-compare", "plans/acme/compare-example/quotes.yaml", "returned: 50%", "returned: half")]
    [InlineData("quotes-to-compare", "plans/acme/compare-example/quotes.yaml", "pooling: 50000", "pooling: -1")]
    [InlineData("comparison-rules", "rules/comparison.yaml", "first: 2016-01-01", "first: 2016")]
    [InlineData("comparison-rules", "rules/comparison.yaml", "deviation: 20%", "deviation: 0.2")]
    [InlineData("comparison-rules", "rules/comparison.yaml", "line: life", "lines: life")]
    [InlineData("self-funded-share", "rules/self-funded-share.yaml", "status: reported", "status: rumoured")]
    [InlineData("self-funded-share", "rules/self-funded-share.yaml", "all: 64%", "all: 0.64")]
    [InlineData("claim-severity", "rules/claim-severity.yaml", "as-of: 2022-12-31", "as-of: 2022")]
    [InlineData("disability-plan", "plans/disability/std.yaml", "days: calendar", "days: seven")]
    [InlineData("disability-plan", "plans/disability/std.yaml", "percent: 60%\n", "percent: 0.6\n")]
    [InlineData("disability-plan", "plans/disability/std.yaml", "  percent: 60%\n", "")]
    [InlineData("disability-plan", "plans/disability/std.yaml", "weeks: 26}", "wks: 26}")]
    [InlineData("disability-plan", "plans/disability/std.yaml", "kind: paid-family-leave", "kind: family-leave")]
    [InlineData("disability-plan", "plans/disability/std.yaml", "payment: employers-agent", "payment: agent")]
    [InlineData("disability-plan", "plans/disability/ltd.yaml", "own-months: 24", "own-months: two years")]
    [InlineData("disability-plan", "plans/disability/ltd.yaml", "    - {from-age: 63, months: 36}",
        "    - {from-age: 63}")]
    [InlineData("disability-plan", "plans/disability/ltd.yaml", "decision: denied", "decision: refused")]
    [InlineData("disability-claim", "plans/disability/claims/std-surgery.yaml", "cause: sickness", "cause: flu")]
    [InlineData("disability-claim", "plans/disability/claims/std-surgery.yaml", "amount: 65000,", "amount: $65000,")]
    [InlineData("disability-claim", "plans/disability/claims/std-surgery.yaml", "method: supplemental", "method: flat")]
    [InlineData("disability-claim", "plans/disability/claims/ltd-award.yaml", "    amount: 900\n", "")]
    [InlineData("disability-claim", "plans/disability/claims/ltd-award.yaml", "last: Pike, ", "")]
    [InlineData("disability-law", "rules/disability.yaml", "rate: 22%", "rate: 0.22")]
    [InlineData("disability-law", "rules/disability.yaml", "  decide-days: 45\n", "")]
    [InlineData("disability-termination", "rules/disability-termination.yaml", "interest: 4%", "interest: 0.04")]
    [InlineData("legal-limits", "rules/out-of-pocket-limits.yaml",
        "{self-only: 9200, family: 18400,", "{self-only: 9200,")]
    [InlineData("legal-limits", "rules/out-of-pocket-limits.yaml", "free-from: 2010-09-23", "free-from: 2010")]
    [InlineData("stop-loss", "plans/acme/stop-loss.yaml", "situs: US-OH", "situs: Ohio")]
    [InlineData("stop-loss", "plans/acme/stop-loss.yaml", "basis: 12/15", "basis: 12/1x")]
    [InlineData("stop-loss", "plans/acme/stop-loss.yaml", "deductible: 125000\n", "deductible: $125000\n")]
    [InlineData("stop-loss", "plans/acme/stop-loss.yaml", "per: person", "per: family")]
    [InlineData("stop-loss", "plans/acme/stop-loss.yaml", "lines: [medical]", "lines: [hospital]")]
    [InlineData("stop-loss", "plans/acme/stop-loss.yaml", "lasered-dollars: cap-at", "lasered-dollar: cap-at")]
    [InlineData("stop-loss", "plans/acme/stop-loss.yaml", "first-month: 95%", "first-month: 0.95")]
    [InlineData("stop-loss", "plans/acme/stop-loss.yaml", "paid-means: later-of-issued-and-funded", "paid-means: paid")]
    [InlineData("stop-loss", "plans/acme/stop-loss.yaml", "due-day: 1", "due-day: first")]
    [InlineData("stop-loss", "plans/acme/stop-loss.yaml", "checklist: [claim-detail", "checklist: [claims")]
    [InlineData("stop-loss-minimums", "rules/stop-loss-minimums.yaml", "state: US-AR", "state: Arkansas")]
    [InlineData("stop-loss-minimums", "rules/stop-loss-minimums.yaml", "specific: 20000", "specific: twenty thousand")]
    public void What_the_schema_refuses_the_reader_refuses(string schema, string file, string written, string broken)
    {
        var text = Repository.Text(file);
        Assert.Contains(written, text, StringComparison.Ordinal);
        var changed = text.Replace(written, broken, StringComparison.Ordinal);

        Assert.NotEmpty(SchemaFile.Of(schema).Problems(SchemaYaml.AsText(changed)));
        Assert.NotEmpty(SchemaFile.Of(schema).Problems(SchemaYaml.Typed(changed)));
        Assert.NotEmpty(SchemaReaders.Findings(schema, changed));
        Assert.Empty(SchemaReaders.Findings(schema, text));
    }

    // An amendment may restate any part alone, and take it out.
    [Fact]
    public void An_amended_part_has_the_keys_of_the_whole_and_needs_none_of_them()
    {
        foreach (var schema in ((string[])["plan", "agreement", "disability-plan"]).Select(SchemaFile.Of))
        {
            var definitions = schema.Root["$defs"]!.AsObject();
            var changes = definitions.Where(entry => entry.Key.EndsWith("Change", StringComparison.Ordinal)
                && entry.Value!["properties"] is not null).ToList();
            Assert.NotEmpty(changes);
            foreach (var (name, change) in changes)
            {
                var whole = schema.Definition(name[..^"Change".Length]);
                Assert.Equal(KeysOf(whole), KeysOf(change!).Where(key => key != "before"));
                Assert.Null(change!["required"]);
            }
        }
    }

    private static string SchemaOf(string file) => file switch
    {
        "agreement.yaml" => "agreement",
        "risk.yaml" => "risk",
        "stress.yaml" => "stress-terms",
        "options.yaml" => "options",
        "std.yaml" or "ltd.yaml" => "disability-plan",
        _ when file.StartsWith("std-", StringComparison.Ordinal) => "disability-claim",
        _ when file.StartsWith("ltd-", StringComparison.Ordinal) => "disability-claim",
        "quotes.yaml" => "quotes-to-compare",
        _ when file.StartsWith("stop-loss", StringComparison.Ordinal) => "stop-loss",
        _ => "plan",
    };

    private static IEnumerable<string> KeysOf(JsonNode schema) =>
        schema["properties"]!.AsObject().Select(entry => entry.Key);
}

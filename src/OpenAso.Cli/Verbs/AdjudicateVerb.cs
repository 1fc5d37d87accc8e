using System.CommandLine;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Adjudicating;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Importing;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso adjudicate</c>: files in, decisions out, nothing kept.</summary>
internal sealed class AdjudicateVerb
{
    private readonly Option<FileInfo[]> _plans = Options.Files("--plan", "Plan documents (YAML).");
    private readonly Option<FileInfo[]> _members = Options.Files("--members", "Enrolment: 834 files, or CSV files.");
    private readonly Option<FileInfo[]> _claims = Options.Files("--claims", "Claims: 837P, 837I and 837D files.");
    private readonly Option<FileInfo[]> _fees = Options.Files("--fees", "Fee schedules (CSV).");
    private readonly Option<FileInfo[]> _network = Options.Files(
        "--network", "Who is in which network (CSV).", required: false);
    private readonly Option<DateOnly?> _received = Options.Day(
        "--received", "The day the claims arrived; each file's own date (BHT04) if left out.");
    private readonly Option<DirectoryInfo?> _out = new("--out")
    {
        Description = "Folder for the 835 and 999 files.",
        HelpName = "DIR",
    };
    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Name the files that --out would hold, write none.",
    };
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private AdjudicateVerb(Terminal terminal) => _terminal = terminal;

    public static Verb Create(Terminal terminal)
    {
        var verb = new AdjudicateVerb(terminal);
        var command = new Command("adjudicate", "Decides claim files under plan documents, keeping nothing.")
        {
            verb._plans, verb._members, verb._claims, verb._fees, verb._network, verb._received, verb._out,
            verb._dryRun, verb._json,
        };
        command.SetAction(verb.Run);
        return new Verb(
            command, "adjudicate --plan ppo.yaml --members all.834 --claims june.837 --fees fees.csv --json");
    }

    private int Run(ParseResult parsed)
    {
        var plans = PlanDocuments.Library(parsed.GetRequiredValue(_plans), _terminal);
        List<Finding> findings = [];
        var prices = PriceFiles.Read(parsed.GetRequiredValue(_fees), parsed.GetValue(_network) ?? [], findings);
        List<ReadFile> read = [];
        var enrolment = EnrollmentFiles.Read(parsed.GetRequiredValue(_members), plans, findings, read);
        var files = InputFiles.X12(parsed.GetRequiredValue(_claims));
        var repeated = RepeatedInterchanges.Mark(files, []);
        if (repeated > 0)
            _terminal.Say($"{Counted.Of(repeated, "interchange stands", "interchanges stand")} in these files again; "
                + "each is read once.");
        var claims = ClaimIntake.Read(files, parsed.GetValue(_received));
        findings.AddRange(files.SelectMany(file => file.DemandClaims()).Concat(claims.Findings));
        var decided = MemoryAdjudication.Decide(new DecisionBasis(plans, prices), enrolment.Families, claims.Claims);
        var output = new AdjudicationOutput(decided, claims.Rejected, plans);
        if (parsed.GetValue(_out) is { } folder)
            AdjudicationFiles.Write(folder, decided, read.Concat(files), parsed.GetValue(_dryRun), _terminal);
        _terminal.Say(findings);
        output.SayRejected(_terminal);
        if (parsed.GetValue(_json))
            output.WriteJson(_terminal);
        else
            output.WriteSummary(_terminal);
        var needsAttention = claims.Rejected.Count > 0
            || findings.Exists(finding => finding.Severity >= Severity.Rejected);
        return needsAttention ? ExitCode.NeedsAttention : ExitCode.Done;
    }
}

using System.CommandLine;
using System.Text;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Law;
using OpenAso.Disability.Reserving;
using OpenAso.Disability.Taxes;
using OpenAso.Disability.Terms;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.DisabilityClaims;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso disability</c></summary>
internal static class DisabilityVerb
{
    public static Verb Create(Terminal terminal)
    {
        var plan = File("--plan", "The plan of short-term or long-term disability (YAML).", required: true);
        var claim = File("--claim", "The claim (YAML); without it the plan's own worked examples are decided.");
        var through = Options.Day("--through", "The last day to preview; left out: the last that is certified.");
        var terminations = File("--terminations", "How claims end (YAML); left out: an illustrative table.");
        var year = SickPayVerb.Year("--statement", "Also states the sick pay of a calendar year, for Form W-2.");
        var letter = new Option<FileInfo?>("--letter")
        {
            Description = "Writes the letter that the decision asks for (HTML); its sender stands in --agreement.",
            HelpName = "FILE",
        };
        var agreement = File("--agreement", "The administrative agreement (YAML): who writes the letter.");
        var written = Options.Day("--date", "The day of the letter; left out: the last day that it tells of.");
        var json = Options.Json();
        var command = new Command(
            "disability", "Decides a disability claim: its schedule of benefits, taxes, clocks and reserve.")
        {
            plan, claim, through, terminations, year, letter, agreement, written, json,
        };
        command.SetAction(parsed =>
        {
            var terms = Plan(parsed.GetRequiredValue(plan), terminal);
            if (parsed.GetValue(claim) is not { } file)
            {
                if (parsed.GetValue(through) is not null || parsed.GetValue(terminations) is not null
                    || parsed.GetValue(year) is not null)
                    throw new CommandFailure(
                        "--through, --terminations and --statement belong to a claim; name it with --claim.");
                return Examples(terms, parsed.GetValue(json), terminal);
            }
            var read = DisabilityClaimReader.Read(InputFiles.Text(file), file.ToString());
            terminal.Say(read.Findings);
            var asked = read.Value
                ?? throw new CommandFailure($"{file} cannot be read as a disability claim: see above.");
            var table = ShippedDocuments.Terminations(parsed.GetValue(terminations));
            var law = ShippedDocuments.DisabilityLaw();
            var assessment = DisabilityAssessment.Of(asked, terms, law, parsed.GetValue(through));
            var statement = parsed.GetValue(year) is { } told ? Statement(assessment, told, law) : null;
            Show(assessment, OpenClaimReserve.Of(assessment, table), statement, parsed.GetValue(json), terminal);
            if (parsed.GetValue(letter) is { } page)
                WriteLetter(assessment, page, parsed.GetValue(agreement), parsed.GetValue(written), terminal);
            return assessment.Decision.Outcome != DecisionOutcome.Approved
                || assessment.Findings.Items.Any(finding => finding.Severity >= Severity.Warning)
                || statement is { Findings.Count: > 0 }
                ? ExitCode.NeedsAttention
                : ExitCode.Done;
        });
        return new Verb(
            command,
            "disability --plan plans/disability/std.yaml",
            "disability --plan plans/disability/std.yaml --claim plans/disability/claims/std-surgery.yaml",
            "disability --plan plans/disability/std.yaml --claim plans/disability/claims/std-surgery.yaml "
                + "--statement 2026");
    }

    private static SickPayStatement Statement(DisabilityAssessment assessment, int year, DisabilityLaw law) =>
        AssessedSickPay.Statement(assessment, year, law) ?? throw new CommandFailure(
            $"Claim {assessment.Claim.Id} is paid nothing in {year}: there is no sick pay to state. "
            + "Name another year with --statement.");

    private static void Show(
        DisabilityAssessment assessment, OpenClaimReserve? reserve, SickPayStatement? statement, bool json,
        Terminal terminal)
    {
        terminal.Say(assessment.Findings);
        terminal.Say(statement?.Findings ?? []);
        if (json)
        {
            terminal.Output.WriteLine(AssessmentJson.Of(assessment, reserve, statement));
            return;
        }
        DisabilityScreen.Write(assessment, reserve, terminal);
        if (statement is not null)
            SickPayScreen.Write(statement, terminal.Output);
    }

    private static void WriteLetter(
        DisabilityAssessment assessment, FileInfo page, FileInfo? agreement, DateOnly? written, Terminal terminal)
    {
        if (agreement is null)
            throw new CommandFailure("--letter needs --agreement: the sender of the letter stands in it.");
        var read = AgreementReader.Read(InputFiles.Text(agreement), agreement.ToString());
        terminal.Say(read.Findings);
        var sender = read.Value
            ?? throw new CommandFailure($"{agreement} cannot be read as an agreement: see above.");
        var letter = DisabilityLetters.Of(
            assessment, sender, ShippedDocuments.DisabilityLaw(), written ?? LastDay(assessment));
        OutputFile.Write(page.FullName, Encoding.UTF8.GetBytes(letter.ToPage().ToString()));
        terminal.Say($"{page} written.");
    }

    // No clock: what the claim itself tells last, an appeal, a decision or its receipt.
    private static DateOnly LastDay(DisabilityAssessment assessment)
    {
        var (claim, progress) = (assessment.Claim, assessment.Claim.Progress);
        return new[] { claim.Received, progress.Decided ?? claim.Received, progress.AppealDecided ?? claim.Received }
            .Max();
    }

    private static DisabilityPlan Plan(FileInfo file, Terminal terminal)
    {
        var read = DisabilityPlanReader.Read(InputFiles.Text(file), file.ToString());
        terminal.Say(read.Findings);
        return read.Value ?? throw new CommandFailure($"{file} cannot be read as a disability plan: see above.");
    }

    private static int Examples(DisabilityPlan plan, bool json, Terminal terminal)
    {
        var differences = ExampleRun.Of(plan, ShippedDocuments.DisabilityLaw());
        if (json)
            terminal.Output.WriteLine(ExampleRunJson.Of(plan, differences));
        else
            DisabilityScreen.Write(plan, differences, terminal);
        return plan.Examples.Count == 0 || differences.Count > 0 ? ExitCode.NeedsAttention : ExitCode.Done;
    }

    private static Option<FileInfo> File(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        Required = required,
    };
}

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
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso disability</c></summary>
internal sealed class DisabilityVerb
{
    private readonly Option<FileInfo?> _plan = File(
        "--plan", "The plan of short-term or long-term disability (YAML); left out for a claim of the books.");

    private readonly Option<string?> _claim = new("--claim")
    {
        Description = "The claim (YAML); without it the plan's own worked examples are decided. Without --plan, the id "
            + "of a claim of the books.",
        HelpName = "FILE|ID",
    };

    private readonly Option<DateOnly?> _through =
        Options.Day("--through", "The last day to preview; left out: the last that is certified.");

    private readonly Option<FileInfo?> _terminations =
        File("--terminations", "How claims end (YAML); left out: an illustrative table.");

    private readonly Option<int?> _year =
        SickPayVerb.Year("--statement", "Also states the sick pay of a calendar year, for Form W-2.");

    private readonly Option<FileInfo?> _letter = File("--letter",
        "Writes the letter that the decision asks for (HTML); its sender stands in --agreement, or in the books.");

    private readonly Option<FileInfo?> _agreement =
        File("--agreement", "The administrative agreement (YAML): who writes the letter.");

    private readonly Option<DateOnly?> _written =
        Options.Day("--date", "The day of the letter; left out: the last day that it tells of.");

    private readonly Option<BooksPlace> _folder = DataFolder.Option();
    private readonly Option<string?> _employer = DataFolder.EmployerOption();
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private DisabilityVerb(Terminal terminal) => _terminal = terminal;

    public static Verb Create(Terminal terminal)
    {
        var verb = new DisabilityVerb(terminal);
        var command = new Command(
            "disability", "Decides a disability claim: its schedule of benefits, taxes, clocks, leave and reserve.")
        {
            verb._plan, verb._claim, verb._through, verb._terminations, verb._year, verb._letter, verb._agreement,
            verb._written, verb._folder, verb._employer, verb._json,
        };
        command.SetAction(verb.Run);
        command.Subcommands.Add(DisabilityBooks.Advise(terminal));
        command.Subcommands.Add(DisabilityBooks.Paid(terminal));
        return new Verb(
            command,
            "disability --plan plans/disability/std.yaml",
            "disability --plan plans/disability/std.yaml --claim plans/disability/claims/std-surgery.yaml",
            "disability --plan plans/disability/std.yaml --claim plans/disability/claims/std-surgery.yaml "
                + "--statement 2026",
            "disability --employer acme --claim S-A00012-2026-01-10 --letter letter.html",
            "disability advise --employer acme --payroll 2026-01-30 --out advice.csv");
    }

    private int Run(ParseResult parsed)
    {
        if (parsed.GetValue(_plan) is { } file)
            return OfFiles(parsed, Plan(file));
        if (parsed.GetValue(_claim) is not { } claim)
            throw new CommandFailure("Name a plan with --plan, or a claim of the books with --claim ID (and --dir).");
        if (System.IO.File.Exists(claim))
            throw new CommandFailure($"{claim} is a file: name the plan that it is decided by, with --plan.");
        if (parsed.GetValue(_terminations) is not null || parsed.GetValue(_agreement) is not null)
            throw new CommandFailure(
                "A claim of the books goes by the table and the agreement of the books: leave out --terminations and "
                + "--agreement, or name a --plan.");
        return DataFolder.With(
            parsed.GetRequiredValue(_folder), DatabaseAccess.Read, _terminal, books => OfBooks(books, claim, parsed));
    }

    private int OfFiles(ParseResult parsed, DisabilityPlan terms)
    {
        if (parsed.GetValue(_claim) is not { } name)
        {
            if (parsed.GetValue(_through) is not null || parsed.GetValue(_terminations) is not null
                || parsed.GetValue(_year) is not null)
                throw new CommandFailure(
                    "--through, --terminations and --statement belong to a claim; name it with --claim.");
            return Examples(terms, parsed.GetValue(_json));
        }
        var file = new FileInfo(name);
        var read = DisabilityClaimReader.Read(InputFiles.Text(file), file.ToString());
        _terminal.Say(read.Findings);
        var asked = read.Value ?? throw new CommandFailure($"{file} cannot be read as a disability claim: see above.");
        var table = ShippedDocuments.Terminations(parsed.GetValue(_terminations));
        var law = ShippedDocuments.DisabilityLaw();
        var assessment = DisabilityAssessment.Of(asked, terms, law, parsed.GetValue(_through));
        return Tell(assessment, OpenClaimReserve.Of(assessment, table), Statement(assessment, law, parsed), parsed,
            page => WriteLetter(
                assessment, page, Agreement(parsed.GetValue(_agreement)), law, Written(assessment, null, parsed)));
    }

    private int OfBooks(Books books, string claim, ParseResult parsed)
    {
        var terms = DataFolder.Terms(books, parsed.GetValue(_employer));
        var found = new DisabilityClaimUseCase(books).Show(terms, claim, parsed.GetValue(_through))
            ?? throw new CommandFailure(
                $"The books of {terms.Scope.Employer} have no disability claim {claim} that can be decided: look its "
                + "id up in the file that was imported, and whether its claimant is enrolled as an employee.");
        if (parsed.GetValue(_year) is not null)
            throw new CommandFailure("Claims of the books are stated together: 'openaso sick-pay --year YEAR'.");
        return Tell(found.Assessment, found.Reserve, null, parsed, page =>
            WriteLetter(found.Assessment, page, terms.Agreement, terms.Disability!.Law,
                Written(found.Assessment, found.BookedOn, parsed)));
    }

    private int Tell(
        DisabilityAssessment assessment, OpenClaimReserve? reserve, SickPayStatement? statement, ParseResult parsed,
        Action<FileInfo> write)
    {
        _terminal.Say(assessment.Findings);
        _terminal.Say(statement?.Findings ?? []);
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(AssessmentJson.Of(assessment, reserve, statement));
        else
            Show(assessment, reserve, statement);
        if (parsed.GetValue(_letter) is { } page)
            write(page);
        return assessment.Decision.Outcome != DecisionOutcome.Approved
            || assessment.Findings.Items.Any(finding => finding.Severity >= Severity.Warning)
            || statement is { Findings.Count: > 0 }
            ? ExitCode.NeedsAttention
            : ExitCode.Done;
    }

    private void Show(DisabilityAssessment assessment, OpenClaimReserve? reserve, SickPayStatement? statement)
    {
        DisabilityScreen.Write(assessment, reserve, _terminal);
        if (statement is not null)
            SickPayScreen.Write(statement, _terminal.Output);
    }

    private SickPayStatement? Statement(DisabilityAssessment assessment, DisabilityLaw law, ParseResult parsed) =>
        parsed.GetValue(_year) is not { } year ? null
            : AssessedSickPay.Statement(assessment, year, law) ?? throw new CommandFailure(
                $"Claim {assessment.Claim.Id} is paid nothing in {year}: there is no sick pay to state. "
                + "Name another year with --statement.");

    private AsoAgreement Agreement(FileInfo? file)
    {
        if (file is null)
            throw new CommandFailure("--letter needs --agreement: the sender of the letter stands in it.");
        var read = AgreementReader.Read(InputFiles.Text(file), file.ToString());
        _terminal.Say(read.Findings);
        return read.Value ?? throw new CommandFailure($"{file} cannot be read as an agreement: see above.");
    }

    private void WriteLetter(
        DisabilityAssessment assessment, FileInfo page, AsoAgreement sender, DisabilityLaw law, DateOnly written)
    {
        var letter = DisabilityLetters.Of(assessment, sender, law, written);
        OutputFile.Write(page.FullName, Encoding.UTF8.GetBytes(letter.ToPage().ToString()));
        _terminal.Say($"{page} written.");
    }

    // No clock: what the claim itself or the books tell last, an appeal, a decision, a booking or its receipt.
    private DateOnly Written(DisabilityAssessment assessment, DateOnly? booked, ParseResult parsed)
    {
        var (claim, progress) = (assessment.Claim, assessment.Claim.Progress);
        return parsed.GetValue(_written) ?? new[]
        {
            claim.Received, progress.Decided ?? claim.Received, progress.AppealDecided ?? claim.Received,
            booked ?? claim.Received,
        }.Max();
    }

    private DisabilityPlan Plan(FileInfo file)
    {
        var read = DisabilityPlanReader.Read(InputFiles.Text(file), file.ToString());
        _terminal.Say(read.Findings);
        return read.Value ?? throw new CommandFailure($"{file} cannot be read as a disability plan: see above.");
    }

    private int Examples(DisabilityPlan plan, bool json)
    {
        var differences = ExampleRun.Of(plan, ShippedDocuments.DisabilityLaw());
        if (json)
            _terminal.Output.WriteLine(ExampleRunJson.Of(plan, differences));
        else
            DisabilityScreen.Write(plan, differences, _terminal);
        return plan.Examples.Count == 0 || differences.Count > 0 ? ExitCode.NeedsAttention : ExitCode.Done;
    }

    private static Option<FileInfo?> File(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
    };
}

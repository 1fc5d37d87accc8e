using OpenAso.Disability.Deciding;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;

namespace OpenAso.Cli.Verbs;

/// <summary>Takes the disability claims of an import.</summary>
internal static class DisabilityImport
{
    public static DisabilityIntake Take(
        Books books, EmployerTerms terms, IReadOnlyCollection<FileInfo> files, DateOnly? received)
    {
        if (files.Count == 0)
            return DisabilityIntake.Nothing;
        var read = Read(files);
        var taken = new DisabilityUseCase(books).TakeAsync(terms, read.Value.Items, received).GetAwaiter().GetResult();
        return taken with { Findings = [.. read.Findings, .. taken.Findings] };
    }

    /// <summary>What can be said without writing: what is wrong with the files.</summary>
    public static DisabilityIntake Read(EmployerTerms terms, IReadOnlyCollection<FileInfo> files)
    {
        if (files.Count == 0)
            return DisabilityIntake.Nothing;
        var read = Read(files);
        return DisabilityIntake.Nothing with
        {
            Findings = [.. read.Findings, .. DisabilityUseCase.Check(terms, read.Value.Items)],
        };
    }

    public static int Say(DisabilityIntake taken, Terminal terminal)
    {
        terminal.Say(taken.Findings);
        if (taken.Taken.Count > 0)
            terminal.Say(
                $"{Counted.Of(taken.Taken.Count, "disability claim", "disability claims")} taken: "
                    + string.Join(", ", taken.Taken.Items.GroupBy(one => one.Outcome).OrderBy(group => group.Key)
                        .Select(group => $"{group.Count()} {Documents.Words.Of(group.Key.ToString())}"))
                    + "; what is certified is booked with the next funding request.");
        foreach (var one in taken.Taken.Items.Where(one => one.Outcome != DecisionOutcome.Approved))
            terminal.Say($"  {one.Claim}: {Documents.Words.Of(one.Outcome.ToString())}, "
                + string.Join(", ", one.Reasons.Items.Select(reason => reason.Replace('-', ' '))));
        if (taken.Repeated > 0)
            terminal.Say($"{Counted.Of(taken.Repeated, "disability claim says", "disability claims say")} what was "
                + "taken before, and passed over.");
        return taken.Findings.Items.Any(finding => finding.Severity >= Severity.Warning)
            || taken.Taken.Items.Any(one => one.Outcome == DecisionOutcome.Pended)
            ? ExitCode.NeedsAttention
            : ExitCode.Done;
    }

    private static Parsed<ValueList<DisabilityClaimText>> Read(IEnumerable<FileInfo> files)
    {
        var read = files.Select(file => DisabilityClaimText.Of(file.ToString(), InputFiles.Text(file))).ToList();
        return new Parsed<ValueList<DisabilityClaimText>>(
            [.. read.SelectMany(one => one.Value.Items)], [.. read.SelectMany(one => one.Findings.Items)]);
    }
}

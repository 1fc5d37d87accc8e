using OpenAso.Decision.Comparing;
using OpenAso.Decision.Distributions;
using OpenAso.Decision.Stressing;
using OpenAso.Disability.Law;
using OpenAso.Disability.Reserving;
using OpenAso.Operations.Employers;
using OpenAso.Plans.Legal;
using OpenAso.StopLoss.Minimums;

namespace OpenAso.Cli;

/// <summary>Documents that come with the program: sample employers, public rules.</summary>
internal static class ShippedDocuments
{
    private static string Root => AppContext.BaseDirectory;

    /// <summary>The agreement, plans, and where there are any fees of a sample employer.</summary>
    public static List<EmployerDocument> OfEmployer(string key)
    {
        var folder = new DirectoryInfo(Path.Combine(Root, "plans", key));
        var disability = new DirectoryInfo(Path.Combine(folder.FullName, "disability"));
        return EmployerSetup.WithDisabilityRules(
        [
            .. OfHealth(folder),
            .. disability.Exists
                ? disability.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal)
                    .Select(file => EmployerSetup.Document(DocumentKind.DisabilityPlan, file))
                : [],
        ]);
    }

    /// <summary>A document of rules that comes with the program.</summary>
    public static EmployerDocument Rule(DocumentKind kind, string name)
    {
        var file = new FileInfo(Path.Combine(Root, "rules", name));
        return new EmployerDocument(kind, Path.GetFileNameWithoutExtension(name), name, InputFiles.Text(file));
    }

    private static IEnumerable<EmployerDocument> OfHealth(DirectoryInfo folder)
    {
        return [.. folder.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => file.Extension switch
        {
            ".csv" => EmployerSetup.Document(DocumentKind.Fees, file),
            _ when file.Name == "agreement.yaml" => EmployerSetup.Document(DocumentKind.Agreement, file),
            _ when file.Name == "stop-loss.yaml" => EmployerSetup.Document(DocumentKind.StopLoss, file),
            _ => EmployerSetup.Document(DocumentKind.Plan, file),
        })];
    }

    /// <summary>Public limits by plan year: the given ones, or those that come with the program.</summary>
    public static LegalLimits Limits(FileInfo? given)
    {
        var file = given ?? new FileInfo(Path.Combine(Root, "rules", "out-of-pocket-limits.yaml"));
        var read = LegalLimitsReader.Read(InputFiles.Text(file), file.ToString());
        return read.Value ?? throw new CommandFailure($"{file} cannot be read as public limits: {read.Findings[0]}");
    }

    /// <summary>What states ask of stop-loss policies.</summary>
    public static StopLossMinimums StopLossMinimums()
    {
        var file = new FileInfo(Path.Combine(Root, "rules", "stop-loss-minimums.yaml"));
        return OpenAso.StopLoss.Minimums.StopLossMinimums.Read(InputFiles.Text(file), file.Name).Value
            ?? throw new InvalidOperationException("The rules that come with the program cannot be read.");
    }

    /// <summary>What people may cost in a year, by name.</summary>
    public static ClaimSeverities Severities()
    {
        var file = new FileInfo(Path.Combine(Root, "rules", "claim-severity.yaml"));
        return ClaimSeverityReader.Read(InputFiles.Text(file), file.Name).Value
            ?? throw new InvalidOperationException("The rules that come with the program cannot be read.");
    }

    /// <summary>What may happen to a plan, by name.</summary>
    public static StressScenarios StressScenarios()
    {
        var file = new FileInfo(Path.Combine(Root, "rules", "stress-scenarios.yaml"));
        return StressScenarioReader.Read(InputFiles.Text(file), file.Name).Value
            ?? throw new InvalidOperationException("The rules that come with the program cannot be read.");
    }

    /// <summary>Figures of law for disability benefits.</summary>
    public static DisabilityLaw DisabilityLaw()
    {
        var file = new FileInfo(Path.Combine(Root, "rules", "disability.yaml"));
        return DisabilityLawReader.Read(InputFiles.Text(file), file.Name).Value
            ?? throw new InvalidOperationException("The rules that come with the program cannot be read.");
    }

    /// <summary>How disability claims end: the given table, or the illustrative one.</summary>
    public static TerminationTable Terminations(FileInfo? given)
    {
        var file = given ?? new FileInfo(Path.Combine(Root, "rules", "disability-termination.yaml"));
        var read = TerminationTableReader.Read(InputFiles.Text(file), file.ToString());
        return read.Value
            ?? throw new CommandFailure($"{file} cannot be read as a table of terminations: {read.Findings[0]}");
    }

    /// <summary>What the comparison with an insured plan rests on.</summary>
    public static ComparisonBasis Comparison()
    {
        var rules = new FileInfo(Path.Combine(Root, "rules", "comparison.yaml"));
        var shares = new FileInfo(Path.Combine(Root, "rules", "self-funded-share.yaml"));
        return ComparisonFiguresReader.Read(InputFiles.Text(rules), rules.Name).Value is { } known
            && SelfFundedShareReader.Read(InputFiles.Text(shares), shares.Name).Value is { } told
                ? new ComparisonBasis(known, told)
                : throw new InvalidOperationException("The rules that come with the program cannot be read.");
    }

    /// <summary>How long an appeal may take.</summary>
    public static ClaimsProcedure Procedure()
    {
        var file = new FileInfo(Path.Combine(Root, "rules", "claims-procedure.yaml"));
        return ClaimsProcedure.Read(InputFiles.Text(file), file.Name).Value
            ?? throw new InvalidOperationException("The rules that come with the program cannot be read.");
    }
}

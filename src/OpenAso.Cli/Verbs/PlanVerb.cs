using System.CommandLine;
using OpenAso.Kernel;
using OpenAso.Operations.PlanDocuments;
using OpenAso.Plans;
using OpenAso.Plans.Legal;
using Spectre.Console;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso plan test|check FILE…</c></summary>
internal static class PlanVerb
{
    public static Verb Create(Terminal terminal)
    {
        var plan = new Command("plan", "Checks plan documents and decides their worked examples.");
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "Plan documents.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = Options.Json();
        var test = new Command("test", "Decides the worked examples of plan documents.") { files, json };
        test.SetAction(parsed => Test(parsed.GetRequiredValue(files), parsed.GetValue(json), terminal));
        var rules = new Option<FileInfo?>("--rules")
        {
            Description = "Public limits by plan year (YAML); those that come with the program if left out.",
            HelpName = "FILE",
        };
        var check = new Command(
            "check", "Validates plan documents, and checks them against public limits by plan year.")
        {
            files,
            rules,
            json,
        };
        check.SetAction(parsed => Check(
            parsed.GetRequiredValue(files), ShippedDocuments.Limits(parsed.GetValue(rules)), parsed.GetValue(json),
            terminal));
        plan.Subcommands.Add(test);
        plan.Subcommands.Add(check);
        return new Verb(plan, "plan check plans/acme/acme-ppo.yaml", "plan test plans/acme/acme-ppo.yaml");
    }

    private static int Test(FileInfo[] files, bool json, Terminal terminal)
    {
        var code = ExitCode.Done;
        foreach (var file in files)
        {
            var plan = PlanDocuments.Read(file, terminal);
            var results = WorkedExampleRun.Run(plan);
            if (json)
                terminal.Output.WriteLine(PlanTestJson.Of(file.ToString(), plan, results));
            else
                Show(file, results, terminal);
            if (results.Count == 0 || !results.All(result => result.Agrees))
                code = ExitCode.NeedsAttention;
        }
        return code;
    }

    private static void Show(FileInfo file, IReadOnlyList<WorkedResult> results, Terminal terminal)
    {
        var wrong = results.Where(result => !result.Agrees).ToList();
        foreach (var result in wrong)
            terminal.Output.WriteLine($"{file}({result.Line.Place.Line}) {result.Example}: {result.Problem}");
        terminal.Output.WriteLine(results.Count == 0
            ? $"{file}: has no worked examples; add some, so that everyone can see what it means."
            : $"{file}: {results.Count - wrong.Count} of {results.Count} worked claim lines agree.");
    }

    private static int Check(FileInfo[] files, LegalLimits limits, bool json, Terminal terminal)
    {
        var code = ExitCode.Done;
        foreach (var file in files)
        {
            var read = PlanReader.Read(InputFiles.Text(file), file.ToString());
            List<Finding> findings = [.. read.Findings];
            if (read.Value is { } plan)
                findings.AddRange(LegalLimitRules.Check(plan, limits));
            if (json)
                terminal.Output.WriteLine(PlanCheckJson.Of(file.ToString(), read.Value, findings));
            else
                Show(file, read.Value, findings, terminal);
            if (findings.Exists(finding => finding.Severity >= Severity.Warning))
                code = ExitCode.NeedsAttention;
        }
        return code;
    }

    private static void Show(FileInfo file, Plan? plan, IReadOnlyList<Finding> findings, Terminal terminal)
    {
        if (plan is not null)
            terminal.Write(Summary(file, plan));
        foreach (var finding in findings)
            terminal.Output.WriteLine(finding.ToString());
    }

    private static Table Summary(FileInfo file, Plan plan)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "");
        foreach (var segment in plan.Segments)
        {
            table.AddRow(
                Markup.Escape($"{file}: plan {plan.Id}"),
                Markup.Escape($"{segment.Name}, {segment.InForce}: {segment.Benefits.Length} benefits, "
                    + $"{segment.Limits.Length} limits, {segment.Clauses.Length} clauses"));
        }
        table.AddRow("version", plan.Version.ToString());
        return table;
    }
}

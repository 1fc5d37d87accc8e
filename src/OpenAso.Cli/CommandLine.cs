using System.CommandLine;
using OpenAso.Cli.Verbs;
using OpenAso.Operations;
using OpenAso.Operations.Access;
using OpenAso.Storage;

namespace OpenAso.Cli;

/// <summary>The command line: its verbs, and how a command is run.</summary>
internal static class CommandLine
{
    private const string TraceVariable = "OPENASO_TRACE";

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">As the shell gave them.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <returns>An exit code.</returns>
    public static int Run(string[] arguments, Terminal terminal)
    {
        var verbs = All(terminal);
        var root = Root(verbs, terminal);
        if (Array.IndexOf(arguments, "") >= 0)
        {
            terminal.Say("openaso: An argument is empty (''); give a value, or leave its option out.");
            return ExitCode.CouldNotRun;
        }
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                terminal.Say($"openaso: {OneLine(error.Message)}");
            terminal.Say("openaso: 'openaso help' lists the verbs; 'openaso VERB --help' its options.");
            return ExitCode.CouldNotRun;
        }
        try
        {
            var code = parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
            });
            terminal.Output.Flush();
            return code;
        }
        catch (Exception problem) when (Describe(problem) is { } line)
        {
            terminal.Say($"openaso: {OneLine(line)}");
            return ExitCode.CouldNotRun;
        }
        catch (Exception defect) when (Environment.GetEnvironmentVariable(TraceVariable) is not { Length: > 0 })
        {
            terminal.Say($"openaso: {Defect(defect)}");
            return ExitCode.CouldNotRun;
        }
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    // Neither its words nor its trace are shown unasked: they may hold what the files say of people.
    private static string Defect(Exception defect)
    {
        var cause = defect.GetBaseException();
        var method = cause.TargetSite;
        return $"This is a defect of openaso ({cause.GetType().Name} in {method?.DeclaringType?.Name}.{method?.Name}). "
            + "What was not finished is undone. Please report it, with the trace that the same command shows where "
            + $"{TraceVariable}=1 is set; look it through for data of people first.";
    }

    private static IReadOnlyList<Verb> All(Terminal terminal) =>
    [
        DemoVerb.Create(terminal),
        AdjudicateVerb.Create(terminal),
        PlanVerb.Create(terminal),
        SchemaVerb.Create(terminal),
        SeedVerb.Create(terminal),
        ImportVerb.Create(terminal),
        FundVerb.Create(terminal),
        PayVerb.Create(terminal),
        PositionVerb.Create(terminal),
        StopLossVerb.Create(terminal),
        FilingVerb.Create(terminal),
        NoticeVerb.Create(terminal),
        GapsVerb.Create(terminal),
        BoundaryVerb.Create(terminal),
        QuotesVerb.Create(terminal),
        DisclosureVerb.Create(terminal),
        ReserveVerb.Create(terminal),
        DistributionVerb.Create(terminal),
        StressVerb.Create(terminal),
        OptimizeVerb.Create(terminal),
        DisabilityVerb.Create(terminal),
        SickPayVerb.Create(terminal),
        CompareVerb.Create(terminal),
        ExperienceVerb.Create(terminal),
        ForecastVerb.Create(terminal),
        PendVerb.Create(terminal),
        ExplainVerb.Create(terminal),
        VerifyVerb.Create(terminal),
        AccountVerb.Create(terminal),
        ServeVerb.Create(terminal),
    ];

    private static RootCommand Root(IReadOnlyList<Verb> verbs, Terminal terminal)
    {
        var root = new RootCommand(
            "Runs self-funded employee benefit plans: decides claims, explains every cent, keeps the books.");
        foreach (var verb in verbs)
        {
            BooksPlace.AddOptions(verb.Command);
            root.Subcommands.Add(verb.Command);
        }
        var help = new Command("help", "Lists the verbs, each with an example.");
        help.SetAction(_ => Help(verbs, terminal));
        root.Subcommands.Add(help);
        root.SetAction(_ => Help(verbs, terminal));
        return root;
    }

    private static int Help(IReadOnlyList<Verb> verbs, Terminal terminal)
    {
        terminal.Output.WriteLine("openaso runs self-funded employee benefit plans.");
        terminal.Output.WriteLine();
        foreach (var verb in verbs)
        {
            terminal.Output.WriteLine($"  {verb.Command.Name,-14}{verb.Command.Description}");
            foreach (var example in verb.Examples)
                terminal.Output.WriteLine($"  {"",-14}openaso {example}");
        }
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(
            "'openaso VERB --help' lists the options of a verb. Exit codes: 0 done, 1 done with findings");
        terminal.Output.WriteLine("or rejections that need attention, 2 could not run.");
        return ExitCode.Done;
    }

    // What a person can mend.
    private static string? Describe(Exception problem) => problem switch
    {
        CommandFailure failure => failure.Message,
        StorageException storage => storage.Message,
        KeyUnavailableException key => key.Message,
        WorkRefusedException refused => refused.Message,
        AggregateException { InnerExceptions.Count: 1 } aggregate => Describe(aggregate.InnerExceptions[0]),
        FileNotFoundException or DirectoryNotFoundException => $"{problem.Message} Check the path.",
        UnauthorizedAccessException => $"{problem.Message} Check the permissions of the file or folder.",
        IOException => $"{problem.Message} Nothing was half written; mend the cause and run the command again.",
        OperationCanceledException => "Stopped. Nothing is half done; run the command again to go on.",
        _ => null,
    };
}

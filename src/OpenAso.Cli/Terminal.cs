using OpenAso.Kernel;
using OpenAso.Operations;
using Spectre.Console;

namespace OpenAso.Cli;

/// <summary>Where a command writes: results to standard output, everything else to standard error.</summary>
/// <param name="Output">Results: what a pipe wants to have.</param>
/// <param name="Error">Progress, messages and findings.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error)
{
    private const int FindingsShown = 40;

    /// <summary>The process's own.</summary>
    public static Terminal OfProcess { get; } = new(Console.Out, Console.Error);

    /// <summary>Whether a person sits at it: neither a script, nor a pipe, nor a file.</summary>
    public bool IsWatched => Output == Console.Out && !Console.IsOutputRedirected && !Console.IsInputRedirected;

    /// <summary>Bytes of results, for large output.</summary>
    public Stream OpenOutput() => Output == Console.Out ? Console.OpenStandardOutput() : new WriterStream(Output);

    /// <summary>A table on standard output, as wide as the terminal or 120 columns.</summary>
    public void Write(Spectre.Console.Rendering.IRenderable content) =>
        ConsoleOf(Output, Console.IsOutputRedirected).Write(content);

    /// <summary>One line of progress or a message.</summary>
    public void Say(string message) => Error.WriteLine(message);

    /// <summary>Findings, the worst first; the mild ones only counted.</summary>
    public void Say(IReadOnlyCollection<Finding> findings)
    {
        var serious = findings.Where(finding => finding.Severity >= Severity.Warning)
            .OrderByDescending(finding => finding.Severity).ToList();
        foreach (var finding in serious.Take(FindingsShown))
            Error.WriteLine($"{Word(finding.Severity)}: {finding}");
        if (serious.Count > FindingsShown)
            Error.WriteLine($"… and {serious.Count - FindingsShown} more.");
        var notes = findings.Count - serious.Count;
        if (notes > 0)
            Error.WriteLine(
                $"{Counted.Of(notes, "note", "notes")} on how the files are written, which changed nothing.");
    }

    /// <summary>Shows progress bars on a terminal, nothing elsewhere.</summary>
    public T Track<T>(string task, Func<Action<double>, T> work)
    {
        if (Error != Console.Error || Console.IsErrorRedirected)
            return work(static _ => { });
        var console = ConsoleOf(Error, isRedirected: false);
        return console.Progress().HideCompleted(false).Start(context =>
        {
            var bar = context.AddTask(task, maxValue: 1);
            var result = work(share => bar.Value = share);
            bar.Value = 1;
            return result;
        });
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Fatal => "not read",
        Severity.Rejected => "rejected",
        _ => "warning",
    };

    private static IAnsiConsole ConsoleOf(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected || writer is StringWriter ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected || writer is StringWriter
                ? ColorSystemSupport.NoColors
                : ColorSystemSupport.Detect,
        });
        if (isRedirected || writer is StringWriter)
            console.Profile.Width = 120;
        return console;
    }

    /// <summary>Bytes of UTF-8 that go to a text writer.</summary>
    private sealed class WriterStream(TextWriter writer) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing)
                writer.Write(System.Text.Encoding.UTF8.GetString(GetBuffer(), 0, (int)Length));
            base.Dispose(disposing);
        }
    }
}

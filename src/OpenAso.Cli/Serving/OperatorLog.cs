using System.Globalization;
using Microsoft.Extensions.Logging;
using OpenAso.Access;

namespace OpenAso.Cli.Serving;

/// <summary>Writes what went wrong in the server for whoever runs it: one entry each, with the time, what met it, the
/// type of the exception and where it was thrown. No message of an exception and no value is written.</summary>
/// <param name="output">Where to.</param>
/// <param name="time">Tells when.</param>
internal sealed class OperatorLog(TextWriter output, TimeProvider time) : ILoggerProvider
{
    // Work that no request waits for: where it ends with an exception, the host says so.
    private const string Background = "Microsoft.Extensions.Hosting.Internal.Host";

    // Why a server does not start is said by the command that starts it, with the way on.
    private const string NotStarted = "HostedServiceStartupFaulted";

    private readonly Lock _gate = new();

    /// <summary>Whether something of this category is told.</summary>
    public static bool Tells(string? category, LogLevel level) =>
        level >= LogLevel.Error && category is Defects.Category or Background;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Entries(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The output is not its own.
    }

    private void Write(string text)
    {
        var moment = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        lock (_gate)
        {
            output.WriteLine($"{moment} defect {text}");
            output.Flush();
        }
    }

    private sealed class Entries(OperatorLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => Tells(category, logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel) || eventId.Name == NotStarted)
                return;
            // Only entries of our own say what may be said.
            log.Write(category == Defects.Category
                ? formatter(state, null)
                : exception is null
                ? $"{category} {eventId.Name}"
                : $"{category} {eventId.Name} {Defects.TypesOf(exception)}\n{Defects.StackOf(exception)}");
        }
    }
}

/// <summary>Where a server tells how it does.</summary>
/// <param name="Errors">Whoever runs it, of defects.</param>
/// <param name="Collector">Of OpenTelemetry; null for none.</param>
internal sealed record Telling(TextWriter Errors, Uri? Collector = null);

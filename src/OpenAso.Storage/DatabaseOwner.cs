using System.Diagnostics;
using System.Globalization;

namespace OpenAso.Storage;

/// <summary>The process that works with a database file.</summary>
/// <param name="ProcessId">As the operating system numbers it.</param>
/// <param name="Program">Its name.</param>
/// <param name="Machine">Where it runs.</param>
/// <param name="Started">When the process was started.</param>
public sealed record DatabaseOwner(int ProcessId, string Program, string Machine, DateTimeOffset Started)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>This process.</summary>
    internal static DatabaseOwner Current()
    {
        using var process = Process.GetCurrentProcess();
        return new DatabaseOwner(process.Id, process.ProcessName, Environment.MachineName,
            new DateTimeOffset(process.StartTime.ToUniversalTime()));
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <returns>Null when the text says something else, as one does that is being written.</returns>
    internal static DatabaseOwner? Parse(string text) =>
        text.Split('\n') is [var id, var program, var machine, var started, ..]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
        && DateTimeOffset.TryParseExact(started, Format, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var moment)
            ? new DatabaseOwner(processId, program, machine, moment)
            : null;

    /// <summary>One line each: process, program, machine, start.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture,
        $"{ProcessId}\n{Program}\n{Machine}\n{Started.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)}\n");

    /// <summary>As a message names it: "process 4711 (openaso) on host, started 2026-01-31 08:00:00Z".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"process {ProcessId} ({Program}) on {Machine}, started {Started:u}");
}

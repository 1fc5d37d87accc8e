using System.CommandLine;

namespace OpenAso.Cli;

/// <summary>A verb of the command line.</summary>
/// <param name="Command">Its name, options and action.</param>
/// <param name="Examples">A line for each thing it does that shows it at work, without the program's name.</param>
internal sealed record Verb(Command Command, params IReadOnlyList<string> Examples);

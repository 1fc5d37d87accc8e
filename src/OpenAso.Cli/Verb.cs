using System.CommandLine;

namespace OpenAso.Cli;

/// <summary>A verb of the command line.</summary>
/// <param name="Command">Its name, options and action.</param>
/// <param name="Example">One line that shows it at work, without the program's name.</param>
internal sealed record Verb(Command Command, string Example);

namespace OpenAso.Cli;

/// <summary>The command cannot run: one clear line says what, where and how to mend it.</summary>
/// <param name="message">That line.</param>
internal sealed class CommandFailure(string message) : Exception(message);

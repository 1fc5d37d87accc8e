using System.Text;
using OpenAso.Operations.Importing;

namespace OpenAso.Cli;

/// <summary>Opens the files that a command names.</summary>
internal static class InputFiles
{
    // Bytes that are no UTF-8 are said, not replaced.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file that is there and can be read.</summary>
    public static InputFile Of(FileInfo file)
    {
        if (file.ToString().StartsWith("--", StringComparison.Ordinal) && !file.Exists)
            throw new CommandFailure($"There is no option '{file}' here; '--help' lists the verb's options.");
        if (Directory.Exists(file.FullName))
            throw new CommandFailure($"{file} is a folder; name the files in it.");
        if (!file.Exists)
            throw new CommandFailure($"{file} does not exist; check the path.");
        return new InputFile(file.ToString(), file.OpenRead);
    }

    /// <summary>All of a text file.</summary>
    public static string Text(FileInfo file)
    {
        using var reader = new StreamReader(Of(file).Open(), Utf8);
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new CommandFailure(
                $"{file} is not text in UTF-8; save it as UTF-8, or check that it is the right file.");
        }
    }

    /// <summary>Each file's envelopes.</summary>
    public static IReadOnlyList<ReadFile> X12(IEnumerable<FileInfo> files) =>
        [.. files.Select(Of).Select(ReadFile.Read)];
}

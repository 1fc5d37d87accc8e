using OpenAso.Operations.Importing;

namespace OpenAso.Cli;

/// <summary>Opens the files that a command names.</summary>
internal static class InputFiles
{
    /// <summary>A file that is there and can be read.</summary>
    public static InputFile Of(FileInfo file)
    {
        if (Directory.Exists(file.FullName))
            throw new CommandFailure($"{file} is a folder; name the files in it.");
        if (!file.Exists)
            throw new CommandFailure($"{file} does not exist; check the path.");
        return new InputFile(file.ToString(), file.OpenRead);
    }

    /// <summary>All of a text file.</summary>
    public static string Text(FileInfo file)
    {
        using var reader = new StreamReader(Of(file).Open());
        return reader.ReadToEnd();
    }

    /// <summary>Each file's envelopes.</summary>
    public static IReadOnlyList<ReadFile> X12(IEnumerable<FileInfo> files) =>
        [.. files.Select(Of).Select(ReadFile.Read)];
}

using System.Buffers;

namespace OpenAso.Cli;

/// <summary>Writes a file whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Makes a folder for output files, where it is not there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="option">The option that names it.</param>
    public static void MakeFolder(DirectoryInfo folder, string option)
    {
        DemandFolder(folder, option);
        folder.Create();
    }

    /// <summary>Says where a folder for output files could not be made.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="option">The option that names it.</param>
    public static void DemandFolder(DirectoryInfo folder, string option)
    {
        if (File.Exists(folder.ToString()))
            throw new CommandFailure($"{folder} is a file; {option} names a folder.");
    }

    /// <summary>Writes beside the file first, then puts it in its place: a reader never sees half of it.</summary>
    public static void Write(string path, byte[] content) => Write(path, output => output.Write(content));

    /// <summary>The same for content that is made while it is written; where that fails, nothing is left of
    /// it.</summary>
    public static void Write(string path, Action<IBufferWriter<byte>> write)
    {
        var draft = path + ".part";
        try
        {
            using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 0))
            using (var output = new StreamBuffer(stream))
                write(output);
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}

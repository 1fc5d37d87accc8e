namespace OpenAso.Cli;

/// <summary>Writes a file whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes beside the file first, then puts it in its place: a reader never sees half of it.</summary>
    public static void Write(string path, byte[] content)
    {
        var draft = path + ".part";
        File.WriteAllBytes(draft, content);
        File.Move(draft, path, overwrite: true);
    }
}

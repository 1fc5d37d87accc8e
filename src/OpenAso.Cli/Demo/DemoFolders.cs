using OpenAso.Operations.Storing;

namespace OpenAso.Cli.Demo;

/// <summary>Where the demonstration keeps what it makes.</summary>
/// <param name="Root">Named by <c>--dir</c>.</param>
internal sealed record DemoFolders(DirectoryInfo Root)
{
    private static readonly string[] DatabaseEndings = ["", "-wal", "-shm", ".lock", ".owner"];
    private static readonly string[] Subfolders = ["files", "out"];

    public string Database => Path.Combine(Root.ToString(), Books.FileName);

    public DirectoryInfo FilesOf(string employer) => new(Path.Combine(Root.ToString(), "files", employer));

    public DirectoryInfo OutputOf(string employer) => new(Path.Combine(Root.ToString(), "out", employer));

    /// <summary>Forgets what an earlier run has made, and nothing else that may lie in the folder.</summary>
    public void Clear()
    {
        foreach (var file in DatabaseEndings.Select(ending => Database + ending).Where(File.Exists))
            File.Delete(file);
        foreach (var folder in Subfolders.Select(name => Path.Combine(Root.ToString(), name)).Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
    }
}

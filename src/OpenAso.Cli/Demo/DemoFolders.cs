namespace OpenAso.Cli.Demo;

/// <summary>Where the demonstration keeps what it makes.</summary>
/// <param name="Place">The books, and the folder of everything else.</param>
internal sealed record DemoFolders(BooksPlace Place)
{
    private static readonly string[] DatabaseEndings = ["", "-wal", "-shm", ".lock", ".owner"];
    private static readonly string[] Subfolders = ["files", "out"];

    /// <summary>The folder of what came in and went out, and of the database file.</summary>
    public DirectoryInfo Root => Place.Folder;

    public string Database => Place.File;

    public DirectoryInfo FilesOf(string employer) => new(Path.Combine(Root.ToString(), "files", employer));

    public DirectoryInfo OutputOf(string employer) => new(Path.Combine(Root.ToString(), "out", employer));

    /// <summary>What an earlier run has made and lies there: files of the database, and folders.</summary>
    public IEnumerable<string> Made => DatabaseEndings.Select(ending => Database + ending).Where(File.Exists)
        .Concat(Subfolders.Select(name => Path.Combine(Root.ToString(), name)).Where(Directory.Exists));

    /// <summary>Forgets what an earlier run has made, and nothing else that may lie in the folder.</summary>
    public void Clear()
    {
        foreach (var path in Made.ToList())
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
        }
    }
}

namespace OpenAso.X12.Tests;

/// <summary>Public sample files: in the folder that OPENASO_SAMPLES names, by default beside the repository.</summary>
internal static class PublicSamples
{
    public static string Folder { get; } = Find();

    public static bool Present => Directory.Exists(Folder);

    public static IEnumerable<string> Files => Present
        ? Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(IsX12).Order(StringComparer.Ordinal)
        : [];

    public static string NameOf(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    private static bool IsX12(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[3];
        return file.Read(start) == 3 && start.SequenceEqual("ISA"u8);
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("OPENASO_SAMPLES") is { Length: > 0 } folder)
            return Path.Combine(folder, "x12");
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "OpenAso.slnx")))
            root = Path.GetDirectoryName(root)
                ?? throw new InvalidOperationException("The tests run outside the repository.");
        return Path.GetFullPath(Path.Combine(root, "..", "shared", "data", "x12"));
    }
}

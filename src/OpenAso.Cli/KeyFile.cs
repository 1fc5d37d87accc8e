using System.Security.Cryptography;
using OpenAso.Operations.Access;

namespace OpenAso.Cli;

/// <summary>The key by which secrets in the books are sealed, in a file of its own that servers and command line
/// share.</summary>
/// <remarks>Made on first use, for its owner alone; never in the folder of the books, unless somebody names a file
/// there.</remarks>
/// <param name="named">By <c>--key-file</c> or the environment; null for the usual file.</param>
/// <param name="terminal">Told when it is made, and when something cannot be opened.</param>
internal sealed class KeyFile(string? named, Terminal terminal) : SealingKey
{
    /// <summary>Names the file where no option does.</summary>
    public const string Variable = "OPENASO_KEY_FILE";

    /// <summary>The option that names it.</summary>
    public const string OptionName = "--key-file";

    private const string Head = "openaso-key-1 ";
    private const UnixFileMode OwnerReads = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <inheritdoc/>
    public override string Place => File ?? "a key file";

    private string? File => named is not null ? Path.GetFullPath(named) : Usual();

    /// <inheritdoc/>
    public override void Tell(string message) => terminal.Say(message);

    /// <inheritdoc/>
    protected override byte[] Random(int count) => RandomNumberGenerator.GetBytes(count);

    /// <inheritdoc/>
    protected override byte[]? Find() => File is { } file && Path.Exists(file) ? Read(file) : null;

    /// <inheritdoc/>
    protected override byte[] FindOrMake() => Find() ?? Make(File ?? throw new KeyUnavailableException(
        "There is no folder of yours for the key by which secrets are sealed (HOME is not set): name a file with "
        + $"{OptionName} or {Variable}, apart from the books."));

    private byte[] Make(string file)
    {
        try
        {
            MakeFolder(Path.GetDirectoryName(file)!);
            var beside = $"{file}.{Convert.ToHexStringLower(Random(4))}";
            using (var stream = new FileStream(beside, Options()))
            using (var writer = new StreamWriter(stream))
                writer.WriteLine(Head + Convert.ToBase64String(Random(SealedSecret.KeyBytes)));
            // Whole or not at all; of two processes that make it at once, one key is both's.
            if (!TryMove(beside, file))
                return Read(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new KeyUnavailableException(
                $"The key by which secrets are sealed cannot be kept in {file}: {failure.Message} Name another file "
                + $"with {OptionName} or {Variable}, apart from the books.", failure);
        }
        terminal.Say($"The key by which secrets in the books are sealed was made: {file}. Back it up, and not together "
            + "with the database: without it nobody's authenticator and no webhook works.");
        return Read(file);
    }

    private static bool TryMove(string from, string to)
    {
        try
        {
            System.IO.File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (Path.Exists(to))
        {
            System.IO.File.Delete(from);
            return false;
        }
    }

    private static byte[] Read(string file)
    {
        try
        {
            var text = System.IO.File.ReadAllText(file).TrimEnd();
            var key = new byte[SealedSecret.KeyBytes];
            return text.StartsWith(Head, StringComparison.Ordinal)
                && Convert.TryFromBase64String(text[Head.Length..], key, out var length) && length == key.Length
                    ? key
                    : throw new KeyUnavailableException(
                        $"{file} is not a key file of openaso; {OptionName} or {Variable} names another.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new KeyUnavailableException($"The key file {file} cannot be read: {failure.Message}", failure);
        }
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerReads | UnixFileMode.UserExecute);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerReads;
        return options;
    }

    // Nowhere, where there is no home; on a fresh machine the folder is not there yet.
    private static string? Usual()
    {
        var folder = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.IsPathFullyQualified(folder) ? Path.Combine(folder, "openaso", "secrets.key") : null;
    }
}

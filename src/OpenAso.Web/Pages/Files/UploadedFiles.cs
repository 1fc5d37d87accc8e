using Microsoft.AspNetCore.Http;
using OpenAso.Operations.Importing;

namespace OpenAso.Web.Pages.Files;

/// <summary>Files as a browser sent them: on disk while they are read, whatever their size.</summary>
internal static class UploadedFiles
{
    /// <summary>So much may be sent at once: 100 MiB; larger files are imported on the command line.</summary>
    public const long Most = 100 * 1024 * 1024;

    private const int LongestName = 100;

    /// <summary>Those that hold anything, in the order in which they were sent.</summary>
    public static IReadOnlyList<InputFile> Of(IFormFileCollection files) =>
        [.. files.Where(file => file.Length > 0).Select(file => new InputFile(NameOf(file), file.OpenReadStream))];

    // A name is a name: never a path of the sender's machine, nor of this one.
    private static string NameOf(IFormFile file)
    {
        var name = new string([.. file.FileName.Split('/', '\\')[^1].Where(letter => !char.IsControl(letter))]);
        return name.Length == 0 ? "file" : name.Length <= LongestName ? name : name[^LongestName..];
    }
}

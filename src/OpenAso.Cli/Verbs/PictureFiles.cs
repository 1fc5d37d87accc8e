using System.CommandLine;
using System.Text;

namespace OpenAso.Cli.Verbs;

/// <summary>Pictures that a verb writes beside its answer.</summary>
internal static class PictureFiles
{
    private const string Name = "--pictures";

    /// <summary>The folder they go to.</summary>
    /// <param name="what">What they show.</param>
    public static Option<DirectoryInfo?> Option(string what) => new(Name)
    {
        Description = $"Folder for pictures (SVG): {what}. Files of the same names are replaced.",
        HelpName = "DIR",
    };

    /// <summary>Writes them, and says where; nothing where no folder was named.</summary>
    /// <param name="folder">As the user named it.</param>
    /// <param name="terminal">Is told of each file.</param>
    /// <param name="pictures">Each file's name, and what draws it.</param>
    public static void Write(
        DirectoryInfo? folder, Terminal terminal, params IReadOnlyList<(string Name, Func<string> Draw)> pictures)
    {
        if (folder is null)
            return;
        OutputFile.MakeFolder(folder, Name);
        foreach (var (name, draw) in pictures)
        {
            var path = Path.Combine(folder.ToString(), name);
            OutputFile.Write(path, Encoding.UTF8.GetBytes(draw()));
            terminal.Say($"{path} written.");
        }
    }
}

using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

/// <summary>The repository works wherever it is cloned: no file names a folder of one machine.</summary>
internal static partial class MachinePaths
{
    public static IEnumerable<Violation> In(SourceFile file) =>
        file.Lines.Index().Where(line => Machine().IsMatch(line.Item)).Select(line => new Violation(
            $"path/{file.Path}:{line.Index + 1}",
            "A path of one machine: name it from the root, or take it as an option."));

    // Written in pieces, so that this file does not name one.
    [GeneratedRegex(
        @"(?<![\w.\-}])/(?:wo" + @"rk|ho" + @"me|ro" + @"ot|Us" + @"ers|tm" + @"p)/|\b[A-Z]:\\{1,2}[A-Za-z]")]
    private static partial Regex Machine();
}

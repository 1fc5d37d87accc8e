using System.Collections.Concurrent;
using OpenAso.Cli.Verbs;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;
using OpenAso.Operations.Writing;

namespace OpenAso.Cli.Demo;

/// <summary>Writes what was sent into folders: remittances, acknowledgments, funding requests, explanations of
/// benefits.</summary>
internal static class DemoOutput
{
    public static void Write(Books books, EmployerTerms terms, DirectoryInfo folder, Terminal terminal)
    {
        foreach (var kind in new[] { "835", "999", "funding-request", "bordereau" })
        {
            var target = folder.CreateSubdirectory(kind);
            var sent = books.Database.Read(connection => SentFiles.Read(connection, terms.Scope, kind));
            foreach (var (name, content) in sent)
                OutputFile.Write(Path.Combine(target.FullName, name), content);
        }
        FilingVerb.WriteFiles(
            new FilingUseCase(books).Files(terms), folder.CreateSubdirectory(FilingUseCase.FileKind));
        WriteExplanations(books, terms, folder.CreateSubdirectory("explanations"), terminal);
    }

    private static void WriteExplanations(Books books, EmployerTerms terms, DirectoryInfo folder, Terminal terminal)
    {
        var months = new ConcurrentDictionary<string, string>();
        var written = terminal.Track($"writing explanations of benefits of {terms.Scope.Employer}", _ =>
            new ExplanationUseCase(books, ShippedDocuments.Procedure()).Write(
                terms, new DateRange(DateOnly.MinValue, DateOnly.MaxValue), explanation =>
                {
                    var month = months.GetOrAdd(
                        explanation.Name[..7], name => folder.CreateSubdirectory(name).FullName);
                    File.WriteAllText(Path.Combine(month, SafeName(explanation.Name)), explanation.Html);
                }));
        terminal.Say($"{written} explanations of benefits in {folder}");
    }

    private static string SafeName(string name) => string.Concat(name.Select(letter =>
        char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_'));
}

using OpenAso.Cli.Verbs;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli.Demo;

/// <summary>The whole way that a dollar takes, for employers that come with the program.</summary>
internal sealed class DemoRun(DemoFolders folders, Terminal terminal)
{
    /// <summary>Runs it, or goes on where it was.</summary>
    public void Run(int employees, DirectoryInfo? samples, CancellationToken cancellation)
    {
        terminal.Say(folders.Place.Server is not null
            ? $"The books are {folders.Place}; files are kept in {folders.Root}."
            : File.Exists(folders.Database) ? $"Going on in {folders.Root} ('--fresh' starts over)."
            : $"Everything is kept in {folders.Root}.");
        List<DemoEmployer> employers =
            [.. SeededEmployers.Requests(employees).Select(request => SeededEmployers.Of(request, folders, terminal))];
        if (samples is not null && SampleEmployer.Of(samples, folders, terminal) is { } third)
            employers.Add(third);
        var books = DataFolder.Open(folders.Place, DatabaseAccess.Create, terminal);
        try
        {
            foreach (var employer in employers)
                Run(books, employer, cancellation);
            foreach (var terms in DataFolder.AllTerms(books, null))
                PositionScreen.Write(new PositionUseCase(books).Show(terms), terminal);
            SayNext(books);
        }
        finally
        {
            books.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private void Run(Books books, DemoEmployer employer, CancellationToken cancellation)
    {
        var terms = EmployerSetup.Apply(books, [.. employer.Documents], null, terminal);
        var request = new ImportRequest([.. employer.Files.Select(InputFiles.Of)]);
        var result = ImportRun.Run(books, terms, request, terminal, cancellation);
        ImportRun.Say(result, terms, terminal);
        DisabilityImport.Say(DisabilityImport.Take(books, terms, employer.Disability, null), terminal);
        EmployerSetup.Advise(terms, employer.Employees, terminal);
        DemoCycle.Run(books, terms, employer, terminal, cancellation);
        DemoDesk.Run(books, terms, employer);
        DemoOutput.Write(books, terms, folders.OutputOf(employer.Key), terminal);
    }

    private void SayNext(Books books)
    {
        var claim = new ExplainUseCase(books).Example();
        var place = folders.Place.Arguments;
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(
            $"The files are in {folders.Root}: what came in under files, what went out under out.");
        terminal.Output.WriteLine("Try next (openaso is short for dotnet run --project src/OpenAso.Cli --):");
        terminal.Output.WriteLine($"  openaso explain {claim}{place}");
        terminal.Output.WriteLine($"  openaso serve{place}");
        terminal.Output.WriteLine($"  openaso verify{place}");
        terminal.Output.WriteLine($"  openaso position --employer acme --as-of 2026-06-30{place}");
        terminal.Output.WriteLine($"  openaso filing list --employer acme --date 2026-12-31{place}");
    }
}

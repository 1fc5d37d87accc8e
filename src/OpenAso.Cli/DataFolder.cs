using System.CommandLine;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli;

/// <summary>The folder that holds the database and the files that are written, or the server that holds the
/// database.</summary>
internal static class DataFolder
{
    private const string NoEmployer =
        "No employer is there yet: 'openaso demo', or 'openaso import' with --agreement and --plan, sets one up.";

    /// <summary>The folder where none is named.</summary>
    public const string Default = "openaso-data";

    /// <summary><c>--dir DIR</c>, and with it <c>--database</c> and <c>--administrator</c>.</summary>
    public static Option<BooksPlace> Option() => new("--dir")
    {
        Description = $"Folder of the database; ./{Default} if left out.",
        HelpName = "DIR",
        CustomParser = Named,
        DefaultValueFactory = result => BooksPlace.Of(new DirectoryInfo(Default), named: false, result),
    };

    /// <summary>The same where a command can do without books.</summary>
    /// <param name="description">What for.</param>
    public static Option<BooksPlace?> Optional(string description) => new("--dir")
    {
        Description = description,
        HelpName = "DIR",
        CustomParser = Named,
        DefaultValueFactory = result =>
        {
            var place = BooksPlace.Of(new DirectoryInfo(Default), named: true, result);
            return place.Server is null ? null : place;
        },
    };

    /// <summary><c>--employer ID</c></summary>
    public static Option<string?> EmployerOption() => new("--employer")
    {
        Description = "Which employer; may be left out where there is only one.",
        HelpName = "ID",
    };

    /// <summary>Opens books.</summary>
    public static Books Open(BooksPlace place, DatabaseAccess access, Terminal terminal) =>
        place.Open(access, terminal);

    /// <summary>Opens books, and closes them when something has been done with them.</summary>
    public static T With<T>(BooksPlace place, DatabaseAccess access, Terminal terminal, Func<Books, T> run)
    {
        var books = Open(place, access, terminal);
        try
        {
            return run(books);
        }
        finally
        {
            books.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>One employer of the books, or the only one; it is asked for by name where there are several.</summary>
    public static EmployerScope Scope(Books books, string? employer)
    {
        var scopes = EmployerDocuments.Employers(books);
        if (scopes.Count == 0)
            throw new CommandFailure(NoEmployer);
        var known = string.Join(", ", scopes.Select(scope => scope.Employer));
        return employer is null
            ? scopes is [var only] ? only : throw new CommandFailure($"Name an employer with --employer: {known}.")
            : scopes.FirstOrDefault(scope => scope.Employer == new EmployerId(employer))
                ?? throw new CommandFailure($"There is no employer '{employer}'; there are {known}.");
    }

    /// <summary>The administrator whose books these are; a server, and the accounts for it, are of one alone.</summary>
    public static TenantId Administrator(Books books) =>
        EmployerDocuments.Employers(books).Select(scope => scope.Tenant).Distinct().ToList() switch
        {
            [var only] => only,
            [] => throw new CommandFailure(NoEmployer),
            var several => throw new CommandFailure(
                $"The books hold several administrators ({string.Join(", ", several)}); a server, and the accounts for "
                + "it, are of one of them."),
        };

    /// <summary>One employer of the books, or every one.</summary>
    public static IReadOnlyList<EmployerScope> Scopes(Books books, string? employer) =>
        employer is null ? EmployerDocuments.Employers(books) : [Scope(books, employer)];

    /// <summary>The terms of one employer of the books.</summary>
    public static EmployerTerms Terms(Books books, string? employer) =>
        EmployerDocuments.Load(books, Scope(books, employer))!;

    /// <summary>The terms of one employer of the books, or of every one.</summary>
    public static IEnumerable<EmployerTerms> AllTerms(Books books, string? employer) =>
        Scopes(books, employer).Select(scope => EmployerDocuments.Load(books, scope)!);

    private static BooksPlace Named(System.CommandLine.Parsing.ArgumentResult result) =>
        BooksPlace.Of(new DirectoryInfo(result.Tokens[0].Value), named: true, result);
}

using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Cli.Verbs;
using OpenAso.Seed;

namespace OpenAso.Cli.Demo;

/// <summary>The two employers of the generator: one with calendar plan years, one with plan years from July.</summary>
internal static class SeededEmployers
{
    private const int Months = 12;
    private const long Rng = 2026;

    /// <summary>What is made up: the first employer's people as asked for, a fifth of them for the second.</summary>
    public static IReadOnlyList<SeedRequest> Requests(int employees) =>
    [
        new SeedRequest(SeedProfile.Acme, employees, new DateOnly(2026, 1, 1), Months, Rng),
        new SeedRequest(SeedProfile.Birch, Math.Max(1, employees / 5), new DateOnly(2025, 7, 1), Months, Rng),
    ];

    /// <summary>Writes an employer's files.</summary>
    public static DemoEmployer Of(SeedRequest request, DemoFolders folders, Terminal terminal)
    {
        var profile = request.Employer;
        var files = SeedFiles.Write(request, folders.FilesOf(profile.Key), terminal);
        List<EmployerDocument> documents =
        [
            .. ShippedDocuments.OfEmployer(profile.Key),
            .. files.Where(file => file.Name == "fees.csv")
                .Select(file => EmployerSetup.Document(DocumentKind.Fees, file)),
            .. files.Where(file => file.Name == "network.csv")
                .Select(file => EmployerSetup.Document(DocumentKind.Network, file)),
        ];
        return new DemoEmployer(
            profile.Key, documents, [.. files.Where(file => file.Extension is ".834" or ".837")],
            Weeks(request))
        {
            Disability = [.. files.Where(file => file.Extension == ".yaml" || file.Name.EndsWith(
                "-disability.csv", StringComparison.Ordinal))],
            Employees = request.Employees,
        };
    }

    /// <summary>The days on which money is asked for and paid.</summary>
    public static ValueList<DateOnly> Weeks(SeedRequest request)
    {
        List<DateOnly> days = [];
        var (first, last) = (request.First, request.First.AddMonths(request.Months));
        for (var day = first.AddDays(7); day < last; day = day.AddDays(7))
            days.Add(day);
        days.Add(last.AddDays(-1));
        return days.ToValueList();
    }
}

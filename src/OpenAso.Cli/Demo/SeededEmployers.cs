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

    public static DemoEmployer Acme(DemoFolders folders, int employees, Terminal terminal) =>
        Of(SeedProfile.Acme, employees, new DateOnly(2026, 1, 1), folders, terminal);

    public static DemoEmployer Birch(DemoFolders folders, int employees, Terminal terminal) =>
        Of(SeedProfile.Birch, Math.Max(1, employees / 5), new DateOnly(2025, 7, 1), folders, terminal);

    private static DemoEmployer Of(
        SeedProfile profile, int employees, DateOnly first, DemoFolders folders, Terminal terminal)
    {
        var request = new SeedRequest(profile, employees, first, Months, Rng);
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
            Weeks(first, first.AddMonths(Months)));
    }

    private static ValueList<DateOnly> Weeks(DateOnly first, DateOnly last)
    {
        List<DateOnly> days = [];
        for (var day = first.AddDays(7); day < last; day = day.AddDays(7))
            days.Add(day);
        days.Add(last.AddDays(-1));
        return days.ToValueList();
    }
}

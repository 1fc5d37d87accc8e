using System.Globalization;
using OpenAso.Seed.Care;
using OpenAso.Seed.Disability;
using OpenAso.Seed.Files;
using OpenAso.Seed.Prices;

namespace OpenAso.Seed;

/// <summary>Makes up an employer's people, their enrolment and their claims, as files like those that really
/// arrive.</summary>
public static class Seeding
{
    /// <summary>The files of a request, in the order in which they would arrive.</summary>
    /// <remarks>Prices and network first; then a full enrolment file as of the first day; then for each month what has
    /// changed in enrolment, and the claims that have arrived. A month without changes or without claims of a form
    /// has no such file. Claims that would arrive after the last month are in none: they are incurred and not yet
    /// reported. Disability claims stand last: a table of the short-term ones, a document for each long-term
    /// one.</remarks>
    /// <param name="request">What to make up.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number or date of the request is outside its range.</exception>
    public static IReadOnlyList<SeedFile> Plan(SeedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        var corpus = SeedCorpus.Of(request);
        var enrollment = new EnrollmentFileWriter(corpus);
        List<SeedFile> files =
        [
            new("fees.csv", output => PriceFiles.WriteFees(output, request.Employer, corpus.Directory, request.Window)),
            new("network.csv", output => PriceFiles.WriteNetwork(output, request.Employer, corpus.Directory)),
            new($"{Name(request, 0)}-full.834", enrollment.WriteFull),
        ];
        for (var month = 0; month < request.Months; month++)
        {
            var number = month;
            if (enrollment.HasChanges(month))
                files.Add(new SeedFile(
                    $"{Name(request, month)}-changes.834", output => enrollment.WriteChanges(output, number)));
            foreach (var form in Enum.GetValues<SeedForm>())
            {
                if (corpus.Claims.Contains((month, form)))
                    files.Add(new SeedFile(
                        $"{Name(request, month)}-{form.ToString().ToLowerInvariant()}.837",
                        output => new ClaimFileWriter(corpus, number, form).Write(output)));
            }
        }
        files.AddRange(DisabilityFiles.Of(corpus));
        return files;
    }

    private static string Name(SeedRequest request, int month) => string.Create(
        CultureInfo.InvariantCulture, $"{request.Employer.Key}-{request.Window.StartOf(month):yyyy-MM}");
}

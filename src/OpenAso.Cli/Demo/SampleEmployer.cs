using OpenAso.Claims;
using OpenAso.Members;
using OpenAso.Operations.Importing;
using OpenAso.Seed.Samples;

namespace OpenAso.Cli.Demo;

/// <summary>A small employer whose people are those that claim files of others name.</summary>
internal static class SampleEmployer
{
    private const string Key = "samples";
    private static readonly DateOnly First = new(1996, 1, 1);

    /// <summary>The employer; null where the folder holds no claim that can be read.</summary>
    public static DemoEmployer? Of(DirectoryInfo samples, DemoFolders folders, Terminal terminal)
    {
        var files = Files(samples);
        var claims = ClaimIntake.Read(InputFiles.X12(files), null);
        terminal.Say(
            $"{files.Count} claim files in {samples}: {claims.Claims.Count} claims can be read, "
                + $"{claims.Rejected.Count} are rejected.");
        if (claims.Claims.Count == 0)
            return null;
        var folder = folders.FilesOf(Key);
        folder.Create();
        var enrolment = new FileInfo(Path.Combine(folder.FullName, "samples.834"));
        OutputFile.Write(enrolment.FullName, output => SampleEnrollment.Write(
            claims.Claims.Select(Person), First, "sample-health", "sample-dental", output));
        var last = claims.Claims.Max(claim => claim.Received);
        return new DemoEmployer(Key, ShippedDocuments.OfEmployer(Key), [enrolment, .. files], [last.AddDays(1)]);
    }

    /// <summary>The claim files of a folder.</summary>
    public static IReadOnlyList<FileInfo> Files(DirectoryInfo samples) => samples.Exists
        ? [.. samples.EnumerateFiles("*", SearchOption.AllDirectories).Where(HoldsClaims)
            .OrderBy(file => file.FullName, StringComparer.Ordinal)]
        : throw new CommandFailure($"{samples} does not exist; --samples names a folder with claim files.");

    private static SamplePerson Person(Claim claim)
    {
        var patient = claim.Patient;
        return new SamplePerson(
            patient.SubscriberMemberId, patient.IsSubscriber, patient.Name.Last, patient.Name.First,
            patient.Name.Middle,
            patient.BirthDate, patient.Sex switch { Sex.Female => "F", Sex.Male => "M", _ => "U" });
    }

    private static bool HoldsClaims(FileInfo file)
    {
        Span<byte> start = stackalloc byte[3];
        using (var stream = file.OpenRead())
        {
            if (stream.ReadAtLeast(start, 3, throwOnEndOfStream: false) < 3 || !start.SequenceEqual("ISA"u8))
                return false;
        }
        return ReadFile.Read(InputFiles.Of(file)).Envelopes.Interchanges
            .SelectMany(interchange => interchange.Groups).Any(group => group.FunctionalIdentifier == "HC");
    }
}

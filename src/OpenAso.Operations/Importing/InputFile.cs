using OpenAso.Edi.Claims837;
using OpenAso.Edi.Enrollment834;
using OpenAso.Kernel;
using OpenAso.X12;
using OpenAso.X12.Envelopes;

namespace OpenAso.Operations.Importing;

/// <summary>A file that is to be read: its name, and how to open it. Opened more than once.</summary>
/// <param name="Name">As the user gave it: stands in every finding.</param>
/// <param name="Open">Opens it at its beginning; whoever opens it closes it.</param>
public sealed record InputFile(string Name, Func<Stream> Open)
{
    /// <summary>A file in memory.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">All of it.</param>
    public static InputFile Of(string name, byte[] content) =>
        new(name, () => new MemoryStream(content, writable: false));
}

/// <summary>A file whose envelopes have been read; its sets hold what was found inside them.</summary>
/// <param name="File">The file.</param>
/// <param name="Envelopes">What they say.</param>
public sealed record ReadFile(InputFile File, EnvelopeReport Envelopes)
{
    /// <summary>What is wrong with the envelopes, in the file's name. To be asked before the sets are read, for these
    /// then hold what was found inside them too.</summary>
    public IEnumerable<Finding> EnvelopeFindings =>
        Envelopes.AllFindings.Select(finding => Edi.FindingWords.In(finding, File.Name));

    /// <summary>When the file's first interchange was sent, as text that sorts: date, time and control
    /// number.</summary>
    public string SentOrder => Envelopes.Interchanges.Count == 0
        ? ""
        : $"{Envelopes.Interchanges[0].Date}{Envelopes.Interchanges[0].Time}{Envelopes.Interchanges[0].ControlNumber}";

    /// <summary>Whether a group of the file says that it holds enrolment.</summary>
    public bool HoldsEnrollment => HoldsGroups("BE");

    /// <summary>Whether a group of the file says that it holds claims.</summary>
    public bool HoldsClaims => HoldsGroups("HC");

    /// <summary>What is to be said of a file that is named as enrolment and holds none.</summary>
    public IEnumerable<Finding> DemandEnrollment() => Envelopes.Interchanges.Count == 0 || HoldsEnrollment
        ? []
        : [new Finding(EnrollmentFileCodes.NoEnrollment, Severity.Fatal, new Place(File.Name),
            $"The file holds no enrolment (834){(HoldsClaims ? " but claims (837)" : "")}; name another.")];

    /// <summary>What is to be said of a file that is named as claims and holds none.</summary>
    public IEnumerable<Finding> DemandClaims() => Envelopes.Interchanges.Count == 0 || HoldsClaims
        ? []
        : [new Finding(ClaimCodes.NoClaims, Severity.Fatal, new Place(File.Name),
            $"The file holds no claims (837){(HoldsEnrollment ? " but enrolment (834)" : "")}; name another.")];

    private bool HoldsGroups(string identifier) => Envelopes.Interchanges
        .SelectMany(interchange => interchange.Groups).Any(group => group.FunctionalIdentifier == identifier);

    /// <summary>Reads the envelopes of a file.</summary>
    /// <param name="file">The file.</param>
    public static ReadFile Read(InputFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var stream = file.Open();
        return new ReadFile(file, EnvelopeCheck.Read(stream));
    }

    /// <summary>Opens the segments inside the envelopes that are sound.</summary>
    /// <param name="read">Reads them.</param>
    public void Segments(Action<GuideReader> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var stream = File.Open();
        using var reader = new GuideReader(stream, Envelopes);
        read(reader);
    }
}

using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Edi.Claims837;

/// <summary>A claim while its segments come in.</summary>
internal sealed class ClaimDraft(ClaimForm form, string file, int segmentNumber)
{
    public ClaimForm Form => form;

    public int SegmentNumber => segmentNumber;

    public string PatientControlNumber { get; set; } = "";

    public Money Billed { get; set; }

    public Code Facility { get; set; }

    public string FrequencyCode { get; set; } = "";

    public bool BenefitsAssigned { get; set; }

    public string OriginalReference { get; set; } = "";

    public string Authorization { get; set; } = "";

    public string ClearinghouseTrace { get; set; } = "";

    public DateRange? StatementDates { get; set; }

    public DateRange? ServiceDates { get; set; }

    public DateOnly? Admitted { get; set; }

    public Code Drg { get; set; }

    public Npi Rendering { get; set; }

    public Repricing? Repricing { get; set; }

    public ClaimCircumstances Circumstances { get; set; }

    public List<Code> Diagnoses { get; } = [];

    public List<LineDraft> Lines { get; } = [];

    public List<Finding> Errors { get; } = [];

    /// <summary>The line at hand.</summary>
    public LineDraft Line => Lines[^1];

    public void Reject(string code, int segment, string path, string message) =>
        Errors.Add(new Finding(code, Severity.Rejected, PlaceOf(segment, path), message));

    public Place PlaceOf(int segment, string path) =>
        new(file, Path: string.Create(System.Globalization.CultureInfo.InvariantCulture, $"segment {segment} {path}"));
}

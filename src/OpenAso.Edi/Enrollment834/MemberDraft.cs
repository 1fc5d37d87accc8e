using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.X12;

namespace OpenAso.Edi.Enrollment834;

/// <summary>A member while its segments come in.</summary>
internal sealed class MemberDraft(string file, int segmentNumber)
{
    private readonly List<CoverageDraft> _coverage = [];
    private Maintenance _maintenance;
    private Relationship _relationship;
    private string _family = "";
    private string _memberId = "";
    private PersonName _name = new("", "");
    private DateOnly? _birthDate;
    private Sex _sex;
    private Address? _address;
    private DateOnly? _eligibleFirst;
    private DateOnly? _eligibleLast;
    private DateOnly? _employedLast;

    public List<Finding> Errors { get; } = [];

    public List<Finding> Notes { get; } = [];

    private Place Place => new(file,
        Path: string.Create(System.Globalization.CultureInfo.InvariantCulture, $"segment {segmentNumber} INS"));

    public EnrollmentRecord ToRecord() => new()
    {
        Place = Place,
        Maintenance = _maintenance,
        Family = new FamilyId(_family),
        Relationship = _relationship,
        MemberId = _memberId,
        Name = _name,
        BirthDate = _birthDate,
        Sex = _sex,
        Address = _address,
        EligibleFirst = _eligibleFirst,
        EligibleLast = _eligibleLast ?? _employedLast,
        Coverage = _coverage.Select(coverage => coverage.ToChange()).ToValueList(),
    };

    public void Take(GuideReader reader)
    {
        switch (reader.Loop)
        {
            case LoopId.L2000:
                TakeMember(reader);
                break;
            case LoopId.L2100A:
                TakePerson(reader);
                break;
            case LoopId.L2300:
                TakeCoverage(reader);
                break;
            default:
                break;
        }
    }

    private void TakeMember(GuideReader reader)
    {
        switch (reader.Tag)
        {
            case Tags.INS:
                _maintenance = EnrollmentWords.MaintenanceOf(reader[3]) ?? Maintenance.Audit;
                _relationship = EnrollmentWords.RelationshipOf(reader[2]);
                if (reader[1].SequenceEqual("Y"u8) != (_relationship == Relationship.Subscriber))
                    Errors.Add(Of(reader, EnrollmentFileCodes.RelationshipContradicts, Severity.Rejected, "INS02",
                        "INS02 must be 18 for the subscriber (INS01 Y) and another code for a dependent (INS01 N)."));
                break;
            case Tags.REF when reader[1].SequenceEqual("0F"u8):
                _family = Values.Text(reader[2]);
                break;
            case Tags.DTP:
                TakeEligibility(reader);
                break;
            default:
                break;
        }
    }

    private void TakeEligibility(GuideReader reader)
    {
        var day = Values.Date(reader[3]);
        if (reader[1].SequenceEqual("356"u8))
            _eligibleFirst = day;
        else if (reader[1].SequenceEqual("357"u8))
            _eligibleLast = day;
        else if (reader[1].SequenceEqual("337"u8))
            _employedLast = day;
    }

    private void TakePerson(GuideReader reader)
    {
        switch (reader.Tag)
        {
            case Tags.NM1:
                _name = new PersonName(Values.Text(reader[3]), Values.Text(reader[4]), Values.Text(reader[5]));
                _memberId = Values.Text(reader[9]);
                break;
            case Tags.N3:
                _address = new Address(Values.Text(reader[1]), Values.Text(reader[2]), "", "", "");
                break;
            case Tags.N4:
                _address = (_address ?? Address.Unknown) with
                {
                    City = Values.Text(reader[1]),
                    State = Values.Text(reader[2]),
                    PostalCode = Values.Text(reader[3]).Replace("-", "", StringComparison.Ordinal),
                };
                break;
            case Tags.DMG:
                _birthDate = Values.Date(reader[2]);
                _sex = reader[3].SequenceEqual("F"u8)
                    ? Sex.Female
                    : reader[3].SequenceEqual("M"u8) ? Sex.Male : Sex.Unknown;
                break;
            default:
                break;
        }
    }

    private void TakeCoverage(GuideReader reader)
    {
        if (reader.Tag == Tags.HD)
            BeginCoverage(reader);
        else if (reader.Tag == Tags.DTP && _coverage.Count > 0 && _coverage[^1].IsOpen)
            TakeCoverageDate(reader, _coverage[^1]);
    }

    private void BeginCoverage(GuideReader reader)
    {
        if (_coverage.Count > 0)
            _coverage[^1].IsOpen = false;
        if (EnrollmentWords.MaintenanceOf(reader[1]) is not { } maintenance)
            return;
        if (EnrollmentWords.LineOf(reader[3]) is not { } line)
        {
            Notes.Add(Of(reader, EnrollmentFileCodes.LineNotAdministered, Severity.Information, "HD03",
                "This line of coverage is not administered here; it is passed over."));
            return;
        }
        var tier = EnrollmentWords.TierOf(reader[5]);
        if (tier is null && !reader[5].IsEmpty && _relationship == Relationship.Subscriber)
            Notes.Add(Of(reader, EnrollmentFileCodes.TierUnclear, Severity.Warning, "HD05",
                "HD05 should be EMP, ESP, ECH or FAM; the tier is taken from the dependents."));
        _coverage.Add(new CoverageDraft(maintenance, line, new PlanId(Values.Text(reader[4])), tier)
        {
            Deletion = reader[1].SequenceEqual("002"u8)
                ? Of(reader, EnrollmentFileCodes.DeletionWithoutDate, Severity.Rejected, "HD01",
                    "Coverage cannot be deleted without the day on which it ends (DTP*349).")
                : null,
        });
    }

    private static void TakeCoverageDate(GuideReader reader, CoverageDraft coverage)
    {
        var day = Values.Date(reader[3]);
        if (reader[1].SequenceEqual("348"u8))
            coverage.First = day;
        else if (reader[1].SequenceEqual("349"u8))
            coverage.Last = day;
        else if (reader[1].SequenceEqual("303"u8))
            coverage.Effective = day;
    }

    /// <summary>Looks at the whole, once all segments are in.</summary>
    /// <param name="made">The day of the file (BGN03); null where it is not known.</param>
    public void Complete(DateOnly? made)
    {
        if (_birthDate > made)
            Errors.Add(new Finding(EnrollmentFileCodes.BornLater, Severity.Rejected, Place,
                "The member would be born after the day of the file (BGN03); correct the birth date (DMG02)."));
        foreach (var coverage in _coverage)
        {
            if (coverage is { Deletion: { } deletion, Last: null })
                Errors.Add(deletion);
        }
    }

    private Finding Of(GuideReader reader, string code, Severity severity, string element, string message) => new(
        code, severity,
        new Place(file,
            Path: string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"segment {reader.SegmentNumber} {element}")),
        message);

    /// <summary>One line of coverage while its segments come in.</summary>
    private sealed class CoverageDraft(Maintenance maintenance, LineOfCoverage line, PlanId plan, CoverageTier? tier)
    {
        public bool IsOpen { get; set; } = true;

        public DateOnly? First { get; set; }

        public DateOnly? Last { get; set; }

        public DateOnly? Effective { get; set; }

        /// <summary>What is wrong if no end is given; null unless coverage is to be deleted.</summary>
        public Finding? Deletion { get; init; }

        // The day of maintenance stands in where the guide's own date is not given.
        public CoverageChange ToChange() => maintenance == Maintenance.Terminate
            ? new(maintenance, line, plan, tier, First, Last ?? Effective)
            : new(maintenance, line, plan, tier, First ?? Effective, Last);
    }
}

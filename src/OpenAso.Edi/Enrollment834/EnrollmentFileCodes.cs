namespace OpenAso.Edi.Enrollment834;

/// <summary>The codes of findings in enrolment files, beyond those of the X12 guide. Permanent: never reused.</summary>
public static class EnrollmentFileCodes
{
    /// <summary>INS01 says that this is the subscriber, INS02 that it is not, or the other way round.</summary>
    public const string RelationshipContradicts = "ENF001";

    /// <summary>The line of coverage (HD03) is none that is administered here; it is passed over.</summary>
    public const string LineNotAdministered = "ENF002";

    /// <summary>Coverage is to be deleted without saying on which day it ends.</summary>
    public const string DeletionWithoutDate = "ENF003";

    /// <summary>The tier (HD05) does not say who is covered beside the employee.</summary>
    public const string TierUnclear = "ENF004";

    /// <summary>A member would be born after the day on which the file was made.</summary>
    public const string BornLater = "ENF005";

    /// <summary>A file that is to hold enrolment holds none.</summary>
    public const string NoEnrollment = "ENF006";
}

namespace OpenAso.X12.Guides;

/// <summary>The kinds of transaction set that are read by a guide.</summary>
public enum GuideKind
{
    /// <summary>834: benefit enrolment and maintenance.</summary>
    Enrollment,

    /// <summary>837P: professional claims.</summary>
    ClaimProfessional,

    /// <summary>837I: institutional claims.</summary>
    ClaimInstitutional,

    /// <summary>837D: dental claims.</summary>
    ClaimDental,
}

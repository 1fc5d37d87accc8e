using System.Text.Json.Serialization;
using OpenAso.Kernel;

namespace OpenAso.Api.Problems;

/// <summary>What is wrong with a call (RFC 9457).</summary>
/// <param name="Type">Where the kind of problem is described.</param>
/// <param name="Title">The kind, in a few words.</param>
/// <param name="Status">As the answer's status.</param>
/// <param name="Detail">What is wrong with this call, and how to go on; never patient data.</param>
/// <param name="Code">The kind, for programs.</param>
/// <param name="RequestId">Names this call in what the server keeps.</param>
public sealed record ApiProblem(string Type, string Title, int Status, string Detail, string Code, string RequestId)
{
    /// <summary>Each mistake of the request; none where it is not the request's.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>The 999 that answers an X12 file which is not taken; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Acknowledgment { get; init; }
}

/// <summary>A mistake of a request.</summary>
/// <param name="Pointer">Where it stands: a JSON pointer into the body, a parameter, a header, or a place of a
/// file.</param>
/// <param name="Code">Of the mistake; codes of findings are listed in the documentation.</param>
/// <param name="HowToFix">What was expected and how to mend it.</param>
public sealed record ApiError(string Pointer, string Code, string HowToFix)
{
    /// <summary>The segment of an X12 file in which it stands; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? X12Segment { get; init; }

    /// <summary>The mistake that a finding tells.</summary>
    /// <param name="finding">Of a file.</param>
    public static ApiError Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new ApiError(finding.Place.ToString(), finding.Code, finding.Message)
        {
            X12Segment = finding.Place.Path.Length > 0 ? finding.Place.Path : null,
        };
    }
}

/// <summary>Ends a call with a problem; whatever it had begun is undone or was not begun.</summary>
/// <param name="kind">What kind.</param>
/// <param name="detail">What is wrong, and how to go on; the kind's own words where it is empty.</param>
/// <param name="errors">Each mistake.</param>
public sealed class RefusedException(ProblemKind kind, string detail, params IReadOnlyList<ApiError> errors)
    : Exception(detail)
{
    /// <summary>What kind.</summary>
    public ProblemKind Kind { get; } = kind;

    /// <summary>Each mistake.</summary>
    public IReadOnlyList<ApiError> Errors { get; } = errors;

    /// <summary>The 999; null for none.</summary>
    public string? Acknowledgment { get; init; }

    /// <summary>There is no such thing.</summary>
    /// <param name="what">What was looked for.</param>
    public static RefusedException NotFound(string what) =>
        new(ProblemKind.NotFound, $"There is no {what} of this name here.");

    /// <summary>A part of the request is not what is expected there.</summary>
    /// <param name="pointer">Which.</param>
    /// <param name="expected">What is expected, and how to mend it.</param>
    public static RefusedException Invalid(string pointer, string expected) => new(
        ProblemKind.Invalid, $"{pointer}: {expected}", new ApiError(pointer, ProblemKind.Invalid.Code, expected));
}

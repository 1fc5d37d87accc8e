using OpenAso.Claims;
using OpenAso.Operations.Pending;

namespace OpenAso.Operations.Deciding;

/// <summary>What an examiner answered about a claim that waits.</summary>
/// <param name="Answers">To decide it by.</param>
/// <param name="Version">Of the family where it waits, as the examiner saw it: on another nothing is written.</param>
/// <param name="Work">Kept with the decision.</param>
public sealed record AnsweredClaim(ExaminerAnswers Answers, long Version, PendWork Work);

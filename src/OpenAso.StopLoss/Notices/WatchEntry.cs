using OpenAso.Kernel;

namespace OpenAso.StopLoss.Notices;

/// <summary>A claimant whom the stop-loss desk keeps an eye on.</summary>
/// <param name="Claimant">The person, or the certificate where the policy counts by certificate.</param>
/// <param name="Eligible">What counts under the specific so far.</param>
/// <param name="Deductible">The claimant's own; null where the carrier excludes the person, or there is no
/// specific.</param>
/// <param name="Used">How much of it is used, rounded down to the hundredth of a percent.</param>
/// <param name="Levels">The levels that have been reached, lowest first.</param>
/// <param name="PassedOn">The day on which more than the deductible had been paid; null where it has not.</param>
/// <param name="ProjectedOn">The day on which the deductible will be reached if claims go on as they have since the
/// period began; null where it has been reached, or will not be within the period.</param>
/// <param name="Diagnoses">Diagnoses that the policy lists, by the day on which they were first seen.</param>
/// <param name="Stays">Stays in hospital that are longer than the policy allows without telling, by their first
/// day.</param>
public sealed record WatchEntry(
    string Claimant,
    Money Eligible,
    Money? Deductible,
    Percent Used,
    ValueList<LevelReached> Levels,
    DateOnly? PassedOn,
    DateOnly? ProjectedOn,
    ValueList<DiagnosisSeen> Diagnoses,
    ValueList<HospitalStay> Stays);

/// <summary>A level of the watch list that a claimant has reached.</summary>
/// <param name="Level">Of the claimant's own deductible.</param>
/// <param name="On">The day of the payment that reached it.</param>
public sealed record LevelReached(Percent Level, DateOnly On);

/// <summary>A diagnosis that a carrier wants to hear of.</summary>
/// <param name="Name">The policy's own name for diagnoses of its kind.</param>
/// <param name="On">The day on which the plan first decided a claim with it.</param>
public sealed record DiagnosisSeen(string Name, DateOnly On);

/// <summary>A stay in hospital, put together from the claims for it.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Days">How long it was, as far as claims tell.</param>
/// <param name="On">The day on which the plan could know that it was longer than the policy allows without
/// telling.</param>
public sealed record HospitalStay(DateOnly First, int Days, DateOnly On);

using OpenAso.Plans;

namespace OpenAso.Disability.Terms;

/// <summary>The days of disability for which nothing is paid.</summary>
/// <param name="AccidentDays">Where the cause is an accident; 0 pays from the first day.</param>
/// <param name="SicknessDays">Where it is anything else.</param>
/// <param name="HospitalFirstDay">Whether benefits begin on the first day in hospital, should that be earlier.</param>
/// <param name="TrialWorkDays">Days of full work that do not interrupt the period; they do not count toward it
/// either.</param>
/// <param name="Clause">The provision.</param>
public sealed record EliminationPeriod(
    int AccidentDays, int SicknessDays, bool HospitalFirstDay, int TrialWorkDays, ClauseNumber Clause)
{
    /// <summary>The days for a cause.</summary>
    /// <param name="cause">Why somebody is disabled.</param>
    public int DaysFor(DisabilityCause cause) => cause == DisabilityCause.Accident ? AccidentDays : SicknessDays;
}

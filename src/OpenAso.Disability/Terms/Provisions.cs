using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Terms;

/// <summary>A limit in months of benefits over a lifetime for some causes.</summary>
/// <param name="Causes">To which it applies, together.</param>
/// <param name="Months">Of benefits.</param>
/// <param name="ExceptConfined">Whether days in hospital are paid beyond it.</param>
/// <param name="Clause">The provision.</param>
public sealed record Limitation(
    ValueList<DisabilityCause> Causes, int Months, bool ExceptConfined, ClauseNumber Clause);

/// <summary>The exclusion of conditions that were treated shortly before coverage: a 3/12 clause looks back three
/// months, and excludes disabilities that begin in the first twelve insured months.</summary>
/// <param name="LookBackMonths">Before coverage began.</param>
/// <param name="InsuredMonths">Since coverage began.</param>
/// <param name="Clause">The provision.</param>
public sealed record PreExisting(int LookBackMonths, int InsuredMonths, ClauseNumber Clause);

/// <summary>Circumstances in which nothing is paid.</summary>
public enum ExcludedCircumstance
{
    /// <summary>Caused by work for pay.</summary>
    WorkRelated,

    /// <summary>Inflicted on oneself on purpose.</summary>
    SelfInflicted,

    /// <summary>An act of war.</summary>
    War,

    /// <summary>Committing a felony.</summary>
    Felony,

    /// <summary>Surgery that no illness or injury asked for.</summary>
    Cosmetic,
}

/// <summary>An exclusion.</summary>
/// <param name="Circumstance">What it excludes.</param>
/// <param name="Clause">The provision.</param>
public sealed record Exclusion(ExcludedCircumstance Circumstance, ClauseNumber Clause);

/// <summary>How earnings from part-time work are counted while disabled.</summary>
/// <param name="Months">So many months from the first day of such work, benefit and earnings together may reach the
/// predisability earnings.</param>
/// <param name="Proportionate">Whether afterwards the benefit is the net benefit times the share of earnings that is
/// lost; else the first rule stays.</param>
/// <param name="Index">By how much predisability earnings grow for each full year of benefits, to measure the
/// loss.</param>
/// <param name="MostEarnings">Who earns this share of predisability earnings or more is not disabled; whole where the
/// plan does not say.</param>
/// <param name="Clause">The provision.</param>
public sealed record WorkIncentive(
    int Months, bool Proportionate, Percent Index, Percent MostEarnings, ClauseNumber Clause);

/// <summary>A yearly increase of the benefit.</summary>
/// <param name="Share">Of the net benefit, for each year, upon the increases before it.</param>
/// <param name="AfterMonths">Of benefits before the first increase.</param>
/// <param name="Years">The most increases; 0 for no end.</param>
/// <param name="Clause">The provision.</param>
public sealed record CostOfLiving(Percent Share, int AfterMonths, int Years, ClauseNumber Clause);

/// <summary>How long somebody may be back at work and still be disabled by the same disability, without a new
/// elimination period.</summary>
/// <param name="Days">Days at work.</param>
/// <param name="Months">Months at work, added to the days.</param>
/// <param name="Clause">The provision.</param>
public sealed record RecurrentDisability(int Days, int Months, ClauseNumber Clause)
{
    /// <summary>The last day on which a relapse is still the same disability.</summary>
    /// <param name="back">The first day back at work.</param>
    public DateOnly LastDay(DateOnly back) => back.AddMonths(Months).AddDays(Days);
}

/// <summary>What is paid once when somebody dies who received benefits.</summary>
/// <param name="Months">Of the last net benefit.</param>
/// <param name="AfterDays">Of disability before death.</param>
/// <param name="Clause">The provision.</param>
public sealed record SurvivorBenefit(int Months, int AfterDays, ClauseNumber Clause);

/// <summary>An addition for those who take part in an approved rehabilitation.</summary>
/// <param name="Share">Of the gross benefit.</param>
/// <param name="Clause">The provision.</param>
public sealed record RehabilitationBenefit(Percent Share, ClauseNumber Clause);

/// <summary>How long a delivery disables without further proof.</summary>
/// <param name="VaginalWeeks">After a vaginal delivery.</param>
/// <param name="CesareanWeeks">After a caesarean.</param>
/// <param name="Clause">The provision.</param>
public sealed record MaternityDefaults(int VaginalWeeks, int CesareanWeeks, ClauseNumber Clause);

/// <summary>What disabled means: unable to do the own occupation, after some months any occupation.</summary>
/// <param name="OwnMonths">Months of benefits during which the own occupation counts; null for as long as benefits
/// run.</param>
/// <param name="Clause">The provision.</param>
public sealed record OccupationDefinition(int? OwnMonths, ClauseNumber Clause);

/// <summary>How an overpayment is taken back from later benefits.</summary>
/// <param name="Rate">Of each net benefit.</param>
/// <param name="Clause">The provision.</param>
public sealed record OverpaymentRecovery(Percent Rate, ClauseNumber Clause);

/// <summary>Who pays, which decides how tax is withheld.</summary>
public enum PaymentArrangement
{
    /// <summary>The administrator pays as the employer's agent, and withholds as the employer would.</summary>
    EmployersAgent,

    /// <summary>The administrator advises, and the employer's payroll pays and withholds.</summary>
    AdviceToPay,

    /// <summary>An insurer bears the risk and pays as a third party: income tax only where the employee asks for it on
    /// Form W-4S.</summary>
    Insured,
}

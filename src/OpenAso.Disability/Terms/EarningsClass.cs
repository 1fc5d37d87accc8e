using OpenAso.Plans;

namespace OpenAso.Disability.Terms;

/// <summary>A class of employees, and what their predisability earnings are.</summary>
/// <param name="Id">As claims name the class.</param>
/// <param name="CommissionMonths">Commissions are the average of so many whole months before the one in which work
/// ended; 0 where they do not count.</param>
/// <param name="BonusMonths">The same for bonuses.</param>
/// <param name="Clause">The provision.</param>
public sealed record EarningsClass(string Id, int CommissionMonths, int BonusMonths, ClauseNumber Clause);

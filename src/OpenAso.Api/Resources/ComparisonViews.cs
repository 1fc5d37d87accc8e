using OpenAso.Decision.Comparing;
using OpenAso.Decision.Designing;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Comparing;

namespace OpenAso.Api.Resources;

/// <summary>The own plan beside an insured one: estimates are plain numbers of dollars, what past years cost is
/// money.</summary>
/// <param name="AsOf">As the books stand on this day.</param>
/// <param name="Employees">Covered.</param>
/// <param name="People">Covered, with dependents.</param>
/// <param name="Verdict">What the numbers speak for.</param>
/// <param name="Saving">What the own plan saves over all years ahead.</param>
/// <param name="Dearer">How likely it costs more over all of them.</param>
/// <param name="Past">Past years.</param>
/// <param name="Ahead">Years ahead.</param>
/// <param name="Drivers">What would change the saving, the widest first.</param>
/// <param name="Settings">What it rests on, by the name in the query.</param>
/// <param name="Design">The stop-loss contract that it rests on.</param>
public sealed record ComparisonView(
    DateOnly AsOf, int Employees, int People, string Verdict, double Saving, double Dearer,
    IReadOnlyList<ComparedPastView> Past, IReadOnlyList<ComparedYearView> Ahead,
    IReadOnlyList<ComparisonDriverView> Drivers, IReadOnlyList<ComparisonSettingView> Settings, DesignSettings Design)
{
    internal static ComparisonView Of(BooksComparison comparison)
    {
        var (ahead, past) = (comparison.Answer.Ahead, comparison.Answer.Past);
        var own = ahead.Options[0];
        return new ComparisonView(
            comparison.Ground.AsOf, comparison.Facts.Employees, comparison.Ground.Risk.People,
            Words.Of(ahead.Advice.Verdict.ToString()), own.Saving, own.Dearer,
            [.. (past?.Years ?? []).Items.Select(year => new ComparedPastView(
                year.Year.Year, year.Year.IsComplete, year.Year.OwnCost, year.Premium, year.Saving))],
            [.. Enumerable.Range(0, ahead.Terms.Years).Select(year => new ComparedYearView(
                ahead.Quotes.Employer.Year + year, CostView(own.CostOf(year)),
                CostView(ahead.InsuredYears.ByYear[year])))],
            [.. ahead.Tornado.Bars.Items.Select(bar => new ComparisonDriverView(
                Words.Of(bar.Driver.ToString()), bar.Low.Input, bar.High.Input, bar.Low.Saving, bar.High.Saving))],
            [
                .. ComparisonFields.Numbers.Select(field => new ComparisonSettingView(
                    field.Key, field.Value(comparison.Settings), field.Least, field.Most)),
                new ComparisonSettingView(ComparisonFields.ByTier, comparison.Settings.ByTier ? 1 : 0, 0, 1),
            ],
            comparison.Settings.Design);
    }

    private static ComparedCostView CostView((double Mean, double Good, double Bad) year) =>
        new(year.Mean, year.Good, year.Bad);

    private static ComparedCostView CostView(CostSummary year) => new(year.Mean, year.Good, year.Bad);
}

/// <summary>A past year under both plans.</summary>
/// <param name="Year">In which the plan year began.</param>
/// <param name="IsComplete">Whether its claims are all known.</param>
/// <param name="OwnCost">What the own plan cost.</param>
/// <param name="InsuredPremium">What an insured plan would have cost.</param>
/// <param name="Saving">What the own plan saved; below zero where it was dearer.</param>
public sealed record ComparedPastView(int Year, bool IsComplete, Money OwnCost, Money InsuredPremium, Money Saving);

/// <summary>A year ahead under both plans.</summary>
/// <param name="Year">The year.</param>
/// <param name="Own">The own plan.</param>
/// <param name="Insured">The insured plan.</param>
public sealed record ComparedYearView(int Year, ComparedCostView Own, ComparedCostView Insured);

/// <summary>What a year may cost.</summary>
/// <param name="Expected">On average.</param>
/// <param name="Good">What one year in ten stays below.</param>
/// <param name="Bad">What one year in ten passes.</param>
public sealed record ComparedCostView(double Expected, double Good, double Bad);

/// <summary>An assumption, moved down and up.</summary>
/// <param name="Driver">Which.</param>
/// <param name="Low">Its low value.</param>
/// <param name="High">Its high value.</param>
/// <param name="SavingAtLow">The saving over all years at the low value.</param>
/// <param name="SavingAtHigh">The same at the high one.</param>
public sealed record ComparisonDriverView(
    string Driver, double Low, double High, double SavingAtLow, double SavingAtHigh);

/// <summary>A setting of the comparison.</summary>
/// <param name="Name">In the query.</param>
/// <param name="Value">Dollars for an employee and month, dollars, percent, or a count; of a switch 1 for yes, which
/// the query says as 'yes' or 'no'.</param>
/// <param name="Least">The least that is allowed.</param>
/// <param name="Most">The most.</param>
public sealed record ComparisonSettingView(string Name, decimal Value, decimal Least, decimal Most);

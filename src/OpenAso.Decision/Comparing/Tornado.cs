using OpenAso.Actuarial.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>What may be otherwise than assumed.</summary>
public enum Driver
{
    /// <summary>What the insurer asks in the first year.</summary>
    InsuredPremium,

    /// <summary>Claims of all people against what the risk document expects.</summary>
    ClaimsLevel,

    /// <summary>The growth of claims from year to year.</summary>
    Trend,

    /// <summary>How uncertain the level of the group is.</summary>
    GroupSigma,

    /// <summary>Specific stop-loss premium.</summary>
    SpecificPremium,

    /// <summary>The aggregate attachment, of level funding and minimum premium the most that is paid for
    /// claims.</summary>
    Corridor,

    /// <summary>Deductibles of lasered people.</summary>
    Laser,

    /// <summary>How soon claims are paid.</summary>
    Completion,
}

/// <summary>What an answer becomes at one end of an input.</summary>
/// <param name="Input">The value there.</param>
/// <param name="Saving">What the option saves over all years.</param>
/// <param name="Dearer">The probability that it costs more over all years.</param>
/// <param name="FirstYearCash">What it saves in cash in the first year.</param>
public sealed record TornadoEnd(double Input, double Saving, double Dearer, double FirstYearCash);

/// <summary>What one input changes.</summary>
/// <param name="Driver">The input.</param>
/// <param name="Low">At its low end.</param>
/// <param name="High">At its high end.</param>
public sealed record TornadoBar(Driver Driver, TornadoEnd Low, TornadoEnd High)
{
    /// <summary>How far the ends lie apart.</summary>
    public double Width => Math.Abs(High.Saving - Low.Saving);

    /// <summary>The same in cash of the first year.</summary>
    public double CashWidth => Math.Abs(High.FirstYearCash - Low.FirstYearCash);
}

/// <summary>What would change the answer, for the first option: each input moved down and up, all else as it was, with
/// the same people and claims.</summary>
/// <param name="Base">The answer as assumed.</param>
/// <param name="Bars">The widest first; those of one width by cash, then in the order of the inputs.</param>
/// <param name="Runs">How many runs each was told by.</param>
public sealed record Tornado(TornadoEnd Base, ValueList<TornadoBar> Bars, int Runs)
{
    private const int Draws = 330_000;

    /// <summary>The same around an answer that more runs told: each end keeps its distance.</summary>
    internal Tornado Around(double saving, double cash)
    {
        var (more, later) = (saving - Base.Saving, cash - Base.FirstYearCash);
        return new Tornado(
            Moved(Base), Bars.Items.Select(bar => new TornadoBar(bar.Driver, Moved(bar.Low), Moved(bar.High)))
                .ToValueList(),
            Runs);

        TornadoEnd Moved(TornadoEnd end) =>
            end with { Saving = end.Saving + more, FirstYearCash = end.FirstYearCash + later };
    }

    internal static Tornado Of(Scene scene, PricedOption option, ComparisonFigures rules, SimulationTerms terms)
    {
        var costs = new PersistentCosts(scene.Risk.Group.Classes, terms.Years, terms.Correlation, terms.Seed);
        var runs = Math.Min(terms.Runs, Math.Clamp(Draws / (costs.People * terms.Years), 60, 400));
        var telling = new Telling(scene, option, rules, costs, [.. Enumerable.Range(0, runs).Select(run =>
        {
            var drawn = new double[costs.People * costs.Years];
            return new DrawnRun(drawn, Level: costs.Draw(run, drawn));
        })]);
        var bars = Enum.GetValues<Driver>().Select(telling.Bar).OfType<TornadoBar>()
            .OrderByDescending(bar => Math.Round(bar.Width, 2)).ThenByDescending(bar => Math.Round(bar.CashWidth, 2))
            .ThenBy(bar => bar.Driver);
        return new Tornado(telling.Base, bars.ToValueList(), runs);
    }

    private sealed class Telling(
        Scene scene, PricedOption option, ComparisonFigures rules, PersistentCosts costs, List<DrawnRun> runs)
    {
        private Swings Swings => rules.Swings;

        public TornadoEnd Base => End(0, scene, option, rules.Completion);

        public TornadoBar? Bar(Driver driver)
        {
            if ((driver == Driver.Laser && !IsLasered)
                || (driver == Driver.Corridor && double.IsPositiveInfinity(option.Rule.Attachment))
                || (driver == Driver.SpecificPremium && option.Fixed.SpecificPremium == 0))
                return null;
            return new TornadoBar(driver, Moved(driver, -1), Moved(driver, 1));
        }

        private bool IsLasered => scene.Risk.Members.Count < option.Own.Count
            && option.Own.Items.Skip(scene.Risk.Members.Count).Any(double.IsFinite);

        private TornadoEnd Moved(Driver driver, int side) => driver switch
        {
            Driver.InsuredPremium => Insured(1 + (side * Swings.InsuredPremium)),
            Driver.ClaimsLevel => End(1 + (side * Swings.ClaimsLevel),
                scene with { Level = 1 + (side * Swings.ClaimsLevel) }, option, rules.Completion),
            Driver.Trend => Trended(Math.Max(scene.Trend + (side * Swings.Trend), 0)),
            Driver.GroupSigma => Sigma(Math.Max(scene.Risk.GroupSigma + (side * Swings.GroupSigma), 0)),
            Driver.SpecificPremium => Specific(1 + (side * Swings.SpecificPremium)),
            Driver.Corridor => Corridor(1 + (side * Swings.Corridor)),
            Driver.Laser => Lasered(1 + (side * Swings.Laser)),
            _ => End(side * Swings.Completion, scene, option, rules.Completion.Later(side * Swings.Completion)),
        };

        private TornadoEnd Insured(double factor)
        {
            var premium = scene.Insured.First * factor;
            return End(premium,
                scene with { Insured = scene.Insured.WithFirst(premium, scene.Risk, scene.Trend) }, option,
                rules.Completion);
        }

        // Both sides meet the trend: the insurer by what it sees, the employer by what it pays.
        private TornadoEnd Trended(double trend) => End(trend, scene with { Trend = trend }, option, rules.Completion);

        private TornadoEnd Sigma(double sigma) => End(
            sigma, scene with { Risk = scene.Risk with { GroupSigma = sigma } }, option, rules.Completion);

        private TornadoEnd Specific(double factor)
        {
            var priced = option.Fixed with { SpecificPremium = option.Fixed.SpecificPremium * factor };
            return End(priced.SpecificPremium, scene, Repriced(priced, option.Rule.Attachment), rules.Completion);
        }

        private TornadoEnd Corridor(double factor) => End(
            option.Rule.Attachment * factor, scene, Repriced(option.Fixed, option.Rule.Attachment * factor),
            rules.Completion);

        private TornadoEnd Lasered(double factor)
        {
            var members = scene.Risk.Members.Count;
            var own = option.Own.Items.Select((deductible, index) => index < members
                ? deductible
                : Math.Max(deductible * factor, option.Option.StopLoss.Specific)).ToValueList();
            var counted = option.Counted == option.Own ? own : option.Counted;
            return End(own.Items.Skip(members).Max(), scene, option with { Own = own, Counted = counted },
                rules.Completion);
        }

        private PricedOption Repriced(FixedCosts priced, double attachment) => option with
        {
            Fixed = priced,
            Rule = OptionPricing.RuleOf(option.Option, priced, attachment),
        };

        private TornadoEnd End(double input, Scene told, PricedOption asked, CompletionPattern completion)
        {
            var paths = YearsAhead.Of(told, [asked], costs, runs);
            var (saving, _, dearer) = paths.Saving(0);
            var means = Enumerable.Range(0, paths.Years)
                .Select(year => YearPaths.Column(paths.Options[0], year).Average()).ToList();
            var cash = CashView.Of(asked, means, told, completion);
            return new TornadoEnd(input, saving, dearer, told.Insured.First - cash.ByYear[0]);
        }
    }
}

using System.Globalization;
using OpenAso.Decision.Comparing;
using OpenAso.Kernel;
using OpenAso.Operations;
using Spectre.Console;

namespace OpenAso.Cli;

/// <summary>Self-funded or insured, on one screen: what it costs, how likely it comes dearer, how bad it can get, what
/// that depends on, advice, and what it rests on.</summary>
internal static class ComparisonScreen
{
    private const int BarsShown = 6;

    public static void Write(
        FundingComparison comparison, PastComparison? past, ComparisonBasis basis, Terminal terminal)
    {
        var output = terminal.Output;
        var employer = comparison.Quotes.Employer;
        output.WriteLine("Self-funded or insured?"
            + $" {Counted.Of(employer.Employees, "employee", "employees")},"
            + $" {Counted.Of(comparison.Risk.Group.People, "person", "people")}, {employer.State}, {employer.Year}");
        output.WriteLine(new string('─', 78));
        WriteVerdict(comparison, output);
        WriteFirstYear(comparison, terminal);
        if (comparison.Terms.Years > 1)
            WriteYears(comparison, terminal);
        WriteCash(comparison, terminal);
        WriteTornado(comparison, terminal);
        if (past is not null)
            WritePast(past, terminal);
        WriteReasons(comparison, output);
        WriteShare(comparison, basis, output);
        WriteAssumptions(comparison, basis, output);
    }

    private static void WriteVerdict(FundingComparison comparison, TextWriter output)
    {
        var first = comparison.Options[0];
        var name = first.Priced.Option.Name;
        output.WriteLine(comparison.Advice.Verdict switch
        {
            Verdict.SelfFund => $"Advice: self-fund with '{name}'.",
            Verdict.SelfFundWithCaution =>
                $"Advice: '{name}' is cheaper on average; take the cautions below seriously.",
            Verdict.Close =>
                $"Advice: '{name}' or the insured plan, nearly even; decide by risk rather than by price.",
            _ => $"Advice: stay insured rather than take '{name}'.",
        });
        if (comparison.Advice.IsTooSmall)
            output.WriteLine("CAUTION: the group is too small for the risk it would take.");
        var cheapest = comparison.Options.Items.MinBy(option => option.Years.Total.Mean)!;
        if (cheapest != first)
            output.WriteLine(
                $"'{cheapest.Priced.Option.Name}' costs least on average; write it first to be advised on it.");
        output.WriteLine();
    }

    private static void WriteFirstYear(FundingComparison comparison, Terminal terminal)
    {
        terminal.Output.WriteLine($"{comparison.Quotes.Employer.Year}: what one year costs");
        var table = new Table().Border(TableBorder.Simple).AddColumn("");
        string[] columns = ["expected", "of it fixed", "saving", "dearer", "1 year in 20", "at most",
            "break-even claims"];
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        table.AddRow("insured", Whole(comparison.Insured.First), Whole(comparison.Insured.First), "", "",
            Whole(comparison.Insured.First), Whole(comparison.Insured.First), "");
        foreach (var option in comparison.Options)
        {
            var (year, priced) = (option.FirstYear, option.Priced);
            table.AddRow(
                Markup.Escape(priced.Option.Name), Whole(year.Expected), Whole(priced.Fixed.Total), Whole(year.Saving),
                Share(year.Dearer), Whole(priced.Year.Quantile(0.95)),
                priced.Maximum is { } most ? Whole(most) : "no end",
                year.BreakEven is { } claims ? Whole(claims) : "never dearer");
        }
        terminal.Write(table);
        foreach (var year in comparison.Options.Items.Select(option => option.FirstYear)
            .Where(year => year.ExceededBy.Count > 0))
            terminal.Output.WriteLine($"  {year.Option.Option.Name}: dearer "
                + string.Join(", ", year.ExceededBy.Items.Select(one =>
                    $"by more than {Whole(one.Amount)} with {Share(one.Probability)}"))
                + (year.Option.Option.Budget is null ? "" : $"; above its budget with {Share(year.Deficit)}"));
        terminal.Output.WriteLine();
    }

    private static void WriteYears(FundingComparison comparison, Terminal terminal)
    {
        terminal.Output.WriteLine($"{comparison.Terms.Years} years together");
        var table = new Table().Border(TableBorder.Simple).AddColumn("");
        foreach (var column in (string[])["expected", "saving", "dearer", "good (1 in 10)", "bad (1 in 10)"])
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        var insured = comparison.InsuredYears.Total;
        table.AddRow("insured", Whole(insured.Mean), "", "", Whole(insured.Good), Whole(insured.Bad));
        foreach (var option in comparison.Options)
            table.AddRow(
                Markup.Escape(option.Priced.Option.Name), Whole(option.Years.Total.Mean), Whole(option.Saving),
                Share(option.Dearer), Whole(option.Years.Total.Good), Whole(option.Years.Total.Bad));
        terminal.Write(table);
        terminal.Output.WriteLine("Expected in each year");
        var years = new Table().Border(TableBorder.Simple).AddColumn("");
        for (var year = 0; year < comparison.Terms.Years; year++)
            years.AddColumn(new TableColumn($"{comparison.Quotes.Employer.Year + year}").RightAligned().NoWrap());
        AddYears(years, "insured", comparison.InsuredYears);
        foreach (var option in comparison.Options)
            AddYears(years, option.Priced.Option.Name, option.Years);
        terminal.Write(years);
    }

    private static void AddYears(Table table, string name, PathSummary years) =>
        table.AddRow([Markup.Escape(name), .. years.ByYear.Items.Select(year => Whole(year.Mean))]);

    private static void WriteCash(FundingComparison comparison, Terminal terminal)
    {
        terminal.Output.WriteLine("Cash: claims are paid months after they are incurred");
        var table = new Table().Border(TableBorder.Simple).AddColumn("");
        foreach (var column in (string[])["paid in year 1", "later than its cost", "to set aside", "run-out on leaving",
            "fees on leaving"])
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var option in comparison.Options)
            table.AddRow(
                Markup.Escape(option.Priced.Option.Name), Whole(option.Cash.ByYear[0]),
                Whole(option.Cash.FirstYearRelief),
                Whole(option.Cash.Reserve), Whole(option.Cash.AfterExit), Whole(option.Cash.ExitFees));
        terminal.Write(table);
    }

    private static void WriteTornado(FundingComparison comparison, Terminal terminal)
    {
        terminal.Output.WriteLine("What would change the answer: saving of"
            + $" '{comparison.Options[0].Priced.Option.Name}' over {Years(comparison.Terms.Years)},"
            + $" {Whole(comparison.Tornado.Base.Saving)} as assumed");
        var table = new Table().Border(TableBorder.Simple).AddColumn("");
        foreach (var column in (string[])["from", "to", "saving then", "and then"])
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var bar in comparison.Tornado.Bars.Items.Where(bar => bar.Width >= 1).Take(BarsShown))
            table.AddRow(
                DriverWords.Of(bar.Driver), DriverWords.Of(bar.Driver, bar.Low.Input),
                DriverWords.Of(bar.Driver, bar.High.Input),
                Whole(bar.Low.Saving), Whole(bar.High.Saving));
        terminal.Write(table);
    }

    private static void WritePast(PastComparison past, Terminal terminal)
    {
        terminal.Output.WriteLine("Past years, had they been insured");
        var table = new Table().Border(TableBorder.Simple).AddColumn("");
        foreach (var column in (string[])["claims", "fees", "stop-loss", "recovered", "own cost", "insured", "saving"])
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var result in past.Years)
        {
            var year = result.Year;
            table.AddRow(
                $"{year.Year}{(year.IsComplete ? "" : " so far")}", Dollars(year.Claims), Dollars(year.Fees),
                Dollars(year.StopLossPremium), Dollars(year.Recoveries), Dollars(year.OwnCost), Dollars(result.Premium),
                Dollars(result.Saving));
        }
        terminal.Write(table);
    }

    private static void WriteReasons(FundingComparison comparison, TextWriter output)
    {
        output.WriteLine($"Reasons, for and against '{comparison.Options[0].Priced.Option.Name}'");
        foreach (var reason in comparison.Advice.Reasons)
            output.WriteLine($"  {(reason.Side switch { AdviceSide.For => "+", AdviceSide.Against => "-", _ => " " })}"
                + $" {reason.Text}");
        output.WriteLine();
    }

    private static void WriteShare(FundingComparison comparison, ComparisonBasis basis, TextWriter output)
    {
        if (comparison.Share is not { } share)
            return;
        var isSmall = comparison.Quotes.Employer.Employees <= basis.Shares.SmallWorkers;
        var own = isSmall ? share.Small : share.Large;
        output.WriteLine($"Others: {Share(share.All)} of covered workers were in self-funded plans in {share.Year}"
            + (own is { } known ? $", {Share(known)} in {(isSmall ? "small" : "large")} firms like this one" : "")
            + $" ({share.Source}; {Documents.Words.Of(share.Status.ToString())}).");
    }

    private static void WriteAssumptions(FundingComparison comparison, ComparisonBasis basis, TextWriter output)
    {
        var insured = comparison.Insured;
        output.WriteLine("Rests on:"
            + $" trend {Share(comparison.Quotes.Trend)}; uncertain level of the group, sigma"
            + $" {comparison.Risk.GroupSigma.ToString("0.##", CultureInfo.InvariantCulture)};"
            + (insured.IsExperienceRated
                ? $" insurer keeps {Share(insured.Retention)}, counts own experience"
                    + $"{(double.IsFinite(insured.Pooling) ? $" below {Whole(insured.Pooling)}" : "")} by"
                    + $" {Share(insured.Credibility(insured.People))} after one year;"
                : $" community rate, growing by {Share(insured.Trend)};")
            + " stop-loss counts what is incurred in the year, whenever paid;"
            + " first year"
            + $" {(comparison.Options.Items.All(option => option.Priced.IsExact) ? "exact" : "drawn in part")},"
            + $" later years drawn {comparison.Terms.Runs} times (standard error of the saving"
            + $" {Whole(comparison.Options[0].SavingError)}); completion: {basis.Rules.Completion.Source}.");
    }

    private static string Years(int years) => years == 1 ? "one year" : $"{years} years";

    private static string Dollars(Money? amount) => amount is { } known
        ? (known.Cents / 100m).ToString("N2", CultureInfo.InvariantCulture)
        : "not told";

    private static string Whole(double amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}

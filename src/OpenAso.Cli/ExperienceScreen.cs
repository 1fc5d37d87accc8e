using System.Globalization;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Experiencing;

namespace OpenAso.Cli;

/// <summary>A group's experience on one screen.</summary>
internal static class ExperienceScreen
{
    private const int MonthsOfYear = 12;

    public static void Write(
        GroupExperience experience, ExperienceQuestion question, EmployerId employer, Terminal terminal)
    {
        var output = terminal.Output;
        output.WriteLine(
            $"{employer}: experience of services {experience.Incurred}, received through {experience.AsOf:yyyy-MM-dd}");
        output.WriteLine(new string('─', 78));
        Say("member months", Number(experience.MemberMonths),
            $"{experience.Months} months; {Number(experience.Covered)} people covered on the day");
        Say("plan cost so far", Dollars(experience.Cost), $"of {Number(experience.PeopleWithCost)} people");
        Say("below the pooling level", Dollars(experience.Pooled),
            $"{Counted.Of(experience.PeopleAbove, "person", "people")} above {Dollars(experience.Level)}");
        Say("complete by", experience.Completion.ToString("0.0000", CultureInfo.InvariantCulture),
            "by the triangle of receipts");
        output.WriteLine("                                 a year        a month");
        Rate("own, pooled", experience.Blend.Own);
        Rate("expected of everybody", experience.Blend.Manual);
        Rate("blended", experience.Blend.Blended);
        Say("credibility of the own", (experience.Blend.Credibility * 100).ToString("0.0", CultureInfo.InvariantCulture)
            + " %", "limited fluctuation: within 5 % with 90 %");
        Say("factor", experience.Factor.ToString("0.000000", CultureInfo.InvariantCulture),
            $"times {question.Severity.Name} costs that much below {Dollars(question.Pooling)}");
        foreach (var finding in experience.Findings)
            output.WriteLine($"note: {finding.Message} ({finding.Code})");

        void Say(string name, string value, string words) => output.WriteLine($"  {name,-24}{value,15}   {words}");
        void Rate(string name, double year) =>
            output.WriteLine($"  {name,-24}{Dollars(year),15}{Dollars(year / MonthsOfYear),15}");
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Dollars(double amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    private static string Dollars(Money amount) => (amount.Cents / 100m).ToString("N2", CultureInfo.InvariantCulture);
}

using System.Globalization;
using OpenAso.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (BenchArguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(BenchArguments.Usage);
    return 2;
}

#if DEBUG
Console.Error.WriteLine("This is a debug build: build with -c Release, or the numbers say nothing.");
#endif
using var corpus = new Corpus(arguments.Employees, arguments.Months);
var runtime = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription;
Console.WriteLine($"# {runtime}, {Environment.ProcessorCount} processors");
Console.WriteLine();
Console.WriteLine(
    $"Files of {arguments.Employees:N0} employees, {arguments.Months} months, as the generator writes them.");
Console.WriteLine();
Console.WriteLine(
    "Trust the ratios, which were taken in turn in one process; rates depend on the machine and its neighbours.");
Console.WriteLine();
var missed = 0;
foreach (var (_, make) in BenchArguments.Contests.Where(contest => arguments.Wants(contest.Name)))
{
    var asked = make(corpus, arguments);
    missed += Report.Write(asked, Measurement.Run(asked, arguments.Rounds), Console.Out);
}
Console.WriteLine(missed == 0 ? "Every aim was met." : $"{missed} aims were missed.");
return arguments.Strict && missed > 0 ? 1 : 0;

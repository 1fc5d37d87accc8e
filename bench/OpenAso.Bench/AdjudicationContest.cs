using OpenAso.Cli;
using OpenAso.Operations.Adjudicating;
using OpenAso.Operations.Importing;

namespace OpenAso.Bench;

/// <summary><c>openaso adjudicate</c>, from files to files, and where its time goes.</summary>
internal static class AdjudicationContest
{
    private const string Command = "openaso adjudicate, 837 to 835 and 999";
    private const string Loop = "files read and divided by an IndexOf loop";

    public static Contest Of(Corpus corpus)
    {
        var claimFiles = corpus.Read(corpus.ClaimFiles);
        return new Contest(
            "adjudicate, file to file", "claims", corpus.Claims.Count, Clock.Processor,
            [
                new(Command, () => Adjudicate(corpus)),
                new("  of it: envelopes of claim files", () => corpus.Read(corpus.ClaimFiles).Count),
                new("  of it: claims out of envelopes", () => ClaimIntake.Read(claimFiles, null).Claims.Count),
                new("  of it: deciding and ordering", () => Decide(corpus)),
                new(Loop, () => corpus.ClaimFiles.Sum(
                    name => ReadingContest.Divide(File.ReadAllBytes(corpus.PathOf(name))))),
            ],
            [new(Command, Loop, 0, PerSecond: 150_000)])
        {
            Notes = ["Processor time over all threads: claims a second and core."],
        };
    }

    private static long Adjudicate(Corpus corpus)
    {
        var code = CommandLine.Run(
            [
                "adjudicate", "--plan", .. corpus.PlanFiles,
                "--members", .. corpus.EnrollmentFiles.Select(corpus.PathOf),
                "--claims", .. corpus.ClaimFiles.Select(corpus.PathOf),
                "--fees", corpus.PathOf("fees.csv"), "--network", corpus.PathOf("network.csv"),
                "--out", corpus.PathOf("out"),
            ],
            new Terminal(TextWriter.Null, TextWriter.Null));
        return code == ExitCode.CouldNotRun
            ? throw new InvalidOperationException("adjudicate could not run.")
            : new FileInfo(Path.Combine(corpus.PathOf("out"), "remittance.835")).Length;
    }

    private static long Decide(Corpus corpus) =>
        MemoryAdjudication.Decide(corpus.Terms.Basis, corpus.Families, corpus.Claims).Count;
}

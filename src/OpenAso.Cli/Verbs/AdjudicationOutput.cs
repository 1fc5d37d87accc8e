using System.Text.Json;
using OpenAso.Claims;
using OpenAso.Edi.Claims837;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Explaining;
using OpenAso.Plans;
using OpenAso.X12;
using Spectre.Console;

namespace OpenAso.Cli.Verbs;

/// <summary>What <c>adjudicate</c> prints: JSON lines, or a table for people.</summary>
internal sealed class AdjudicationOutput(
    IReadOnlyList<StandingClaim> decided, IReadOnlyList<RejectedClaim> rejected, PlanLibrary plans)
{
    private const int RejectedShown = 20;

    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>One object a line: decided claims in canonical order, then the rejected ones.</summary>
    public void WriteJson(Terminal terminal)
    {
        using var stream = new BufferedStream(terminal.OpenOutput(), 1 << 16);
        using var writer = new Utf8JsonWriter(stream);
        foreach (var claim in decided)
            WriteLine(stream, writer, () => DeterminationJson.Write(writer, claim.Claim, claim.Original, plans));
        foreach (var claim in InOrder())
            WriteLine(stream, writer, () => RejectionJson.Write(writer, claim));
    }

    /// <summary>How many claims stand where, and the money in them.</summary>
    public void WriteSummary(Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("Status").AddColumn(Right("Claims")).AddColumn(Right("Billed")).AddColumn(Right("Allowed"))
            .AddColumn(Right("Plan pays")).AddColumn(Right("Members owe"));
        foreach (var (status, totals) in TotalsByStatus())
            table.AddRow(
                ClaimWords.Of(status), Count(totals.Count), totals.Billed.ToString(), totals.Allowed.ToString(),
                totals.PlanPaid.ToString(), totals.MemberOwes.ToString());
        if (rejected.Count > 0)
            table.AddRow("rejected", Count(rejected.Count), rejected.Select(claim => claim.Billed).Total().ToString(),
                "", "", "");
        terminal.Write(table);
        WritePends(terminal);
    }

    /// <summary>Why claims are rejected, each in one line; beyond some of them only how many more.</summary>
    public void SayRejected(Terminal terminal)
    {
        foreach (var claim in InOrder().Take(RejectedShown))
            terminal.Say($"rejected: {Reason(claim)}");
        if (rejected.Count > RejectedShown)
            terminal.Say($"… and {Count(rejected.Count - RejectedShown)} more rejected; --json lists all.");
    }

    private static string Reason(RejectedClaim claim)
    {
        // What is missing is the cause of what then stands where it should not.
        var cause = claim.Findings.FirstOrDefault(finding => finding.Code == ClaimCodes.SeparatorDiffers)
            ?? claim.Findings.FirstOrDefault(finding => finding.Code is X12Codes.LoopMissing);
        var more = claim.Findings.Count - 1;
        return $"{cause ?? claim.Findings[0]}{(more > 0 ? $" ({more} more in the claim; --json lists all)" : "")}";
    }

    private SortedDictionary<ClaimStatus, Totals> TotalsByStatus()
    {
        var totals = new SortedDictionary<ClaimStatus, Totals>();
        foreach (var claim in decided)
        {
            var status = StatusOf(claim);
            totals[status] = totals.GetValueOrDefault(status).With(claim.Claim);
        }
        return totals;
    }

    private void WritePends(Terminal terminal)
    {
        var reasons = decided.Where(claim => claim.Claim.Determination.PendReasons != PendReasons.None)
            .SelectMany(claim => ClaimWords.Of(claim.Claim.Determination.PendReasons))
            .GroupBy(word => word).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var reason in reasons)
            terminal.Output.WriteLine($"pended for {reason.Key}: {Count(reason.Count())}");
    }

    private IEnumerable<RejectedClaim> InOrder() => rejected
        .OrderBy(claim => claim.Received).ThenBy(claim => claim.PatientControlNumber, StringComparer.Ordinal)
        .ThenBy(claim => claim.Id).ThenBy(claim => claim.Place.ToString(), StringComparer.Ordinal);

    private static void WriteLine(Stream stream, Utf8JsonWriter writer, Action write)
    {
        write();
        writer.Flush();
        writer.Reset();
        stream.Write(NewLine);
    }

    private static ClaimStatus StatusOf(StandingClaim claim) =>
        claim.Claim.ReversedBy is null ? claim.Claim.Determination.Status : ClaimStatus.Void;

    private static TableColumn Right(string name) => new TableColumn(name).RightAligned();

    private static string Count(int count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private readonly record struct Totals(int Count, Money Billed, Money Allowed, Money PlanPaid, Money MemberOwes)
    {
        public Totals With(DecidedClaim claim) => new(
            Count + 1, Billed + claim.Claim.Billed, Allowed + claim.Determination.Allowed,
            PlanPaid + claim.Determination.PlanPaid, MemberOwes + claim.Determination.MemberOwes);
    }
}

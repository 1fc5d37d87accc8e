using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Paying;
using OpenAso.StopLoss.Filings;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves what was filed with stop-loss carriers: that each filing is as it was written, that its pack is the
/// one that was sent, and that its steps can follow each other.</summary>
internal static class FilingCheck
{
    public static void Run(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        log.Begin("stop-loss filings are as they were written, and their packs say the same");
        if (Read(connection, scope, log) is not { } stored)
            return;
        var packs = SentFiles.Read(connection, scope, FilingUseCase.FileKind)
            .ToLookup(file => file.Name.Split('/')[0], StringComparer.Ordinal);
        foreach (var (filing, hash) in stored)
        {
            log.Examined();
            var subject = $"filing {filing.Name}";
            if (filing.Hash.ToString() != hash)
                log.Differs(subject, "it or a step of it was changed after it was kept (its hash does not fit)");
            log.Same(subject, "its name", KeptFiling.NameOf(filing.Policy, filing.Number), filing.Name);
            Steps(filing, log);
            Pack(filing, [.. packs[filing.Name]], log);
        }
        var known = stored.Select(one => one.Filing.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var pack in packs.Where(pack => !known.Contains(pack.Key)))
            log.Differs($"filing {pack.Key}", "it is not on file, and its pack was sent");
        foreach (var policy in stored.GroupBy(one => one.Filing.Policy))
            log.Same($"filings of stop-loss policy {policy.Key}", "their number", policy.Max(one => one.Filing.Number),
                policy.Count());
        foreach (var lost in connection.Query<string>(
            "select distinct filing from stop_loss_filing_step where tenant = @tenant and employer = @employer "
                + "except select filing from stop_loss_filing where tenant = @tenant and employer = @employer",
            scope.Bound()))
            log.Differs($"filing {lost}", "it is not on file, and steps of it are");
    }

    /// <summary>The filings, where they can be read; what cannot be is named by the check that reads first.</summary>
    public static IReadOnlyList<(KeptFiling Filing, string Hash)>? Read(
        DbConnection connection, EmployerScope scope, CheckLog? log = null)
    {
        try
        {
            return FilingRows.Stored(connection, scope);
        }
        catch (FormatException problem)
        {
            log?.Differs("stop-loss filings", $"cannot be read: {problem.Message}");
            return null;
        }
    }

    private static void Steps(KeptFiling filing, CheckLog log)
    {
        var steps = filing.Recovery.Steps;
        if (steps.Count == 0 || steps[0] is not { State: RecoveryState.Filed, Amount.IsZero: true })
        {
            log.Differs($"filing {filing.Name}", "its first step is not that it was filed");
            return;
        }
        var again = filing.Recovery with { Steps = [steps[0]] };
        foreach (var step in steps.Items.Skip(1))
        {
            var next = RecoveryRules.Next(again, step);
            if (next.Findings.Count > 0)
            {
                log.Differs($"filing {filing.Name}", next.Findings[0].Message);
                return;
            }
            again = next.Value;
        }
    }

    private static void Pack(KeptFiling filing, List<(string Name, byte[] Content)> files, CheckLog log)
    {
        var subject = $"filing {filing.Name}";
        var manifest = $"{filing.Name}/{FilingPack.ManifestName}";
        var lines = files.Where(file => file.Name != manifest)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => $"{Hex(file.Content)}  {file.Name[(filing.Name.Length + 1)..]}\n");
        log.Same(subject, "the hash of its pack", filing.Sha256, Hex(Encoding.UTF8.GetBytes(string.Concat(lines))));
        try
        {
            using var json = JsonDocument.Parse(files.Find(file => file.Name == manifest).Content ?? []);
            var root = json.RootElement;
            log.Same(subject, "the hash in its manifest", filing.Sha256, Text(root, "sha256"));
            log.Same(subject, "what its manifest asks for", filing.Recovery.Requested.ToString(),
                Text(root.GetProperty("totals"), "requested"));
            log.Same(subject, "the day in its manifest", filing.FiledOn.ToString("yyyy-MM-dd",
                System.Globalization.CultureInfo.InvariantCulture), Text(root, "filedOn"));
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            log.Differs(subject, "its manifest cannot be read");
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static string Hex(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

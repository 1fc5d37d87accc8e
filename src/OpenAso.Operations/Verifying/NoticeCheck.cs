using System.Data.Common;
using OpenAso.Operations.Insuring;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves that notices to carriers are as they were sent.</summary>
internal static class NoticeCheck
{
    public static void Run(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        log.Begin("notices to stop-loss carriers are as they were sent");
        try
        {
            foreach (var (sent, hash) in NoticeRows.Stored(connection, scope))
            {
                log.Examined();
                if (sent.Hash.ToString() != hash)
                    log.Differs($"notice for {sent.Notice.Claimant} under stop-loss policy {sent.Policy}",
                        "it was changed after it was sent (its hash does not fit)");
            }
        }
        catch (FormatException problem)
        {
            log.Differs("notices to stop-loss carriers", $"cannot be read: {problem.Message}");
        }
    }
}

using System.Data.Common;
using Dapper;
using OpenAso.Kernel;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves that the documents by which claims are decided are those that were handed in.</summary>
internal static class DocumentCheck
{
    public static void Run(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        log.Begin("documents are as they were handed in");
        foreach (var (kind, id, version, hash, content) in connection.Query<(string, string, long, string, string)>(
            "select kind, id, version, hash, content from document where tenant = @tenant and employer = @employer",
            new { tenant = scope.Tenant.Value, employer = scope.Employer.Value }))
        {
            log.Examined();
            if (ContentHash.Of(content).ToString() != hash)
                log.Differs(
                    $"document {kind} {id}, version {version}",
                    "it was changed after it was handed in (its hash does not fit)");
        }
    }
}

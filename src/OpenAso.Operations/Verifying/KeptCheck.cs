using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves that documents, files that were sent, rejected claims, who is enrolled and who was counted are as
/// they were kept, by their hashes.</summary>
internal static class KeptCheck
{
    public static void Run(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        log.Begin("documents, sent files, rejected claims, people, coverage and census are as they were kept");
        var parameters = scope.Bound();
        foreach (var (kind, id, version, hash, content) in connection.Query<(string, string, long, string, string)>(
            "select kind, id, version, hash, content from document "
            + "where tenant = @tenant and employer = @employer order by kind, id, version", parameters))
            Same($"{kind} {id}, version {version}", ContentHash.Of(content).ToString(), hash, log);
        foreach (var (name, hash, content) in connection.Query<(string, string, byte[])>(
            "select name, hash, content from sent_file where tenant = @tenant and employer = @employer order by name",
            parameters, buffered: false))
            Same(name, ContentHash.Of(content).ToString(), hash, log);
        foreach (var rejection in RejectionRows.Read(connection, scope))
            Same($"rejected claim {rejection.Number} of import {rejection.Import}", rejection.ExpectedHash,
                rejection.Hash, log);
        foreach (var (family, kept, now) in FamilyRows.Hashes(connection, scope))
            Same($"family {family}, its people and coverage", now, kept, log);
        foreach (var (month, kept, now) in CensusRows.Hashes(connection, scope))
            Same($"census of {month}", now, kept.Count == 1 ? kept[0] : "several", log);
    }

    // What was kept before there were hashes has none.
    private static void Same(string subject, string expected, string kept, CheckLog log)
    {
        log.Examined();
        if (kept.Length > 0 && kept != expected)
            log.Differs(subject, "it was changed after it was kept (its hash does not fit)");
    }
}

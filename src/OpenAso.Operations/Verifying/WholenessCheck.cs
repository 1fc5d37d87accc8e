using System.Data.Common;
using Dapper;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves that nothing is missing: every row has what it belongs to, and what is counted on has no
/// gap.</summary>
internal static class WholenessCheck
{
    private const string Mine = "tenant = @tenant and employer = @employer";

    public static void Run(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        log.Begin("nothing is missing: families, imports, corrections, events, runs");
        var parameters = scope.Bound();
        Families(connection, parameters, log);
        Imports(connection, parameters, log);
        Corrections(connection, parameters, log);
        Events(connection, parameters, log);
        foreach (var run in connection.Query<long>(
            $"select distinct run from payment where {Mine} and run not in (select number from payment_run "
                + $"where {Mine})", parameters))
            log.Differs($"payment run {run}", "it is not on file, and payments were issued with it");
        foreach (var (payment, day, ofRun) in connection.Query<(string, string, string)>(
            "select payment, payment.day, payment_run.day from payment join payment_run using (tenant, employer) "
                + $"where payment.run = payment_run.number and payment.day <> payment_run.day and {Mine}", parameters))
            log.Same($"payment {payment}", "its day", ofRun, day);
    }

    private static void Families(DbConnection connection, object parameters, CheckLog log)
    {
        var decided = connection.Query<(string Family, long Count, long Last)>(
            $"select family, count(*), max(sequence) from claim where {Mine} group by family", parameters)
                .ToDictionary(row => row.Family);
        foreach (var (family, last) in connection.Query<(string,
            long)>($"select family, last_sequence from family where {Mine}", parameters))
        {
            log.Examined();
            decided.Remove(family, out var found);
            log.Same($"family {family}", "its number of decisions", last, found.Count);
            log.Same($"family {family}", "the number of its last decision", last, found.Last);
        }
        foreach (var family in decided.Keys)
            log.Differs($"family {family}", "it is not on file, and claims were decided for it");
        foreach (var (family, number) in connection.Query<(string, long)>(
            $"select distinct family, person from coverage where {Mine} except select family, number from "
                + $"person where {Mine}", parameters))
            log.Differs($"person {number} of family {family}", "nobody of that number is on file, and is covered");
        foreach (var family in connection.Query<string>(
            $"select distinct family from person where {Mine} except select family from family where {Mine}",
                parameters))
            log.Differs($"family {family}", "it is not on file, and people belong to it");
    }

    private static void Imports(DbConnection connection, object parameters, CheckLog log)
    {
        var taken = connection.Query<(long Import, long Count)>(
            $"""
            select import, count(*) from (select import from claim where {Mine} union all select import
              from rejection where {Mine}) taken
            group by import
            """, parameters).ToDictionary(row => row.Import, row => row.Count);
        var (total, expected) = (taken.Values.Sum(), 0L);
        foreach (var (number, received, finished) in connection.Query<(long, long, long)>(
            $"select number, received, finished from import where {Mine}", parameters))
        {
            log.Examined();
            taken.Remove(number, out var found);
            expected += finished == 1 ? received : Math.Min(found, received);
            if (finished == 1 && found < received)
                log.Differs($"import {number}", $"{found} claims were decided or rejected, expected {received}");
        }
        foreach (var number in taken.Keys)
            log.Differs($"import {number}", "it is not on file, and claims came with it");
        var released = connection.ExecuteScalar<long>(
            $"select count(*) from claim where {Mine} and reversed_by = claim", parameters)
            + connection.ExecuteScalar<long>(
                $"select count(*) from pend_work where {Mine} and decided <> '' and decided_family = family",
                parameters);
        log.Same("all imports", "the number of claims decided or rejected", expected + released, total);
    }

    // A claim that waited for its enrolment names itself: it was decided again in its family. One that an examiner
    // decided names the version that came of it.
    private static void Corrections(DbConnection connection, object parameters, CheckLog log)
    {
        foreach (var (claim, by) in connection.Query<(string, string)>(
            """
            select o.claim, c.claim from claim c
            join claim o on o.tenant = c.tenant and o.employer = c.employer and o.claim = c.reverses
              and o.family = c.family
            where c.tenant = @tenant and c.employer = @employer and c.reverses is not null
              and (o.reversed_by is null or o.reversed_by <> c.claim)
            """, parameters))
            log.Differs($"claim {claim}", $"it is not marked as taken back by {by}");
        foreach (var (claim, by) in connection.Query<(string, string)>(
            """
            select o.claim, o.reversed_by from claim o
            left join claim c on c.tenant = o.tenant and c.employer = o.employer
              and c.claim = o.reversed_by and c.family = o.family
            where o.tenant = @tenant and o.employer = @employer and o.reversed_by is not null
              and not (o.reversed_by = o.claim and o.family >= '?' and o.family < '@')
              and not exists (select 1 from pend_work w where w.tenant = o.tenant and w.employer = o.employer
                and w.family = o.family and w.claim = o.claim and w.decided = o.reversed_by
                and w.decided_family = o.family)
              and (c.reverses is null or c.reverses <> o.claim)
            """, parameters))
            log.Differs($"claim {claim}", $"it is marked as taken back by {by}, which does not say so");
        foreach (var (claim, decided) in connection.Query<(string, string)>(
            """
            select w.claim, w.decided from pend_work w
            left join claim o on o.tenant = w.tenant and o.employer = w.employer and o.family = w.family
              and o.claim = w.claim and o.status = 2 and o.reversed_by is not null
            left join claim c on c.tenant = w.tenant and c.employer = w.employer and c.family = w.decided_family
              and c.claim = w.decided
            where w.tenant = @tenant and w.employer = @employer and w.decided <> ''
              and (o.claim is null or c.claim is null)
            """, parameters))
            log.Differs($"claim {claim}", $"an examiner decided it as {decided}, and the claims do not say so");
    }

    private static void Events(DbConnection connection, object parameters, CheckLog log)
    {
        foreach (var (shard, count, last) in connection.Query<(long, long, long)>(
            $"select shard, count(*), max(position) from outbox where {Mine} group by shard", parameters))
        {
            log.Examined();
            log.Same($"events of shard {shard}", "how many there are", last, count);
        }
        var claims = connection.ExecuteScalar<long>($"select count(*) from claim where {Mine}", parameters);
        log.Same("events of decided claims", "how many there are", claims, connection.ExecuteScalar<long>(
            $"select count(*) from outbox where {Mine} and event = {(int)Storing.OutboxEvent.ClaimDecided}",
                parameters));
    }
}

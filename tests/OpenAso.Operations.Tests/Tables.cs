using Dapper;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Tests;

/// <summary>The rows of the books as text, to compare them.</summary>
internal static class Tables
{
    public static IReadOnlyList<string> All { get; } =
    [
        "employer", "document", "import", "interchange", "rejection", "family", "person", "coverage", "claim",
            "accumulator", "transfer",
        "account", "outbox", "shard_fence", "funding_request", "payment_run", "payment", "payment_item", "fee",
            "census", "sent_file", "outbox_reader", "stop_loss_position", "stop_loss_claimant", "stop_loss_premium",
            "stop_loss_filing", "stop_loss_filing_step", "stop_loss_repayment", "stop_loss_evidence",
            "stop_loss_notice",
            "disability_claim", "disability_period", "disability_recovery", "disability_advice_paid",
            "prepared_run", "prepared_payment", "prepared_hold",
    ];

    /// <summary>An employer's rows of a table without the names of tenant and employer, in order of their
    /// text.</summary>
    public static IReadOnlyList<string> Rows(Books books, string table, EmployerScope scope,
        params IReadOnlyCollection<string> without) =>
        books.Database.Read(connection => ((IEnumerable<object>)connection
            .Query($"select * from {table} where tenant = @tenant and employer = @employer",
                new { tenant = scope.Tenant.Value, employer = scope.Employer.Value }))
            .Select(row => Text(table, (IDictionary<string, object?>)row, without)).Order(StringComparer.Ordinal)
                .ToList());

    private static string Text(string table, IDictionary<string, object?> row, IReadOnlyCollection<string> without) =>
        table + "|" + string.Join('|',
            row.Where(column => column.Key is not ("tenant" or "employer") && !without.Contains(column.Key))
            .Select(column => column.Value is byte[] bytes ? Convert.ToHexString(bytes) : column.Value));
}

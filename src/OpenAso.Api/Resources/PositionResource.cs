using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Reporting.Tables;

namespace OpenAso.Api.Resources;

/// <summary>Where an employer stands, and the reports of its monthly package: amounts by pseudonym alone.</summary>
internal static class PositionResource
{
    private const string Whose = "/employers/{employer}";
    private const string Csv = ".csv";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(Whose + "/position", Right.SeePosition, Position);
        routes.Get(Whose + "/reports/{report}", Right.SeePosition, ReportAsync);
        routes.Get(Whose + "/amounts/{month}", Right.SeePosition, AmountsAsync);
    }

    /// <summary>Where the plan stands: lives, claims, money, budget, stop-loss, reserve, outlook.</summary>
    /// <remarks>The body is what 'openaso position --json' writes; 'openaso schema position' describes it.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="as_of">The day; the last on which anything was received or paid if left out.</param>
    public static Ok<JsonElement> Position(ApiCall call, [FromQuery(Name = "as_of")] DateOnly? as_of) =>
        TypedResults.Ok(
            JsonElement.Parse(PositionJson.Of(new PositionUseCase(call.Reading).Show(call.Terms, as_of))));

    /// <summary>A report as a table: monthly, payments, aggregate, specific, lag, lag-paid,
    /// enrollment, projection or insured; with .csv behind its name as a file.</summary>
    /// <param name="call">The call.</param>
    /// <param name="report">Its name.</param>
    /// <param name="as_of">Everything up to this day; all there is if left out.</param>
    public static async Task<Results<Ok<ReportView>, FileContentHttpResult>> ReportAsync(
        ApiCall call, string report, [FromQuery(Name = "as_of")] DateOnly? as_of)
    {
        var withPayees = call.May(Right.PreparePayments);
        if (withPayees && report is ReportUseCase.Payments or ReportUseCase.Payments + Csv)
            await call.SeesAsync(AccessAction.SeeClaims, "payment register").ConfigureAwait(false);
        return Table(call, report, name => new ReportUseCase(call.Reading).Show(call.Terms, name, as_of, withPayees));
    }

    /// <summary>What a month's claims cost is made of, by pseudonym; no single amount below eleven people. Claim by
    /// claim for those who may see claims. With .csv behind the month as a file.</summary>
    /// <param name="call">The call.</param>
    /// <param name="month">Year and month, such as 2026-01.</param>
    public static async Task<Results<Ok<ReportView>, FileContentHttpResult>> AmountsAsync(ApiCall call, string month)
    {
        var withClaims = call.May(Right.SeeClaims);
        if (withClaims)
            await call.SeesAsync(AccessAction.SeeClaims, $"amounts {month}").ConfigureAwait(false);
        return Table(
            call, month, text => DateOnly.TryParseExact(
                text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
                ? AmountsReport.Of(new PaidAmountsUseCase(call.Reading).Show(
                    call.Terms, Month.Of(first), null, withClaims))
                : null);
    }

    private static Results<Ok<ReportView>, FileContentHttpResult> Table(
        ApiCall call, string name, Func<string, ReportTable?> make)
    {
        var isFile = name.EndsWith(Csv, StringComparison.Ordinal);
        var table = make(isFile ? name[..^Csv.Length] : name) ?? throw RefusedException.NotFound("report");
        var employer = call.Scope.Employer;
        return isFile
            ? TypedResults.File(
                Encoding.UTF8.GetBytes(ReportCsv.Of(table, employer)), "text/csv; charset=utf-8",
                $"{employer}-{table.Name}-{table.AsOf:yyyy-MM-dd}.csv")
            : TypedResults.Ok(ReportView.Of(table, employer));
    }
}

/// <summary>A report as a table.</summary>
/// <param name="Report">Its name.</param>
/// <param name="Employer">Whose.</param>
/// <param name="AsOf">Everything up to this day.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">Each by the names of its columns: money as text with two digits, shares of one as text.</param>
public sealed record ReportView(
    string Report, string Employer, DateOnly AsOf, IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Rows)
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    internal static ReportView Of(ReportTable table, EmployerId employer)
    {
        string[] columns =
        [
            .. table.Columns.Items.Select(column => column.Number is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"{column.Key}-{number}")
                : column.Key),
        ];
        return new ReportView(
            table.Name, employer.Value, table.AsOf, columns,
            [.. table.Rows.Items.Select(row => (IReadOnlyDictionary<string, JsonElement>)columns.Zip(
                row.Cells.Items, (column, cell) => (column, Cell: Of(cell)))
                .ToDictionary(one => one.column, one => one.Cell))]);
    }

    private static JsonElement Of(ReportCell cell) => cell switch
    {
        ReportCell.Amount { Value: { } amount } => Text(amount.ToString()),
        ReportCell.Amount => Null,
        ReportCell.Count count => JsonSerializer.SerializeToElement(count.Value),
        ReportCell.Share share => Text(share.Value.ToString()),
        ReportCell.Day day => Text(day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ReportCell.OfMonth month => Text(month.Value.ToString()),
        ReportCell.Text text => Text(text.Value),
        ReportCell.Payment payment => Text(payment.Value),
        ReportCell.Claim claim => Text(claim.Value),
        ReportCell.Word word => Text(word.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "No kind of cell."),
    };

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text);
}

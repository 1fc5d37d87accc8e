using System.Text.Json;
using OpenAso.Actuarial.Reserving;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Reserving;

/// <summary>Writes a reserve as one JSON document; its amounts are estimates, and so plain numbers with all their
/// digits.</summary>
/// <remarks>Described by <c>docs/schemas/reserve.json</c>.</remarks>
public static class ReserveReportJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="report">The reserve.</param>
    public static string Of(ReserveReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Of(writer => Write(writer, report, []));
    }

    /// <summary>The document of a reserve of the books, in one line: that of its triangle, and an object
    /// <c>books</c>.</summary>
    /// <param name="reserve">The reserve.</param>
    /// <param name="employer">Whose.</param>
    public static string Of(BooksReserve reserve, EmployerId employer)
    {
        ArgumentNullException.ThrowIfNull(reserve);
        return JsonText.Of(writer =>
        {
            Write(writer, reserve.Report, reserve.Findings);
            BooksReserveJson.Write(writer, reserve, employer);
        });
    }

    private static void Write(Utf8JsonWriter writer, ReserveReport report, ValueList<Finding> more)
    {
        WriteTotals(writer, report.Estimate);
        WriteFactors(writer, report);
        writer.WriteList("byOrigin", report.Estimate.Origins.Items.Index(), row =>
            WriteOrigin(writer, row.Item, report.Estimate.APriori, row.Index));
        writer.WriteList("quantiles", report.Estimate.Quantiles.Items, quantile =>
        {
            writer.WriteNumber("p"u8, quantile.Probability);
            writer.WriteNumber("value"u8, quantile.Value);
        });
        WriteChecks(writer, report);
        writer.WriteList("diagnostics", report.Estimate.Diagnostics.Items.Concat(more), finding =>
        {
            writer.WriteString("code"u8, finding.Code);
            writer.WriteString("severity"u8, Words.Of(finding.Severity.ToString()));
            writer.WriteString("message"u8, finding.Message);
        });
    }

    private static void WriteTotals(Utf8JsonWriter writer, ReserveEstimate estimate)
    {
        writer.WriteString("method"u8, Words.Of(estimate.Method.ToString()));
        writer.WriteNumber("latest"u8, estimate.Latest);
        writer.WriteNumber("ultimate"u8, estimate.Ultimate);
        writer.WriteNumber("ibnr"u8, estimate.Ibnr);
        WriteKnown(writer, "standardError", estimate.Errors?.Standard);
        WriteKnown(writer, "processError", estimate.Errors?.Process);
        WriteKnown(writer, "parameterError", estimate.Errors?.Parameter);
        WriteKnown(writer, "oneYearError", estimate.Errors?.OneYear);
    }

    private static void WriteFactors(Utf8JsonWriter writer, ReserveReport report)
    {
        var pattern = report.Estimate.Pattern;
        writer.WriteStartArray("ages"u8);
        foreach (var age in report.Triangle.Ages)
            writer.WriteStringValue(age);
        writer.WriteEndArray();
        writer.WriteStartArray("factors"u8);
        foreach (var step in pattern.Steps)
            writer.WriteNumberValue(step.Factor);
        writer.WriteEndArray();
        writer.WriteNumber("tail"u8, pattern.Tail.Factor);
        writer.WriteStartArray("completion"u8);
        for (var age = 0; age < report.Triangle.Ages.Count; age++)
        {
            // Where nothing remains of an age, no share of it is complete.
            if (double.IsFinite(pattern.Completion(age)))
                writer.WriteNumberValue(pattern.Completion(age));
            else
                writer.WriteNullValue();
        }
        writer.WriteEndArray();
    }

    private static void WriteOrigin(
        Utf8JsonWriter writer, OriginReserve origin, ValueList<double> aPriori, int index)
    {
        writer.WriteString("origin"u8, origin.Origin);
        writer.WriteNumber("latest"u8, origin.Latest);
        writer.WriteNumber("ultimate"u8, origin.Ultimate);
        writer.WriteNumber("ibnr"u8, origin.Ibnr);
        WriteKnown(writer, "standardError", origin.StandardError);
        WriteKnown(writer, "apriori", aPriori.Count > 0 ? aPriori[index] : null);
    }

    private static void WriteChecks(Utf8JsonWriter writer, ReserveReport report)
    {
        var triangle = report.Triangle;
        writer.WriteStartObject("residuals"u8);
        WriteMeans("byOrigin", residual => residual.Origin, index => triangle.Origins[index]);
        WriteMeans("byAge", residual => residual.Age, index => triangle.Ages[index]);
        WriteMeans("byCalendar", residual => residual.Calendar, _ => null);
        writer.WriteEndObject();
        writer.WriteList("actualAgainstExpected", report.NewestDiagonal.Items, gap =>
        {
            writer.WriteString("origin"u8, gap.Origin);
            writer.WriteString("age"u8, gap.Age);
            writer.WriteNumber("actual"u8, gap.Actual);
            writer.WriteNumber("expected"u8, gap.Expected);
        });

        void WriteMeans(string name, Func<Residual, int> by, Func<int, string?> nameOf) =>
            writer.WriteList(name, Residuals.Means(report.Residuals, by).Items, mean =>
            {
                if (nameOf(mean.Index) is { } known)
                    writer.WriteString("name"u8, known);
                else
                    writer.WriteNumber("diagonal"u8, mean.Index);
                writer.WriteNumber("count"u8, mean.Count);
                writer.WriteNumber("mean"u8, mean.Mean);
            });
    }

    private static void WriteKnown(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } known)
            writer.WriteNumber(name, known);
        else
            writer.WriteNull(name);
    }
}

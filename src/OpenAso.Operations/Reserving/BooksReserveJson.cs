using System.Text.Json;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.Reserving;

/// <summary>Writes what the books add to the reserve of a triangle.</summary>
internal static class BooksReserveJson
{
    public static void Write(Utf8JsonWriter writer, BooksReserve reserve, EmployerId employer)
    {
        var lag = reserve.Lag;
        writer.WriteStartObject("books"u8);
        writer.WriteString("employer"u8, employer.Value);
        if (lag.Question.Line is { } line)
            writer.WriteString("line"u8, Words.Of(line.ToString()));
        else
            writer.WriteNull("line"u8);
        writer.WriteString("basis"u8, Words.Of(lag.Triangle.Basis.ToString()));
        writer.WriteString("grid"u8, Words.Of(lag.Triangle.Grid.ToString()));
        writer.WriteDay("asOf"u8, lag.AsOf);
        writer.WriteDay("through"u8, lag.Triangle.Through);
        Amount("paidSince", lag.Since);
        writer.WriteNumber("pendedClaims"u8, lag.Pended.Claims);
        Amount("pendedBilled", lag.Pended.Billed);
        WriteStatement(writer, reserve);
        writer.WriteEndObject();

        void Amount(string name, Money amount) => writer.WriteNumber(name, amount.Cents / 100m);
    }

    private static void WriteStatement(Utf8JsonWriter writer, BooksReserve reserve)
    {
        var statement = reserve.Statement;
        writer.WriteStartObject("statement"u8);
        Amount("pended", reserve.Reported.Pended);
        Amount("decided", reserve.Reported.Decided);
        Amount("reportedNotPaid", statement.ReportedNotPaid);
        Amount("ibnr", statement.Ibnr);
        Amount("gross", statement.Gross);
        Amount("stopLossCredit", statement.StopLossCredit);
        Amount("net", statement.Net);
        Amount("runOutFees", statement.RunOutFees);
        Amount("margin", statement.Margin);
        Amount("total", statement.Total);
        writer.WriteEndObject();

        void Amount(string name, Money amount) => writer.WriteNumber(name, amount.Cents / 100m);
    }
}

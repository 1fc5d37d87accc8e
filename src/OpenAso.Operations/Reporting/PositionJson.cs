using System.Globalization;
using System.Text.Json;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Reserving;

namespace OpenAso.Operations.Reporting;

/// <summary>Writes an employer's position as one JSON document.</summary>
/// <remarks>Described by <c>docs/schemas/position.json</c>.</remarks>
public static class PositionJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="position">The position.</param>
    public static string Of(EmployerPosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return JsonText.Of(writer => Write(writer, position));
    }

    private static void Write(Utf8JsonWriter writer, EmployerPosition position)
    {
        writer.WriteString("employer"u8, position.Employer);
        writer.WriteString("asOf"u8, position.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteList("lives", position.Lives.Items, lives =>
        {
            writer.WriteString("line"u8, Word(lives.Line));
            writer.WriteNumber("employees"u8, lives.Employees);
            writer.WriteNumber("members"u8, lives.Members);
        });
        WriteClaims(writer, position.Claims);
        WriteMoney(writer, position);
        writer.WriteList("budget", position.Budget.Rows.Items, row =>
        {
            writer.WriteString("month"u8, row.Month.ToString());
            writer.WriteString("line"u8, Word(row.Line));
            DeterminationJson.WriteMoney(writer, "expected"u8, row.Expected);
            DeterminationJson.WriteMoney(writer, "paid"u8, row.Paid);
        });
        WriteReserve(writer, position.Reserve);
        writer.WriteList("disability", position.Disability.Items, line => WriteDisability(writer, line));
        WriteStopLoss(writer, position);
        writer.WriteList("costliest", position.Costliest.Items, member =>
        {
            writer.WriteString("member"u8, member.Pseudonym);
            writer.WriteNumber("claims"u8, member.Claims);
            DeterminationJson.WriteMoney(writer, "planPaid"u8, member.PlanPaid);
        });
    }

    private static void WriteDisability(Utf8JsonWriter writer, DisabilityLinePosition line)
    {
        writer.WriteString("line"u8, Word(line.Line));
        writer.WriteNumber("approved"u8, line.Approved);
        writer.WriteNumber("denied"u8, line.Denied);
        writer.WriteNumber("pended"u8, line.Pended);
        writer.WriteNumber("open"u8, line.Open);
        DeterminationJson.WriteMoney(writer, "paid"u8, line.Paid);
        if (line.Reserve is { } reserve)
            DeterminationJson.WriteMoney(writer, "reserve"u8, reserve);
        else
            writer.WriteNull("reserve"u8);
        if (line.ExpectedClosures is { } closures)
            writer.WriteNumber("expectedClosures"u8, closures / 100m);
        else
            writer.WriteNull("expectedClosures"u8);
        DeterminationJson.WriteMoney(writer, "overpaid"u8, line.Overpaid);
        DeterminationJson.WriteMoney(writer, "owedByOthers"u8, line.Beside.OwedByOthers);
        DeterminationJson.WriteMoney(writer, "advised"u8, line.Beside.Advised);
        DeterminationJson.WriteMoney(writer, "paidByPayroll"u8, line.Beside.PaidByPayroll);
        writer.WriteNumber("insured"u8, line.Beside.Insured);
    }

    private static void WriteReserve(Utf8JsonWriter writer, ReservePosition reserve)
    {
        writer.WriteStartObject("reserve"u8);
        writer.WriteNumber("months"u8, reserve.Months);
        if (reserve.Through is { } through)
            writer.WriteDay("through"u8, through);
        else
            writer.WriteNull("through"u8);
        if (reserve.Statement is { } statement)
        {
            DeterminationJson.WriteMoney(writer, "reportedNotPaid"u8, statement.ReportedNotPaid);
            DeterminationJson.WriteMoney(writer, "ibnr"u8, statement.Ibnr);
            DeterminationJson.WriteMoney(writer, "stopLossCredit"u8, statement.StopLossCredit);
            DeterminationJson.WriteMoney(writer, "net"u8, statement.Net);
        }
        else
            writer.WriteString("why"u8, reserve.Why);
        writer.WriteEndObject();
    }

    private static void WriteStopLoss(Utf8JsonWriter writer, EmployerPosition position)
    {
        writer.WriteStartObject("planYear"u8);
        DeterminationJson.WriteMoney(writer, "fixed"u8, position.Outlook.Fixed);
        DeterminationJson.WriteMoney(writer, "expected"u8, position.Outlook.Expected);
        if (position.Outlook.Maximum is { } most)
            DeterminationJson.WriteMoney(writer, "maximum"u8, most);
        else
            writer.WriteNull("maximum"u8);
        writer.WriteEndObject();
        if (position.StopLoss is not { } stopLoss)
        {
            writer.WriteNull("stopLoss"u8);
            return;
        }
        writer.WriteStartObject("stopLoss"u8);
        writer.WriteString("policy"u8, stopLoss.Policy);
        writer.WriteString("carrier"u8, stopLoss.Carrier);
        writer.WriteList("watched", stopLoss.Watched.Items, member =>
        {
            writer.WriteString("member"u8, member.Pseudonym);
            DeterminationJson.WriteMoney(writer, "eligible"u8, member.Eligible);
            DeterminationJson.WriteMoney(writer, "deductible"u8, member.Deductible);
            writer.WriteBoolean("lasered"u8, member.IsLasered);
            writer.WriteString("used"u8, member.Used.ToString());
            DeterminationJson.WriteMoney(writer, "excess"u8, member.Excess);
        });
        DeterminationJson.WriteMoney(writer, "recoverable"u8, stopLoss.Recoverable);
        DeterminationJson.WriteMoney(writer, "filed"u8, stopLoss.Filed);
        DeterminationJson.WriteMoney(writer, "received"u8, stopLoss.Received);
        DeterminationJson.WriteMoney(writer, "outstanding"u8, stopLoss.Outstanding);
        DeterminationJson.WriteMoney(writer, "notFiled"u8, stopLoss.NotFiled);
        DeterminationJson.WriteMoney(writer, "payableToCarrier"u8, stopLoss.PayableToCarrier);
        DeterminationJson.WriteMoney(writer, "asdUsed"u8, stopLoss.AggregatingUsed);
        if (stopLoss.Aggregate is { } aggregate)
            StopLossPositionJson.WriteAggregate(writer, aggregate);
        else
            writer.WriteNull("aggregate"u8);
        writer.WriteNumber("notices"u8, stopLoss.Notices);
        DeterminationJson.WriteMoney(writer, "premiumBilled"u8, stopLoss.PremiumBilled);
        writer.WriteEndObject();
    }

    private static void WriteClaims(Utf8JsonWriter writer, ClaimCounts claims)
    {
        writer.WriteStartObject("claims"u8);
        writer.WriteNumber("received"u8, claims.Received);
        writer.WriteNumber("payable"u8, claims.Payable);
        writer.WriteNumber("denied"u8, claims.Denied);
        writer.WriteNumber("pended"u8, claims.Pended);
        writer.WriteNumber("void"u8, claims.Void);
        writer.WriteNumber("rejected"u8, claims.Rejected);
        writer.WriteString("decidedAlone"u8, claims.DecidedAlone.ToString());
        writer.WriteList("pendedFor", claims.PendedFor.Items, pair =>
        {
            writer.WriteString("reason"u8, ClaimWords.Of(pair.Reason).First());
            writer.WriteNumber("claims"u8, pair.Claims);
        });
        writer.WriteEndObject();
    }

    private static void WriteMoney(Utf8JsonWriter writer, EmployerPosition position)
    {
        writer.WriteStartObject("money"u8);
        DeterminationJson.WriteMoney(writer, "billed"u8, position.Money.Billed);
        DeterminationJson.WriteMoney(writer, "allowed"u8, position.Money.Allowed);
        DeterminationJson.WriteMoney(writer, "planPaid"u8, position.Money.PlanPaid);
        DeterminationJson.WriteMoney(writer, "memberOwes"u8, position.Money.MemberOwes);
        DeterminationJson.WriteMoney(writer, "feesBilled"u8, position.FeesBilled);
        writer.WriteEndObject();
        writer.WriteStartObject("fund"u8);
        DeterminationJson.WriteMoney(writer, "bank"u8, position.Fund.Bank);
        DeterminationJson.WriteMoney(writer, "outstanding"u8, position.Fund.Outstanding);
        DeterminationJson.WriteMoney(writer, "balance"u8, position.Fund.BookBalance);
        DeterminationJson.WriteMoney(writer, "requested"u8, position.Fund.Requested);
        DeterminationJson.WriteMoney(writer, "claimsPayable"u8, position.Fund.ClaimsPayable);
        writer.WriteEndObject();
        DeterminationJson.WriteMoney(writer, "surplus"u8, position.Surplus.Result);
    }

    private static string Word(LineOfCoverage line) => Documents.Words.Of(line.ToString());
}

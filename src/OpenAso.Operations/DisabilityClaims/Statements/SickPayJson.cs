using System.Text.Json;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Taxes;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Explaining;

namespace OpenAso.Operations.DisabilityClaims.Statements;

/// <summary>Writes statements of sick pay.</summary>
/// <remarks>Described by <c>docs/schemas/sick-pay.json</c>; a statement of one claim stands in that of
/// <c>docs/schemas/disability.json</c>.</remarks>
public static class SickPayJson
{
    /// <summary>An employer's year, in one line.</summary>
    /// <param name="report">From the books.</param>
    public static string Of(SickPayReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Of(writer =>
        {
            writer.WriteString("employer"u8, report.Employer.Value);
            writer.WriteString("name"u8, report.Name);
            writer.WriteNumber("year"u8, report.Year);
            writer.WriteList("statements", report.Statements, statement => WriteMembers(writer, statement));
            writer.WriteList("totals", report.Totals, totals => Write(writer, totals));
            writer.WriteFindings(report.Findings);
        });
    }

    internal static void Write(Utf8JsonWriter writer, SickPayStatement statement)
    {
        writer.WriteStartObject("statement"u8);
        WriteMembers(writer, statement);
        writer.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, FicaTax tax)
    {
        writer.WriteStartObject(name);
        Amount(writer, "socialSecurity"u8, tax.SocialSecurity);
        Amount(writer, "medicare"u8, tax.AllMedicare);
        Amount(writer, "total"u8, tax.Total);
        writer.WriteEndObject();
    }

    internal static void WriteCorrections(Utf8JsonWriter writer, ValueList<YearCorrection> corrections) =>
        writer.WriteList("corrections", corrections, one =>
        {
            writer.WriteDay("day"u8, one.Day);
            Amount(writer, "gross"u8, one.Amount);
            Amount(writer, "ficaWages"u8, one.FicaWages);
            Amount(writer, "employeeTax"u8, one.Employee.Total);
            Amount(writer, "employerTax"u8, one.Employer.Total);
        });

    private static void WriteMembers(Utf8JsonWriter writer, SickPayStatement statement)
    {
        var (payee, figures) = (statement.Payee, statement.Figures);
        writer.WriteNumber("year"u8, figures.Year);
        if (statement.Due is { } due)
            writer.WriteDay("due"u8, due);
        writer.WriteString("claimant"u8, payee.Id);
        writer.WriteString("last"u8, payee.Name.Last);
        writer.WriteString("first"u8, payee.Name.First);
        writer.WriteStartArray("claims"u8);
        foreach (var claim in payee.Claims)
            writer.WriteStringValue(claim);
        writer.WriteEndArray();
        WriteTerms(writer, statement.Terms);
        Amount(writer, "sickPay"u8, figures.Paid);
        WriteBoxes(writer, statement.Boxes);
        writer.WriteBoolean("wagesBesidesKnown"u8, statement.Besides is not null);
        if (statement.EmployeeTax is { } employee)
            Write(writer, "employeeTaxDue"u8, employee);
        if (statement.EmployerTax is { } employer)
            Write(writer, "employerTax"u8, employer);
        if (statement.UnemploymentWages is { } unemployment)
            Amount(writer, "unemploymentWages"u8, unemployment);
        Amount(writer, "survivor"u8, figures.Survivor);
        Amount(writer, "survivorTaxable"u8, figures.SurvivorTaxable);
        WriteCorrections(writer, figures.Corrections);
        if (statement.CorrectedWages is { } corrected)
        {
            Amount(writer, "correctedSocialSecurityWages"u8, corrected.SocialSecurity);
            Amount(writer, "correctedMedicareWages"u8, corrected.Medicare);
        }
        writer.WriteFindings(statement.Findings);
    }

    private static void Write(Utf8JsonWriter writer, SickPayRecap totals)
    {
        WriteTerms(writer, totals.Terms);
        writer.WriteString(
            "wageStatementsBy"u8, Words.Of(SickPayFilingRules.WageStatement(totals.Terms).ToString()));
        writer.WriteString("form8922By"u8, Words.Of(SickPayFilingRules.Recap(totals.Terms).ToString()));
        writer.WriteNumber("statements"u8, totals.Statements);
        Amount(writer, "sickPay"u8, totals.Paid);
        WriteBoxes(writer, totals.Boxes);
        Amount(writer, "employerTax"u8, totals.EmployerTax);
        Amount(writer, "unemploymentWages"u8, totals.UnemploymentWages);
        Amount(writer, "survivor"u8, totals.Survivor);
        Amount(writer, "survivorTaxable"u8, totals.SurvivorTaxable);
    }

    private static void WriteTerms(Utf8JsonWriter writer, SickPayTerms terms)
    {
        writer.WriteString("payment"u8, Words.Of(terms.Arrangement.ToString()));
        writer.WriteString("employerTaxes"u8, Words.Of(terms.EmployerTaxes.ToString()));
    }

    private static void WriteBoxes(Utf8JsonWriter writer, WageStatementBoxes boxes)
    {
        writer.WriteStartObject("boxes"u8);
        Amount(writer, "1"u8, boxes.Wages);
        Optional("2"u8, boxes.IncomeTax);
        Amount(writer, "3"u8, boxes.SocialSecurityWages);
        Optional("4"u8, boxes.SocialSecurityTax);
        Amount(writer, "5"u8, boxes.MedicareWages);
        Optional("6"u8, boxes.MedicareTax);
        Amount(writer, "12J"u8, boxes.NotTaxable);
        writer.WriteBoolean("13ThirdPartySickPay"u8, boxes.IsThirdParty);
        writer.WriteEndObject();

        void Optional(ReadOnlySpan<byte> name, Money? amount)
        {
            if (amount is { } known)
                Amount(writer, name, known);
        }
    }

    private static void Amount(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Money amount) =>
        DeterminationJson.WriteMoney(writer, name, amount);
}

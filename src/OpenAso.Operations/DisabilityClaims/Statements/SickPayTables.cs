using OpenAso.Disability.Taxes;
using OpenAso.Documents;
using OpenAso.StopLoss.Filings;

namespace OpenAso.Operations.DisabilityClaims.Statements;

/// <summary>Sick pay as tables: a row for each claimant, and the employer's totals.</summary>
/// <remarks>Described in docs/files.md. A blank is what payroll withholds, or nobody knows.</remarks>
public static class SickPayTables
{
    /// <summary>A row for each statement, as CSV.</summary>
    /// <param name="report">Of a year.</param>
    public static string Statements(SickPayReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var table = new CsvText(
            "year", "due", "claimant", "last_name", "first_name", "claims", "employer_taxes", "sick_pay", "box_1_wages",
            "box_2_income_tax", "box_3_social_security_wages", "box_4_social_security_tax", "box_5_medicare_wages",
            "box_6_medicare_tax", "box_12_j_not_taxable", "box_13_third_party", "employer_tax", "unemployment_wages",
            "wages_besides_known", "survivor_paid", "survivor_taxable", "corrected_social_security_wages",
            "corrected_medicare_wages", "findings");
        foreach (var one in report.Statements)
        {
            table.Number(report.Year).Day(one.Due).Text(one.Payee.Id).Text(one.Payee.Name.Last)
                .Text(one.Payee.Name.First).Text(string.Join(' ', one.Payee.Claims.Items))
                .Text(Words.Of(one.Terms.EmployerTaxes.ToString())).Amount(one.Figures.Paid);
            Boxes(table, one.Boxes);
            table.Amount(one.EmployerTax?.Total).Amount(one.UnemploymentWages).YesOrNo(one.Besides is not null)
                .Amount(one.Figures.Survivor).Amount(one.Figures.SurvivorTaxable)
                .Amount(one.CorrectedWages?.SocialSecurity).Amount(one.CorrectedWages?.Medicare)
                .Text(string.Join(' ', one.Findings.Items.Select(finding => finding.Code).Distinct()))
                .EndRow();
        }
        return table.ToString();
    }

    /// <summary>The employer's totals, as CSV: a row for each way of paying.</summary>
    /// <param name="report">Of a year.</param>
    public static string Totals(SickPayReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var table = new CsvText(
            "year", "payment", "employer_taxes", "wage_statements_by", "form_8922_by", "statements", "sick_pay",
            "box_1_wages", "box_2_income_tax", "box_3_social_security_wages", "box_4_social_security_tax",
            "box_5_medicare_wages", "box_6_medicare_tax", "box_12_j_not_taxable", "box_13_third_party", "employer_tax",
            "unemployment_wages", "survivor_paid", "survivor_taxable");
        foreach (var one in report.Totals)
        {
            table.Number(report.Year).Text(Words.Of(one.Terms.Arrangement.ToString()))
                .Text(Words.Of(one.Terms.EmployerTaxes.ToString()))
                .Text(Words.Of(SickPayFilingRules.WageStatement(one.Terms).ToString()))
                .Text(Words.Of(SickPayFilingRules.Recap(one.Terms).ToString()))
                .Number(one.Statements).Amount(one.Paid);
            Boxes(table, one.Boxes);
            table.Amount(one.EmployerTax).Amount(one.UnemploymentWages).Amount(one.Survivor).Amount(one.SurvivorTaxable)
                .EndRow();
        }
        return table.ToString();
    }

    private static void Boxes(CsvText table, WageStatementBoxes boxes) => table
        .Amount(boxes.Wages).Amount(boxes.IncomeTax)
        .Amount(boxes.SocialSecurityWages).Amount(boxes.SocialSecurityTax)
        .Amount(boxes.MedicareWages).Amount(boxes.MedicareTax)
        .Amount(boxes.NotTaxable).YesOrNo(boxes.IsThirdParty);
}

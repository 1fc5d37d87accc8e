using System.Globalization;
using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;

namespace OpenAso.Edi.Csv;

/// <summary>Reads what any system paid, for stop-loss: <c>claim_id,claimant_id,certificate_id,line,incurred_date,</c>
/// <c>adjudicated_date,issued_date,funded_date,cleared_date,paid_amount,eligible,reason</c>.</summary>
/// <remarks>Voids, refunds and recoveries are rows below zero under the claim's number. A claim without a certificate
/// belongs to the claimant's own. The columns <c>diagnosis</c> and <c>confinement_days</c> may be added.</remarks>
public static class ClaimPaymentFile
{
    private static readonly string[] Columns =
    [
        "claim_id", "claimant_id", "certificate_id?", "line", "incurred_date", "adjudicated_date?", "issued_date?",
        "funded_date?", "cleared_date?", "paid_amount", "eligible", "reason?", "diagnosis?", "confinement_days?",
    ];

    private static readonly Dictionary<string, bool> Answers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["y"] = true,
        ["yes"] = true,
        ["n"] = false,
        ["no"] = false,
    };

    /// <summary>Reads one file.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <returns>In the order of the file; a row that cannot be read is left out and named.</returns>
    public static Parsed<ValueList<ClaimPayment>> Read(TextReader reader, string file)
    {
        List<ClaimPayment> payments = [];
        List<Finding> findings = [];
        CsvTable.Read(reader, file, Columns, findings, row =>
        {
            var payment = Payment(row);
            if (row.IsSound)
                payments.Add(payment);
        });
        return new Parsed<ValueList<ClaimPayment>>(payments.ToValueList(), findings.ToValueList());
    }

    private static ClaimPayment Payment(CsvRow row)
    {
        var claimant = row.Required("claimant_id");
        var certificate = row.Text("certificate_id");
        return new ClaimPayment
        {
            Claim = row.Required("claim_id"),
            Claimant = claimant,
            Certificate = certificate.Length > 0 ? certificate : claimant,
            Line = CensusFile.Line(row),
            Incurred = row.RequiredDate("incurred_date"),
            Dates = new PaymentDates(
                row.Date("adjudicated_date"), row.Date("issued_date"), row.Date("funded_date"),
                row.Date("cleared_date")),
            Amount = Amount(row),
            IneligibleBecause = Reason(row),
            Diagnosis = row.Text("diagnosis").Replace(".", "", StringComparison.Ordinal).ToUpperInvariant(),
            ConfinementDays = Days(row),
        };
    }

    private static Money Amount(CsvRow row) =>
        Money.TryParse(row.Required("paid_amount"), out var amount)
            ? amount
            : row.Bad<Money>("paid_amount", "dollars and cents such as 112.50, below zero for what came back");

    private static string? Reason(CsvRow row)
    {
        if (!Answers.TryGetValue(row.Text("eligible"), out var eligible))
            row.Bad<bool>("eligible", "y or n: whether the policy pays for it");
        if (eligible)
            return null;
        return row.Text("reason") is { Length: > 0 } reason ? reason : "not stated";
    }

    private static int Days(CsvRow row)
    {
        var text = row.Text("confinement_days");
        if (text.Length == 0)
            return 0;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? days
            : row.Bad<int>("confinement_days", "a number of days such as 12, or nothing");
    }
}

using System.Globalization;

namespace OpenAso.X12.Remittances;

/// <summary>What the guide 005010X221A1 demands of a remittance beyond its balance.</summary>
public static class RemittanceRequirements
{
    // X12 gives an amount ten digits, cents counted.
    private const long MostCents = 9_999_999_999;

    /// <summary>Everything that is missing, too long or not allowed.</summary>
    /// <param name="remittance">To be written.</param>
    /// <returns>One sentence for each, naming its place, the element and what is expected; empty where nothing is
    /// wrong.</returns>
    public static IReadOnlyList<string> Check(Remittance remittance)
    {
        ArgumentNullException.ThrowIfNull(remittance);
        var gaps = new GapList();
        Check(remittance.Payment, gaps.At("payment"));
        Check(remittance.Payer, gaps.At("payer"));
        Check(remittance.Payee, gaps.At("payee"));
        foreach (var adjustment in remittance.ProviderAdjustments)
            Check(adjustment, gaps.At("provider adjustment", adjustment.Reason));
        foreach (var claim in remittance.Claims)
            Check(claim, gaps.At("claim", claim.PayerControlNumber));
        return gaps.Found;
    }

    private static void Check(RemittancePayment payment, GapList gaps)
    {
        gaps.Amount("BPR02", payment.PaidCents);
        gaps.Text("TRN02, the trace number", payment.TraceNumber, 50);
        gaps.Unless(payment.Method == PaymentMethod.NonPayment == (payment.PaidCents == 0),
            "BPR04 is NON exactly where BPR02 is zero");
        gaps.Unless(payment.Handling == "H" == (payment.Method == PaymentMethod.NonPayment),
            "BPR01 is H exactly where BPR04 is NON");
        gaps.Unless(payment.Method != PaymentMethod.AutomatedClearingHouse || payment.Transfer is not null,
            "BPR05 to BPR15, the accounts, are needed where BPR04 is ACH");
    }

    private static void Check(RemittancePayer payer, GapList gaps)
    {
        gaps.Text("N102, the name", payer.Name, int.MaxValue);
        gaps.Unless(payer.TaxIdentifier.Length == 9 && payer.TaxIdentifier.All(char.IsAsciiDigit),
            "TRN03 needs an employer identification number of nine digits");
        Check(payer.Address, gaps);
        gaps.Unless(!payer.WebSite.Contains(':', StringComparison.Ordinal),
            "PER*IC names the web site without https://");
        Check(payer.TechnicalContact, "PER*BL", gaps);
        if (payer.BusinessContact is { } business)
        {
            Check(business, "PER*CX", gaps);
            gaps.Unless(business.WebSite.Length == 0, "PER*CX has no web site: it belongs to PER*IC");
        }
    }

    private static void Check(RemittancePayee payee, GapList gaps)
    {
        gaps.Text("N102, the name", payee.Name, int.MaxValue);
        gaps.Unless(payee.Identifier.Length > 0, "N104 needs an NPI or a tax identifier");
        gaps.Unless(payee.TaxIdentifier.Length <= 50, "REF*TJ has at most 50 characters");
        if (payee.Address is { } address)
            Check(address, gaps);
    }

    private static void Check(RemittanceAddress address, GapList gaps)
    {
        gaps.Text("N301, the street", address.Line1, int.MaxValue);
        gaps.Text("N401, the city", address.City, int.MaxValue);
        gaps.Unless(address.Country.Length > 0 || address.State.Length == 2,
            "N402, the state, needs two letters within the United States");
        gaps.Unless(address.Country.Length > 0 || address.PostalCode.Length >= 3,
            "N403, the postal code, is needed within the United States");
    }

    private static void Check(RemittanceContact contact, string segment, GapList gaps)
    {
        string[] ways = [contact.Telephone, contact.Extension, contact.Email, contact.WebSite];
        var given = ways.Count(way => way.Length > 0);
        gaps.Unless(given <= 3, $"{segment} has room for three of telephone, extension, mail and web site");
        gaps.Unless(given > 0 || contact.Name.Length > 0, $"{segment} needs a name or a way to reach it");
        gaps.Unless(!contact.WebSite.Contains(':', StringComparison.Ordinal),
            $"{segment} names the web site without https://");
        gaps.Unless(contact.Extension.Length == 0 || contact.Telephone.Length > 0,
            $"{segment} has an extension without a telephone");
    }

    private static void Check(ProviderAdjustment adjustment, GapList gaps)
    {
        gaps.Text("PLB03-1, the reason", adjustment.Reason, 2);
        gaps.Amount("PLB04", adjustment.Cents);
        gaps.Unless(adjustment.Cents != 0, "PLB04 is never zero: leave the adjustment out");
        gaps.Unless(adjustment.Reference.Length <= 50, "PLB03-2 has at most 50 characters");
    }

    private static void Check(RemittedClaim claim, GapList gaps)
    {
        gaps.Text("CLP01, the patient control number", claim.PatientControlNumber, 38);
        gaps.Text("CLP07, the payer control number", claim.PayerControlNumber, 50);
        gaps.Text("CLP06, the claim filing indicator", claim.FilingIndicator, 2);
        gaps.Unless(RemittedClaimStatus.All.Contains(claim.Status), "CLP02 is one of RemittedClaimStatus");
        gaps.Unless(claim.Status != RemittedClaimStatus.Reversal || claim.PatientResponsibilityCents == 0,
            "CLP05 is zero in a reversal");
        gaps.Amount("CLP03", claim.ChargeCents);
        gaps.Amount("CLP04", claim.PaidCents);
        gaps.Unless(claim.Patient.Qualifier.Length > 0 == claim.Patient.Identifier.Length > 0,
            "NM1*QC has both NM108 and NM109 or neither");
        CheckIdentified("NM1*IL", claim.Subscriber, gaps);
        CheckIdentified("NM1*82", claim.RenderingProvider, gaps);
        gaps.Unless(claim.Remarks.Count <= 5, "MIA and MOA have room for five remark codes");
        gaps.Unless(claim.Lines.Count <= 999, "a claim has at most 999 lines");
        gaps.Unless(claim.Status == RemittedClaimStatus.Predetermination || claim.StatementFirst is not null
            || (claim.Lines.Count > 0 && EveryLineHasItsDate(claim)),
            "DTM*232 is needed unless every line has its date");
        Check(claim.Adjustments, gaps);
        for (var i = 0; i < claim.Lines.Count; i++)
            Check(claim.Lines[i], gaps.At("claim", claim.PayerControlNumber, i + 1));
    }

    private static bool EveryLineHasItsDate(RemittedClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (line.First is null)
                return false;
        }
        return true;
    }

    private static void CheckIdentified(string segment, RemittedName? name, GapList gaps)
    {
        if (name is not null && (name.Qualifier.Length == 0 || name.Identifier.Length == 0))
            gaps.Add($"{segment} needs NM108 and NM109");
    }

    private static void Check(RemittedLine line, GapList gaps)
    {
        Check(line.Procedure, "SVC01", gaps);
        if (line.OriginalProcedure is { } original)
            Check(original, "SVC06", gaps);
        gaps.Amount("SVC02", line.ChargeCents);
        gaps.Amount("SVC03", line.PaidCents);
        gaps.Unless(line.Procedure.Qualifier != "NU" || line.RevenueCode.Length == 0,
            "SVC04 is empty where SVC01 is a revenue code (NU)");
        gaps.Unless(line.ControlNumber.Length <= 50, "REF*6R has at most 50 characters");
        gaps.Unless(line.Remarks.Count <= 99, "a line has at most 99 remark codes");
        gaps.Unless(line.First is null == line.Last is null, "a line has both its first and its last day or neither");
        Check(line.Adjustments, gaps);
    }

    private static void Check(RemittedProcedure procedure, string element, GapList gaps)
    {
        gaps.Text(element, procedure.Qualifier, 2, "-1, the qualifier");
        gaps.Text(element, procedure.Code, 48, "-2, the code");
        if (procedure.Modifiers.Count > 4)
            gaps.Add($"{element} has room for four modifiers");
    }

    private static void Check(Sequence<RemittedAdjustment> adjustments, GapList gaps)
    {
        foreach (var adjustment in adjustments)
        {
            gaps.Unless(RemittedAdjustment.Groups.Contains(adjustment.Group), "CAS01 is CO, PR, OA or PI");
            gaps.Text("CAS02, the reason", adjustment.Reason, 5);
            gaps.Amount("CAS03", adjustment.Cents);
        }
        gaps.Unless(adjustments.Count <= 99, "a claim or line has at most 99 adjustments");
    }

    // PERF: asked of every claim and line that is written; words are made only where something is missing.
    private sealed class GapList
    {
        private string _kind = "";
        private string _name = "";
        private int _line;

        public List<string> Found { get; } = [];

        public GapList At(string kind, string name = "", int line = 0)
        {
            (_kind, _name, _line) = (kind, name, line);
            return this;
        }

        public void Add(string requirement) => Found.Add($"{Place()}: {requirement}");

        public void Unless(bool met, string requirement)
        {
            if (!met)
                Add(requirement);
        }

        public void Text(string element, string text, int most, string part = "")
        {
            if (text.AsSpan().Trim().IsEmpty)
                Add($"{element}{part} is needed");
            if (text.Length > most)
                Add(string.Create(CultureInfo.InvariantCulture, $"{element}{part} has at most {most} characters"));
        }

        public void Amount(string element, long cents)
        {
            if (cents is < -MostCents or > MostCents)
                Add($"{element} is beyond 99,999,999.99");
        }

        private string Place()
        {
            var place = _name.Length == 0 ? _kind : $"{_kind} {_name}";
            return _line == 0 ? place : string.Create(CultureInfo.InvariantCulture, $"{place}, line {_line}");
        }
    }
}

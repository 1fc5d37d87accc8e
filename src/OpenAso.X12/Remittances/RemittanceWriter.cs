namespace OpenAso.X12.Remittances;

/// <summary>Writes remittances as transaction sets 835 (005010X221A1).</summary>
public static class RemittanceWriter
{
    private const int PairsInPlb = 6;

    /// <summary>Writes one remittance, ST to SE.</summary>
    /// <remarks>Each claim has an LX of its own, numbered from 1. Names and addresses are cut to their element's
    /// length;
    /// identifiers are never cut.</remarks>
    /// <param name="writer">Within a functional group.</param>
    /// <param name="remittance">In balance and complete.</param>
    /// <exception cref="InvalidOperationException">The remittance is out of balance (the level is named) or lacks what
    /// the guide demands; nothing is written then.</exception>
    public static void Write(X12Writer writer, Remittance remittance)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ThrowUnlessSound(remittance);
        writer.BeginSet("835", "");
        WritePayment(writer, remittance);
        WritePayer(writer, remittance.Payer);
        WritePayee(writer, remittance.Payee);
        var number = 0;
        foreach (var claim in remittance.Claims)
        {
            writer.Begin("LX"u8).Number(++number).End();
            RemittedClaimWriter.Write(writer, claim);
        }
        WriteProviderAdjustments(writer, remittance);
        writer.EndSet();
    }

    private static void ThrowUnlessSound(Remittance remittance)
    {
        var imbalances = RemittanceBalance.Check(remittance);
        if (imbalances.Count > 0)
            throw new InvalidOperationException(
                $"Remittance {remittance.Payment.TraceNumber} is out of balance: {string.Join("; ", imbalances)}.");
        var gaps = RemittanceRequirements.Check(remittance);
        if (gaps.Count > 0)
            throw new InvalidOperationException(
                $"Remittance {remittance.Payment.TraceNumber} is incomplete: {string.Join("; ", gaps)}.");
    }

    private static void WritePayment(X12Writer writer, Remittance remittance)
    {
        var payment = remittance.Payment;
        var payer = "1" + remittance.Payer.TaxIdentifier;
        writer.Begin("BPR"u8).Text(payment.Handling).Decimal(payment.PaidCents).Text("C")
            .Text(PaymentCode.Of(payment.Method));
        if (payment.Transfer is { } transfer)
            writer.Text(transfer.Format)
                .Text("01").Text(transfer.PayerRouting).Text("DA").Text(transfer.PayerAccount).Text(payer).Empty()
                .Text("01").Text(transfer.PayeeRouting).Text(transfer.PayeeAccountKind).Text(transfer.PayeeAccount);
        else
            writer.Empty(11);
        writer.Date(payment.Date).End();
        writer.Begin("TRN"u8).Text("1").Text(payment.TraceNumber).Text(payer).End();
        WriteReference(writer, "EV", remittance.ReceiverIdentifier);
        WriteDate(writer, "405", remittance.ProductionDate);
    }

    private static void WritePayer(X12Writer writer, RemittancePayer payer)
    {
        writer.Begin("N1"u8).Text("PR").Text(Cut(payer.Name, 60)).End();
        WriteAddress(writer, payer.Address);
        if (payer.BusinessContact is { } business)
            WriteContact(writer, "CX", business);
        WriteContact(writer, "BL", payer.TechnicalContact);
        if (payer.WebSite.Length > 0)
            writer.Begin("PER"u8).Text("IC").Empty().Text("UR").Text(payer.WebSite).End();
    }

    private static void WritePayee(X12Writer writer, RemittancePayee payee)
    {
        var hasNpi = payee.Npi.Length > 0;
        writer.Begin("N1"u8).Text("PE").Text(Cut(payee.Name, 60))
            .Text(hasNpi ? "XX" : "FI").Text(payee.Identifier).End();
        if (payee.Address is { } address)
            WriteAddress(writer, address);
        if (hasNpi)
            WriteReference(writer, "TJ", payee.TaxIdentifier);
    }

    private static void WriteAddress(X12Writer writer, RemittanceAddress address)
    {
        writer.Begin("N3"u8).Text(Cut(address.Line1, 55)).Text(Cut(address.Line2, 55)).End();
        writer.Begin("N4"u8).Text(Cut(address.City, 30))
            .Text(address.State).Text(address.PostalCode).Text(address.Country).End();
    }

    // In this order every kind stands where the guide allows it: a telephone never third, an extension behind it.
    private static void WriteContact(X12Writer writer, string function, RemittanceContact contact)
    {
        writer.Begin("PER"u8).Text(function).Text(Cut(contact.Name, 60));
        Way("EM", contact.Email);
        Way("TE", contact.Telephone);
        Way("EX", contact.Extension);
        Way("UR", contact.WebSite);
        writer.End();

        void Way(string qualifier, string number)
        {
            if (number.Length > 0)
                writer.Text(qualifier).Text(number);
        }
    }

    // A segment holds six adjustments of one fiscal year.
    private static void WriteProviderAdjustments(X12Writer writer, Remittance remittance)
    {
        var years = remittance.ProviderAdjustments.Items.GroupBy(adjustment => adjustment.FiscalPeriodEnd);
        foreach (var six in years.SelectMany(year => year.Chunk(PairsInPlb)))
        {
            writer.Begin("PLB"u8).Text(remittance.Payee.Identifier).Date(six[0].FiscalPeriodEnd);
            foreach (var adjustment in six)
                writer.Component(adjustment.Reason).Component(adjustment.Reference).Decimal(adjustment.Cents);
            writer.End();
        }
    }

    internal static void WriteReference(X12Writer writer, string qualifier, string value)
    {
        if (value.Length > 0)
            writer.Begin("REF"u8).Text(qualifier).Text(value).End();
    }

    internal static void WriteDate(X12Writer writer, string qualifier, DateOnly? date)
    {
        if (date is { } day)
            writer.Begin("DTM"u8).Text(qualifier).Date(day).End();
    }

    internal static void WriteAmount(X12Writer writer, string qualifier, long? cents)
    {
        if (cents is { } amount)
            writer.Begin("AMT"u8).Text(qualifier).Decimal(amount).End();
    }

    internal static string Cut(string text, int most) => (text.Length <= most ? text : text[..most]).Trim();
}

using System.Text.Json;
using OpenAso.Disability.Benefits;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Taxes;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Operations.DisabilityClaims.Statements;
using OpenAso.Operations.Explaining;
using OpenAso.Plans;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Writes the schedule of a disability claim.</summary>
internal static class PaymentJson
{
    public static void Write(Utf8JsonWriter writer, PaymentSchedule schedule, DisabilityTerms terms)
    {
        writer.WriteList("periods", schedule.Payments, payment => Write(writer, payment, terms));
        writer.WriteList("overpayments", schedule.Overpayments, overpayment =>
        {
            writer.WriteDay("since"u8, overpayment.Since);
            Amount(writer, "amount"u8, overpayment.Amount);
            WriteYears(writer, "byYear", overpayment.ByYear);
        });
        Amount(writer, "repaid"u8, schedule.Repaid);
        WriteYears(writer, "open", schedule.Open);
        Amount(writer, "adjustmentDue"u8, schedule.AdjustmentDue);
        if (schedule.Survivor is not { } survivor)
            return;
        writer.WriteStartObject("survivor"u8);
        writer.WriteDay("day"u8, survivor.Day);
        Amount(writer, "amount"u8, survivor.Amount);
        Amount(writer, "recovery"u8, survivor.Recovery);
        Amount(writer, "paid"u8, survivor.Paid);
        Amount(writer, "taxable"u8, survivor.Taxable);
        Cite(writer, terms, terms.Survivor!.Clause);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, TaxYear year)
    {
        writer.WriteNumber("year"u8, year.Year);
        Amount(writer, "paid"u8, year.Paid);
        Amount(writer, "taxable"u8, year.Taxable);
        Amount(writer, "notTaxable"u8, year.NotTaxable);
        Amount(writer, "ficaTaxable"u8, year.FicaTaxable);
        if (year.UnemploymentTaxable is { } unemployment)
            Amount(writer, "unemploymentTaxable"u8, unemployment);
        Amount(writer, "withheld"u8, year.Withheld);
        if (year.FicaWithheld is { } fica)
            SickPayJson.Write(writer, "ficaTax"u8, fica);
        SickPayJson.WriteCorrections(writer, year.Corrections);
    }

    private static void Write(Utf8JsonWriter writer, BenefitPayment payment, DisabilityTerms terms)
    {
        var period = payment.Period;
        writer.WriteNumber("disability"u8, period.Disability);
        writer.WriteNumber("number"u8, period.Number);
        writer.WriteDay("from"u8, period.From);
        writer.WriteDay("through"u8, period.Through);
        writer.WriteNumber("days"u8, period.Days);
        writer.WriteString("status"u8, period.IsCertified ? "certified" : "preview");
        Amount(writer, "gross"u8, period.Gross);
        writer.WriteList("offsets", period.Steps.Where(step => step.Amount.IsNegative), step =>
        {
            writer.WriteString("name"u8, step.Name);
            Amount(writer, "amount"u8, -step.Amount);
        });
        Amount(writer, "net"u8, period.Net);
        Amount(writer, "adjustment"u8, payment.Adjustment);
        Amount(writer, "recovery"u8, payment.Recovery);
        Amount(writer, "paid"u8, payment.Paid);
        Amount(writer, "taxable"u8, payment.Taxable);
        Amount(writer, "ficaTaxable"u8, payment.FicaTaxable);
        if (payment.Withheld is { } withheld)
            Amount(writer, "withheld"u8, withheld);
        if (payment.Fica is { } fica)
        {
            SickPayJson.Write(writer, "ficaTax"u8, fica.Withheld);
            Amount(writer, "employerFicaTax"u8, fica.Employer.Total);
            writer.WriteBoolean("wagesBesidesKnown"u8, fica.BesidesKnown);
        }
        Amount(writer, "afterTax"u8, payment.AfterTax);
        WriteSteps(writer, payment, terms);
        WriteTaxSteps(writer, payment);
        writer.WriteList("rates", period.Rates, rated => Write(writer, rated, terms));
    }

    private static void WriteSteps(Utf8JsonWriter writer, BenefitPayment payment, DisabilityTerms terms)
    {
        var balance = Money.Zero;
        writer.WriteList("steps", ScheduleWords.StepsOf(payment, terms), step =>
        {
            balance += step.Amount;
            writer.WriteString("name"u8, step.Name);
            Cite(writer, terms, step.Clause);
            Amount(writer, "amount"u8, step.Amount);
            Amount(writer, "balance"u8, balance);
        });
    }

    private static void WriteTaxSteps(Utf8JsonWriter writer, BenefitPayment payment)
    {
        var balance = payment.Paid;
        writer.WriteList("taxSteps", TaxWords.StepsOf(payment), step =>
        {
            balance += step.Amount;
            writer.WriteString("name"u8, step.Name);
            writer.WriteString("basis"u8, step.Basis);
            Amount(writer, "amount"u8, step.Amount);
            Amount(writer, "balance"u8, balance);
        });
    }

    private static void Write(Utf8JsonWriter writer, RatedDays rated, DisabilityTerms terms)
    {
        writer.WriteDay("from"u8, rated.Days.First);
        writer.WriteDay("through"u8, rated.Days.Last);
        writer.WriteNumber("weight"u8, rated.Weight);
        writer.WriteNumber("of"u8, rated.Whole);
        Amount(writer, "earnings"u8, rated.Rate.Earnings);
        writer.WriteString("share"u8, rated.Rate.Share.ToString());
        Amount(writer, "beforeMaximum"u8, rated.Rate.BeforeMaximum);
        Amount(writer, "gross"u8, rated.Rate.Gross);
        Amount(writer, "least"u8, rated.Rate.Least);
        writer.WriteList("parts", rated.Rate.Parts, part =>
        {
            writer.WriteString("name"u8, part.Name);
            writer.WriteString("effect"u8, part.Effect == PartEffect.Reduction ? "reduction" : "addition");
            Cite(writer, terms, part.Clause);
            Amount(writer, "income"u8, part.Income);
            Amount(writer, "amount"u8, part.Amount);
        });
        Amount(writer, "net"u8, rated.Rate.Net);
    }

    private static void WriteYears(Utf8JsonWriter writer, string name, ValueList<YearAmount> years) =>
        writer.WriteList(name, years, year =>
        {
            writer.WriteNumber("year"u8, year.Year);
            Amount(writer, "amount"u8, year.Amount);
        });

    private static void Cite(Utf8JsonWriter writer, DisabilityTerms terms, ClauseNumber clause)
    {
        writer.WriteString("clause"u8, terms[clause].Id.Value);
        writer.WriteString("text"u8, terms[clause].Text);
    }

    private static void Amount(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Money amount) =>
        DeterminationJson.WriteMoney(writer, name, amount);
}

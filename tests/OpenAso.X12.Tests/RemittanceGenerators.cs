using CsCheck;
using OpenAso.X12.Remittances;

namespace OpenAso.X12.Tests;

/// <summary>Remittances of every shape that the model allows, in balance and complete.</summary>
internal static class RemittanceGenerators
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly Gen<string> Word = Text(1, 12);
    private static readonly Gen<string> Perhaps = Text(0, 12);
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 4000].Select(days => new DateOnly(2020, 1, 1).AddDays(days));
    private static readonly Gen<DateOnly?> PerhapsDay = Maybe(Day);
    private static readonly Gen<long> Cents = Gen.Long[-500_000_00, 500_000_00];

    private static readonly Gen<RemittedAdjustment> Adjustment = Gen.Select(
        Gen.Int[0, 3], Text(1, 3), Cents, Maybe(Gen.Long[0, 99_999]),
        (group, reason, cents, quantity) =>
            new RemittedAdjustment(RemittedAdjustment.Groups[group], reason, cents, quantity));

    // A file holds adjustments by group.
    private static readonly Gen<Sequence<RemittedAdjustment>> Adjustments = Adjustment.Array[0, 15].Select(all =>
        all.GroupBy(adjustment => adjustment.Group).SelectMany(group => group).ToSequence());

    private static readonly Gen<RemittedProcedure> Procedure = Gen.Select(
        OneOf("HC", "AD", "N4"), Text(5, 5), Text(2, 2).Array[0, 4],
        (qualifier, code, modifiers) => new RemittedProcedure(qualifier, code, [.. modifiers]));

    private static readonly Gen<(DateOnly? First, DateOnly? Last)> Days = Gen.Select(
        PerhapsDay, Gen.Int[0, 3], (first, days) => (first, first?.AddDays(days)));

    private static readonly Gen<RemittedLine> LineShape = Gen.Select(
        Procedure, Maybe(Gen.Long[0, 9_999_999]), Procedure.Null(0.8), Days, Perhaps, Text(3, 4).Array[0, 3],
        (procedure, originalUnits, original, days, control, remarks) => new RemittedLine
        {
            Procedure = procedure,
            ChargeCents = 0,
            PaidCents = 0,
            OriginalUnitsThousandths = originalUnits,
            OriginalProcedure = original,
            First = days.First,
            Last = days.Last,
            ControlNumber = control,
            Remarks = [.. remarks],
        });

    private static readonly Gen<RemittedLine> Line = Gen.Select(
        LineShape, Cents, Adjustments, Gen.Long[0, 99_999_999], Text(0, 4), Maybe(Cents),
        (line, charge, adjustments, units, revenue, allowed) => line with
        {
            ChargeCents = charge,
            PaidCents = charge - adjustments.Items.Sum(adjustment => adjustment.Cents),
            Adjustments = adjustments,
            UnitsThousandths = units,
            RevenueCode = revenue,
            AllowedCents = allowed,
        });

    private static readonly Gen<RemittedName> Name = Gen.Select(
        Word, Perhaps, Perhaps, Text(0, 3), Word, Gen.Bool,
        (last, first, middle, suffix, identifier, organization) =>
            new RemittedName(last, first, middle, suffix, "MI", identifier) { IsOrganization = organization });

    private static readonly Gen<RemittedClaim> ClaimShape = Gen.Select(
        Name, Name.Null(0.5), Name.Null(0.5), Maybe(Gen.Int[0, 90]), Text(3, 5).Array[0, 5],
        (patient, subscriber, rendering, days, remarks) => new RemittedClaim
        {
            PatientControlNumber = "",
            PayerControlNumber = "",
            Status = "",
            ChargeCents = 0,
            PaidCents = 0,
            Patient = patient,
            Subscriber = subscriber,
            RenderingProvider = rendering,
            CoveredDays = days,
            Remarks = [.. remarks],
        });

    private static readonly Gen<RemittedClaim> DatedClaim = Gen.Select(
        ClaimShape, Day, PerhapsDay, PerhapsDay, Maybe(Cents), Word.Array[0, 3],
        (claim, first, last, received, coverage, references) => claim with
        {
            StatementFirst = first,
            StatementLast = last,
            Received = received,
            CoverageCents = coverage,
            References = references.Select(value => new RemittanceReference("1L", value)).ToSequence(),
        });

    private static readonly Gen<RemittedClaim> Claim = Gen.Select(
        DatedClaim, OneOf("1", "2", "4", "22"), Word, Word, Adjustments, Line.Array[0, 5],
        (claim, status, patientNumber, payerNumber, adjustments, lines) => Balanced(claim with
        {
            Status = status,
            PatientControlNumber = patientNumber,
            PayerControlNumber = payerNumber,
            Facility = "11",
            Frequency = "1",
            Adjustments = adjustments,
            Lines = [.. lines],
            ChargeCents = lines.Length == 0 ? 1_000_00 : lines.Sum(line => line.ChargeCents),
        }));

    private static readonly Gen<ProviderAdjustment> ProviderAdjustment = Gen.Select(
        OneOf("WO", "L6", "72"), Perhaps, Gen.Long[1, 9_999_99],
        (reason, reference, cents) => new ProviderAdjustment(reason, reference, cents, new DateOnly(2026, 12, 31)));

    public static Gen<Remittance> Remittance { get; } = Gen.Select(
        Claim.Array[0, 4], ProviderAdjustment.Array[0, 14], Text(1, 20), Day, Gen.Bool, Gen.Bool,
        (claims, adjustments, trace, date, hasNpi, byTransfer) => BalanceForward.Settle(
            new Remittance
            {
                Payment = byTransfer
                    ? RemittancePayment.ByTransfer(0, date, trace, new BankTransfer("044000037", "1", "042000013", "2"))
                    : RemittancePayment.ByCheck(0, date, trace),
                Payer = RemittanceExamples.Payer,
                Payee = RemittanceExamples.Clinic with { Npi = hasNpi ? "1234567893" : "" },
                ProductionDate = date,
                Claims = [.. claims],
                ProviderAdjustments = [.. adjustments],
            },
            null).Remittance);

    private static RemittedClaim Balanced(RemittedClaim claim)
    {
        var reduced = claim.Adjustments.Items.Concat(claim.Lines.Items.SelectMany(line => line.Adjustments.Items))
            .Sum(adjustment => adjustment.Cents);
        return claim with
        {
            PaidCents = claim.ChargeCents - reduced,
            PatientResponsibilityCents =
                claim.Status == RemittedClaimStatus.Reversal ? 0 : RemittanceBalance.PatientResponsibilityOf(claim),
        };
    }

    private static Gen<string> Text(int least, int most) =>
        Gen.Int[0, Letters.Length - 1].Select(i => Letters[i]).Array[least, most]
            .Select(letters => new string(letters));

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct => Gen.Select(values, Gen.Bool, (value, given) => given ? value : (T?)null);
}

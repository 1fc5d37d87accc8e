using System.Globalization;
using System.Runtime.InteropServices;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Plans;
using OpenAso.X12;
using OpenAso.X12.Remittances;

namespace OpenAso.Edi.Remittances;

/// <summary>Maps decided claims to the claims of a remittance (835, loop 2100).</summary>
/// <remarks>A claim that is paid to the subscriber, for want of assignment, is told to the provider with nothing paid
/// and OA-100 for what went to the subscriber.</remarks>
public static class RemittedClaims
{
    private const string PaidToPatient = "100";

    /// <summary>What the provider is told about a decision: a reversal of what it takes back, then the
    /// decision.</summary>
    /// <param name="decided">Not one that pends.</param>
    /// <param name="original">The claim that it takes back; null for none, or where that one was never decided.</param>
    public static IEnumerable<RemittedClaim> Of(DecidedClaim decided, DecidedClaim? original)
    {
        if (IsAnswered(original))
            yield return Of(original!).Reversal();
        if (IsAnswered(decided))
            yield return Of(decided);
    }

    /// <summary>Whether the provider is told anything about a decision.</summary>
    /// <param name="decided">The decision.</param>
    /// <param name="original">The claim that it takes back; null for none.</param>
    public static bool AreFor(DecidedClaim decided, DecidedClaim? original) =>
        IsAnswered(decided) || IsAnswered(original);

    private static bool IsAnswered(DecidedClaim? decided) =>
        decided is { Determination.Status: ClaimStatus.Payable or ClaimStatus.Denied };

    private static RemittedClaim Of(DecidedClaim decided)
    {
        var (claim, determination) = (decided.Claim, decided.Determination);
        var lines = new RemittedLine[claim.Lines.Length];
        var paidCents = 0L;
        var patientCents = 0L;
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = LineOf(claim, claim.Lines[i], determination.Lines[i], determination.Payee);
            paidCents += lines[i].PaidCents;
            patientCents += RemittanceBalance.OfPatient(lines[i].Adjustments);
        }
        return new RemittedClaim
        {
            PatientControlNumber = claim.PatientControlNumber,
            Status = determination.Status == ClaimStatus.Denied
                ? RemittedClaimStatus.Denied
                : RemittedClaimStatus.Primary,
            ChargeCents = claim.Billed.Cents,
            PaidCents = paidCents,
            PatientResponsibilityCents = Math.Max(0, patientCents),
            PayerControlNumber = claim.Id.ToString(),
            Facility = claim.Form == ClaimForm.Institutional ? claim.BillType.ToString()[1..3] : claim.Place.ToString(),
            Frequency = ((int)claim.Frequency).ToString(CultureInfo.InvariantCulture),
            Patient = new RemittedName(
                claim.Patient.Name.Last, claim.Patient.Name.First, claim.Patient.Name.Middle,
                Qualifier: "MI", Identifier: claim.Patient.SubscriberMemberId),
            RenderingProvider = claim.Rendering.IsNone || claim.Rendering == claim.Billing.Npi
                ? null
                : new RemittedName("", Qualifier: "XX", Identifier: claim.Rendering.ToString()),
            StatementFirst = claim.FirstServiceDate,
            StatementLast = claim.LastServiceDate,
            Received = claim.Received,
            Lines = new(ImmutableCollectionsMarshal.AsImmutableArray(lines)),
        };
    }

    private static RemittedLine LineOf(Claim claim, ClaimLine line, in LineDetermination decided, PayeeKind payee)
    {
        var paid = payee == PayeeKind.Subscriber ? Money.Zero : decided.PlanPaid;
        var remark = AdjustmentRules.RemarkOf(decided.Denial);
        return new RemittedLine
        {
            Procedure = ProcedureOf(claim, line),
            ChargeCents = decided.Billed.Cents,
            PaidCents = paid.Cents,
            RevenueCode = line.Procedure.IsNone ? "" : line.Revenue.ToString(),
            UnitsThousandths = line.Units.Thousandths,
            First = line.Dates.First,
            Last = line.Dates.Last,
            Adjustments = AdjustmentsOf(decided, decided.PlanPaid - paid),
            ControlNumber = line.ControlNumber,
            AllowedCents = decided.Allowed.IsZero ? null : decided.Allowed.Cents,
            Remarks = remark.IsNone ? default : [remark.ToString()],
        };
    }

    private static RemittedProcedure ProcedureOf(Claim claim, ClaimLine line)
    {
        if (line.Procedure.IsNone)
            return new RemittedProcedure("NU", line.Revenue.ToString());
        if (line.Modifier.IsNone && line.Modifier2.IsNone && line.Modifier3.IsNone && line.Modifier4.IsNone)
            return new RemittedProcedure(QualifierOf(claim), line.Procedure.ToString());
        Code[] modifiers = [line.Modifier, line.Modifier2, line.Modifier3, line.Modifier4];
        return new RemittedProcedure(
            QualifierOf(claim), line.Procedure.ToString(),
            modifiers.Where(modifier => !modifier.IsNone).Select(modifier => modifier.ToString()).ToSequence());
    }

    private static string QualifierOf(Claim claim) => claim.Form == ClaimForm.Dental ? "AD" : "HC";

    private static string WordOf(AdjustmentGroup group) => group switch
    {
        AdjustmentGroup.CO => "CO",
        AdjustmentGroup.PR => "PR",
        AdjustmentGroup.OA => "OA",
        AdjustmentGroup.PI => "PI",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Sequence<RemittedAdjustment> AdjustmentsOf(in LineDetermination decided, Money paidToPatient)
    {
        var adjustments = new LineAdjustments();
        var count = AdjustmentRules.Of(decided, adjustments);
        var remitted = new RemittedAdjustment[count + (paidToPatient.IsZero ? 0 : 1)];
        for (var i = 0; i < count; i++)
        {
            var adjustment = adjustments[i];
            remitted[i] = new RemittedAdjustment(
                WordOf(adjustment.Group), adjustment.Reason.ToString(), adjustment.Amount.Cents);
        }
        if (!paidToPatient.IsZero)
            remitted[count] = new RemittedAdjustment("OA", PaidToPatient, paidToPatient.Cents);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(remitted));
    }
}

namespace OpenAso.X12.Remittances;

/// <summary>A transaction set 835 while its segments come in.</summary>
internal sealed class RemittanceUnderRead
{
    private readonly PartiesUnderRead _parties = new();
    private readonly List<RemittedClaim> _claims = [];
    private readonly List<ProviderAdjustment> _providerAdjustments = [];
    private ClaimUnderRead? _claim;
    private RemittancePayment? _payment;
    private string _trace = "";
    private string _originator = "";
    private string _receiver = "";
    private DateOnly? _production;

    public void Take(SegmentElements elements)
    {
        switch (elements.Tag)
        {
            case RemittanceTag.CLP:
                FinishClaim();
                _claim = new ClaimUnderRead(elements);
                break;
            case RemittanceTag.LX:
                FinishClaim();
                break;
            case RemittanceTag.PLB:
                FinishClaim();
                TakeProviderAdjustments(elements);
                break;
            default:
                if (_claim is not null)
                    _claim.Take(elements);
                else
                    TakeHeader(elements);
                break;
        }
    }

    /// <summary>The remittance; null, with a finding, where a part of its header is missing.</summary>
    public Remittance? Finish(SegmentElements elements)
    {
        FinishClaim();
        var payer = _parties.Payer(_originator);
        if (_payment is null || payer is null || _parties.Payee is not { } payee)
        {
            elements.AddLoss(X12Codes.SegmentMissing, FindingLevel.Segment, "3",
                "BPR, N1*PR and N1*PE are expected before the claims; the set is not taken.");
            return null;
        }
        return new Remittance
        {
            Payment = _payment with { TraceNumber = _trace },
            Payer = payer,
            Payee = payee,
            ProductionDate = _production,
            ReceiverIdentifier = _receiver,
            Claims = [.. _claims],
            ProviderAdjustments = [.. _providerAdjustments],
        };
    }

    private void FinishClaim()
    {
        if (_claim is not null)
            _claims.Add(_claim.Finish());
        _claim = null;
    }

    private void TakeHeader(SegmentElements elements)
    {
        switch (elements.Tag)
        {
            case RemittanceTag.BPR:
                TakePayment(elements);
                break;
            case RemittanceTag.TRN:
                _trace = elements.Needed(2);
                _originator = elements.Needed(3);
                break;
            case RemittanceTag.REF when elements.Is(1, "EV"u8):
                _receiver = elements.Text(2);
                break;
            case RemittanceTag.DTM when elements.Is(1, "405"u8):
                _production = elements.Date(2);
                break;
            default:
                _parties.Take(elements);
                break;
        }
    }

    private void TakePayment(SegmentElements elements)
    {
        var method = PaymentCode.Read(elements.Text(4));
        if (method is null)
            elements.AddElement(X12Codes.CodeInvalid, "7", 4, "CHK, ACH, FWT, BOP or NON is expected; taken as NON.");
        var hasAccounts = elements.Text(7).Length > 0 || elements.Text(13).Length > 0;
        elements.Needed(16);
        _payment = new RemittancePayment
        {
            Handling = elements.Needed(1),
            PaidCents = elements.NeededCents(2),
            Method = method ?? PaymentMethod.NonPayment,
            Date = elements.Date(16) ?? default,
            TraceNumber = "",
            Transfer = !hasAccounts ? null : new BankTransfer(
                elements.Text(7), elements.Text(9), elements.Text(13), elements.Text(15),
                elements.Text(14), elements.Text(5)),
        };
    }

    private void TakeProviderAdjustments(SegmentElements elements)
    {
        var periodEnd = elements.Date(2) ?? default;
        for (var element = 3; element <= Math.Min(elements.Count, 13); element += 2)
        {
            var reason = elements.Text(element, 1);
            if (reason.Length > 0)
                _providerAdjustments.Add(new ProviderAdjustment(
                    reason, elements.Text(element, 2), elements.NeededCents(element + 1), periodEnd));
        }
    }
}

namespace OpenAso.X12.Remittances;

/// <summary>A loop 2100 while its segments come in.</summary>
internal sealed class ClaimUnderRead
{
    private readonly List<RemittedAdjustment> _adjustments = [];
    private readonly List<RemittanceReference> _references = [];
    private readonly List<RemittedLine> _lines = [];
    private LineUnderRead? _line;
    private RemittedClaim _claim;

    public ClaimUnderRead(SegmentElements elements) => _claim = new RemittedClaim
    {
        PatientControlNumber = elements.Needed(1),
        Status = elements.Needed(2),
        ChargeCents = elements.NeededCents(3),
        PaidCents = elements.NeededCents(4),
        PatientResponsibilityCents = elements.Cents(5) ?? 0,
        FilingIndicator = elements.Needed(6),
        PayerControlNumber = elements.Needed(7),
        Facility = elements.Text(8),
        Frequency = elements.Text(9),
        Patient = new RemittedName(""),
    };

    public void Take(SegmentElements elements)
    {
        if (elements.Tag == RemittanceTag.SVC)
        {
            FinishLine();
            _line = new LineUnderRead(elements);
        }
        else if (_line is not null)
            _line.Take(elements);
        else
            TakeOwn(elements);
    }

    public RemittedClaim Finish()
    {
        FinishLine();
        return _claim with { Adjustments = [.. _adjustments], References = [.. _references], Lines = [.. _lines] };
    }

    internal static void TakeAdjustments(SegmentElements elements, List<RemittedAdjustment> adjustments)
    {
        var group = elements.Needed(1);
        for (var element = 2; element <= Math.Min(elements.Count, 17); element += 3)
        {
            var reason = elements.Text(element);
            if (reason.Length > 0)
                adjustments.Add(new RemittedAdjustment(
                    group, reason, elements.NeededCents(element + 1), elements.Thousandths(element + 2)));
        }
    }

    private void FinishLine()
    {
        if (_line is not null)
            _lines.Add(_line.Finish());
        _line = null;
    }

    private void TakeOwn(SegmentElements elements)
    {
        switch (elements.Tag)
        {
            case RemittanceTag.CAS:
                TakeAdjustments(elements, _adjustments);
                break;
            case RemittanceTag.NM1:
                TakeName(elements);
                break;
            case RemittanceTag.MIA:
                TakeInpatient(elements);
                break;
            case RemittanceTag.MOA:
                _claim = _claim with { Remarks = TextsOf(elements, [3, 4, 5, 6, 7]) };
                break;
            case RemittanceTag.REF:
                _references.Add(new RemittanceReference(elements.Text(1), elements.Text(2)));
                break;
            case RemittanceTag.DTM:
                TakeDate(elements);
                break;
            case RemittanceTag.AMT when elements.Is(1, "AU"u8):
                _claim = _claim with { CoverageCents = elements.Cents(2) };
                break;
            default:
                break;
        }
    }

    private void TakeName(SegmentElements elements)
    {
        var name = new RemittedName(
            elements.Text(3), elements.Text(4), elements.Text(5), elements.Text(7), elements.Text(8), elements.Text(9))
        {
            IsOrganization = elements.Is(2, "2"u8),
        };
        if (elements.Is(1, "QC"u8))
            _claim = _claim with { Patient = name };
        else if (elements.Is(1, "IL"u8))
            _claim = _claim with { Subscriber = name };
        else if (elements.Is(1, "82"u8))
            _claim = _claim with { RenderingProvider = name };
    }

    private void TakeInpatient(SegmentElements elements)
    {
        elements.Needed(1);
        var days = elements.WholeNumber(1) ?? 0;
        _claim = _claim with { CoveredDays = days, Remarks = TextsOf(elements, [5, 20, 21, 22, 23]) };
    }

    private void TakeDate(SegmentElements elements)
    {
        var date = elements.Date(2);
        if (elements.Is(1, "232"u8))
            _claim = _claim with { StatementFirst = date };
        else if (elements.Is(1, "233"u8))
            _claim = _claim with { StatementLast = date };
        else if (elements.Is(1, "050"u8))
            _claim = _claim with { Received = date };
    }

    private static Sequence<string> TextsOf(SegmentElements elements, int[] numbers) =>
        numbers.Select(number => elements.Text(number)).Where(text => text.Length > 0).ToSequence();
}

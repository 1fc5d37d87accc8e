namespace OpenAso.X12.Remittances;

/// <summary>A loop 2110 while its segments come in.</summary>
internal sealed class LineUnderRead
{
    private readonly List<RemittedAdjustment> _adjustments = [];
    private readonly List<string> _remarks = [];
    private RemittedLine _line;

    public LineUnderRead(SegmentElements elements)
    {
        if (elements.Text(1, 2).Length == 0)
            elements.AddMissing(1, "A qualifier and a code are expected, divided by the component separator of ISA16.");
        _line = new RemittedLine
        {
            Procedure = ProcedureOf(elements, 1),
            ChargeCents = elements.NeededCents(2),
            PaidCents = elements.NeededCents(3),
            RevenueCode = elements.Text(4),
            UnitsThousandths = elements.Thousandths(5) ?? 1000,
            OriginalProcedure = elements.Text(6).Length == 0 ? null : ProcedureOf(elements, 6),
            OriginalUnitsThousandths = elements.Thousandths(7),
        };
    }

    public void Take(SegmentElements elements)
    {
        switch (elements.Tag)
        {
            case RemittanceTag.DTM:
                TakeDate(elements);
                break;
            case RemittanceTag.CAS:
                ClaimUnderRead.TakeAdjustments(elements, _adjustments);
                break;
            case RemittanceTag.REF when elements.Is(1, "6R"u8):
                _line = _line with { ControlNumber = elements.Text(2) };
                break;
            case RemittanceTag.AMT when elements.Is(1, "B6"u8):
                _line = _line with { AllowedCents = elements.Cents(2) };
                break;
            case RemittanceTag.LQ when elements.Is(1, "HE"u8):
                _remarks.Add(elements.Text(2));
                break;
            default:
                break;
        }
    }

    public RemittedLine Finish() => _line with { Adjustments = [.. _adjustments], Remarks = [.. _remarks] };

    private void TakeDate(SegmentElements elements)
    {
        var date = elements.Date(2);
        if (elements.Is(1, "472"u8))
            _line = _line with { First = date, Last = date };
        else if (elements.Is(1, "150"u8))
            _line = _line with { First = date, Last = _line.Last ?? date };
        else if (elements.Is(1, "151"u8))
            _line = _line with { Last = date };
    }

    private static RemittedProcedure ProcedureOf(SegmentElements elements, int element)
    {
        var modifiers = Enumerable.Range(3, 4).Select(component => elements.Text(element, component));
        return new RemittedProcedure(
            elements.Text(element, 1), elements.Text(element, 2),
            modifiers.Where(modifier => modifier.Length > 0).ToSequence());
    }
}

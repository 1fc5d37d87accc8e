namespace OpenAso.X12.Guides;

/// <summary>Checks the elements of a segment against its rule.</summary>
internal static class ElementCheck
{
    public static void Check(X12Reader reader, SegmentRule rule, FindingList findings)
    {
        foreach (var element in rule.Elements)
        {
            var value = element.Component == 0 ? reader[element.Element] : reader[element.Element, element.Component];
            if (value.IsEmpty)
                Missing(element, findings);
            else
                Written(reader, element, value, findings);
        }
    }

    private static void Missing(ElementRule element, FindingList findings)
    {
        if (element.Usage != Usage.Situational)
            findings.Element(
                X12Codes.ElementMissing, SeverityOf(element), "1", element, "The guide requires a value here.");
    }

    private static void Written(X12Reader reader, ElementRule element, ReadOnlySpan<byte> value, FindingList findings)
    {
        if (element.Codes.Length > 0 && !element.Has(value))
            findings.Element(X12Codes.CodeInvalid, SeverityOf(element), "I6", element,
                $"The guide has {Codes(element)} here.");
        if (!IsWritten(reader, element, value))
            findings.Element(CodeOf(element.Form), SegmentSeverity.Error, AcknowledgmentOf(element.Form), element,
                Expected(element.Form));
    }

    private static bool IsWritten(
        X12Reader reader, ElementRule element, ReadOnlySpan<byte> value) => element.Form switch
        {
            ElementForm.Date => ElementSyntax.IsDate(value),
            ElementForm.Period => ElementSyntax.IsPeriod(reader[element.Element - 1], value),
            ElementForm.Decimal => ElementSyntax.IsDecimal(value),
            ElementForm.Integer => ElementSyntax.IsInteger(value),
            ElementForm.Time => ElementSyntax.IsTime(value),
            _ => true,
        };

    private static SegmentSeverity SeverityOf(ElementRule element) =>
        element.Usage == Usage.Required ? SegmentSeverity.Error : SegmentSeverity.Note;

    private static string CodeOf(ElementForm form) => form switch
    {
        ElementForm.Date or ElementForm.Period => X12Codes.DateInvalid,
        ElementForm.Time => X12Codes.TimeInvalid,
        _ => X12Codes.NumberInvalid,
    };

    private static string AcknowledgmentOf(ElementForm form) => form switch
    {
        ElementForm.Date or ElementForm.Period => "8",
        ElementForm.Time => "9",
        _ => "6",
    };

    private static string Expected(ElementForm form) => form switch
    {
        ElementForm.Date => "Expected a date of the calendar from 1800 on, as CCYYMMDD.",
        ElementForm.Period =>
            "Expected what the qualifier before it says: D8 is a date of the calendar from 1800 on as CCYYMMDD, "
            + "RD8 two of them in order with a hyphen between, TM is HHMM.",
        ElementForm.Time => "Expected a time of the day as HHMM or HHMMSS.",
        ElementForm.Integer => "Expected a whole number.",
        _ => "Expected a number: digits and at most one point, a minus before them if negative.",
    };

    private static string Codes(ElementRule element) =>
        string.Join(", ", element.Codes.Select(System.Text.Encoding.ASCII.GetString));
}

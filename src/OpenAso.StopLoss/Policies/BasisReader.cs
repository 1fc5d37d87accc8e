using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>Reads windows: a contract basis as a label or as dates, a period, a run-in limit, a length of
/// time.</summary>
internal sealed class BasisReader(DateRange period)
{
    private const string Expected =
        "Write its two numbers of months, each 12 or more, such as 12/15, or the windows as dates under 'incurred' and"
        + " 'paid'.";

    /// <summary>The basis of a section: <c>basis: 12/15</c>, or <c>incurred</c> and <c>paid</c> as dates, in the
    /// section itself or under <c>basis</c>.</summary>
    public ContractBasis Read(DocumentSection section)
    {
        var basis = section.Optional("basis");
        if (section.Has("incurred") || section.Has("paid"))
        {
            if (basis.IsPresent)
                basis.Stop(StopLossCodes.Contradiction, "Here stand a basis and windows. Keep one of them.");
            return Windows(section);
        }
        var original = section.Optional("original-effective");
        var runOut = SpanOf(section.Optional("run-out"));
        if (!basis.IsPresent)
        {
            section.Required("basis");
            return Whole;
        }
        var read = basis.IsMap && basis.Section() is { } windows
            ? Nested(windows)
            : Labelled(basis, original);
        return runOut is { } longer ? read.Extended(longer) : read;
    }

    /// <summary>A first and a last day.</summary>
    public static DateRange? Window(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var (first, last) = (section.Required("first").Date(), section.Required("last").Date());
        section.Done();
        if (first is not { } from || last is not { } to)
            return null;
        if (from <= to)
            return new DateRange(from, to);
        value.Stop(StopLossCodes.Dates, "The last day is before the first. Put them in order.");
        return null;
    }

    /// <summary>A length of time: <c>90 days</c> or <c>3 months</c>; null where it is absent or not one.</summary>
    public static Span? SpanOf(DocumentValue value)
    {
        if (value.Text() is not { } text)
            return null;
        if (Span.TryParse(text, out var span))
            return span;
        value.Stop(StopLossCodes.NotASpan,
            $"'{text}' is no length of time. Write a number and its unit: 90 days, 3 months. They are not the same.");
        return null;
    }

    /// <summary>How much counts of run-in claims.</summary>
    public static RunInLimit RunIn(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return RunInLimit.None;
        var limit = new RunInLimit(section.Optional("amount").Money(), section.Optional("days").Integer(0, 3_660));
        section.Done();
        return limit;
    }

    private ContractBasis Whole => new(period, period);

    private ContractBasis Nested(DocumentSection section)
    {
        var windows = Windows(section);
        section.Done();
        return windows;
    }

    private ContractBasis Windows(DocumentSection section)
    {
        var (incurred, paid) = (Window(section.Required("incurred")), Window(section.Required("paid")));
        return incurred is { } one && paid is { } other ? new ContractBasis(one, other) : Whole;
    }

    private ContractBasis Labelled(DocumentValue basis, DocumentValue original)
    {
        if (basis.Text() is not { } label)
            return Whole;
        if (label == "paid")
            return Paid(basis, original);
        if (original.IsPresent)
            original.Stop(StopLossCodes.Contradiction,
                "Only a paid contract looks back to the original effective date. Take it out, or write basis: paid.");
        var numbers = label.Split('/');
        if (numbers.Length == 2 && Months(numbers[0]) is { } incurred && Months(numbers[1]) is { } paid)
            return ContractBasis.OfMonths(incurred, paid, period);
        basis.Stop(StopLossCodes.NotABasis, $"'{label}' is no contract basis. {Expected}");
        return Whole;
    }

    private ContractBasis Paid(DocumentValue basis, DocumentValue original)
    {
        if (original.Date() is not { } effective)
        {
            if (!original.IsPresent)
                basis.Stop(StopLossCodes.NotABasis, "The word 'paid' is used for different windows. Add"
                    + " 'original-effective', the day on which the first contract began, or write the windows as dates"
                    + " under 'incurred' and 'paid'.");
            return Whole;
        }
        if (effective <= period.Last)
            return ContractBasis.OfPaid(effective, period);
        original.Stop(StopLossCodes.Dates, "The original effective date is after the policy period. Correct it.");
        return Whole;
    }

    private static int? Months(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            && months is >= 12 and <= 120
            ? months
            : null;
}

using System.Globalization;

namespace OpenAso.X12.Remittances;

/// <summary>Reads remittances (005010X221A1) one after another; memory holds one of them at a time.</summary>
/// <remarks>Reading never throws for what a file says: what cannot be taken is among <see cref="Findings"/>.
/// Segments that the model has no place for are passed over. Says nothing about balance: see
/// <see cref="RemittanceBalance"/>.</remarks>
public sealed class RemittanceReader
{
    private const string VersionRead = "005010X221";

    private readonly X12Reader _reader;
    private readonly SegmentElements _elements;
    private string _version = "";
    private bool _isAtSegment;
    private bool _isCutOff;

    /// <summary>A reader of remittances over a reader of segments, which it does not dispose.</summary>
    /// <param name="reader">Not yet begun.</param>
    public RemittanceReader(X12Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
        _elements = new SegmentElements(reader);
    }

    /// <summary>What could not be taken so far, in the order of the file.</summary>
    public IReadOnlyList<SegmentFinding> Findings => _elements.Findings;

    /// <summary>Reads a whole file.</summary>
    /// <param name="reader">Not yet begun.</param>
    public static RemittanceFile ReadAll(X12Reader reader)
    {
        var remittances = new RemittanceReader(reader);
        var all = new List<Remittance>();
        while (remittances.Next() is { } remittance)
            all.Add(remittance);
        return new RemittanceFile([.. all], [.. remittances.Findings]);
    }

    /// <summary>The next remittance whose transaction set is whole.</summary>
    /// <returns>Null at the end of the file, or where it cannot be read on.</returns>
    public Remittance? Next()
    {
        while (_isAtSegment || _reader.Read())
        {
            _isAtSegment = false;
            if (Begins() && ReadSet() is { } remittance)
                return remittance;
        }
        CheckEnd();
        return null;
    }

    private bool Begins()
    {
        if (_reader.Tag == SegmentTag.GS)
            _version = _elements.Text(8);
        if (_reader.Tag != SegmentTag.ST)
            return false;
        _elements.SetBegin = _reader.SegmentNumber;
        var is835 = _elements.Is(1, "835"u8);
        if (is835 && _version.StartsWith(VersionRead, StringComparison.Ordinal))
            return true;
        _elements.AddLoss(is835 ? X12Codes.GuideNotSupported : X12Codes.SetNotSupported, FindingLevel.Set,
            is835 ? "I6" : "1",
            $"ST01 835 in a group of version {RemittanceInterchange.Version} is expected; the set is passed over.");
        _elements.SetBegin = 0;
        return false;
    }

    private Remittance? ReadSet()
    {
        var number = _elements.Text(2);
        var set = new RemittanceUnderRead();
        while (_reader.Read())
        {
            switch (_reader.Tag)
            {
                case SegmentTag.SE:
                    CheckTrailer(_reader.SegmentNumber - _elements.SetBegin + 1, number);
                    var remittance = set.Finish(_elements);
                    _elements.SetBegin = 0;
                    return remittance;
                case SegmentTag.ST or SegmentTag.GE or SegmentTag.GS or SegmentTag.IEA or SegmentTag.ISA:
                    _elements.AddLoss(X12Codes.SetTrailerMissing, FindingLevel.Set, "2",
                        "SE is expected before this segment; the transaction set is not taken.");
                    _elements.SetBegin = 0;
                    _isAtSegment = true;
                    return null;
                default:
                    set.Take(_elements);
                    break;
            }
        }
        return null;
    }

    private void CheckEnd()
    {
        if (_isCutOff || (_reader.Problem == ReaderProblem.None && _elements.SetBegin == 0))
            return;
        _isCutOff = true;
        var code = _reader.Problem switch
        {
            ReaderProblem.NotAnInterchange => X12Codes.NotAnInterchange,
            ReaderProblem.SegmentTooLong => X12Codes.SegmentTooLong,
            _ => X12Codes.EndsTooSoon,
        };
        _elements.AddLoss(code, FindingLevel.Interchange, "023",
            "The file cannot be read on behind this segment, and an open set is not taken: send the file whole.");
    }

    private void CheckTrailer(int segments, string number)
    {
        var count = segments.ToString(CultureInfo.InvariantCulture);
        if (_elements.Text(1).TrimStart('0') != count)
            _elements.AddElement(X12Codes.SegmentCountWrong, "7", 1, $"{count} is expected: ST and SE are counted.");
        if (_elements.Text(2) != number)
            _elements.AddElement(X12Codes.SetNumbersDiffer, "7", 2, "The number of ST02 is expected.");
    }
}

using System.Buffers.Text;

namespace OpenAso.X12.Guides;

/// <summary>Checks the numbers by which the levels of an 837 name their parents.</summary>
/// <remarks>Billing provider (20), under it subscribers (22), under them patients (23). A level belongs to the parent
/// that it names, and that parent must be the one still open: otherwise a patient would be taken for another
/// family's.</remarks>
internal sealed class HierarchyCheck(FindingList findings)
{
    private static readonly ElementRule NumberElement = Rule(1);
    private static readonly ElementRule ParentElement = Rule(2);
    private static readonly ElementRule ChildElement = Rule(4);

    // Numbers of the open levels: 20, 22 and 23; 0 where none is open.
    private readonly int[] _open = new int[3];
    private bool _childrenExpected;

    /// <summary>HL01 of the level that is open.</summary>
    public int Number { get; private set; }

    public void Begin()
    {
        Array.Clear(_open);
        Number = 0;
        _childrenExpected = false;
    }

    public void Step(X12Reader reader)
    {
        var level = LevelOf(reader[3]);
        if (level < 0)
            return;
        var number = Parse(reader[1]);
        if (number != Number + 1)
            findings.Element(X12Codes.HierarchyNumberWrong,
                number > Number ? SegmentSeverity.Note : SegmentSeverity.Error, "7", NumberElement,
                $"HL01 must count on from the level before: {Number + 1}.");
        if (level > 0 && (_open[level - 1] == 0 || Parse(reader[2]) != _open[level - 1]))
            findings.Element(X12Codes.HierarchyParentWrong, SegmentSeverity.Error, "7", ParentElement,
                "HL02 must be HL01 of the open level above.");
        else if (level > 0 && Parse(reader[2]) == Number != _childrenExpected)
            findings.Element(X12Codes.HierarchyChildWrong, SegmentSeverity.Note, "7", ChildElement,
                "HL04 of the level before must be 1 if levels follow under it, otherwise 0.");
        _childrenExpected = reader[4].SequenceEqual("1"u8);
        Number = number;
        _open[level] = number;
        Array.Clear(_open, level + 1, 2 - level);
    }

    private static int LevelOf(ReadOnlySpan<byte> code) =>
        code.SequenceEqual("20"u8) ? 0 : code.SequenceEqual("22"u8) ? 1 : code.SequenceEqual("23"u8) ? 2 : -1;

    private static int Parse(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int number, out var read) && read == text.Length ? number : 0;

    private static ElementRule Rule(int element) => new(element, 0, Usage.Required, ElementForm.Integer, [], false);
}

using CsCheck;
using OpenAso.X12.Acknowledgments;

namespace OpenAso.X12.Tests;

/// <summary>Answers of every shape that the model allows.</summary>
internal static class AcknowledgmentGenerators
{
    private static readonly Gen<string> Word = Text(1, 9);
    private static readonly Gen<string> Perhaps = Text(0, 6);

    private static readonly Gen<ElementPosition> Position = Gen.Select(
        Gen.Int[1, 99], Gen.Int[0, 9], Gen.Int[0, 9],
        (element, component, repetition) => new ElementPosition(element, component, repetition));

    private static readonly Gen<SituationalTrigger> Trigger = Gen.Select(
        Text(3, 3), Gen.Int[1, 5000], Perhaps, Position, Gen.Bool,
        (segment, number, loop, position, whole) =>
            new SituationalTrigger(segment, number, loop, whole ? null : position));

    private static readonly Gen<ElementNote> Element = Gen.Select(
        Position, Perhaps, OneOf("1", "7", "8", "I6", "I10"), Perhaps, Trigger.Array[0, 2],
        (position, reference, code, bad, triggers) => new ElementNote
        {
            Position = position,
            DataElement = reference,
            Code = code,
            BadValue = bad,
            Triggers = [.. triggers],
        });

    private static readonly Gen<SegmentNote> Note = Gen.Select(
        Text(2, 3), Gen.Int[1, 9999], Perhaps, OneOf("1", "3", "5", "I4"), Trigger.Array[0, 2], Element.Array[0, 2],
        (segment, number, loop, code, triggers, elements) => new SegmentNote
        {
            Segment = segment,
            SegmentInSet = number,
            Loop = loop,
            Code = elements.Length > 0 ? "8" : code,
            Triggers = [.. triggers],
            Elements = [.. elements],
        });

    private static readonly Gen<SegmentNote> PlacedNote = Gen.Select(Note, Word, Gen.Bool,
        (note, claim, isKnown) => isKnown ? note with { Unit = BusinessUnit.Claim(claim) } : note);

    private static readonly Gen<SetAcknowledgment> Set = Gen.Select(
        Text(4, 9), Perhaps, PlacedNote.Array[0, 3], OneOf("1", "2", "3", "4", "23", "I6").Array[0, 2], Gen.Bool,
        (number, version, notes, codes, isRefused) => new SetAcknowledgment
        {
            Identifier = "837",
            ControlNumber = number,
            GuideVersion = version,
            Notes = [.. notes],
            Codes = codes.Distinct().ToSequence(),
            IsRefused = isRefused && codes.Length == 0,
        });

    public static Gen<GroupAcknowledgment> Group { get; } = Gen.Select(
        Word, Gen.Int[0, 9], Set.Array[0, 3], Gen.Int[0, 3], OneOf("1", "4", "5").Array[0, 2],
        (number, included, sets, unanswered, codes) => new GroupAcknowledgment
        {
            FunctionalIdentifier = "HC",
            ControlNumber = number,
            Version = "005010X222A1",
            SetsIncluded = included,
            Sets = [.. sets],
            SetsUnanswered = unanswered,
            Codes = codes.ToSequence(),
        });

    public static Gen<InterchangeAcknowledgment> Interchange { get; } = Gen.Select(
        Gen.Int[0, 999_999_999], OneOf("000", "001", "021"),
        Gen.Int[0, 2].Select(i => new[]
        {
            AcknowledgmentStatus.Accepted, AcknowledgmentStatus.AcceptedWithErrors, AcknowledgmentStatus.Rejected,
        }[i]),
        (number, note, status) => new InterchangeAcknowledgment($"{number:D9}", "260309", "1405", status, note));

    private static Gen<string> Text(int least, int most) =>
        Gen.Int[0, 25].Select(i => (char)('A' + i)).Array[least, most].Select(letters => new string(letters));

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}

namespace OpenAso.X12.Acknowledgments;

/// <summary>Writes acknowledgments: transaction sets 999 (005010X231A1) and segments TA1.</summary>
public static class AcknowledgmentWriter
{
    /// <summary>GS08 and ST03: the guide that is written.</summary>
    public const string Version = "005010X231A1";

    private const int MostBadValue = 99;
    private const int MostUnitValue = 35;

    /// <summary>The group's header, with sender, receiver, day, time and control number of the interchange.</summary>
    /// <param name="interchange">Control number from 1.</param>
    public static GroupHeader GroupOf(InterchangeHeader interchange)
    {
        ArgumentNullException.ThrowIfNull(interchange);
        return new GroupHeader(
            "FA", interchange.Sender, interchange.Receiver, interchange.Date, interchange.Time,
            interchange.ControlNumber, Version);
    }

    /// <summary>Writes a whole interchange: TA1 behind ISA, then one functional group with a 999 for each group that is
    /// answered; no functional group where none is.</summary>
    /// <param name="writer">Nothing open.</param>
    /// <param name="interchange">ISA.</param>
    /// <param name="group">GS, see <see cref="GroupOf"/>.</param>
    /// <param name="answers">Not empty.</param>
    /// <exception cref="ArgumentException">There is nothing to answer, or the group is not of
    /// acknowledgments.</exception>
    public static void WriteInterchange(
        X12Writer writer, InterchangeHeader interchange, GroupHeader group, AcknowledgmentFile answers)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.IsEmpty)
            throw new ArgumentException("An interchange of acknowledgments answers something.", nameof(answers));
        if (group.FunctionalIdentifier != "FA" || group.Version != Version)
            throw new ArgumentException($"A group of acknowledgments is FA, {Version}.", nameof(group));

        writer.BeginInterchange(interchange);
        foreach (var answer in answers.Interchanges)
            Write(writer, answer);
        if (answers.Groups.Count > 0)
        {
            writer.BeginGroup(group);
            foreach (var answer in answers.Groups)
                Write(writer, answer);
            writer.EndGroup();
        }
        writer.EndInterchange();
    }

    /// <summary>Writes a TA1.</summary>
    /// <param name="writer">Behind ISA, before any functional group.</param>
    /// <param name="answer">Not partly accepted.</param>
    /// <exception cref="ArgumentException">An interchange is never partly accepted.</exception>
    public static void Write(X12Writer writer, InterchangeAcknowledgment answer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Status == AcknowledgmentStatus.PartlyAccepted)
            throw new ArgumentException("An interchange is accepted or rejected, never in part.", nameof(answer));
        writer.Begin("TA1"u8).Text(answer.ControlNumber).Text(answer.Date).Text(answer.Time)
            .Text(StatusLetter.Of(answer.Status)).Text(answer.Note).End();
    }

    /// <summary>Writes the answer to one functional group, ST to SE.</summary>
    /// <param name="writer">Within a functional group FA.</param>
    /// <param name="answer">Its codes and counts are computed, see <see cref="AcknowledgmentDecision"/>.</param>
    /// <exception cref="InvalidOperationException">A note about elements has another code than 8, or a note with that
    /// code is about none; nothing is written then.</exception>
    public static void Write(X12Writer writer, GroupAcknowledgment answer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answer);
        ThrowUnlessSound(answer);
        writer.BeginSet("999", Version);
        writer.Begin("AK1"u8).Text(answer.FunctionalIdentifier).Text(answer.ControlNumber).Text(answer.Version).End();
        foreach (var set in answer.Sets)
            WriteSet(writer, set);
        writer.Begin("AK9"u8).Text(StatusLetter.Of(answer.Status))
            .Number(answer.SetsIncluded).Number(answer.SetsReceived).Number(answer.SetsAccepted);
        foreach (var code in answer.Codes.Items.Take(5))
            writer.Text(code);
        writer.End();
        writer.EndSet();
    }

    private static void ThrowUnlessSound(GroupAcknowledgment answer)
    {
        foreach (var note in answer.Sets.Items.SelectMany(set => set.Notes.Items))
        {
            if (note.Code == "8" != note.Elements.Count > 0)
                throw new InvalidOperationException(
                    $"Group {answer.ControlNumber}: the note about {note.Segment} needs IK304 8 with IK4, or neither.");
        }
    }

    private static void WriteSet(X12Writer writer, SetAcknowledgment set)
    {
        writer.Begin("AK2"u8).Text(set.Identifier).Text(set.ControlNumber).Text(set.GuideVersion).End();
        foreach (var note in set.Notes)
            WriteNote(writer, note);
        writer.Begin("IK5"u8).Text(StatusLetter.Of(set.Status));
        foreach (var code in AcknowledgmentDecision.CodesOfSet(set))
            writer.Text(code);
        writer.End();
    }

    private static void WriteNote(X12Writer writer, SegmentNote note)
    {
        writer.Begin("IK3"u8).Text(note.Segment).Number(note.SegmentInSet).Text(note.Loop).Text(note.Code).End();
        WriteTriggers(writer, note.Triggers);
        if (note.Unit is { } unit)
            writer.Begin("CTX"u8).Component(unit.Name).Component(Cut(unit.Value, MostUnitValue)).End();
        foreach (var element in note.Elements)
        {
            WritePosition(writer.Begin("IK4"u8), element.Position);
            writer.Text(element.DataElement).Text(element.Code).Text(Cut(element.BadValue, MostBadValue)).End();
            WriteTriggers(writer, element.Triggers);
        }
    }

    private static void WriteTriggers(X12Writer writer, Sequence<SituationalTrigger> triggers)
    {
        foreach (var trigger in triggers)
        {
            writer.Begin("CTX"u8).Text("SITUATIONAL TRIGGER").Text(trigger.Segment)
                .Number(trigger.SegmentInSet).Text(trigger.Loop);
            if (trigger.Position is { } position)
                WritePosition(writer, position);
            writer.End();
        }
    }

    private static void WritePosition(X12Writer writer, ElementPosition position)
    {
        writer.Component(Digits(position.Element)).Component(Digits(position.Component))
            .Component(Digits(position.Repetition));

        static string Digits(int number) =>
            number == 0 ? "" : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Cut(string text, int most) => (text.Length <= most ? text : text[..most]).Trim();
}

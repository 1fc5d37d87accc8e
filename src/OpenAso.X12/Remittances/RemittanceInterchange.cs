namespace OpenAso.X12.Remittances;

/// <summary>Writes a file of remittances: ISA to IEA, with one functional group HP.</summary>
public static class RemittanceInterchange
{
    /// <summary>GS08: the guide that is written.</summary>
    public const string Version = "005010X221A1";

    /// <summary>The group's header, with sender, receiver, day, time and control number of the interchange.</summary>
    /// <param name="interchange">Control number from 1.</param>
    public static GroupHeader GroupOf(InterchangeHeader interchange)
    {
        ArgumentNullException.ThrowIfNull(interchange);
        return new GroupHeader(
            "HP", interchange.Sender, interchange.Receiver, interchange.Date, interchange.Time,
            interchange.ControlNumber, Version);
    }

    /// <summary>Writes a whole interchange, one transaction set for each payment.</summary>
    /// <remarks>A remittance is made, checked and written before the next one is asked for, so that a file of any
    /// size takes the memory of one. Whoever holds the output throws away what was written before an
    /// exception.</remarks>
    /// <param name="writer">Nothing open.</param>
    /// <param name="interchange">ISA.</param>
    /// <param name="group">GS, see <see cref="GroupOf"/>.</param>
    /// <param name="remittances">At least one; each in balance and complete.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentException">There is no remittance, or the group is not of remittances; nothing is
    /// written then.</exception>
    /// <exception cref="InvalidOperationException">A remittance is out of balance or incomplete; nothing of it is
    /// written.</exception>
    public static int Write(
        X12Writer writer, InterchangeHeader interchange, GroupHeader group, IEnumerable<Remittance> remittances)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(remittances);
        if (group.FunctionalIdentifier != "HP" || group.Version != Version)
            throw new ArgumentException($"A group of remittances is HP, {Version}.", nameof(group));
        using var remaining = remittances.GetEnumerator();
        if (!remaining.MoveNext())
            throw new ArgumentException("A functional group holds at least one remittance.", nameof(remittances));
        writer.BeginInterchange(interchange);
        writer.BeginGroup(group);
        var count = 0;
        do
        {
            RemittanceWriter.Write(writer, remaining.Current);
            count++;
        }
        while (remaining.MoveNext());
        writer.EndGroup();
        writer.EndInterchange();
        return count;
    }
}

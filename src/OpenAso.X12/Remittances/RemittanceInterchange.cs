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
    /// <param name="writer">Nothing open.</param>
    /// <param name="interchange">ISA.</param>
    /// <param name="group">GS, see <see cref="GroupOf"/>.</param>
    /// <param name="remittances">At least one; each in balance and complete.</param>
    /// <exception cref="ArgumentException">There is no remittance, or the group is not of remittances.</exception>
    /// <exception cref="InvalidOperationException">A remittance is out of balance or incomplete; nothing at all is
    /// written then.</exception>
    public static void Write(
        X12Writer writer, InterchangeHeader interchange, GroupHeader group, IReadOnlyCollection<Remittance> remittances)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(remittances);
        if (remittances.Count == 0)
            throw new ArgumentException("A functional group holds at least one remittance.", nameof(remittances));
        if (group.FunctionalIdentifier != "HP" || group.Version != Version)
            throw new ArgumentException($"A group of remittances is HP, {Version}.", nameof(group));
        foreach (var remittance in remittances)
            RemittanceWriter.ThrowUnlessSound(remittance);

        writer.BeginInterchange(interchange);
        writer.BeginGroup(group);
        foreach (var remittance in remittances)
            RemittanceWriter.WriteSound(writer, remittance);
        writer.EndGroup();
        writer.EndInterchange();
    }
}

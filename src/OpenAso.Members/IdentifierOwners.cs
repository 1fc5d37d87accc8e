using OpenAso.Kernel;

namespace OpenAso.Members;

/// <summary>Which family each member identifier belongs to, while enrolment is applied.</summary>
/// <remarks>Letters are compared without case. An identifier that two families have stays the first one's here; claims
/// under it find neither (<see cref="MemberIndex"/>).</remarks>
public sealed class IdentifierOwners
{
    private readonly Dictionary<string, FamilyId> _owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The identifiers of families.</summary>
    /// <param name="families">Each once.</param>
    public IdentifierOwners(IEnumerable<Family> families)
    {
        ArgumentNullException.ThrowIfNull(families);
        foreach (var family in families)
            Add(family);
    }

    /// <summary>Adds the identifiers of a family as it now is.</summary>
    /// <param name="family">New or changed.</param>
    public void Add(Family family)
    {
        foreach (var (identifier, id) in MemberIndex.IdentifiersOf(family))
        {
            if (identifier.Length > 0)
                _owners.TryAdd(identifier, id);
        }
    }

    /// <summary>Names the records whose identifier belongs to another family; they are carried out all the
    /// same.</summary>
    /// <remarks>What only ends coverage is not named: the family may be leaving the identifier to the other.</remarks>
    /// <param name="records">Of one family, in the order of the file.</param>
    public IEnumerable<Finding> Taken(IEnumerable<EnrollmentRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records
            .Where(record => record.Maintenance != Maintenance.Terminate
                && (IsTaken(record.MemberId, record.Family)
                    || (record.IsSubscriber && IsTaken(record.Family.Value, record.Family))))
            .Select(record => new Finding(
                EnrollmentCodes.IdentifierTaken, Severity.Warning, record.Place,
                "The member identifier (REF*0F or NM109; CSV: family or member) belongs to another family too, so "
                    + "claims under it find nobody and pend. Check which of the two it is, and correct the other."));
    }

    private bool IsTaken(string identifier, FamilyId family) =>
        identifier.Length > 0 && _owners.TryGetValue(identifier, out var owner) && owner != family;
}

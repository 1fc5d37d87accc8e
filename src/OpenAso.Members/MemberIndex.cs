using System.Collections.Frozen;
using OpenAso.Kernel;

namespace OpenAso.Members;

/// <summary>Finds the family by the member identifier that a claim carries.</summary>
/// <remarks>An identifier is a subscriber's or a dependent's own; letters are compared without case. An identifier that
/// two families have finds neither: unknown is never guessed.</remarks>
public sealed class MemberIndex
{
    private readonly FrozenDictionary<string, FamilyId> _families;
    private readonly FrozenDictionary<string, FamilyId>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <summary>An index of families.</summary>
    /// <param name="identifiers">Each member identifier with the family it belongs to.</param>
    public MemberIndex(IEnumerable<(string MemberId, FamilyId Family)> identifiers)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        var found = new Dictionary<string, FamilyId?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (identifier, family) in identifiers)
        {
            if (identifier.Length == 0)
                continue;
            found[identifier] = found.TryGetValue(identifier, out var known) && known != family ? null : family;
        }
        _families = found.Where(pair => pair.Value is not null)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value!.Value, StringComparer.OrdinalIgnoreCase);
        _bySpan = _families.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>An index of these families.</summary>
    /// <param name="families">Each once.</param>
    public static MemberIndex Of(IEnumerable<Family> families) => new(families.SelectMany(IdentifiersOf));

    /// <summary>Every identifier by which a claim may name somebody of a family.</summary>
    /// <param name="family">The family.</param>
    public static IEnumerable<(string MemberId, FamilyId Family)> IdentifiersOf(Family family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.People.Select(person => (person.MemberId, family.Id))
            .Prepend((family.Id.Value, family.Id))
            .Distinct();
    }

    /// <summary>The family that an identifier belongs to; null where it is nobody's, or more than one
    /// family's.</summary>
    /// <param name="memberId">As the claim carries it.</param>
    public FamilyId? Find(ReadOnlySpan<char> memberId) =>
        _bySpan.TryGetValue(memberId, out var family) ? family : null;
}

using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Operations.Access;

/// <summary>What people of a family have said about who may see their records.</summary>
/// <param name="Grants">Whose records, and who may see them.</param>
/// <param name="Confidential">Who asked that nobody else is told, and where letters go instead.</param>
public sealed record FamilyWishes(
    ValueList<(PersonNumber Person, PersonNumber Viewer)> Grants,
    ValueList<(PersonNumber Person, Address Address)> Confidential)
{
    /// <summary>Nobody has said anything.</summary>
    public static FamilyWishes None { get; } = new([], []);

    /// <summary>Where letters about a person go who asked that nobody else is told; null for anybody else.</summary>
    /// <param name="person">Of the family.</param>
    public Address? ConfidentialAddress(PersonNumber person) =>
        Confidential.Items.FirstOrDefault(one => one.Person == person).Address;
}

/// <summary>Who of a family may see whose records.</summary>
public static class RecordRules
{
    /// <summary>From this age on, people decide themselves who sees their records.</summary>
    public const int AdultFrom = 18;

    /// <summary>Whether somebody may see the records of somebody else of the family.</summary>
    /// <remarks>
    /// <para>Everybody sees the own. The subscriber sees those of dependents under 18; whose age is not known counts as
    /// grown up. Nobody else sees anybody's unless that person has granted it.</para>
    /// <para>Whoever asked that nobody else is told is seen by nobody else, at any age and whatever was granted
    /// before.</para>
    /// </remarks>
    /// <param name="family">As enrolled.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="person">Whose records.</param>
    /// <param name="wishes">Of the family.</param>
    /// <param name="day">On which age counts.</param>
    [Source("45 CFR 164.502(g)(3)")]
    [Source("45 CFR 164.522(b)(1)")]
    [Source("45 CFR 164.508(a)(1)")]
    public static bool MaySee(
        Family family, PersonNumber viewer, PersonNumber person, FamilyWishes wishes, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(wishes);
        if (family.Find(viewer) is null || family.Find(person) is not { } seen)
            return false;
        if (viewer == person)
            return true;
        if (wishes.ConfidentialAddress(person) is not null)
            return false;
        return wishes.Grants.Items.Contains((person, viewer))
            || (viewer == PersonNumber.Subscriber && seen.AgeOn(day) < AdultFrom);
    }
}

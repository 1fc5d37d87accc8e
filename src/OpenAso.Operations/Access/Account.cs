using OpenAso.Kernel;

namespace OpenAso.Operations.Access;

/// <summary>Somebody who may sign in.</summary>
/// <param name="Id">The name to sign in with.</param>
/// <param name="Name">How pages call the person.</param>
/// <param name="Grants">What for.</param>
public sealed record Account(string Id, string Name, ValueList<Grant> Grants)
{
    /// <summary>The fewest letters of a password that somebody makes up.</summary>
    public const int ShortestPassword = 12;

    /// <summary>The most letters of a password.</summary>
    public const int LongestPassword = 200;

    private const int LongestId = 64;
    private const int LongestName = 100;

    /// <summary>Whether there can be an account of a name: 1 to 64 letters of English, digits, and <c>. _ @ -</c>, a
    /// letter or digit among them.</summary>
    /// <param name="text">The name to sign in with.</param>
    public static bool IsId(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= LongestId && text.Any(char.IsAsciiLetterOrDigit)
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || "._@-".Contains(letter));
    }

    /// <summary>Whether somebody may make a password up so: <see cref="ShortestPassword"/> to
    /// <see cref="LongestPassword"/> letters, whatever they are.</summary>
    /// <param name="text">As it was typed.</param>
    public static bool IsPassword(string? text) => text is { Length: >= ShortestPassword and <= LongestPassword };

    /// <summary>Whether somebody can be called so: 1 to 100 letters, none of which is a control character.</summary>
    /// <param name="text">How pages call the person.</param>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim().Length > 0 && text.Length <= LongestName && !text.Any(char.IsControl);
    }

    /// <summary>Whether the person may do something in the books of every employer.</summary>
    /// <param name="right">What.</param>
    public bool MayEverywhere(Right right) =>
        Grants.Items.Any(grant => grant.Employer is null && RightsOfRoles.May(grant.Role, right));

    /// <summary>Whether the person may do something in the books of an employer.</summary>
    /// <param name="right">What.</param>
    /// <param name="employer">Whose books.</param>
    public bool May(Right right, EmployerId employer) => Grants.Items.Any(grant =>
        (grant.Employer is null || grant.Employer == employer) && RightsOfRoles.May(grant.Role, right));

    /// <summary>Whether the person may do something anywhere.</summary>
    /// <param name="right">What.</param>
    public bool May(Right right) => Grants.Items.Any(grant => RightsOfRoles.May(grant.Role, right));
}

/// <summary>A role, and where it holds.</summary>
/// <param name="Role">The role.</param>
/// <param name="Employer">In the books of this employer alone; null for every employer of the administrator.</param>
public sealed record Grant(Role Role, EmployerId? Employer = null)
{
    /// <summary>The family whose own records are seen; null for none.</summary>
    public FamilyId? Family { get; init; }

    /// <summary>Who of the family; 0 where there is none.</summary>
    public int Person { get; init; }
}

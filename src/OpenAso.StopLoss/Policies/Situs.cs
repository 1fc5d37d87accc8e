namespace OpenAso.StopLoss.Policies;

/// <summary>The state or province whose law governs a policy.</summary>
/// <param name="Country">US or CA.</param>
/// <param name="Subdivision">The state or province in two letters; empty where only the country is known.</param>
public readonly record struct Situs(string Country, string Subdivision)
{
    /// <summary>Whether it is in the United States.</summary>
    public bool IsUnitedStates => Country == "US";

    /// <summary>Reads <c>US-TX</c> or <c>CA-ON</c>; also <c>CA</c> for the country alone.</summary>
    /// <param name="text">Capital letters.</param>
    /// <param name="situs">Empty when false is returned.</param>
    public static bool TryParse(string text, out Situs situs)
    {
        situs = default;
        var parts = text.Split('-');
        if (parts.Length > 2 || parts[0] is not ("US" or "CA"))
            return false;
        var subdivision = parts.Length == 2 ? parts[1] : "";
        if (parts.Length == 2 && (subdivision.Length != 2 || !subdivision.All(char.IsAsciiLetterUpper)))
            return false;
        situs = new Situs(parts[0], subdivision);
        return true;
    }

    /// <summary>For example <c>US-TX</c>.</summary>
    public override string ToString() => Subdivision.Length == 0 ? Country : $"{Country}-{Subdivision}";
}

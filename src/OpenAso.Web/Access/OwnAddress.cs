namespace OpenAso.Web.Access;

/// <summary>Addresses to go on to: of this server alone.</summary>
internal static class OwnAddress
{
    /// <summary>The address, where it is one of ours; the first page otherwise.</summary>
    /// <param name="address">However it was made up.</param>
    public static string Of(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\')
            ? address
            : "/";
}

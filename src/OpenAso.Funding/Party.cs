namespace OpenAso.Funding;

/// <summary>A party to the agreement, as it signs letters and files.</summary>
/// <param name="Name">Its legal name.</param>
/// <param name="Ein">Its employer identification number, with its hyphen: 12-3456789.</param>
/// <param name="Address">Where letters reach it.</param>
/// <param name="Phone">As people dial it.</param>
public sealed record Party(string Name, string Ein, PostalAddress Address, string Phone);

/// <summary>Where letters reach someone.</summary>
/// <param name="Street">House number and street, or post office box.</param>
/// <param name="City">Town.</param>
/// <param name="State">Two letters.</param>
/// <param name="PostalCode">As the post office writes it.</param>
public sealed record PostalAddress(string Street, string City, string State, string PostalCode);

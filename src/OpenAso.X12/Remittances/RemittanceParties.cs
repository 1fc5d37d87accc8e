namespace OpenAso.X12.Remittances;

/// <summary>Who pays: loop 1000A.</summary>
public sealed record RemittancePayer
{
    /// <summary>N102, written up to 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Employer identification number, nine digits; TRN03 and BPR10 are 1 and these.</summary>
    /// <remarks>Where a file's TRN03 is not 1 and nine digits, all of it.</remarks>
    public required string TaxIdentifier { get; init; }

    /// <summary>N3 and N4.</summary>
    public required RemittanceAddress Address { get; init; }

    /// <summary>PER*BL: whom to ask about the file itself; the guide demands it.</summary>
    public required RemittanceContact TechnicalContact { get; init; }

    /// <summary>PER*CX: whom to ask about claims; null for none.</summary>
    public RemittanceContact? BusinessContact { get; init; }

    /// <summary>PER*IC: where medical policies are published, without a scheme, whose colon X12 cannot carry; empty for
    /// none.</summary>
    public string WebSite { get; init; } = "";
}

/// <summary>Who is paid: loop 1000B.</summary>
public sealed record RemittancePayee
{
    /// <summary>N102, written up to 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>National provider identifier; empty where the payee has none, which is then known by its tax
    /// identifier.</summary>
    public string Npi { get; init; } = "";

    /// <summary>Federal tax identifier: REF*TJ beside an NPI, N104 without one; empty only beside an NPI, where the
    /// claim did not tell it.</summary>
    public string TaxIdentifier { get; init; } = "";

    /// <summary>N3 and N4; null for none.</summary>
    public RemittanceAddress? Address { get; init; }

    /// <summary>PLB01: the NPI, or the tax identifier where there is none.</summary>
    public string Identifier => Npi.Length > 0 ? Npi : TaxIdentifier;
}

/// <summary>A postal address: N3 and N4.</summary>
/// <param name="Line1">N301, written up to 55 characters.</param>
/// <param name="Line2">N302; empty for none.</param>
/// <param name="City">N401, written up to 30 characters.</param>
/// <param name="State">N402: two letters; empty abroad.</param>
/// <param name="PostalCode">N403, without a hyphen.</param>
/// <param name="Country">N404; empty within the United States.</param>
public sealed record RemittanceAddress(
    string Line1, string Line2, string City, string State, string PostalCode, string Country = "");

/// <summary>Whom to ask: PER. At most three of the four ways may be given.</summary>
/// <param name="Name">PER02, written up to 60 characters; empty for none.</param>
/// <param name="Telephone">TE: ten digits; empty for none.</param>
/// <param name="Extension">EX: of the telephone; empty for none.</param>
/// <param name="Email">EM; empty for none.</param>
/// <param name="WebSite">UR, for the technical contact only, without a scheme; empty for none.</param>
public sealed record RemittanceContact(
    string Name, string Telephone = "", string Extension = "", string Email = "", string WebSite = "");

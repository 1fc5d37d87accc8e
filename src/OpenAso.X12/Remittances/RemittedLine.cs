namespace OpenAso.X12.Remittances;

/// <summary>How one line of a claim was decided: loop 2110.</summary>
/// <remarks>Amounts are whole cents, negative in a reversal; counts are thousandths.</remarks>
public sealed record RemittedLine
{
    /// <summary>SVC01: the service as decided.</summary>
    public required RemittedProcedure Procedure { get; init; }

    /// <summary>SVC02.</summary>
    public required long ChargeCents { get; init; }

    /// <summary>SVC03.</summary>
    public required long PaidCents { get; init; }

    /// <summary>SVC04: revenue code beside a procedure; empty for none, and where SVC01 itself is one (NU).</summary>
    public string RevenueCode { get; init; } = "";

    /// <summary>SVC05: units paid, in thousandths; 1,000 (one unit) where a file does not say.</summary>
    public long UnitsThousandths { get; init; } = 1000;

    /// <summary>SVC06: the service as submitted where another was decided; else null.</summary>
    public RemittedProcedure? OriginalProcedure { get; init; }

    /// <summary>SVC07: units submitted where others were paid, in thousandths; else null.</summary>
    public long? OriginalUnitsThousandths { get; init; }

    /// <summary>First day of service: DTM*472, or DTM*150 of several days; null for none.</summary>
    public DateOnly? First { get; init; }

    /// <summary>Last day of service; null for none, equal to <see cref="First"/> for one day.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>CAS of the line.</summary>
    public Sequence<RemittedAdjustment> Adjustments { get; init; }

    /// <summary>REF*6R: the provider's own number for the line; empty for none.</summary>
    public string ControlNumber { get; init; } = "";

    /// <summary>AMT*B6: the allowed amount; null for none. Enters no balance.</summary>
    public long? AllowedCents { get; init; }

    /// <summary>LQ*HE: remark codes (RARC).</summary>
    public Sequence<string> Remarks { get; init; }

    /// <summary>The line with every amount the other way; counts stay as they were.</summary>
    public RemittedLine Negated() => this with
    {
        ChargeCents = -ChargeCents,
        PaidCents = -PaidCents,
        Adjustments = RemittedAdjustment.Negated(Adjustments),
        AllowedCents = -AllowedCents,
    };
}

/// <summary>A service by its code: the composite of SVC01 and SVC06.</summary>
/// <param name="Qualifier">HC for HCPCS and CPT, AD for dental, NU for a revenue code, N4 for a drug.</param>
/// <param name="Code">Of the list that the qualifier names.</param>
/// <param name="Modifiers">Four at most.</param>
public sealed record RemittedProcedure(string Qualifier, string Code, Sequence<string> Modifiers = default);

namespace OpenAso.Disability.Terms;

/// <summary>Why somebody is disabled, as far as plans tell causes apart.</summary>
public enum DisabilityCause
{
    /// <summary>An injury.</summary>
    Accident,

    /// <summary>Any illness that is none of the others.</summary>
    Sickness,

    /// <summary>Pregnancy, delivery and what comes of them; a sickness for the elimination period.</summary>
    Pregnancy,

    /// <summary>A mental or nervous condition; a sickness for the elimination period.</summary>
    MentalHealth,

    /// <summary>Abuse of alcohol or drugs; a sickness for the elimination period.</summary>
    SubstanceUse,
}

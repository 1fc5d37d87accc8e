namespace OpenAso.StopLoss.Policies;

/// <summary>What a policy means by "paid": the day that must lie in its payment window.</summary>
public enum PaidMeaning
{
    /// <summary>The payment was issued and the employer's money stood behind it: the later of the two days. A cheque
    /// without money behind it is not paid.</summary>
    LaterOfIssuedAndFunded,

    /// <summary>The claim was decided.</summary>
    Adjudicated,

    /// <summary>The cheque or transfer was sent to the payee.</summary>
    Issued,

    /// <summary>The employer's money was there.</summary>
    Funded,

    /// <summary>The bank paid it out.</summary>
    Cleared,
}

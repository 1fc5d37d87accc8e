namespace OpenAso.Operations.Reserving;

/// <summary>By what day the claims of a triangle count, beside that of their service.</summary>
public enum TriangleBasis
{
    /// <summary>The day on which a claim was received: what is still to come is incurred and not reported.</summary>
    Received,

    /// <summary>The day of the payment: what is still to come holds the inventory too.</summary>
    Paid,
}

namespace OpenAso.Operations.Employers;

/// <summary>What an employer's claims are decided and paid by.</summary>
public enum DocumentKind
{
    /// <summary>A plan document (YAML).</summary>
    Plan,

    /// <summary>The agreement with the administrator (YAML).</summary>
    Agreement,

    /// <summary>A fee schedule (CSV).</summary>
    Fees,

    /// <summary>Who is in which network (CSV).</summary>
    Network,

    /// <summary>A stop-loss policy (YAML).</summary>
    StopLoss,

    /// <summary>A plan of short-term or long-term disability (YAML).</summary>
    DisabilityPlan,

    /// <summary>Figures of law for disability benefits (YAML).</summary>
    DisabilityLaw,

    /// <summary>How disability claims end (YAML).</summary>
    Terminations,
}

/// <summary>A document as it was handed in.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The plan id, the policy number, the employer's id, or the file's name without folder.</param>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Content">All of it.</param>
public sealed record EmployerDocument(DocumentKind Kind, string Id, string File, string Content);

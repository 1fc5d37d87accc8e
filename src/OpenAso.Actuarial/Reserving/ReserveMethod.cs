namespace OpenAso.Actuarial.Reserving;

/// <summary>How a reserve is estimated.</summary>
public enum ReserveMethod
{
    /// <summary>What has come so far, times the factors that are to come; with Mack's errors.</summary>
    ChainLadder,

    /// <summary>What has come so far, divided by the completion factor of its age: the industry's line.</summary>
    Completion,

    /// <summary>What is expected beforehand of what has not come yet.</summary>
    BornhuetterFerguson,

    /// <summary>The same, where what is expected is taken from the triangle itself.</summary>
    CapeCod,

    /// <summary>Bornhuetter and Ferguson's again, with its own result as what is expected.</summary>
    Benktander,

    /// <summary>The triangle drawn again many times from its residuals (England and Verrall).</summary>
    Bootstrap,
}

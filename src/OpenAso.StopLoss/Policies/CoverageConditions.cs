using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>Where a policy may take another view than the plan: the material of the gap analysis.</summary>
/// <param name="MirrorsPlan">Whether the carrier has agreed to follow the plan document.</param>
/// <param name="Exclusions">What the policy does not pay for.</param>
/// <param name="LeaveOfAbsenceDays">How long somebody on leave stays covered under the policy; null where it follows
/// the plan.</param>
/// <param name="DependentAge">The age at whose end a child's claims stop counting; null where it follows the
/// plan.</param>
/// <param name="CoversRetirees">Whether retired people count.</param>
public sealed record CoverageConditions(
    bool MirrorsPlan, ValueList<PolicyExclusion> Exclusions, int? LeaveOfAbsenceDays, int? DependentAge,
    bool CoversRetirees)
{
    /// <summary>A policy that says nothing: it does not mirror the plan, and excludes nothing of its own.</summary>
    public static CoverageConditions None { get; } = new(false, [], null, null, false);
}

/// <summary>Something that the policy does not pay for.</summary>
/// <param name="Id">Our own short name: experimental, gene-therapy.</param>
/// <param name="Text">As the policy words it, or in our own words.</param>
/// <param name="Procedures">Procedure codes, or their beginnings, that it takes out; may be empty.</param>
/// <param name="Diagnoses">ICD-10 codes without a point, or their beginnings; may be empty.</param>
public sealed record PolicyExclusion(
    string Id, string Text, ValueList<string> Procedures, ValueList<string> Diagnoses)
{
    /// <summary>Whether a service is taken out. Where the exclusion names procedures and diagnoses, both must
    /// agree.</summary>
    /// <param name="procedure">The procedure code; may be empty.</param>
    /// <param name="diagnosis">The first diagnosis without a point; may be empty.</param>
    public bool Excludes(string procedure, string diagnosis) =>
        Procedures.Count + Diagnoses.Count > 0
        && (Procedures.Count == 0 || Begins(Procedures, procedure))
        && (Diagnoses.Count == 0 || Begins(Diagnoses, diagnosis));

    private static bool Begins(ValueList<string> beginnings, string code)
    {
        foreach (var beginning in beginnings)
        {
            if (code.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}

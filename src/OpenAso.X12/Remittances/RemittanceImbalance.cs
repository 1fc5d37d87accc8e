using System.Globalization;

namespace OpenAso.X12.Remittances;

/// <summary>At which level a remittance is out of balance.</summary>
public enum BalanceLevel
{
    /// <summary>A line: SVC02 − Σ CAS = SVC03.</summary>
    Line,

    /// <summary>A claim: CLP03 − Σ CAS of claim and lines = CLP04.</summary>
    Claim,

    /// <summary>The transaction set: Σ CLP04 − Σ PLB = BPR02.</summary>
    Transaction,
}

/// <summary>Two amounts of a remittance that ought to be equal and are not.</summary>
/// <param name="Level">Where.</param>
/// <param name="Claim">The payer's number of the claim (CLP07); empty at the level of the transaction set.</param>
/// <param name="Line">1-based within the claim; 0 above the line.</param>
/// <param name="Rule">What ought to be equal, in the guide's numbering.</param>
/// <param name="ExpectedCents">What the rest of the file comes to.</param>
/// <param name="FoundCents">What the element says.</param>
public sealed record RemittanceImbalance(
    BalanceLevel Level, string Claim, int Line, string Rule, long ExpectedCents, long FoundCents)
{
    /// <summary>Place, rule and both amounts in one line; no patient's data.</summary>
    public override string ToString()
    {
        var place = Level switch
        {
            BalanceLevel.Line => $"claim {Claim}, line {Line.ToString(CultureInfo.InvariantCulture)}",
            BalanceLevel.Claim => $"claim {Claim}",
            _ => "transaction",
        };
        return $"{place}: {Rule}; expected {Amount(ExpectedCents)}, found {Amount(FoundCents)}";
    }

    private static string Amount(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}

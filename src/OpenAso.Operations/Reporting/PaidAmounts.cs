using OpenAso.Kernel;

namespace OpenAso.Operations.Reporting;

/// <summary>What a month's claims cost is made of: the end of every way down from a total.</summary>
/// <remarks>It holds no diagnosis, procedure, provider or day of service, and no person's name; and no claim, but for
/// those who may see claims.</remarks>
/// <param name="Month">Of the payments.</param>
/// <param name="Line">One line of coverage; null for all.</param>
/// <param name="People">For how many people anything was paid or taken back.</param>
/// <param name="Total">All of it.</param>
/// <param name="Rows">By day of payment and pseudonym; empty where the people are too few for single amounts.</param>
public sealed record PaidAmounts(
    Month Month, LineOfCoverage? Line, int People, Money Total, ValueList<PaidAmount> Rows)
{
    /// <summary>Amounts of single people are shown to an employer from so many people on.</summary>
    public const int FewestPeople = 11;

    /// <summary>Whether amounts of single people are left out, since they are too few to stay unknown.</summary>
    public bool IsSuppressed => !NamesClaims && People is > 0 and < FewestPeople;

    /// <summary>Whether each part says its claim, for those who may see claims.</summary>
    public bool NamesClaims { get; init; }
}

/// <summary>A part of a payment.</summary>
/// <param name="Day">Of the payment.</param>
/// <param name="Payment">Its number.</param>
/// <param name="Pseudonym">Stands for the member; the same in every report of the employer.</param>
/// <param name="Line">The line of coverage; null where none was reached.</param>
/// <param name="Amount">Below zero where it was taken back.</param>
public sealed record PaidAmount(
    DateOnly Day, string Payment, string Pseudonym, LineOfCoverage? Line, Money Amount)
{
    /// <summary>The claim's number; empty where it is not said.</summary>
    public string Claim { get; init; } = "";
}

using System.Data.Common;
using OpenAso.Kernel;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Insuring;

/// <summary>Where a policy's filings stand on a day.</summary>
/// <param name="Policy">The policy's number.</param>
/// <param name="Carrier">Its carrier.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Filings">Everything that was filed, in order.</param>
/// <param name="Due">Losses under the specific that are to be filed, what is due first in front.</param>
/// <param name="Positions">What the carrier owes for each claimant and the aggregate, and what became of it.</param>
/// <param name="Ageing">What is outstanding, by days since the filing.</param>
public sealed record FilingDesk(
    string Policy, string Carrier, DateOnly AsOf, ValueList<KeptFiling> Filings, ValueList<FilingDue> Due,
    ValueList<RecoveryPosition> Positions, ReceivableAgeing Ageing)
{
    /// <summary>What was asked for.</summary>
    public Money Filed => Positions.Items.Total(row => row.Filed);

    /// <summary>What the carrier has paid and the plan has not paid back.</summary>
    public Money Received => Positions.Items.Total(row => row.Received);

    /// <summary>What is still expected of what was filed.</summary>
    public Money Outstanding => Positions.Items.Total(row => row.Outstanding);

    /// <summary>What the carrier owes and nobody has filed.</summary>
    public Money NotFiled => Positions.Items.Total(row => row.NotFiled);

    /// <summary>What the plan owes the carrier, because payments came back after it had paid.</summary>
    public Money PayableToCarrier => Positions.Items.Total(row => row.PayableToCarrier);

    internal static FilingDesk Of(
        DbConnection connection, EmployerScope scope, StopLossPolicy policy, StopLossPosition position)
    {
        var filings = FilingRows.Read(connection, scope)
            .Where(filing => filing.Policy == policy.Number && filing.FiledOn <= position.AsOf)
            .Select(filing => filing with { Recovery = filing.Recovery.AsOf(position.AsOf)! }).ToList();
        var recoveries = filings.Select(filing => filing.Recovery).ToList();
        var repayments = RepaymentRows.Of(connection, scope, policy.Number);
        return new FilingDesk(
            policy.Number, policy.Carrier, position.AsOf, [.. filings],
            FilingSchedule.Of(policy, position, recoveries),
            RecoveryPosition.Of(policy, position, recoveries, repayments),
            ReceivableAgeing.Of(policy, position, recoveries, repayments));
    }
}

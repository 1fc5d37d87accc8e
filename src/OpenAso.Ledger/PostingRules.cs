using OpenAso.Kernel;

namespace OpenAso.Ledger;

/// <summary>What a book knows that bears on one posting.</summary>
/// <remarks>The default is an empty book without closed periods in which funds are not asked for.</remarks>
public readonly record struct PostingContext
{
    /// <summary>The transfer that has the same key; null where none has.</summary>
    public Transfer? SameKey { get; init; }

    /// <summary>The transfer that the proposed one names as its origin; null where it names none or none is
    /// known.</summary>
    public Transfer? Origin { get; init; }

    /// <summary>Whether the origin was completed, withdrawn or reversed before.</summary>
    public bool OriginEnded { get; init; }

    /// <summary>The last day of the closed periods; null where none is closed.</summary>
    public DateOnly? ClosedThrough { get; init; }

    /// <summary>What the fund holds, of the transfer's source, that is not yet given away; null where the agreement
    /// lets payments go beyond it.</summary>
    public Money? Available { get; init; }
}

/// <summary>Whether a transfer may be posted.</summary>
public static class PostingRules
{
    /// <summary>Decides on one transfer. Pure: the caller writes it down where the answer is
    /// <see cref="PostOutcome.Posted"/>.</summary>
    /// <param name="transfer">The transfer proposed.</param>
    /// <param name="known">What the book knows that bears on it.</param>
    [Source("src/OpenAso.Ledger/README.md, the reasons")]
    public static PostOutcome Post(Transfer transfer, PostingContext known)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        if (known.SameKey is { } recorded)
            return recorded == transfer ? PostOutcome.AlreadyPosted : PostOutcome.KeyUsedForAnotherTransfer;
        if (transfer.Origin is not null && Following(transfer, known) is { } refusal)
            return refusal;
        if (known.ClosedThrough is { } closed && transfer.Date <= closed)
            return PostOutcome.PeriodClosed;
        if (transfer.Origin is not null)
            return PostOutcome.Posted;
        if (!FundUseRules.MayPay(transfer.Source, transfer.Terms.Use))
            return PostOutcome.FundSourceNotAllowed;
        return transfer.Terms.DrawsOnFund && known.Available is { } available && transfer.Amount > available
            ? PostOutcome.FundsInsufficient : PostOutcome.Posted;
    }

    private static PostOutcome? Following(Transfer transfer, PostingContext known)
    {
        if (known.Origin is not { } origin || origin.Key != transfer.Origin)
            return PostOutcome.OriginUnknown;
        var followed = transfer.Step == TransferStep.Reversal
            ? origin.Step is TransferStep.Posted or TransferStep.Completion
            : origin.Step == TransferStep.Pending;
        if (!followed || origin.Amount != transfer.Amount || origin.Source != transfer.Source
            || origin.Stripe != transfer.Stripe)
            return PostOutcome.OriginDiffers;
        return known.OriginEnded ? PostOutcome.OriginAlreadyEnded : null;
    }
}

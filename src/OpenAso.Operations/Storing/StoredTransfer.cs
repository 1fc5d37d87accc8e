using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Operations.Storing;

/// <summary>The row of a transfer, as the database gives it.</summary>
internal sealed record StoredTransfer(
    string Key, long Source, long Stripe, long Amount, string Day, long Step, string? Origin)
{
    /// <summary>The columns, in the order of the record.</summary>
    public const string Columns = "key, source, stripe, amount, day, step, origin";

    /// <exception cref="FormatException">A key or the day is none.</exception>
    public Transfer ToTransfer() => Transfer.Restore(
        new Transfer(KeyOf(Key, "key"), (FundSource)Source, checked((byte)Stripe), new Money(Amount), Days.Parse(Day)),
        (TransferStep)Step,
        Origin is null ? null : KeyOf(Origin, "origin"));

    private TransferKey KeyOf(string text, string column) => TransferKey.TryParse(text, out var key)
        ? key
        : throw new FormatException($"The {column} of transfer '{Key}' cannot be read.");
}

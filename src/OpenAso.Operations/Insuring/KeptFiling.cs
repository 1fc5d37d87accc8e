using System.Globalization;
using OpenAso.Kernel;
using OpenAso.StopLoss.Filings;

namespace OpenAso.Operations.Insuring;

/// <summary>A filing as it is kept, with all that became of it.</summary>
/// <param name="Policy">The policy's number.</param>
/// <param name="Number">Counts the policy's filings from one.</param>
/// <param name="Kind">Which filing of the loss it is.</param>
/// <param name="Version">The wording of the policy under which it was made.</param>
/// <param name="PositionOf">The day of the position that it claims.</param>
/// <param name="Run">The last payment run behind it: what is paid later on the same day is not in it.</param>
/// <param name="DueOn">The last day on which it was in time.</param>
/// <param name="Sha256">Of its pack.</param>
/// <param name="Recovery">What was asked for, and each step since; its number is the filing's name.</param>
/// <param name="References">The carrier's reference of each step, empty where it has none.</param>
public sealed record KeptFiling(
    string Policy, int Number, KeptFilingKind Kind, string Version, DateOnly PositionOf, long Run, DateOnly DueOn,
    string Sha256, Recovery Recovery, ValueList<string> References)
{
    /// <summary>What the filing is called, everywhere.</summary>
    public string Name => Recovery.Number;

    /// <summary>The day of the filing.</summary>
    public DateOnly FiledOn => Recovery.FiledOn;

    /// <summary>The name of a policy's filing.</summary>
    /// <param name="policy">The policy's number.</param>
    /// <param name="number">From one.</param>
    public static string NameOf(string policy, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{RecoverableBooking.KeyOf(policy)}-{number:D4}");

    /// <summary>The filing after one more step.</summary>
    internal KeptFiling After(Recovery recovery, string reference = "") => this with
    {
        Recovery = recovery,
        References = [.. References.Items, .. Enumerable.Repeat("", recovery.Steps.Count - References.Count - 1),
            reference],
    };

    /// <summary>Over everything that is kept of it, its steps included, so that none can be changed or taken
    /// out.</summary>
    internal ContentHash Hash => ContentHash.Of(string.Create(CultureInfo.InvariantCulture,
        $"{Policy}|{Number}|{Name}|{Kind}|{Version}|{PositionOf:yyyy-MM-dd}|{Run}|{DueOn:yyyy-MM-dd}|{Sha256}"
        + $"|{Recovery.From}|{Recovery.Claimant}|{Recovery.Excess.Cents}|{Recovery.Requested.Cents}|")
        + string.Join('|', Recovery.Steps.Items.Select((step, index) => string.Create(CultureInfo.InvariantCulture,
            $"{step.State} {step.On:yyyy-MM-dd} {step.Amount.Cents} {step.Reason} {References[index]}"))));
}

/// <summary>Which filing of a loss it is.</summary>
public enum KeptFilingKind
{
    /// <summary>The first of a claimant's loss.</summary>
    Initial,

    /// <summary>More has been paid for the claimant since.</summary>
    Addition,

    /// <summary>The claimant's last, after payments have stopped counting.</summary>
    Final,

    /// <summary>An advance under the aggregate, in the course of the period.</summary>
    Accommodation,

    /// <summary>The aggregate's claim, after the end of the period.</summary>
    YearEnd,
}

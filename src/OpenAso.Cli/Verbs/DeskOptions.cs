using System.CommandLine;
using OpenAso.Kernel;

namespace OpenAso.Cli.Verbs;

/// <summary>Options of the verbs of the stop-loss desk.</summary>
internal static class DeskOptions
{
    private static readonly Money Largest = new(999_999_999_999);

    /// <summary><c>--date DATE</c></summary>
    public static Option<DateOnly?> Date(string description)
    {
        var date = Options.Day("--date", description);
        date.Required = true;
        return date;
    }

    /// <summary>Dollars and cents above zero.</summary>
    public static Option<Money?> Amount(string name, string description, bool required = false, bool orZero = false) =>
        new(name)
        {
            Description = description,
            HelpName = "AMOUNT",
            Required = required,
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (Money.TryParse(text, out var amount) && amount <= Largest
                    && (amount.IsPositive || (orZero && amount.IsZero)))
                    return amount;
                result.AddError(
                    $"{name} expects dollars and cents {(orZero ? "of zero or more" : "above zero")}, such as "
                        + $"12500.00, and at most {Largest}, not '{text}'.");
                return null;
            },
        };

    /// <summary>A word of the user's.</summary>
    public static Option<string?> Text(string name, string helpName, string description, bool required = false) =>
        new(name) { Description = description, HelpName = helpName, Required = required };

    /// <summary>The number of a payment.</summary>
    public static Option<string?> Reference(string description)
    {
        var reference = Text("--reference", "REF", description, required: true);
        reference.Validators.Add(result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (!Ledger.TransferKey.IsId(text))
                result.AddError(
                    "--reference expects 1 to 50 letters, digits, points, hyphens and underscores, such as GLR-88123, "
                        + $"not '{text}'.");
        });
        return reference;
    }

    /// <summary><c>--dry-run</c></summary>
    public static Option<bool> DryRun() => new("--dry-run")
    {
        Description = "Show what would become of it, keep nothing.",
    };
}

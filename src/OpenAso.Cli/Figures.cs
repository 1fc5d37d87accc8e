using System.Globalization;
using OpenAso.Kernel;

namespace OpenAso.Cli;

/// <summary>Figures as screens show them.</summary>
internal static class Figures
{
    /// <summary>Dollars and cents, with separators: 1,234.50.</summary>
    public static string Dollars(Money amount) => (amount.Cents / 100m).ToString("N2", CultureInfo.InvariantCulture);
}

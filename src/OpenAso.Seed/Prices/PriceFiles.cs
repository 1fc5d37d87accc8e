using System.Buffers;
using System.Globalization;
using System.Text;
using OpenAso.Seed.Network;

namespace OpenAso.Seed.Prices;

/// <summary>Writes the fee schedule and the network as CSV.</summary>
internal static class PriceFiles
{
    public static void WriteFees(
        IBufferWriter<byte> output, SeedProfile employer, ProviderDirectory directory, SeedWindow window)
    {
        Line(output, "network,npi,code,modifier,place,first,last,method,amount");
        var rows = FeeRows.Of(employer, directory);
        for (var year = window.First.Year; year <= window.Last.Year; year++)
        {
            var dates = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-01-01,{year:D4}-12-31");
            foreach (var row in rows)
                Line(output, $"{row.Key},{dates},{row.Method},{row.AmountIn(year - window.First.Year)}");
        }
    }

    public static void WriteNetwork(IBufferWriter<byte> output, SeedProfile employer, ProviderDirectory directory)
    {
        Line(output, "network,npi,first,last");
        foreach (var practice in directory.Practices.Where(practice => practice.InNetwork))
        {
            Line(output, $"{employer.Network},{practice.Npi},,");
            foreach (var clinician in practice.Clinicians)
                Line(output, $"{employer.Network},{clinician.Npi},,");
        }
    }

    private static void Line(IBufferWriter<byte> output, string text) =>
        Encoding.ASCII.GetBytes(text + "\n", output);
}

using System.Text;
using System.Text.Json;

namespace OpenAso.Decision.Distributions;

/// <summary>Writes an outlook as one JSON document: plain numbers with all their digits.</summary>
/// <remarks>Described by <c>docs/schemas/distribution.json</c>.</remarks>
public static class OutlookJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="outlook">What to write.</param>
    public static string Of(YearOutlook outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            Write(writer, outlook);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, YearOutlook outlook)
    {
        writer.WriteNumber("expectedGross"u8, outlook.Moments.ExpectedGross);
        writer.WriteNumber("expectedSpecific"u8, outlook.Moments.ExpectedSpecific);
        writer.WriteNumber("expectedRetained"u8, outlook.Moments.ExpectedRetained);
        writer.WriteNumber("sdRetained"u8, outlook.Moments.RetainedDeviation);
        writer.WriteNumber("groupSigma"u8, outlook.GroupSigma);
        WriteList(writer, "exceedances", outlook.Exceedances.Items, static (to, exceedance) =>
        {
            to.WriteNumber("multiple"u8, exceedance.Multiple);
            to.WriteNumber("attachment"u8, exceedance.Attachment);
            to.WriteNumber("probability"u8, exceedance.Probability);
            to.WriteNumber("cost"u8, exceedance.Cost);
        });
        WriteList(writer, "quantiles", outlook.Quantiles.Items, static (to, quantile) =>
        {
            to.WriteNumber("p"u8, quantile.Probability);
            to.WriteNumber("value"u8, quantile.Value);
            to.WriteNumber("tailMean"u8, quantile.TailMean);
        });
        if (outlook.Grid.Count > 0)
            WriteList(writer, "grid", outlook.Grid.Items, static (to, cell) =>
            {
                to.WriteNumber("specific"u8, cell.Specific);
                to.WriteNumber("multiple"u8, cell.Multiple);
                to.WriteNumber("attachment"u8, cell.Attachment);
                to.WriteNumber("specificCost"u8, cell.SpecificCost);
                to.WriteNumber("aggregateCost"u8, cell.AggregateCost);
                to.WriteNumber("probability"u8, cell.Probability);
            });
        writer.WriteNumber("numericalError"u8, outlook.NumericalError);
    }

    internal static void WriteList<T>(
        Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}

using System.Text;
using System.Text.Json;

namespace OpenAso.Decision.Optimizing;

/// <summary>Writes a comparison of options as one JSON document: plain numbers with all their digits.</summary>
/// <remarks>Described by <c>docs/schemas/optimize.json</c>.</remarks>
public static class OptionStudyJson
{
    /// <summary>The document, in one line.</summary>
    /// <param name="study">What to write.</param>
    public static string Of(OptionStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("level"u8, study.Level);
            writer.WriteNumber("groupSigma"u8, study.GroupSigma);
            writer.WriteStartArray("options"u8);
            foreach (var option in study.Options)
                Write(writer, option);
            writer.WriteEndArray();
            writer.WriteStartArray("frontier"u8);
            foreach (var option in study.Frontier)
                writer.WriteStringValue(option.Option.Name);
            writer.WriteEndArray();
            Write(writer, study.Recommended);
            Write(writer, study.Premium);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, OptionResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, result.Option.Name);
        Write(writer, "specific", result.Option.Specific);
        Write(writer, "attachment", result.Attachment);
        writer.WriteNumber("aggregating"u8, result.Option.Aggregating);
        writer.WriteBoolean("lasers"u8, result.Option.KeepsLasers);
        writer.WriteStartObject("premium"u8);
        writer.WriteString("from"u8, result.Premium.IsQuoted ? "quote" : "model");
        writer.WriteNumber("total"u8, result.Premium.Total);
        if (!result.Premium.IsQuoted)
        {
            Write(writer, "specific", result.Premium.Specific);
            Write(writer, "aggregate", result.Premium.Aggregate);
            Write(writer, "riskLoad", result.Premium.Load);
        }
        writer.WriteEndObject();
        writer.WriteNumber("expected"u8, result.Expected);
        writer.WriteNumber("sd"u8, result.Deviation);
        writer.WriteNumber("quantile"u8, result.Quantile);
        writer.WriteNumber("tailMean"u8, result.Tail);
        Write(writer, "maximum", result.Most);
        Write(writer, "aboveBudget", result.AboveBudget);
        writer.WriteBoolean("dominated"u8, result.BeatenBy is not null);
        writer.WriteString("beatenBy"u8, result.BeatenBy);
        writer.WriteNumber("numericalError"u8, result.NumericalError);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Recommendation? recommended)
    {
        if (recommended is null)
        {
            writer.WriteNull("recommended"u8);
            return;
        }
        writer.WriteStartObject("recommended"u8);
        writer.WriteString("option"u8, recommended.Option);
        writer.WriteString("reason"u8, recommended.Reason);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PremiumModel? model)
    {
        if (model is null)
        {
            writer.WriteNull("premiumModel"u8);
            return;
        }
        writer.WriteStartObject("premiumModel"u8);
        writer.WriteNumber("specificLossRatio"u8, model.SpecificLossRatio);
        writer.WriteNumber("aggregateLossRatio"u8, model.AggregateLossRatio);
        writer.WriteNumber("riskLoad"u8, model.RiskLoad);
        writer.WriteEndObject();
    }

    // What is not there, or has no end, is null.
    private static void Write(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } known && double.IsFinite(known))
            writer.WriteNumber(name, known);
        else
            writer.WriteNull(name);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>Reads which services a benefit is for.</summary>
internal static class ServiceReader
{
    /// <summary>The descriptions, any of which will do; empty for the word <c>any</c>, which is every
    /// service.</summary>
    public static ImmutableArray<ServiceMatch> Read(DocumentValue services)
    {
        if (services.Node is DocumentScalar { Value: "any" })
            return [];
        var matches = services.OneOrMore();
        if (services.IsPresent && matches.IsEmpty)
            services.Stop(
                DocumentCodes.NoValue, "No service stands here. Describe them, or write 'any' for every service.");
        return [.. matches.Select(match => match.Section()).OfType<DocumentSection>().Select(One)];
    }

    private static ServiceMatch One(DocumentSection section)
    {
        var (youngest, oldest) = Ages(section.Optional("ages"));
        var match = new ServiceMatch
        {
            Form = section.Optional("form").Choice<ClaimForm>(),
            Procedures = Codes(section.Optional("procedures")),
            Revenues = Codes(section.Optional("revenues")),
            Diagnoses = Codes(section.Optional("diagnoses")),
            Places = Codes(section.Optional("places")),
            Modifiers = Codes(section.Optional("modifiers")),
            BillTypes = Codes(section.Optional("bill-types")),
            MinimumAge = youngest,
            MaximumAge = oldest,
        };
        if (section.Map.Entries.IsEmpty)
        {
            section.Findings.Stop(DocumentCodes.NoValue, section.Map.Place,
                "Nothing describes the service. "
                + "Write procedures, revenues, diagnoses, places, modifiers, bill-types, ages or form.");
        }
        section.Done();
        return match;
    }

    private static CodeSet? Codes(DocumentValue value)
    {
        if (!value.IsPresent)
            return null;
        var runs = new List<(Code First, Code Last)>();
        var entries = value.OneOrMore();
        if (entries.IsEmpty)
            value.Stop(DocumentCodes.NoValue, "No code stands in this list. Write one, or leave the key out.");
        foreach (var entry in entries)
        {
            if (entry.Text() is not { } text)
                continue;
            if (CodeSet.TryParseRun(text, out var run))
                runs.Add(run);
            else
            {
                entry.Stop(PlanCodes.NotACode,
                    $"'{text}' is not a code (99213), a run of codes of one length, smaller one first"
                    + " (99381-99397), or a beginning (Z00*). "
                    + "Write diagnoses without their point, several codes as a list [a, b].");
            }
        }
        return CodeSet.Of(runs);
    }

    private static (int? Youngest, int? Oldest) Ages(DocumentValue value)
    {
        if (value.Text() is not { } text)
            return (null, null);
        if (text.EndsWith('+') && Age(text[..^1]) is { } from)
            return (from, null);
        if (text.Split('-') is [var first, var last] && Age(first) is { } youngest && Age(last) is { } oldest
            && youngest <= oldest)
            return (youngest, oldest);
        value.Stop(PlanCodes.NotAges,
            $"'{text}' is not a run of ages in years, both included (0-17), or an age and over (18+).");
        return (null, null);
    }

    private static int? Age(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= 150 ? age : null;
}

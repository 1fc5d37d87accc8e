using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>Reads the rules of the comparison, in the form of <c>rules/comparison.yaml</c>.</summary>
/// <remarks>Pure; reading never fails.</remarks>
public static class ComparisonFiguresReader
{
    private static readonly NumberRange Months = new(-12, 12);

    /// <summary>Reads one document.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything in the document is wrong.</returns>
    public static Parsed<ComparisonFigures?> Read(string text, string fileName) =>
        ComparingDocument.Read(text, fileName, root =>
        {
            ComparingDocument.Head(root.Required("rules"));
            var rules = new ComparisonFigures(
                Markets(root.Required("small-group")), Completion(root.Required("completion")),
                Caution(root.Required("caution")), SwingsOf(root.Required("swings")), Lines(root.Required("unsuited")));
            root.Done();
            return rules;
        });

    private static ValueList<SmallGroupMarket> Markets(DocumentValue list)
    {
        var markets = new List<SmallGroupMarket>();
        foreach (var item in list.Items())
        {
            if (item.Section() is not { } section)
                continue;
            markets.Add(new SmallGroupMarket(
                section.Required("employees").Integer(1, 1_000) ?? 1,
                section.Required("states").Items().Select(state => state.Text() ?? "").ToValueList(),
                section.Required("first").Date() ?? default,
                section.Optional("last").Date(),
                section.Required("source").Text() ?? ""));
            section.Done();
        }
        if (markets.Count == 0)
            list.Stop(ComparingCodes.NotARule, "No row says how large a small employer is. Add one.");
        return markets.ToValueList();
    }

    private static CompletionPattern Completion(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new CompletionPattern([1], "");
        var factors = section.Required("factors");
        var read = factors.Items().Select(item => Numbers.Read(item, new NumberRange(0, 1)) ?? 0).ToList();
        if (read.Count == 0 || read[^1] != 1 || read.Zip(read.Skip(1)).Any(pair => pair.Second < pair.First))
            factors.Stop(ComparingCodes.NotARule, "Completion factors ascend to 1, for example [0.2, 0.8, 1].");
        var source = section.Required("source").Text() ?? "";
        section.Done();
        return new CompletionPattern(read.ToValueList(), source);
    }

    private static CautionLimits Caution(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new CautionLimits(0, 0, 0, 0, 0) { Source = "" };
        var limits = new CautionLimits(
            section.Required("employees").Integer(1, 100_000) ?? 1,
            Share(section, "deviation"), Share(section, "tail"), Share(section, "profit-share"),
            Share(section, "specific"))
        {
            Source = section.Required("source").Text() ?? "",
        };
        section.Done();
        return limits;
    }

    private static Swings SwingsOf(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new Swings(0, 0, 0, 0, 0, 0, 0, 0);
        var swings = new Swings(
            Share(section, "trend"), Share(section, "claims-level"),
            Numbers.Read(section.Required("group-sigma"), NumberRange.Chance) ?? 0,
            Share(section, "specific-premium"), Share(section, "corridor"), Share(section, "laser"),
            (int)(Numbers.Read(section.Required("completion-months"), Months) ?? 0),
            Share(section, "insured-premium"));
        section.Required("source").Text();
        section.Done();
        return swings;
    }

    private static double Share(DocumentSection section, string key) =>
        ComparingDocument.Share(section.Required(key), 0, 100) ?? 0;

    private static ValueList<UnsuitedLine> Lines(DocumentValue list)
    {
        var lines = new List<UnsuitedLine>();
        foreach (var item in list.Items())
        {
            if (item.Section() is not { } section)
                continue;
            lines.Add(new UnsuitedLine(
                section.Required("line").Identifier() ?? "", section.Optional("below-employees").Integer(1, 1_000_000),
                section.Required("why").Text() ?? ""));
            section.Done();
        }
        return lines.ToValueList();
    }
}

/// <summary>Reads how many covered workers are in self-funded plans, in the form of
/// <c>rules/self-funded-share.yaml</c>.</summary>
/// <remarks>Pure; reading never fails.</remarks>
public static class SelfFundedShareReader
{
    /// <summary>Reads one document.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with findings where anything in the document is wrong.</returns>
    public static Parsed<SelfFundedShares?> Read(string text, string fileName) =>
        ComparingDocument.Read(text, fileName, root =>
        {
            ComparingDocument.Head(root.Required("rules"));
            var shares = new SelfFundedShares(
                root.Required("source").Text() ?? "", root.Required("small-workers").Integer(1, 100_000) ?? 1,
                root.Required("years").Items().Select(Year).OfType<SelfFundedShare>().ToValueList());
            var list = root.Required("years");
            if (shares.Years.Items.Zip(shares.Years.Items.Skip(1)).Any(pair => pair.Second.Year <= pair.First.Year))
                list.Stop(ComparingCodes.NotARule, "Years ascend, each once. Sort them.");
            root.Done();
            return shares;
        });

    private static SelfFundedShare? Year(DocumentValue item)
    {
        if (item.Section() is not { } section)
            return null;
        var year = new SelfFundedShare(
            section.Required("year").Integer(1999, 2199) ?? 1999,
            ComparingDocument.Share(section.Required("all"), 0, 1) ?? 0,
            ComparingDocument.Share(section.Optional("small"), 0, 1),
            ComparingDocument.Share(section.Optional("large"), 0, 1),
            section.Required("status").Choice<FigureStatus>() ?? default,
            section.Required("source").Text() ?? "");
        section.Done();
        return year;
    }
}

/// <summary>What the documents of this folder have in common.</summary>
internal static class ComparingDocument
{
    public static Parsed<T?> Read<T>(string text, string fileName, Func<DocumentSection, T?> read)
        where T : class
    {
        var document = DocumentReader.Read(text, fileName);
        if (document.Value is not { } known)
            return new Parsed<T?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var value = read(new DocumentSection(known.Root, findings));
        return new Parsed<T?>(findings.Accepted ? value : null, findings.ToValueList());
    }

    public static void Head(DocumentValue value)
    {
        if (value.Section() is not { } rules)
            return;
        foreach (var key in (string[])["id", "name", "currency"])
            rules.Required(key).Text();
        rules.Required("as-of").Date();
        rules.Done();
    }

    /// <summary>A share written with its sign, as a number: 0.08 for 8%.</summary>
    public static double? Share(DocumentValue value, int least, int most) =>
        value.Percent(Percent.Of(100 * least), Percent.Of(100 * most)) is { } percent
            ? percent.Millionths / 1e6
            : null;

    /// <summary>An amount, or infinity where 'none' is written.</summary>
    public static double? OrNone(DocumentValue value, NumberRange range) =>
        value.Node is DocumentScalar { Value: "none" } ? double.PositiveInfinity : Numbers.Read(value, range);
}

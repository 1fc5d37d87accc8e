using System.Collections.Immutable;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Minimums;

/// <summary>Reads the document that holds the state minima.</summary>
internal static class MinimumsReader
{
    private static readonly Percent MostOfExpected = Percent.Of(1_000);

    public static Parsed<StopLossMinimums?> Read(string text, string file)
    {
        var document = DocumentReader.Read(text, file);
        if (document.Value is not { } read)
            return new Parsed<StopLossMinimums?>(null, document.Findings);
        var findings = new DocumentFindings();
        findings.AddRange(document.Findings);
        var minimums = Minimums(new DocumentSection(read.Root, findings));
        return new Parsed<StopLossMinimums?>(findings.Accepted ? minimums : null, findings.ToValueList());
    }

    private static StopLossMinimums Minimums(DocumentSection root)
    {
        var asOf = Head(root.Required("rules"));
        var rows = new List<StateMinimum>();
        foreach (var item in root.Required("minima").Items())
        {
            if (item.Section() is not { } section)
                continue;
            var row = Row(section, item);
            if (rows.Exists(other => other.Id == row.Id))
                item.Stop(StopLossCodes.NotAMinimum, $"Two rows are named '{row.Id}'. Give each its own name.");
            rows.Add(row);
        }
        var templates = Templates(root.Optional("templates"));
        root.Done();
        return new StopLossMinimums(asOf, rows.ToValueList(), templates);
    }

    private static DateOnly Head(DocumentValue value)
    {
        if (value.Section() is not { } rules)
            return default;
        foreach (var key in (string[])["id", "name", "currency"])
            rules.Required(key).Text();
        var asOf = rules.Required("as-of").Date() ?? default;
        rules.Done();
        return asOf;
    }

    private static StateMinimum Row(DocumentSection section, DocumentValue item)
    {
        var (least, most) = Sizes(section.Optional("employees"));
        var row = new StateMinimum
        {
            Id = section.Required("id").Identifier() ?? "",
            State = StateOf(section.Optional("state")),
            Status = section.Required("status").Choice<MinimumStatus>() ?? default,
            First = section.Optional("first").Date(),
            Last = section.Optional("last").Date(),
            LeastEmployees = least,
            MostEmployees = most,
            Specific = section.Optional("specific").Money(),
            Aggregate = AggregateOf(section.Optional("aggregate")),
            AllowsLasers = section.Optional("lasers").Boolean() ?? true,
            AsksForBoth = section.Optional("both-protections").Boolean() ?? false,
            RunOutMonths = section.Optional("run-out-months").Integer(0, 36) ?? 0,
            IsBarred = section.Optional("barred").Boolean() ?? false,
            Source = section.Required("source").Text() ?? "",
            Note = section.Optional("note").Text() ?? "",
        };
        section.Done();
        Consistent(row, item);
        return row;
    }

    private static void Consistent(StateMinimum row, DocumentValue item)
    {
        if (row.Last < row.First || row.MostEmployees < row.LeastEmployees)
            item.Stop(StopLossCodes.NotAMinimum,
                $"'{row.Id}' ends before it begins. Put 'first' and 'last', 'least' and 'most' in order.");
        if (row.IsChecked && row.State is null)
            item.Stop(StopLossCodes.NotAMinimum,
                $"'{row.Id}' holds for no state. Add 'state', or call it a model, superseded or defeated.");
        if (row.IsChecked && row is { Specific: null, Aggregate: null, IsBarred: false })
            item.Stop(StopLossCodes.NotAMinimum,
                $"'{row.Id}' asks for nothing. Add 'specific', 'aggregate' or 'barred', or call it conflicting.");
        if (row.Status != MinimumStatus.InForce && row.Status != MinimumStatus.Model && row.Note.Length == 0)
            item.Stop(StopLossCodes.NotAMinimum,
                $"'{row.Id}' is not plain law, so it needs a 'note' that says what is doubtful about it.");
    }

    private static Situs? StateOf(DocumentValue value)
    {
        if (value.Text() is not { } text)
            return null;
        if (Situs.TryParse(text, out var situs) && situs is { IsUnitedStates: true, Subdivision.Length: 2 })
            return situs;
        value.Stop(StopLossCodes.NotAMinimum,
            $"'{text}' is no state of the United States. Write US and two letters: US-CA.");
        return null;
    }

    private static (int? Least, int? Most) Sizes(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return (null, null);
        var sizes = (section.Optional("least").Integer(1, 1_000_000), section.Optional("most").Integer(1, 1_000_000));
        section.Done();
        return sizes;
    }

    private static AggregateMinimum? AggregateOf(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var perPerson = section.Optional("per-person");
        var counts = perPerson.IsPresent ? section.Required("counts") : section.Optional("counts");
        var minimum = new AggregateMinimum(
            perPerson.Money() ?? Money.Zero,
            counts.Choice<CountedHeads>() ?? default,
            section.Optional("percent-of-expected").Percent(Percent.None, MostOfExpected) ?? Percent.None,
            section.Optional("amount").Money() ?? Money.Zero);
        section.Done();
        return minimum;
    }

    private static ImmutableDictionary<PolicyTemplate, TemplateCaution> Templates(DocumentValue value)
    {
        var templates = ImmutableDictionary.CreateBuilder<PolicyTemplate, TemplateCaution>();
        foreach (var (key, caution) in value.Entries())
        {
            if (caution.Section() is not { } section)
                continue;
            var read = new TemplateCaution(
                section.Required("at-most").Money() ?? Money.Zero,
                section.Required("source").Text() ?? "", section.Required("note").Text() ?? "");
            section.Done();
            if (PolicyReader.Templates.TryGetValue(key, out var template) && template is { } known)
                templates[known] = read;
            else
                caution.Stop(StopLossCodes.NotAMinimum, $"There is no template '{key}'. Known:"
                    + $" {string.Join(", ", PolicyReader.Templates.Keys)}.");
        }
        return templates.ToImmutable();
    }
}

using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Terms;

/// <summary>Reads the provisions beside the benefit.</summary>
/// <param name="clauses">Of the document.</param>
internal sealed class ProvisionReader(ClauseBook clauses)
{
    private const int MostMonths = 720;

    public OccupationDefinition Occupation(DocumentValue value) => Of(value, section =>
        new OccupationDefinition(section.Optional("own-months").Integer(0, MostMonths), clauses.Cited(section)))
        ?? new OccupationDefinition(null, ClauseNumber.None);

    public RecurrentDisability Recurrent(DocumentValue value) => Of(value, section =>
    {
        if (!section.Has("days") && !section.Has("months"))
            value.Stop(DocumentCodes.MissingKey, "Write 'days' or 'months' back at work, 0 where there are none.");
        return new RecurrentDisability(
            section.Optional("days").Integer(0, 3_660) ?? 0,
            section.Optional("months").Integer(0, 120) ?? 0,
            clauses.Cited(section));
    }) ?? new RecurrentDisability(0, 0, ClauseNumber.None);

    public OverpaymentRecovery Recovery(DocumentValue value) => Of(value, section =>
        new OverpaymentRecovery(section.Required("rate").Percent() ?? default, clauses.Cited(section)))
        ?? new OverpaymentRecovery(default, ClauseNumber.None);

    public ValueList<Limitation> Limitations(DocumentValue value)
    {
        var limits = new List<Limitation>();
        foreach (var item in value.Items())
        {
            if (Of(item, section => new Limitation(
                section.Required("causes").OneOrMore()
                    .Select(cause => cause.Choice<DisabilityCause>()).OfType<DisabilityCause>().ToValueList(),
                section.Required("months").Integer(0, MostMonths) ?? 0,
                section.Optional("except-confined").Boolean() is true,
                clauses.Cited(section))) is not { } limit)
                continue;
            if (limits.Exists(other => other.Causes.Items.Intersect(limit.Causes.Items).Any()))
                item.Stop(DisabilityCodes.Twice, "One of these causes is limited above already. Keep one.");
            limits.Add(limit);
        }
        return limits.ToValueList();
    }

    public ValueList<Exclusion> Exclusions(DocumentValue value)
    {
        var words = Words.Meanings<ExcludedCircumstance>()
            .ToDictionary(word => word.Key, word => (ExcludedCircumstance?)word.Value, StringComparer.Ordinal);
        var exclusions = new List<Exclusion>();
        foreach (var (key, clause) in value.Entries())
        {
            if (words.TryGetValue(key, out var known))
                exclusions.Add(new Exclusion(known!.Value, clauses.Cited(clause)));
            else
                clause.Stop(DocumentCodes.NotAChoice, $"'{key}' is none of: {string.Join(", ", words.Keys)}."
                    + NearestWord.Suggestion(key, words.Keys));
        }
        return exclusions.ToValueList();
    }

    public PreExisting? PreExisting(DocumentValue value) => Of(value, section => new PreExisting(
        section.Required("look-back-months").Integer(1, 120) ?? 0,
        section.Required("insured-months").Integer(1, 120) ?? 0,
        clauses.Cited(section)));

    public WorkIncentive? Work(DocumentValue value) => Of(value, section => new WorkIncentive(
        section.Required("months").Integer(0, MostMonths) ?? 0,
        section.Optional("proportionate").Boolean() is true,
        section.Optional("index").Percent() ?? Percent.None,
        section.Optional("most-earnings").Percent() ?? Percent.Whole,
        clauses.Cited(section)));

    public CostOfLiving? CostOfLiving(DocumentValue value) => Of(value, section => new CostOfLiving(
        section.Required("share").Percent() ?? default,
        section.Required("after-months").Integer(1, MostMonths) ?? 1,
        section.Optional("years").Integer(1, 60) ?? 0,
        clauses.Cited(section)));

    public SurvivorBenefit? Survivor(DocumentValue value) => Of(value, section => new SurvivorBenefit(
        section.Required("months").Integer(1, 24) ?? 0,
        section.Required("after-days").Integer(0, 3_660) ?? 0,
        clauses.Cited(section)));

    public RehabilitationBenefit? Rehabilitation(DocumentValue value) => Of(value, section =>
        new RehabilitationBenefit(section.Required("share").Percent() ?? default, clauses.Cited(section)));

    public MaternityDefaults? Maternity(DocumentValue value) => Of(value, section => new MaternityDefaults(
        section.Required("vaginal-weeks").Integer(1, 52) ?? 0,
        section.Required("cesarean-weeks").Integer(1, 52) ?? 0,
        clauses.Cited(section)));

    private static T? Of<T>(DocumentValue value, Func<DocumentSection, T> read) where T : class
    {
        if (value.Section() is not { } section)
            return null;
        var one = read(section);
        section.Done();
        return one;
    }
}

using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>Reads the terms of an agreement, amended or not, for the days on which they hold.</summary>
internal sealed class AgreementTermsReader(AgreementHeader header, DocumentFindings findings)
{
    public AgreementTerms Read(DocumentMap map, DateRange inForce)
    {
        var document = new DocumentSection(map, findings);
        document.Optional("agreement");
        document.Optional("amendments");
        var clauses = new AgreementClauses(document.Required("clauses"), findings);
        var parties = new PartyReader(findings);
        var lines = Lines(document.Required("lines"), clauses);
        var byLine = new LineTermsReader(lines, clauses, findings);
        var terms = new AgreementTerms
        {
            InForce = inForce,
            Clauses = clauses.All,
            Employer = parties.Read(document.Required("employer"), header.Employer.Value),
            Administrator = parties.Read(document.Required("administrator"), header.Administrator.Value),
            Lines = lines,
            Fees = byLine.Fees(document.Required("fees")),
            Contributions = byLine.Contributions(document.Optional("contributions")),
            Funding = Funding(document.Required("funding"), clauses),
            Budget = byLine.Budget(document.Required("budget")),
            Surplus = Surplus(document.Required("surplus"), clauses),
            BankAccount = document.Required("bank-account").Text() ?? "",
        };
        document.Done();
        return terms;
    }

    private static ValueList<OfferedLine> Lines(DocumentValue lines, AgreementClauses clauses)
    {
        var offered = new List<OfferedLine>();
        var plans = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in lines.Entries())
        {
            if (LineTermsReader.Line(key, value) is not { } line || value.Section() is not { } section)
                continue;
            var clause = clauses.Cited(section);
            var ids = section.Required("plans").OneOrMore();
            var counts = section.Optional("counts");
            section.Done();
            foreach (var id in ids.Where(id => id.Text() is { } plan && !plans.Add(plan)))
            {
                id.Stop(FundingCodes.PlanOfferedTwice,
                    $"The plan '{id.Text()}' is offered a second time here. Offer each plan once, in its own line.");
            }
            var one = new OfferedLine(
                line, clause, ids.Select(id => new PlanId(id.Text() ?? "")).ToValueList(),
                counts.Choice<CoveredEmployees>() ?? CoveredEmployees.Enrolled);
            if (one.Counts == CoveredEmployees.EveryEmployee && !line.ReplacesIncome())
                counts.Stop(FundingCodes.CountsEverybody,
                    $"Only disability covers every employee without an enrolment; {Words.Of(line.ToString())} counts"
                    + " those who are enrolled in it. Take 'counts' out.");
            offered.Add(one);
        }
        if (offered.Count == 0 && lines.IsPresent)
            lines.Stop(FundingCodes.NothingOffered, "No line of coverage is offered. Add one, for example medical.");
        return offered.ToValueList();
    }

    private static FundingTerms Funding(DocumentValue value, AgreementClauses clauses)
    {
        if (value.Section() is not { } section)
            return new FundingTerms(default, default, 0, default, false);
        var terms = new FundingTerms(
            clauses.Cited(section),
            section.Required("request").Choice<RequestFrequency>() ?? default,
            section.Required("days-to-fund").Integer(0, 90) ?? 0,
            Target(section.Required("target-balance")),
            section.Optional("pay-beyond-funds").Boolean() is true);
        section.Done();
        return terms;
    }

    private static TargetBalance Target(DocumentValue value)
    {
        if (!value.IsMap)
            return new TargetBalance(value.Money() ?? Money.Zero, Percent.None, 0);
        var section = value.Section()!;
        var share = section.Required("share").Percent(Percent.None, Percent.Of(1200)) ?? Percent.None;
        var months = section.Required("of").Choice(Months) ?? 0;
        section.Done();
        return new TargetBalance(Money.Zero, share, months);
    }

    private static SurplusTerms Surplus(DocumentValue value, AgreementClauses clauses)
    {
        if (value.Section() is not { } section)
            return new SurplusTerms(default, default);
        var terms = new SurplusTerms(
            clauses.Cited(section), section.Required("use").Choice<SurplusUse>() ?? default);
        section.Done();
        return terms;
    }

    private static readonly Dictionary<string, int?> Months = new(StringComparer.Ordinal)
    {
        ["expected-month"] = 1,
        ["expected-year"] = 12,
    };
}

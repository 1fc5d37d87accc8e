using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>Reads the worked examples of a plan document.</summary>
/// <param name="segments">The plan's wordings, in order of date.</param>
/// <param name="findings">Receives what is wrong.</param>
internal sealed class ExampleReader(IReadOnlyList<ResolvedPlan> segments, DocumentFindings findings)
{
    private static readonly ExampleColumns Columns = new(
        "claim",
        [
            "claim", "member", "date", "form", "procedure", "revenue", "place", "diagnosis", "modifier", "bill type",
            "units", "tooth", "provider", "authorized", "network", "benefit", "billed", "priced", "contractual",
            "provider liability", "balance bill", "not covered", "allowed", "copay", "deductible", "coinsurance",
            "penalty", "plan pays", "member owes",
        ],
        ["claim", "member", "network", "billed", "priced", "allowed", "plan pays", "member owes"]);

    public ValueList<WorkedExample> Read(DocumentValue examples) =>
        examples.Items().Select(item => item.Section()).OfType<DocumentSection>().Select(One).ToValueList();

    private WorkedExample One(DocumentSection section)
    {
        var name = section.Required("name").Text() ?? "";
        var coverage = section.Optional("coverage").Choice<CoverageTier>();
        var day = section.Optional("date").Date();
        var members = Members(section.Required("members"));
        var claims = section.Required("claims");
        claims.Text();
        section.Done();
        var lines = new List<WorkedLine>();
        if (claims.Node is DocumentScalar text)
        {
            foreach (var row in new ExampleTable(text, Columns, findings).Rows)
            {
                if (Line(row, members, day) is not { } line)
                    continue;
                if (lines.Count > 0 && lines[^1].Claim != line.Claim
                    && lines.Exists(other => other.Claim == line.Claim))
                    row.Stop(PlanCodes.ExampleTable,
                        $"The claim '{line.Claim}' stands here again. Lines of one claim follow each other.");
                lines.Add(line);
            }
        }
        return new WorkedExample(
            name, coverage ?? (members.Count == 1 ? CoverageTier.EmployeeOnly : CoverageTier.Family),
            members.Values.ToValueList(), lines.ToValueList(), section.Map.Place);
    }

    private Dictionary<string, WorkedMember> Members(DocumentValue value)
    {
        var members = new Dictionary<string, WorkedMember>(StringComparer.Ordinal);
        foreach (var (name, entry) in value.Entries())
        {
            if (entry.Section() is not { } person)
                continue;
            var born = person.Required("born").Date();
            var covered = person.Optional("covered-from").Date();
            person.Done();
            members.Add(name, new WorkedMember(name, born ?? default, covered ?? segments[0].InForce.First));
        }
        return members;
    }

    private WorkedLine? Line(ExampleRow row, Dictionary<string, WorkedMember> members, DateOnly? day)
    {
        if (!members.TryGetValue(row["member"], out var member))
        {
            row.Stop(
                PlanCodes.ExampleName, $"'{row["member"]}' is none of the members: {string.Join(", ", members.Keys)}.");
            return null;
        }
        if (Date(row, day) is not { } date)
            return null;
        if (segments.FirstOrDefault(segment => segment.InForce.Contains(date)) is not { } plan)
        {
            row.Stop(PlanCodes.ExampleDate, string.Create(CultureInfo.InvariantCulture,
                $"The plan is not in force on {date:yyyy-MM-dd}. Choose a day within its dates."));
            return null;
        }
        Known(row, "network", plan.Tiers.Select(tier => tier.Id));
        if (row["benefit"].Length > 0)
            Known(row, "benefit", plan.Benefits.Select(benefit => benefit.Id));
        var line = Line(row, member, date, plan);
        foreach (var (whole, amount, parts, sum) in line.Expected.Disagreements(line.Billed))
            row.Stop(
                PlanCodes.ExampleSum, $"'{whole}' is {amount}, but {parts} make {sum}. Mend the one that is wrong.");
        return line;
    }

    private static WorkedLine Line(ExampleRow row, WorkedMember member, DateOnly date, ResolvedPlan plan) => new()
    {
        Claim = row["claim"],
        Member = member,
        Date = date,
        Service = new ServiceKey(
            Form(row, plan), row.Code("procedure"), row.Code("revenue"), row.Code("place"), row.Code("diagnosis"),
            member.AgeOn(date), row.Code("modifier"), row.Code("bill type")),
        Units = Units(row),
        Tooth = row["tooth"],
        Provider = row["provider"] is { Length: > 0 } provider ? provider : row["claim"],
        Authorized = YesUnlessNo(row),
        Tier = row["network"],
        Benefit = row["benefit"] is { Length: > 0 } benefit ? benefit : null,
        Billed = row.Money("billed"),
        Priced = row.Money("priced"),
        Expected = new WorkedSplit(
            row.Money("contractual"), row.Money("provider liability"), row.Money("balance bill"),
            row.Money("not covered"),
            row.Money("allowed"), row.Money("copay"), row.Money("deductible"), row.Money("coinsurance"),
            row.Money("penalty"), row.Money("plan pays"), row.Money("member owes")),
        Place = row.Place,
    };

    private static DateOnly? Date(ExampleRow row, DateOnly? otherwise)
    {
        var text = row["date"];
        if (text.Length == 0 && otherwise is not null)
            return otherwise;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        row.Stop(PlanCodes.ExampleTable, text.Length == 0
            ? "The row has no date. Add the column 'date', or the key 'date' beside 'members' for all rows."
            : $"'{text}' under 'date' is not a date such as 2026-01-31.");
        return null;
    }

    private static ClaimForm Form(ExampleRow row, ResolvedPlan plan)
    {
        var otherwise = plan.Line == LineOfCoverage.Dental ? ClaimForm.Dental
            : row["revenue"].Length > 0 ? ClaimForm.Institutional : ClaimForm.Professional;
        switch (row["form"])
        {
            case "":
                return otherwise;
            case "professional":
                return ClaimForm.Professional;
            case "institutional":
                return ClaimForm.Institutional;
            case "dental":
                return ClaimForm.Dental;
            case var word:
                row.Stop(
                    PlanCodes.ExampleTable, $"'{word}' under 'form' is none of: professional, institutional, dental.");
                return otherwise;
        }
    }

    private static Quantity Units(ExampleRow row)
    {
        var text = row["units"];
        if (text.Length == 0)
            return Quantity.One;
        if (Quantity.TryParse(text, out var units) && units > Quantity.Zero)
            return units;
        row.Stop(PlanCodes.ExampleTable, $"'{text}' under 'units' is not a number above zero.");
        return Quantity.One;
    }

    private static bool YesUnlessNo(ExampleRow row)
    {
        var text = row["authorized"];
        if (text is not ("" or "yes" or "no"))
            row.Stop(PlanCodes.ExampleTable, $"'{text}' under 'authorized' is not yes or no.");
        return text != "no";
    }

    private static void Known(ExampleRow row, string column, IEnumerable<string> names)
    {
        var text = row[column];
        var known = names.ToList();
        if (!known.Contains(text))
        {
            row.Stop(PlanCodes.ExampleName,
                $"'{text}' under '{column}' is none of: {string.Join(", ", known)}."
                + $"{NearestWord.Suggestion(text, known)}");
        }
    }
}

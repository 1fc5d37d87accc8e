using OpenAso.Kernel;

namespace OpenAso.Documents.Tests;

public class DocumentSectionTests
{
    private enum Window
    {
        CalendarYear,
        PlanYear,
        Lifetime,
    }

    // What stands behind the key, the reader that asks, and what the author is told.
    [Theory]
    [InlineData("1,500", "money", "DOC014", "'1,500' is not an amount with a point and at most two decimals")]
    [InlineData("$30", "money", "DOC014", "'$30' is not an amount")]
    [InlineData("1e3", "money", "DOC014", "'1e3' is not an amount")]
    [InlineData("1.005", "money", "DOC014", "'1.005' is not an amount")]
    [InlineData("-5", "money", "DOC020", "-5.00 is out of range: expected 0.00 to")]
    [InlineData("[1]", "money", "DOC012", "Here stands a list; expected a single value.")]
    [InlineData("{a: 1}", "money", "DOC012", "Here stands a map of keys and values; expected a single value.")]
    [InlineData("", "money", "DOC013", "Nothing stands here. Write the value, or leave the key out.")]
    [InlineData("null", "text", "DOC013", "Nothing stands here.")]
    [InlineData("'  '", "text", "DOC013", "Nothing stands here.")]
    [InlineData("2026-1-1", "date", "DOC015", "'2026-1-1' is not a date from 1900 to 2199 as year-month-day")]
    [InlineData("2026-02-30", "date", "DOC015", "'2026-02-30' is not a date")]
    [InlineData("01/31/2026", "date", "DOC015", "is not a date")]
    [InlineData("20", "percent", "DOC016", "'20' is not a percentage with its sign, for example 20%.")]
    [InlineData("0.2", "percent", "DOC016", "'0.2' is not a percentage")]
    [InlineData("120%", "percent", "DOC020", "120% is out of range: expected 0% to 100%.")]
    [InlineData("1.5", "integer", "DOC017", "'1.5' is not a whole number in digits")]
    [InlineData("twelve", "integer", "DOC017", "'twelve' is not a whole number")]
    [InlineData("99999999999", "integer", "DOC017", "is not a whole number")]
    [InlineData("13", "integer", "DOC020", "13 is out of range: expected 1 to 12.")]
    [InlineData("maybe", "boolean", "DOC018", "'maybe' is not yes or no.")]
    [InlineData("on", "boolean", "DOC018", "'on' is not yes or no.")]
    [InlineData("calender-year", "choice", "DOC019",
        "'calender-year' is none of: calendar-year, plan-year, lifetime. Did you mean 'calendar-year'?")]
    [InlineData("CalendarYear", "choice", "DOC019", "Did you mean 'calendar-year'?")]
    [InlineData("weekly", "choice", "DOC019", "'weekly' is none of: calendar-year, plan-year, lifetime.")]
    [InlineData("Office Visit", "identifier", "DOC021", "'Office Visit' is not an identifier of lower-case letters")]
    [InlineData("-x", "identifier", "DOC021", "is not an identifier")]
    [InlineData("5", "section", "DOC012", "Here stands a single value; expected keys with values.")]
    [InlineData("", "section", "DOC013", "Nothing stands here. Write keys with values")]
    [InlineData("5", "list", "DOC012", "Here stands a single value; expected a list")]
    public void A_value_of_the_wrong_kind_says_what_was_expected(
        string value, string reader, string code, string message)
    {
        var findings = new DocumentFindings();
        var section = Section($"clause: 4.2\nkey: {value}\n", findings);

        Read(section.Required("key"), reader);

        var finding = Assert.Single(findings.ToValueList());
        Assert.Equal((code, 2, "key (clause 4.2)"), (finding.Code, finding.Place.Line, finding.Place.Path));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Equal(Severity.Fatal, finding.Severity);
    }

    [Theory]
    [InlineData("coinsurence", "Did you mean 'coinsurance'?")]
    [InlineData("copya", "Did you mean 'copay'?")]
    [InlineData("deductable", "Did you mean 'deductible'?")]
    [InlineData("family_deductible", "Did you mean 'family-deductible'?")]
    public void A_misspelt_key_is_named_with_the_nearest_known_one(string key, string suggestion)
    {
        var findings = new DocumentFindings();
        var section = Section($"{key}: 1\n", findings);
        foreach (var known in new[] { "coinsurance", "copay", "deductible", "family-deductible" })
            section.Optional(known);

        section.Done();

        var finding = Assert.Single(findings.ToValueList());
        Assert.Equal((DocumentCodes.UnknownKey, 1, 1), (finding.Code, finding.Place.Line, finding.Place.Column));
        Assert.Equal($"There is no key '{key}' here. {suggestion}"
            + " Known here: coinsurance, copay, deductible, family-deductible.", finding.Message);
    }

    [Fact]
    public void A_key_far_from_all_known_ones_gets_no_suggestion()
    {
        var findings = new DocumentFindings();
        var section = Section("window: 1\n", findings);
        section.Optional("copay");

        section.Done();

        Assert.Equal(
            "There is no key 'window' here. Known here: copay.", Assert.Single(findings.ToValueList()).Message);
    }

    [Fact]
    public void A_key_that_already_stands_there_is_not_suggested()
    {
        var findings = new DocumentFindings();
        var section = Section("copay: 1\ncopays: 2\n", findings);
        section.Optional("copay");

        section.Done();

        Assert.DoesNotContain("Did you mean", Assert.Single(findings.ToValueList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_key_is_named_with_the_map_that_lacks_it()
    {
        var findings = new DocumentFindings();
        var outer = Section("office:\n  copay: 30\n", findings);

        outer.Required("name").Text();
        outer.Required("office").Section()!.Required("clause").Text();

        Assert.Equal([
            "plan.yaml(1,1) name: DOC011 The key 'name' is missing. Add it to the document.",
            "plan.yaml(2,3) office.clause: DOC011 The key 'clause' is missing here. Add it under 'office'.",
        ], findings.ToValueList().Select(finding => finding.ToString()));
    }

    [Fact]
    public void Sound_values_are_read_without_a_finding()
    {
        var findings = new DocumentFindings();
        var section = Section("""
            text: "  some words "
            date: 2026-01-31
            money: 37.50
            percent: 12.5 %
            integer: 12
            boolean: yes
            negation: false
            choice: plan-year
            identifier: office-visit-2
            list: [a, b]
            one: a
            map: {x: 1, y: 2}
            """, findings);

        Assert.Equal("some words", section.Required("text").Text());
        Assert.Equal(new DateOnly(2026, 1, 31), section.Required("date").Date());
        Assert.Equal(new Money(3750), section.Required("money").Money());
        Assert.Equal(new Percent(125_000), section.Required("percent").Percent());
        Assert.Equal(12, section.Required("integer").Integer(1, 12));
        Assert.True(section.Required("boolean").Boolean());
        Assert.False(section.Required("negation").Boolean());
        Assert.Equal(Window.PlanYear, section.Required("choice").Choice<Window>());
        Assert.Equal("office-visit-2", section.Required("identifier").Identifier());
        Assert.Equal(["a", "b"], section.Required("list").Items().Select(item => item.Text()!));
        Assert.Equal(["a"], section.Required("one").OneOrMore().Select(item => item.Text()!));
        Assert.Equal(["x", "y"], section.Required("map").Entries().Select(entry => entry.Key));
        Assert.Null(section.Optional("absent").Money());
        Assert.Null(section.Optional("absent").Choice<Window>());
        section.Done();
        Assert.Empty(findings.ToValueList());
    }

    private static void Read(DocumentValue value, string reader)
    {
        var answer = reader switch
        {
            "money" => value.Money() is null,
            "text" => value.Text() is null,
            "date" => value.Date() is null,
            "percent" => value.Percent() is null,
            "integer" => value.Integer(1, 12) is null,
            "boolean" => value.Boolean() is null,
            "choice" => value.Choice<Window>() is null,
            "identifier" => value.Identifier() is null,
            "section" => value.Section() is null,
            "list" => value.Items().IsEmpty,
            _ => throw new ArgumentOutOfRangeException(nameof(reader)),
        };
        Assert.True(answer);
    }

    private static DocumentSection Section(string text, DocumentFindings findings) =>
        new(DocumentReader.Read(text, "plan.yaml").Value!.Root, findings);
}

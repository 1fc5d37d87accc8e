using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>The top of an agreement: what no amendment changes.</summary>
internal sealed record AgreementHeader(
    EmployerId Employer, TenantId Administrator, string Currency, DateRange Effective, PlanYear Year, int RunOutMonths)
{
    /// <summary>Reads the top; null where it is too faulty to go on.</summary>
    public static AgreementHeader? Read(DocumentSection document)
    {
        var employer = Party(document, "employer");
        var administrator = Party(document, "administrator");
        if (document.Required("agreement").Section() is not { } agreement)
            return null;
        var currency = CurrencyOf(agreement.Required("currency"));
        var year = YearOf(agreement.Optional("year-starts"));
        var first = agreement.Required("first").Date();
        var last = agreement.Optional("last");
        var end = last.IsPresent ? last.Date() : DateOnly.MaxValue;
        var runOut = agreement.Required("run-out-months").Integer(0, 36);
        agreement.Done();
        if (first > end)
            last.Stop(FundingCodes.Dates, "The last day is before the first. Exchange them.");
        return employer is null || administrator is null || currency is null || first is not { } begin
            || end is not { } close || begin > close || runOut is null
            ? null
            : new AgreementHeader(new EmployerId(employer), new TenantId(administrator), currency,
                new DateRange(begin, close), year, runOut.Value);
    }

    private static string? Party(DocumentSection document, string key) =>
        document.Required(key).Section()?.Required("id").Identifier();

    private static PlanYear YearOf(DocumentValue starts)
    {
        if (starts.Text() is not { } text)
            return PlanYear.Calendar;
        if (DateOnly.TryParseExact(
            "2001-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Day <= 28)
            return new PlanYear(day.Month, day.Day);
        starts.Stop(FundingCodes.YearStart,
            $"'{text}' is not a month and a day from 1 to 28, for example 07-01 for the first of July.");
        return PlanYear.Calendar;
    }

    private static string? CurrencyOf(DocumentValue value)
    {
        if (value.Text() is not { } text)
            return null;
        if (text.Length == 3 && text.All(char.IsAsciiLetterUpper))
            return text;
        value.Stop(FundingCodes.NotACurrency, $"'{text}' is not a currency's three capital letters, for example USD.");
        return null;
    }
}

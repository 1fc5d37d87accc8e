using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Claims;

/// <summary>Wages that the employer paid an employee in a calendar year besides the benefits of the claim.</summary>
/// <remarks>They count as paid before the year's benefits.</remarks>
/// <param name="Year">The calendar year.</param>
/// <param name="SocialSecurity">Wages for social security tax, whether or not cut at the wage base.</param>
/// <param name="Medicare">Wages for Medicare tax.</param>
/// <param name="Unemployment">Wages for federal unemployment tax; null where nobody has said.</param>
public sealed record YearWages(int Year, Money SocialSecurity, Money Medicare, Money? Unemployment);

/// <summary>Reads wages by year.</summary>
internal static class YearWagesReader
{
    public static ValueList<YearWages> Read(DocumentValue value)
    {
        var years = new List<YearWages>();
        foreach (var section in value.Items().Select(item => item.Section()).OfType<DocumentSection>())
        {
            var year = section.Required("year");
            var one = new YearWages(
                year.Integer(1900, 2199) ?? 0,
                section.Required("social-security").Money() ?? default,
                section.Required("medicare").Money() ?? default,
                section.Optional("unemployment").Money());
            section.Done();
            if (years.Exists(other => other.Year == one.Year))
                year.Stop(DisabilityCodes.Twice, "The wages of this year stand here already. Keep one.");
            years.Add(one);
        }
        return years.OrderBy(year => year.Year).ToValueList();
    }
}

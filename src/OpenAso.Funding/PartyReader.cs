using OpenAso.Documents;

namespace OpenAso.Funding;

/// <summary>Reads the parties of an agreement.</summary>
internal sealed class PartyReader(DocumentFindings findings)
{
    /// <summary>Reads one party.</summary>
    /// <param name="value">Its map.</param>
    /// <param name="id">As the agreement was signed; an amendment may change everything but this.</param>
    public Party Read(DocumentValue value, string id)
    {
        if (value.Section() is not { } section)
            return new Party("", "", new PostalAddress("", "", "", ""), "");
        var given = section.Required("id");
        if (given.Identifier() is { } changed && changed != id)
        {
            findings.Stop(FundingCodes.PartyChanged, given.Node!.Place,
                $"The agreement is with '{id}', and an amendment cannot make it '{changed}'. Write a new agreement.");
        }
        var party = new Party(
            section.Required("name").Text() ?? "",
            Ein(section.Required("ein")),
            Address(section.Required("address")),
            section.Required("phone").Text() ?? "");
        section.Done();
        return party;
    }

    private static string Ein(DocumentValue value)
    {
        if (value.Text() is not { } text)
            return "";
        if (text.Length == 10 && text[2] == '-' && text.Where((_, index) => index != 2).All(char.IsAsciiDigit))
            return text;
        value.Stop(FundingCodes.NotAnEin,
            $"'{text}' is not an employer identification number: two digits, a hyphen, seven digits,"
            + " as in 12-3456789.");
        return "";
    }

    private static PostalAddress Address(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return new PostalAddress("", "", "", "");
        var address = new PostalAddress(
            section.Required("street").Text() ?? "",
            section.Required("city").Text() ?? "",
            section.Required("state").Text() ?? "",
            section.Required("postal-code").Text() ?? "");
        section.Done();
        return address;
    }
}

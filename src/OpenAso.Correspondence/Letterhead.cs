using OpenAso.Correspondence.Html;
using OpenAso.Members;

namespace OpenAso.Correspondence;

/// <summary>Who writes a letter, and how they can be reached.</summary>
/// <param name="Plan">The plan as members know it, for example "Acme Benefit Plan".</param>
/// <param name="Administrator">The administrator that writes for the plan.</param>
/// <param name="Address">Where letters to the plan go.</param>
/// <param name="Phone">Where questions are answered; empty where nowhere.</param>
/// <param name="Website">Where the plan can be read; empty where nowhere.</param>
public sealed record Letterhead(string Plan, string Administrator, Address Address, string Phone, string Website)
{
    internal HtmlNode Header() => HtmlElement.Of("header",
        HtmlElement.Of("p", HtmlElement.Of("strong", Plan)),
        HtmlElement.Of("p", $"Administered by {Administrator}"),
        HtmlElement.Of("p", Reach())).With("class", "letterhead");

    /// <summary>The address on one line, phone and website behind.</summary>
    internal string Reach() => string.Join(" · ",
        new[] { string.Join(", ", Lines(Address)), Phone, Website }.Where(part => part.Length > 0));

    /// <summary>A name with the address below it.</summary>
    internal static HtmlNode Addressee(string name, Address address)
    {
        var parts = new List<HtmlNode> { name };
        foreach (var line in Lines(address))
        {
            parts.Add(HtmlElement.Of("br"));
            parts.Add(line);
        }
        return HtmlElement.Of("address", [.. parts]);
    }

    internal static IEnumerable<string> Lines(Address address)
    {
        var town = Joined(", ", address.City, address.State);
        return new[] { address.Street, address.Street2, Joined(" ", town, address.PostalCode) }
            .Where(line => line.Length > 0);
    }

    private static string Joined(string between, params IEnumerable<string> parts) =>
        string.Join(between, parts.Where(part => part.Length > 0));
}

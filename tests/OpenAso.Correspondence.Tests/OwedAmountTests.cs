using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using static OpenAso.Correspondence.Tests.Household;

namespace OpenAso.Correspondence.Tests;

/// <summary>Whatever was decided, and whatever stands in the names, the page owes to the cent what the determinations
/// do, and nobody's text becomes markup.</summary>
public class OwedAmountTests
{
    private static readonly Household Family = new();
    private static readonly Gen<Money> Amount = Gen.Frequency((1, Gen.Const(0L)), (2, Gen.Long[0, 5_000_000]))
        .Select(cents => new Money(cents));

    private static readonly Gen<LineDetermination> Line =
        from above in Gen.Select(Amount, Amount, Amount, Gen.Bool)
        from shares in Gen.Select(Amount, Amount, Amount, Amount)
        from paid in Gen.Select(Amount, Amount)
        from denial in Gen.Int[(int)Denial.BeforeCoverage, (int)Denial.LifetimeLimitReached]
        select Whole(new LineDetermination
        {
            Contractual = above.Item4 ? above.Item1 : Money.Zero,
            BalanceBill = above.Item4 ? Money.Zero : above.Item1,
            MemberNotCovered = above.Item2,
            Copay = shares.Item1,
            Deductible = shares.Item2,
            Coinsurance = shares.Item3,
            Penalty = shares.Item4,
            PlanPaid = paid.Item1,
            OtherPaid = paid.Item2,
            CobRelief = Money.Min(paid.Item2, shares.Item3),
            Denial = above.Item2.IsZero ? Denial.None : (Denial)denial,
            Benefit = -1,
        });

    private static readonly Gen<(LineDetermination[] Lines, bool Void)[]> Claims =
        Gen.Select(Line.Array[1, 4], Gen.Bool).Array[1, 4];

    [Fact]
    public void What_a_page_says_that_a_member_owes_is_what_the_determinations_say() =>
        Gen.Select(Claims, HtmlPageTests.Text).Sample((claims, text) =>
        {
            var explained = claims.Select((claim, i) => Claim(claim.Lines, claim.Void, text, i)).ToArray();
            var page = HtmlPageTests.Parse(ExplanationOfBenefits.Write(Request(explained, text)).ToString());

            var owed = Cells(page, "amount owe");
            var totals = Cells(page, "amount owe all");
            Assert.Equal(
                explained.SelectMany(claim => claim.Determination.Lines).Select(line => line.MemberOwes), owed);
            Assert.Equal(explained.Select(claim => claim.Determination.MemberOwes), totals);
            Assert.Equal(totals.Total(), Summary(page)[^1]);
            // Charge less what others bear is what is owed: the column adds up as a reader would add it.
            Assert.Equal(Summary(page)[^1], Summary(page)[..^1].Total());
        });

    [Fact]
    public void Nobodys_text_becomes_markup() =>
        Gen.Select(Claims, HtmlPageTests.Text.Where(text => text.Trim().Length > 0)).Sample((claims, text) =>
        {
            var plain = ExplanationOfBenefits.Write(Request(Explained("x"), "x")).ToString();
            var page = ExplanationOfBenefits.Write(Request(Explained(text), text)).ToString();

            // The same elements in the same order, whatever the text is; and the text is there.
            Assert.Equal(Elements(plain), Elements(page));
            Assert.Contains(text, HtmlPageTests.Parse(page).Root!.Element("body")!.Value, StringComparison.Ordinal);

            ExplainedClaim[] Explained(string words) =>
                [.. claims.Select((claim, i) => Claim(claim.Lines, claim.Void, words, i))];
        });

    private static IEnumerable<string> Elements(string page) =>
        HtmlPageTests.Parse(page).Descendants().Select(element => element.Name.LocalName);

    private static LineDetermination Whole(LineDetermination line)
    {
        var allowed = line.PlanPaid + line.OtherPaid + line.Copay + line.Deductible + line.Coinsurance + line.Penalty
            - line.CobRelief;
        return line with
        {
            Allowed = allowed,
            Billed = line.Contractual + line.BalanceBill + line.MemberNotCovered + allowed,
        };
    }

    private static ExplainedClaim Claim(LineDetermination[] lines, bool isVoid, string text, int number)
    {
        var claim = new Claim
        {
            Id = new ClaimId(ContentHash.Of($"{number}"), 1),
            Form = Plans.ClaimForm.Professional,
            PatientControlNumber = text,
            Received = new DateOnly(2026, 3, 1),
            Patient = new PatientReference(text, true, new PersonName(text, text), null, Sex.Unknown),
            Billing = new BillingProvider(Npi.None, "", text, Address.Unknown),
            Billed = lines.Total(line => line.Billed),
            Lines = [.. lines.Select((line, i) => Household.Line(i + 1, "99213", 1m, new DateOnly(2026, 2, 1)))],
        };
        var determination = new Determination
        {
            Claim = claim.Id,
            Status = isVoid ? ClaimStatus.Void : ClaimStatus.Payable,
            Lines = isVoid ? Array.ConvertAll(lines, line => line.Reversed()) : lines,
            Payee = PayeeKind.Provider,
        };
        return new ExplainedClaim(claim, determination, isVoid ? claim : null);
    }

    private static ExplanationRequest Request(ExplainedClaim[] claims, string text) => new()
    {
        Sender = Household.Sender with { Plan = text, Administrator = text, Phone = text },
        Addressee = new PersonName(text, text),
        Address = new Address(text, text, text, text, text),
        Patient = new PersonName(text, text),
        MemberId = text,
        Decided = new DateOnly(2026, 3, 5),
        Claims = claims.ToValueList(),
        Plans = Family.Plans,
        Procedure = Procedure,
        Used = [new LimitUsed(text, Plans.LimitMeasure.Visits, false, 1, 2, DateRange.From(DateOnly.MinValue))],
    };

    private static List<Money> Cells(XDocument page, string css) =>
        [.. page.Descendants("td").Where(cell => cell.Attribute("class")?.Value == css).Select(Read)];

    private static List<Money> Summary(XDocument page) =>
    [
        .. page.Descendants("table").Single(table => table.Attribute("class")?.Value == "summary")
            .Descendants("td").Select(Read),
    ];

    private static Money Read(XElement cell) => Money.Exactly(decimal.Parse(
        cell.Value.Replace("$", "", StringComparison.Ordinal).Replace('−', '-'), CultureInfo.InvariantCulture));
}

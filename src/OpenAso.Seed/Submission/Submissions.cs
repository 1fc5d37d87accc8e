using System.Globalization;
using OpenAso.Kernel;
using OpenAso.Seed.Care;
using OpenAso.Seed.People;
using OpenAso.Seed.Prices;

namespace OpenAso.Seed.Submission;

/// <summary>Numbers a household's claims and decides when, how and how often each is sent.</summary>
internal sealed class Submissions(Household household, SeedWindow window)
{
    private static readonly string[] CosmeticProcedures = ["15823", "15877", "17380", "15788"];

    private readonly SeedStream _root = household.Stream.Branch(6000);
    private readonly List<ClaimDraft> _sent = [];
    private int _numbers;

    /// <summary>What arrives within the window, in no particular order.</summary>
    public List<ClaimDraft> Of(List<ClaimDraft> claims)
    {
        var ordered = claims.OrderBy(claim => claim.First).ThenBy(claim => claim.Patient.Number).ToList();
        ordered.AddRange(AfterTheEnd(ordered));
        for (var i = 0; i < ordered.Count; i++)
        {
            var stream = _root.Branch(i);
            var claim = ordered[i] with { ControlNumber = NextNumber() };
            Send(claim, TroubleTable.Draw(claim, stream), stream);
        }
        return _sent;
    }

    private void Send(ClaimDraft claim, Trouble trouble, SeedStream stream)
    {
        var arrives = claim.Last.AddDays(LagTable.Draw(claim.Form, stream));
        var number = claim.ControlNumber;
        var later = arrives.AddDays(stream.Between(18, 50));
        switch (trouble)
        {
            case Trouble.Duplicate:
                Arrive(claim, arrives);
                Arrive(claim, later);
                break;
            case Trouble.Replaced:
                Arrive(claim, arrives);
                Arrive(Corrected(claim) with { Frequency = '7', Original = number }, later);
                break;
            case Trouble.Voided:
                Arrive(claim, arrives);
                Arrive(claim with { ControlNumber = NextNumber(), Frequency = '8', Original = number }, later);
                break;
            case Trouble.Suspect:
                Arrive(claim, arrives);
                Arrive(Corrected(claim), later);
                break;
            case Trouble.Late:
                Arrive(
                    claim,
                    claim.Last.AddDays(stream.Percent(50) ? stream.Between(200, 330) : stream.Between(370, 430)));
                break;
            case Trouble.OtherPayer:
                Arrive(claim with { OtherPayment = PaidElsewhere(claim, arrives.AddDays(3), stream) }, later);
                break;
            default:
                Arrive(Changed(claim, trouble, stream), arrives);
                break;
        }
    }

    private static ClaimDraft Changed(ClaimDraft claim, Trouble trouble, SeedStream stream) => trouble switch
    {
        Trouble.UnknownMember => claim with { MemberId = Mistyped(claim.MemberId, stream) },
        Trouble.Cosmetic => Cosmetic(claim, stream.Pick(CosmeticProcedures)),
        Trouble.Unpriced => Unpriced(claim, stream.Pick(UnpricedCodes.All)),
        Trouble.Accident => claim with { Accident = stream.Percent(60) ? "AA" : "EM" },
        Trouble.LostOriginal => claim with { Frequency = '7', Original = $"LOST{claim.ControlNumber[3..]}" },
        _ => claim,
    };

    // Somebody who has left still shows the old card.
    private IEnumerable<ClaimDraft> AfterTheEnd(List<ClaimDraft> claims)
    {
        var stream = _root.Branch(-1);
        foreach (var person in household.People)
        {
            if (person.Last is not { } last || !stream.Percent(40))
                continue;
            var day = last.AddDays(stream.Between(3, 45));
            var usual = claims.FirstOrDefault(claim =>
                claim.Patient == person && claim is { Form: SeedForm.Professional, Place: "11", Lines.Length: < 4 });
            if (usual is not null && window.Contains(day))
                yield return usual with
                {
                    First = day,
                    Last = day,
                    Lines = [.. usual.Lines.Select(line => line with { Day = day })],
                };
        }
    }

    private ClaimDraft Corrected(ClaimDraft claim) => claim with
    {
        ControlNumber = NextNumber(),
        Lines = claim.Lines.SetItem(0, claim.Lines[0] with { Charge = claim.Lines[0].Charge + Money.Of(5) }),
    };

    private static string Mistyped(string id, SeedStream stream)
    {
        var position = stream.Between(4, id.Length - 1);
        var wrong = (char)('0' + (id[position] - '0' + stream.Between(1, 9)) % 10);
        return string.Concat(id.AsSpan(0, position), [wrong], id.AsSpan(position + 1));
    }

    private static ClaimDraft Cosmetic(ClaimDraft claim, string procedure) => claim with
    {
        Diagnoses = ["Z411"],
        Authorization = "",
        Lines =
        [
            new LineDraft
            {
                Procedure = procedure, Day = claim.First, Charge = claim.Billing.Charge(ProcedurePrices.Of(procedure)),
            },
        ],
    };

    private static ClaimDraft Unpriced(ClaimDraft claim, string procedure) => claim with
    {
        Lines = claim.Lines.Add(new LineDraft
        {
            Procedure = procedure,
            Day = claim.First,
            Charge = claim.Billing.Charge(ProcedurePrices.Of(procedure)),
            Description = "SERVICE WITHOUT A CODE OF ITS OWN",
        }),
    };

    private static OtherPayment PaidElsewhere(ClaimDraft claim, DateOnly decided, SeedStream stream)
    {
        var contractual = claim.Charge.Ratio(stream.Between(20, 35), 100, Rounding.Down);
        var patient = claim.Charge.Ratio(stream.Between(8, 25), 100, Rounding.Down);
        return new OtherPayment(claim.Charge - contractual - patient, contractual, patient, decided);
    }

    private void Arrive(ClaimDraft claim, DateOnly day)
    {
        var known = claim.Patient.Known;
        var received = SeedWindow.BatchDay(day < known ? known : day);
        if (received <= window.Last)
            _sent.Add(claim with { Received = received });
    }

    private string NextNumber() =>
        string.Create(CultureInfo.InvariantCulture, $"{household.Id}-{++_numbers:D4}");
}

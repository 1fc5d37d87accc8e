using OpenAso.Correspondence;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;

namespace OpenAso.Operations.Writing;

/// <summary>Writes the letter of a notice to a carrier.</summary>
internal static class NoticeLetters
{
    public static string Of(EmployerTerms terms, StopLossDesk desk, CarrierNotice notice, DateOnly written)
    {
        var told = notice.Notice;
        var watched = desk.Position.Watch.Items.FirstOrDefault(one => one.Claimant == told.Claimant);
        return new CarrierNoticeLetter
        {
            Sender = Letterheads.Of(terms, written),
            Carrier = desk.Policy.Carrier,
            Written = written,
            Policy = (desk.Policy.Number, terms.NameOn(written), desk.Policy.Period),
            Claimant = (desk.NameOf(told.Claimant), told.Claimant),
            Because = $"{told.Because}",
            ArisenOn = told.ArisenOn,
            DueOn = told.DueOn,
            Eligible = watched?.Eligible,
            Deductible = watched?.Deductible,
            Seen =
            [
                .. (watched?.Diagnoses.Items ?? []).Select(one => new CarrierNoticeSight(one.Name, one.On)),
                .. (watched?.Stays.Items ?? []).Select(one => new CarrierNoticeSight(
                    $"{Counted.Of(one.Days, "day", "days")} in hospital", one.First)),
            ],
            Currency = terms.Agreement.Currency,
        }.ToPage().ToString();
    }
}

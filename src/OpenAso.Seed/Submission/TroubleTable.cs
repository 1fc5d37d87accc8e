using OpenAso.Seed.Care;

namespace OpenAso.Seed.Submission;

/// <summary>How often claims are out of the ordinary, of ten thousand.</summary>
internal static class TroubleTable
{
    private static readonly (Trouble Trouble, int Times)[] Table =
    [
        (Trouble.Duplicate, 80), (Trouble.Replaced, 80), (Trouble.Voided, 30), (Trouble.UnknownMember, 180),
        (Trouble.Late, 60), (Trouble.Cosmetic, 50), (Trouble.Unpriced, 260), (Trouble.OtherPayer, 250),
        (Trouble.Suspect, 140), (Trouble.Accident, 100), (Trouble.LostOriginal, 50),
    ];

    private static readonly int[] Weights =
        [.. Table.Select(row => row.Times), 10_000 - Table.Sum(row => row.Times)];

    public static Trouble Draw(ClaimDraft claim, SeedStream stream)
    {
        var row = stream.Weighted(Weights);
        var trouble = row < Table.Length ? Table[row].Trouble : Trouble.None;
        return Fits(trouble, claim) ? trouble : Trouble.None;
    }

    private static bool Fits(Trouble trouble, ClaimDraft claim) => trouble switch
    {
        Trouble.Unpriced or Trouble.Suspect or Trouble.Accident => claim.Form == SeedForm.Professional,
        Trouble.Cosmetic => claim.Form == SeedForm.Professional && claim.Place == "11",
        _ => true,
    };
}

using OpenAso.Seed.Care;

namespace OpenAso.Seed.Submission;

/// <summary>How long claims take from the last day of service until they are sent.</summary>
internal static class LagTable
{
    // Up to so many days, as often as the weight says.
    private static readonly int[] Days = [2, 7, 14, 30, 60, 120, 200];
    private static readonly int[] Professional = [4, 30, 30, 22, 9, 4, 1];
    private static readonly int[] Institutional = [1, 12, 32, 34, 14, 6, 1];
    private static readonly int[] Dental = [22, 42, 20, 11, 4, 1, 0];

    public static int Draw(SeedForm form, SeedStream stream)
    {
        var row = stream.Weighted(form switch
        {
            SeedForm.Professional => Professional,
            SeedForm.Institutional => Institutional,
            _ => Dental,
        });
        return stream.Between(row == 0 ? 1 : Days[row - 1] + 1, Days[row]);
    }
}

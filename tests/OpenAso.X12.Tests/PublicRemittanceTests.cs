using OpenAso.X12.Remittances;

namespace OpenAso.X12.Tests;

public class PublicRemittanceTests
{
    // True faults of these files: a decimal point that became a delimiter, a cent, a payment that its lines do not
    // come to, and payments below zero.
    private static readonly string[] Unbalanced =
    [
        "tertiary-payment.835: claim 50580155533, line 1: SVC03 = SVC02 less CAS; expected 23020.00, found 1766.50",
        "tertiary-payment.835: claim 50580155533: CLP03 = sum of SVC02; expected 24599.00, found 1766.50",
        "sample1.txt: claim 999999999999: CLP04 = CLP03 less CAS of claim and lines; expected 0.01, found 0.00",
        "sample1.txt: transaction: BPR02 is not below zero: carry it forward (FB); expected 0.00, found -6173.50",
        "sample1.txt: transaction: BPR02 is not below zero: carry it forward (FB); expected 0.00, found -6173.40",
        "sample2.txt: claim EDY1X1D880000: CLP04 = CLP03 less CAS of claim and lines; expected 2998.00, found 4000.00",
    ];

    [Fact]
    public void Public_remittances_balance_but_for_those_that_are_known_not_to()
    {
        Assert.SkipUnless(PublicSamples.Present, $"No public samples in {PublicSamples.Folder}: set OPENASO_SAMPLES.");
        var remittances = PublicSamples.Files.SelectMany(
            path => RemittanceExamples.Read(File.ReadAllBytes(path)).Remittances,
            (path, remittance) => (Name: Path.GetFileName(path), Remittance: remittance)).ToList();

        Assert.Equal(16, remittances.Count);
        Assert.Equal(Unbalanced, remittances.SelectMany(
            file => RemittanceBalance.Check(file.Remittance), (file, imbalance) => $"{file.Name}: {imbalance}"));
    }
}

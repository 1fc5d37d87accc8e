using System.Globalization;
using OpenAso.Kernel;

namespace OpenAso.Claims.Tests;

internal static class Assertions
{
    /// <summary>The identities of docs/calculation.md § 5 hold for every line that is decided.</summary>
    public static void Balances(Claim claim, Determination determination)
    {
        if (determination.Status is ClaimStatus.Pended)
        {
            Assert.Empty(determination.Movements);
            Assert.All(determination.Lines, line => Assert.Equal(Money.Zero, line.PlanPaid));
            return;
        }
        for (var i = 0; i < determination.Lines.Length; i++)
        {
            var line = determination.Lines[i];
            Assert.Equal(line.Billed,
                line.Contractual + line.ProviderLiability + line.BalanceBill + line.MemberNotCovered + line.Allowed);
            Assert.Equal(line.Allowed,
                line.PlanPaid + line.OtherPaid + line.Copay + line.Deductible + line.Coinsurance
                    + line.Penalty - line.CobRelief);
            if (determination.Status != ClaimStatus.Void)
                Assert.Equal(claim.Lines[i].Charge, line.Billed);
            AddUp(determination, i, line);
        }
    }

    private static void AddUp(Determination determination, int index, LineDetermination line)
    {
        var steps =
            determination.Steps.Where(step => step.Line == index && step.Kind != StepKind.OutOfPocketMaximum).ToList();
        var taken = steps.Where(step => step.Kind != StepKind.PlanPays).Total(step => step.Amount);
        Assert.Equal(line.PlanPaid, line.Billed - taken);
        Assert.Equal(line.PlanPaid, steps[^1].Amount);
    }

    /// <summary>Reads <c>copay deductible coinsurance plan</c> and compares.</summary>
    public static void Shares(this Determination determination, string expected)
    {
        var line = determination.Lines[0];
        var actual = string.Join(' ', new[] { line.Copay, line.Deductible, line.Coinsurance, line.PlanPaid });
        var wanted = string.Join(' ', expected.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(amount => Money.Exactly(decimal.Parse(amount, CultureInfo.InvariantCulture))));
        Assert.Equal(wanted, actual);
    }
}

using System.Globalization;
using CsCheck;
using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

/// <summary>What always holds of notices, filings and recoveries.</summary>
public class FilingLawTests
{
    private static readonly StopLossPolicy Policy = Tables.Policy(
        """
        deductible: 1000
        lines: [medical, rx]
        basis: 15/12
        lasers: [{ claimant: P1, deductible: 2500 }, { claimant: P2, excluded: true }]
        aggregating: 700
        reimbursement: 90%
        maximum: 3000
        run-in: { amount: 400 }
        """,
        """
        lines: [medical, dental]
        basis: 12/15
        factors: [{ line: medical, tier: single, monthly: 100 }]
        """,
        "notices: { diagnoses: { cancer: [C50] } }\n");

    private static readonly List<CensusUnits> Units = [.. Census([.. Enumerable.Repeat(3, 12)], new int[12])];

    // Refunds give back what the same claim paid, so that none stands alone.
    private static readonly Gen<ClaimPayment[]> Payments = Gen.Select(
            Gen.Int[0, 4], Gen.Int[-60, 380], Gen.Int[0, 120], Gen.Int[1, 200_000], Gen.Int[0, 11], Gen.Int[0, 12])
        .Array[1, 30]
        .Select(rows => rows.SelectMany((row, index) => Claim(index, row)).ToArray());

    [Fact]
    public void Notices_and_watch_list_do_not_depend_on_the_order_of_payments() =>
        Gen.Select(Payments, Gen.Int[1, 1_000_000]).Sample((payments, seed) =>
        {
            var position = Position(Policy, "2026-12-31", payments, Units);
            var shuffled = Position(Policy, "2026-12-31", Shuffled(payments, seed), Units);

            Assert.Equal(position.Notices, shuffled.Notices);
            Assert.Equal(position.Watch, shuffled.Watch);
        });

    [Fact]
    public void Notices_kept_payment_by_payment_are_those_from_scratch() =>
        Payments.Sample(payments =>
        {
            var book = new StopLossBook(Policy, Day("2026-12-31"));
            var last = book.Position();
            foreach (var payment in payments)
            {
                book.Add(payment);
                last = book.Position();
            }

            Assert.Equal(Position(Policy, "2026-12-31", payments).Notices, last.Notices);
        });

    [Fact]
    public void Every_pack_comes_to_its_position_and_is_the_same_for_any_order_of_payments() =>
        Gen.Select(Payments, Gen.Int[1, 1_000_000]).Sample((payments, seed) =>
        {
            var position = Position(Policy, "2026-12-31", payments, Units);
            foreach (var claimant in position.Specific.Items.Where(one => one.Excess.IsPositive))
            {
                var filing = Specific(position, claimant.Claimant, payments);

                Assert.Equal(claimant.Eligible, SumOf(filing.Pack, "claims.csv", 10, counting: 11));
                Assert.Equal(claimant.Paid, SumOf(filing.Pack, "claims.csv", 10));
                Assert.Equal(claimant.Eligible, SumOf(filing.Pack, "payments.csv", 5));
                Assert.Equal(claimant.Reimbursable, filing.Requested);
                Assert.Equal(filing.Pack, Specific(position, claimant.Claimant, Shuffled(payments, seed)).Pack);
            }
        });

    [Fact]
    public void The_aggregates_pack_comes_to_its_position() =>
        Payments.Sample(payments =>
        {
            var position = Position(Policy, "2026-12-31", payments, Units);
            var filing = AggregateFiling.Of(new AggregateFilingMaterial
            {
                Policy = Policy,
                Position = position,
                Payments = payments,
                Census = Units,
                FiledOn = Day("2027-01-15"),
            }).Value;
            if (filing is null)
            {
                Assert.Equal(Money.Zero, position.Aggregate!.Reimbursable);
                return;
            }

            Assert.Equal(position.Aggregate!.Eligible, SumOf(filing.Pack, "report.csv", 3));
            Assert.Equal(position.Aggregate.Attachment, SumOf(filing.Pack, "census.csv", 5));
            Assert.Equal(position.Aggregate.Reimbursable, filing.Requested);
            Assert.Equal(
                position.Bearers.Total - position.Specific.Total(one => one.Paid), Money.Zero);
        });

    [Fact]
    public void A_filed_loss_is_received_outstanding_or_denied_whatever_is_tried_with_it() =>
        Gen.Select(Gen.Int[0, 6], Gen.Long[-100, 700_000], Gen.Int[0, 3]).Array[0, 20].Sample(tries =>
        {
            var loss = RecoveryTests.Filed();
            var day = loss.FiledOn;
            foreach (var (state, cents, days) in tries)
            {
                var to = (RecoveryState)state;
                var amount = to is RecoveryState.Approved or RecoveryState.Received ? new Money(cents) : Money.Zero;
                loss = RecoveryRules.Next(loss, new RecoveryStep(to, day = day.AddDays(days), amount, "because")).Value;

                Assert.Equal(loss.Requested, loss.Received + loss.Outstanding + loss.Denied);
                Assert.False(loss.Received.IsNegative || loss.Outstanding.IsNegative || loss.Denied.IsNegative);
            }
        });

    [Fact]
    public void What_was_filed_is_paid_in_outstanding_denied_or_withdrawn_and_ages_to_what_is_outstanding() =>
        Gen.Select(
                Payments, Gen.Select(Gen.Int[0, 4], Gen.Int[1, 300_000], Gen.Int[0, 364], Gen.Int[0, 3]).Array[0, 12])
            .Sample((payments, filings) =>
            {
                var position = Position(Policy, "2026-12-31", payments, Units);
                var recoveries = filings.Select((one, index) => Filed(index, one)).ToList();
                var rows = RecoveryPosition.Of(Policy, position, recoveries, []);

                Assert.All(rows.Items, row => Assert.Equal(
                    row.Filed, row.PaidIn + row.Outstanding + row.Denied + row.Withdrawn));
                Assert.All(rows.Items, row => Assert.True(
                    row.PayableToCarrier.IsZero || (row.Outstanding.IsZero && row.Received > row.Reimbursable)));
                Assert.Equal(
                    rows.Total(row => row.Outstanding),
                    ReceivableAgeing.Of(Policy, position, recoveries, []).Total);
            });

    private static Recovery Filed(int index, (int Who, int Cents, int Day, int Fate) one)
    {
        var filed = RecoveryTests.Filed($"F{index:D2}", $"P{one.Who}", new Money(one.Cents).ToString());
        var on = Day("2026-01-01").AddDays(one.Day);
        var half = new Money((one.Cents + 1) / 2);
        ValueList<RecoveryStep> steps =
        [
            new RecoveryStep(RecoveryState.Filed, on, Money.Zero, ""),
            new RecoveryStep(RecoveryState.Approved, on, half, ""),
            new RecoveryStep(RecoveryState.Received, on, half, ""),
        ];
        return filed with { Steps = steps.Items.Take(Math.Max(one.Fate, 1)).ToValueList() };
    }

    private static IEnumerable<ClaimPayment> Claim(
        int index, (int Who, int Incurred, int Paid, int Cents, int Kind, int Stay) row)
    {
        var incurred = Day("2026-01-01").AddDays(row.Incurred);
        var paid = incurred.AddDays(row.Paid);
        var payment = new ClaimPayment
        {
            Claim = $"c{index:D2}",
            Claimant = $"P{row.Who}",
            Certificate = $"P{row.Who}",
            Line = row.Kind switch
            {
                0 => LineOfCoverage.Dental,
                1 => LineOfCoverage.Pharmacy,
                _ => LineOfCoverage.Medical,
            },
            Incurred = incurred,
            Dates = new PaymentDates(paid, paid, paid, null),
            Amount = new Money(row.Cents),
            IneligibleBecause = row.Kind == 2 ? "experimental" : null,
            Diagnosis = row.Kind == 3 ? "C50" : "",
            ConfinementDays = row.Stay,
        };
        yield return payment;
        if (row.Kind < 6)
            yield break;
        var back = paid.AddDays(row.Kind);
        yield return payment with
        {
            Amount = -new Money(row.Kind == 11 ? row.Cents : (row.Cents + 1) / 2),
            Dates = new PaymentDates(back, back, back, null),
        };
    }

    private static SpecificFiling Specific(
        StopLossPosition position, string claimant, IReadOnlyCollection<ClaimPayment> payments) =>
        SpecificFiling.Of(new SpecificFilingMaterial
        {
            Policy = Policy,
            Position = position,
            Claimant = claimant,
            Payments = payments,
            FiledOn = Day("2027-01-15"),
        }).Value!;

    private static Money SumOf(FilingPack pack, string name, int column, int? counting = null) =>
        pack.Find(name)!.Text.Split('\n')[1..^1].Select(row => row.Split(','))
            .Where(cells => counting is not { } counts || cells[counts] == "y")
            .Total(cells => cells[column].Length == 0 ? Money.Zero : Amount(cells[column]));

    private static ClaimPayment[] Shuffled(ClaimPayment[] payments, int seed) =>
        [.. payments.Index().OrderBy(pair => ContentHash.Of(
            string.Create(CultureInfo.InvariantCulture, $"{seed} {pair.Index}"))).Select(pair => pair.Item)];
}

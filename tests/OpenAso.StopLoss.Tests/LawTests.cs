using CsCheck;
using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Tests;

/// <summary>What holds for every policy and every course of payments.</summary>
public class LawTests
{
    private static readonly DateOnly PeriodFirst = new(2026, 1, 1);

    private static readonly Gen<Money> Amount = Gen.Long[1, 400_000_00].Select(cents => new Money(cents));

    private static readonly Gen<StopLossPolicy> Policies = Gen.Select(
        Gen.Int[0, 2_000], Gen.Int[0, 500], Gen.Int[0, 100], Gen.Int[0, 3],
        Gen.Enum<LaseredDollars>(), Gen.Bool, Gen.Bool)
        .Select((deductible, aggregating, share, maximum, variant, perCertificate, erodes) => new StopLossPolicy
        {
            Number = "SL",
            Version = default,
            Situs = default,
            Period = new DateRange(PeriodFirst, new DateOnly(2026, 12, 31)),
            Specific = new SpecificTerms
            {
                Deductible = Money.Of(deductible * 100),
                Per = perCertificate ? CountedUnit.Certificate : CountedUnit.Person,
                Lines = [LineOfCoverage.Medical, LineOfCoverage.Pharmacy],
                Basis = Months(12, 15),
                Lasers = perCertificate ? [] : [new Laser("P1", Money.Of((deductible * 100) + 150_000))],
                Aggregating = Money.Of(aggregating * 1_000),
                LaserExcessErodesAggregating = erodes,
                Reimbursement = Percent.Of(share),
                Maximum = maximum == 0 ? null : Money.Of(maximum * 50_000),
                RunIn = maximum == 1 ? new RunInLimit(Money.Of(20_000), 45) : RunInLimit.None,
            },
            Aggregate = new AggregateTerms
            {
                Lines = [LineOfCoverage.Medical, LineOfCoverage.Dental],
                Basis = Months(15, 15),
                Factors = [new AggregateFactor(LineOfCoverage.Medical, "single", Money.Of(deductible))],
                Corridor = Percent.Of(125),
                Maximum = maximum == 0 ? null : Money.Of(maximum * 100_000),
                Reimbursement = Percent.Of(share),
                LaseredDollars = variant,
                Accommodation = new Accommodation(Money.Of(aggregating), erodes, Money.Zero, Recoupment.Monthly),
                RunIn = maximum == 2 ? new RunInLimit(Money.Of(30_000), null) : RunInLimit.None,
            },
        });

    // Payments with voids and refunds of them, whole and in part, some after the window; claims share numbers.
    private static readonly Gen<ClaimPayment[]> Payments = Gen.Select(
        Gen.Int[0, 9], Gen.Int[0, 3], Gen.Enum<LineOfCoverage>(), Gen.Int[-120, 400], Gen.Int[0, 220], Amount,
        Gen.Int[0, 9])
        .Select((claim, person, line, incurred, wait, amount, turn) => Row(
            $"c{claim}", $"P{person}", line, PeriodFirst.AddDays(incurred), wait, turn < 3 ? -amount : amount, turn))
        .Array[0, 25];

    [Fact]
    public void The_position_is_the_same_for_any_order_of_payments_and_refunds() =>
        Gen.Select(Policies, Payments, Gen.Int[0, 1_000_000]).Sample((policy, payments, seed) =>
        {
            var shuffled = payments.ToArray();
            new Random(seed).Shuffle(shuffled);

            return Position(policy, payments) == Position(policy, shuffled);
        });

    [Fact]
    public void A_position_kept_payment_by_payment_is_the_one_made_from_scratch() =>
        Gen.Select(Policies, Payments).Sample((policy, payments) =>
        {
            var kept = Book(policy);
            for (var count = 0; count < payments.Length; count++)
            {
                kept.Add(payments[count]);
                if (kept.Position() != Position(policy, payments[..(count + 1)]))
                    return false;
            }
            return true;
        });

    [Fact]
    public void A_book_that_moves_on_day_by_day_ends_where_one_of_the_last_day_begins() =>
        Gen.Select(Policies, Payments, Gen.Int[0, 500]).Sample((policy, payments, days) =>
        {
            var moved = Book(policy, PeriodFirst);
            foreach (var payment in payments)
                moved.Add(payment);
            moved.AdvanceTo(PeriodFirst.AddDays(days / 2));
            moved.Position();
            moved.AdvanceTo(PeriodFirst.AddDays(days));
            var direct = Book(policy, PeriodFirst.AddDays(days));
            foreach (var payment in payments)
                direct.Add(payment);

            return moved.Position() == direct.Position();
        });

    // One payment a claim, some of them given back later, whole or in part.
    private static readonly Gen<ClaimPayment[]> Refunded = Gen.Select(
        Gen.Int[0, 2], Gen.Int[-60, 300], Gen.Int[0, 60], Amount, Gen.Int[0, 200], Gen.Int[0, 3])
        .Select((person, incurred, wait, amount, later, part) => (person, incurred, wait, amount, later, part))
        .Array[1, 20]
        .Select(rows => rows.SelectMany((row, index) => Row(row, index)).ToArray());

    [Fact]
    public void The_report_of_a_month_that_has_ended_does_not_change_when_money_comes_back_later() =>
        Gen.Select(Policies, Refunded, Gen.Int[1, 12]).Sample((policy, payments, month) =>
        {
            var then = Book(policy, PeriodFirst.AddMonths(month).AddDays(-1));
            var later = Book(policy);
            foreach (var payment in payments)
            {
                then.Add(payment);
                later.Add(payment);
            }
            var told = then.Position().Aggregate!.Months.Items.Select(row => row.CumulativeEligible);

            return told.SequenceEqual(
                later.Position().Aggregate!.Months.Items.Take(month).Select(row => row.CumulativeEligible));
        });

    [Fact]
    public void Every_cent_that_was_paid_is_borne_by_exactly_one() =>
        Gen.Select(Policies, Payments).Sample((policy, payments) =>
        {
            var position = Position(policy, payments);

            return position.Bearers.Total == position.Specific.Total(claimant => claimant.Paid)
                && position.Bearers.SpecificCarrier == position.SpecificTotal;
        });

    [Fact]
    public void The_aggregating_deductible_takes_the_whole_excess_up_to_its_amount() =>
        Gen.Select(Policies, Payments).Sample((policy, payments) =>
        {
            var position = Position(policy, payments);
            var terms = policy.Specific!;
            var eroding = position.Specific
                .Where(claimant => terms.LaserExcessErodesAggregating || !claimant.IsLasered)
                .Total(claimant => claimant.Excess);

            return position.AggregatingUsed == Money.Min(terms.Aggregating, eroding);
        });

    [Fact]
    public void The_specific_pays_no_more_under_a_higher_deductible() =>
        Gen.Select(Policies, Payments, Amount).Sample((policy, payments, more) =>
        {
            var higher = policy with
            {
                Specific = policy.Specific! with { Deductible = policy.Specific.Deductible + more, Lasers = [] },
            };
            var lower = policy with { Specific = policy.Specific! with { Lasers = [] } };

            // A cent for each claimant: the share is rounded for each.
            return Position(higher, payments).SpecificTotal.Cents <= Position(lower, payments).SpecificTotal.Cents + 4;
        });

    [Fact]
    public void The_aggregate_pays_no_more_under_a_higher_attachment() =>
        Gen.Select(Policies, Payments, Amount).Sample((policy, payments, more) =>
        {
            var higher = policy with
            {
                Aggregate = policy.Aggregate! with
                {
                    Minimum = MinimumAttachment.None with { Amount = Money.Of(1_000_000) + more },
                },
            };

            return Position(higher, payments).Aggregate!.Reimbursable
                <= Position(policy, payments).Aggregate!.Reimbursable;
        });

    // What both pay together may rise with the specific deductible: below 140,000 a person's 140,000 lose 40,000 to the
    // aggregating deductible, at 140,000 they are the aggregate's.
    [Fact]
    public void What_both_pay_together_may_rise_with_the_specific_deductible()
    {
        Money Both(string deductible)
        {
            var policy = Tables.Policy(
                $"deductible: {deductible}\nlines: [medical]\nbasis: 12/12\naggregating: 50000",
                """
                lines: [medical]
                basis: 12/12
                factors: [{ line: medical, tier: single, monthly: 0 }]
                minimum: { amount: 100000 }
                """);
            var position = Tables.Position(
                policy, "2026-12-31", Tables.Payments("c1 A 2026-02-01 2026-03-01 140000"),
                Tables.Census([.. Enumerable.Repeat(1, 12)], new int[12]));
            return position.SpecificTotal + position.Aggregate!.Reimbursable;
        }

        Assert.Equal(Money.Zero, Both("100000"));
        Assert.Equal(Money.Of(40_000), Both("140000"));
    }

    private static ContractBasis Months(int incurred, int paid) =>
        ContractBasis.OfMonths(incurred, paid, new DateRange(PeriodFirst, new DateOnly(2026, 12, 31)));

    private static ClaimPayment Row(
        string claim, string person, LineOfCoverage line, DateOnly incurred, int wait, Money amount, int turn) => new()
        {
            Claim = claim,
            Claimant = person,
            Certificate = person is "P0" or "P1" ? "E1" : "E2",
            Line = line,
            Incurred = incurred,
            Dates = new PaymentDates(
                incurred.AddDays(wait), incurred.AddDays(wait), turn == 9 ? null : incurred.AddDays(wait + turn), null),
            Amount = amount,
            IneligibleBecause = turn == 8 ? "experimental" : null,
        };

    private static IEnumerable<ClaimPayment> Row(
        (int Person, int Incurred, int Wait, Money Amount, int Later, int Part) row, int index)
    {
        var paid = Row(
            $"c{index}", $"P{row.Person}", LineOfCoverage.Medical, PeriodFirst.AddDays(row.Incurred), row.Wait,
            row.Amount, 0);
        var back = new Money(-row.Amount.Cents / Math.Max(row.Part, 1));
        return row.Part == 0 || back.IsZero
            ? [paid]
            : [paid, Row(paid.Claim, paid.Claimant, paid.Line, paid.Incurred, row.Wait + row.Later, back, 0)];
    }

    private static StopLossPosition Position(StopLossPolicy policy, IEnumerable<ClaimPayment> payments)
    {
        var book = Book(policy);
        foreach (var payment in payments)
            book.Add(payment);
        return book.Position();
    }

    private static StopLossBook Book(StopLossPolicy policy) => Book(policy, new DateOnly(2027, 3, 1));

    private static StopLossBook Book(StopLossPolicy policy, DateOnly asOf)
    {
        var book = new StopLossBook(policy, asOf);
        book.Cover(Enumerable.Range(1, 12).Select(month =>
            new CensusUnits(new Month(2026, month), LineOfCoverage.Medical, "single", 10 + month)));
        return book;
    }
}

using System.Data.Common;
using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Keeps booked benefits of disability.</summary>
internal static class BookedBenefitRows
{
    private const string Columns =
        "claim, number, kind, disability, first_day, through_day, version, plan, plan_hash, law_hash, family, line, "
            + "day, gross, offsets, owed, recovery, found, taxable, withheld, fica_wages, social_security, medicare, "
            + "employer_fica, payable, obligation, hash, advised";

    public static void Keep(WriteSession session, EmployerScope scope, BookedBenefit row) =>
        session.Connection.Execute(
            $"insert into disability_period (tenant, employer, {Columns}) values (@tenant, @employer, @Claim, "
                + "@Number, @Kind, @Disability, @FirstDay, @ThroughDay, @Version, @Plan, @PlanHash, @LawHash, @Family, "
                + "@Line, @Day, @Gross, @Offsets, @Owed, @Recovery, @Found, @Taxable, @Withheld, @FicaWages, "
                + "@SocialSecurity, @Medicare, @EmployerFica, @Payable, @Obligation, @Hash, @Advised)",
            scope.Bound(Record.Of(row, scope)));

    /// <summary>By claim and number, with the hash and the obligation as they are kept.</summary>
    public static IReadOnlyList<(BookedBenefit Row, string Hash, string Obligation, Money Payable)> Read(
        DbConnection connection, EmployerScope scope) => [.. connection
        .Query<Record>(
            $"""
            select claim, number, kind, disability, first_day FirstDay, through_day ThroughDay, version, plan,
              plan_hash PlanHash, law_hash LawHash, family, line, day, gross, offsets, owed, recovery, found, taxable,
              withheld, fica_wages FicaWages, social_security SocialSecurity, medicare, employer_fica EmployerFica,
              payable, obligation, hash, advised
            from disability_period where tenant = @tenant and employer = @employer order by claim, number
            """, scope.Bound())
        .Select(record => (record.ToRow(), record.Hash, record.Obligation, new Money(record.Payable)))];

    /// <summary>The benefits of which anything is paid, by the plan or by payroll as advised.</summary>
    public static HashSet<(string Claim, BenefitKey Key)> Paid(DbConnection connection, EmployerScope scope) =>
        connection.Query<(string Claim, string Kind, long Disability, string First)>(
            """
            select b.claim, b.kind, b.disability, b.first_day from disability_period b
            where b.tenant = @tenant and b.employer = @employer and exists (
              select 1 from payment_item i where i.tenant = b.tenant and i.employer = b.employer
                and i.family = b.family and i.claim = b.obligation and i.live = 1)
            union
            select b.claim, b.kind, b.disability, b.first_day from disability_period b
            join disability_advice_paid p on p.tenant = b.tenant and p.employer = b.employer and p.payroll = b.day
            where b.tenant = @tenant and b.employer = @employer and b.advised = 1
            """, scope.Bound())
        .Select(row => (
            row.Claim, new BenefitKey(KindOf(row.Kind), checked((int)row.Disability), Days.Parse(row.First))))
        .ToHashSet();

    /// <summary>The payrolls of which the employer had told by a day that they paid as advised.</summary>
    public static HashSet<DateOnly> PaidPayrolls(DbConnection connection, EmployerScope scope, DateOnly through) =>
        connection.Query<string>(
            "select payroll from disability_advice_paid where tenant = @tenant and employer = @employer "
                + "and paid <= @through", scope.Bound(new { through = Days.Text(through) }))
        .Select(Days.Parse).ToHashSet();

    /// <summary>What is booked up to a day and has no live payment yet.</summary>
    public static IEnumerable<(FamilyId Family, Obligation Obligation)> Open(
        DbConnection connection, EmployerScope scope, DateOnly through)
    {
        var items = connection.Query<(string Claim, string Payee, long Live)>(
            """
            select i.claim, i.payee_key, i.live from payment_item i
            join disability_period b on b.tenant = i.tenant and b.employer = i.employer and b.obligation = i.claim
            where i.tenant = @tenant and i.employer = @employer
            """, scope.Bound()).ToLookup(item => (item.Claim, item.Payee), item => item.Live == 1);
        foreach (var (row, _, _, _) in Read(connection, scope).Where(one => one.Row.Day <= through))
        {
            var id = row.Obligation(scope);
            foreach (var (payee, amount) in BenefitTransfers.Owed(row))
            {
                var before = items[(id.ToString(), payee.ToString())].ToList();
                if (!before.Contains(true))
                    yield return (row.Family, new Obligation
                    {
                        Key = new PaymentKey(id, 1, payee),
                        Employer = scope.Employer,
                        Plan = row.Plan,
                        Line = row.Line,
                        Received = row.Day,
                        Amount = amount,
                        EarlierPayments = before.Count,
                    });
            }
        }
    }

    /// <summary>What was paid up to a day by line, withheld tax included, and the employer's own tax not.</summary>
    public static Dictionary<LineOfCoverage, Money> PaidByLine(
        DbConnection connection, EmployerScope scope, DateOnly through) =>
        PaidOn(connection, scope, new DateRange(DateOnly.MinValue, through)).Where(paid => !paid.IsEmployersTax)
            .GroupBy(paid => paid.Line).ToDictionary(line => line.Key, line => line.Total(paid => paid.Amount));

    /// <summary>What was paid on each day by line, withheld tax included, and the employer's own apart; in no
    /// order.</summary>
    public static IEnumerable<(DateOnly Day, LineOfCoverage Line, bool IsEmployersTax, Money Amount)> PaidOn(
        DbConnection connection, EmployerScope scope, DateRange days) => connection
        .Query<(string Day, long Line, long IsTax, long Amount)>(
            $"""
            select p.day, b.line, case when i.payee_key = '{BenefitTransfers.EmployerFica}' then 1 else 0 end,
              sum(i.amount)
            from payment_item i
            join payment p on p.tenant = i.tenant and p.employer = i.employer and p.payment = i.payment
            join disability_period b on b.tenant = i.tenant and b.employer = i.employer and b.obligation = i.claim
            where i.tenant = @tenant and i.employer = @employer and i.live = 1 and p.day >= @first and p.day <= @last
            group by 1, 2, 3
            """, scope.Bound(new { first = Days.Text(days.First), last = Days.Text(days.Last) }))
        .Select(row => (Days.Parse(row.Day), (LineOfCoverage)row.Line, row.IsTax == 1, new Money(row.Amount)));

    private static string Word(BenefitKind kind) => Documents.Words.Of(kind.ToString());

    private static BenefitKind KindOf(string word) => Enum.GetValues<BenefitKind>().First(kind => Word(kind) == word);

    private sealed class Record
    {
        public string Claim { get; set; } = "";

        public long Number { get; set; }

        public string Kind { get; set; } = "";

        public long Disability { get; set; }

        public string FirstDay { get; set; } = "";

        public string ThroughDay { get; set; } = "";

        public long Version { get; set; }

        public string Plan { get; set; } = "";

        public string PlanHash { get; set; } = "";

        public string LawHash { get; set; } = "";

        public string Family { get; set; } = "";

        public long Line { get; set; }

        public string Day { get; set; } = "";

        public long Gross { get; set; }

        public long Offsets { get; set; }

        public long Owed { get; set; }

        public long Recovery { get; set; }

        public long Found { get; set; }

        public long Taxable { get; set; }

        public long Withheld { get; set; }

        public long FicaWages { get; set; }

        public long SocialSecurity { get; set; }

        public long Medicare { get; set; }

        public long EmployerFica { get; set; }

        public long Payable { get; set; }

        public string Obligation { get; set; } = "";

        public string Hash { get; set; } = "";

        public long Advised { get; set; }

        public static Record Of(BookedBenefit row, EmployerScope scope) => new()
        {
            Claim = row.Claim,
            Number = row.Number,
            Kind = Word(row.Key.Kind),
            Disability = row.Key.Disability,
            FirstDay = Days.Text(row.Key.First),
            ThroughDay = Days.Text(row.Through),
            Version = row.Version,
            Plan = row.Plan.Value,
            PlanHash = row.PlanHash.ToString(),
            LawHash = row.LawHash.ToString(),
            Family = row.Family.Value,
            Line = (long)row.Line,
            Day = Days.Text(row.Day),
            Gross = row.Amounts.Gross.Cents,
            Offsets = row.Amounts.Offsets.Cents,
            Owed = row.Amounts.Owed.Cents,
            Recovery = row.Amounts.Recovery.Cents,
            Found = row.Amounts.Found.Cents,
            Taxable = row.Amounts.Taxable.Cents,
            Withheld = row.Amounts.Withheld.Cents,
            FicaWages = row.Amounts.Fica.Wages.Cents,
            SocialSecurity = row.Amounts.Fica.SocialSecurity.Cents,
            Medicare = row.Amounts.Fica.Medicare.Cents,
            EmployerFica = row.Amounts.Fica.Employer.Cents,
            Payable = row.Payable.Cents,
            Obligation = row.Obligation(scope).ToString(),
            Hash = row.Hash().ToString(),
            Advised = row.IsAdvice ? 1 : 0,
        };

        public BookedBenefit ToRow() => new()
        {
            Claim = Claim,
            Number = checked((int)Number),
            Key = new BenefitKey(KindOf(Kind), checked((int)Disability), Days.Parse(FirstDay)),
            Through = Days.Parse(ThroughDay),
            Version = checked((int)Version),
            Plan = new PlanId(Plan),
            PlanHash = ContentHash.TryParse(PlanHash, out var plan) ? plan : default,
            LawHash = ContentHash.TryParse(LawHash, out var law) ? law : default,
            Family = new FamilyId(Family),
            Line = (LineOfCoverage)Line,
            Day = Days.Parse(Day),
            IsAdvice = Advised == 1,
            Amounts = new BenefitAmounts(
                new Money(Gross), new Money(Offsets), new Money(Owed), new Money(Recovery), new Money(Found),
                new Money(Taxable), new Money(Withheld))
            {
                Fica = new BenefitFica(
                    new Money(FicaWages), new Money(SocialSecurity), new Money(Medicare), new Money(EmployerFica)),
            },
        };
    }
}

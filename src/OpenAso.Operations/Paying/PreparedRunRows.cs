using System.Data.Common;
using System.Globalization;
using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Pending;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Paying;

/// <summary>Keeps payment runs as they were prepared, and what became of them.</summary>
internal static class PreparedRunRows
{
    private static readonly BulkInsert<(EmployerScope Scope, int Number, PreparedPayment Payment)> InsertPayment = new(
        "prepared_payment",
        ["tenant", "employer", "number", "payee_key", "claims", "amount", "is_first", "name"],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, (long)row.Number);
            binder.Bind(4, row.Payment.Payee.ToString());
            binder.Bind(5, (long)row.Payment.Claims);
            binder.Bind(6, row.Payment.Amount.Cents);
            binder.Bind(7, row.Payment.IsFirst ? 1L : 0L);
            binder.Bind(8, row.Payment.Name);
        });

    private static readonly BulkInsert<(EmployerScope Scope, int Number, PreparedHold Hold)> InsertHold = new(
        "prepared_hold",
        ["tenant", "employer", "number", "reason", "claims", "amount"],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, (long)row.Number);
            binder.Bind(4, row.Hold.Reason.ToString());
            binder.Bind(5, (long)row.Hold.Claims);
            binder.Bind(6, row.Hold.Amount.Cents);
        });

    private const string Columns =
        """
        select number, day, plan, available, beyond_funds BeyondFunds, point_out PointOut, prepared_by PreparedBy,
          prepared_at PreparedAt, prepared_from PreparedFrom, state, ended_by EndedBy, ended_at EndedAt,
          ended_from EndedFrom, reason, run
        from prepared_run where tenant = @tenant and employer = @employer
        """;

    /// <summary>A run of a number; null where there is none.</summary>
    public static PreparedRun? Find(DbConnection connection, EmployerScope scope, int number) =>
        Read(connection, scope, $"{Columns} and number = @number", new { number }).FirstOrDefault();

    /// <summary>The run that waits; null where none does.</summary>
    public static PreparedRun? Waiting(DbConnection connection, EmployerScope scope) =>
        Read(connection, scope, $"{Columns} and state = 'Waiting'", null).FirstOrDefault();

    /// <summary>The preparation that a payment run came of; null where none is kept.</summary>
    public static PreparedRun? OfRun(DbConnection connection, EmployerScope scope, int run) =>
        Read(connection, scope, $"{Columns} and run = @run", new { run }).FirstOrDefault();

    /// <summary>The newest preparations, newest first.</summary>
    public static IReadOnlyList<PreparedRun> Newest(DbConnection connection, EmployerScope scope, int most) =>
        Read(connection, scope, $"{Columns} order by number desc limit @most", new { most = (long)most });

    /// <summary>Keeps a run under the next number, with its entry in the access log.</summary>
    public static PreparedRun Add(WriteSession session, EmployerScope scope, PreparedRun run)
    {
        var number = checked((int)Numbering.Next(session, scope, "prepared_run"));
        session.Connection.Execute(
            """
            insert into prepared_run (tenant, employer, number, day, plan, available, beyond_funds, point_out,
              prepared_by, prepared_at, prepared_from, state, ended_by, ended_at, ended_from, reason, run)
            values (@tenant, @employer, @number, @day, @plan, @available, @beyond, @pointOut,
              @by, @at, @origin, @state, @endedBy, @endedAt, @endedFrom, @reason, @run)
            """, Values(scope, run with { Number = number }));
        session.Insert(InsertPayment, run.Payments.Items.Select(payment => (scope, number, payment)));
        session.Insert(InsertHold, run.Holds.Items.Select(hold => (scope, number, hold)));
        Enter(session, scope, number, run.Prepared);
        return run with { Number = number };
    }

    /// <summary>Ends a run that waits.</summary>
    /// <returns>False where it does not wait any more, and nothing was changed.</returns>
    public static bool End(
        WriteSession session, EmployerScope scope, int number, (PreparedState State, string Reason) how, Examiner by)
    {
        var ended = session.Connection.Execute(
            """
            update prepared_run set state = @state, ended_by = @by, ended_at = @at, ended_from = @origin,
              reason = @reason
            where tenant = @tenant and employer = @employer and number = @number and state = 'Waiting'
            """,
            scope.Bound(new
            {
                number,
                state = how.State.ToString(),
                by = by.Account,
                at = Moments.Text(by.Moment),
                origin = by.Origin,
                reason = how.Reason,
            })) == 1;
        if (ended)
            Enter(session, scope, number, by);
        return ended;
    }

    /// <summary>Notes the payment run that came of a preparation.</summary>
    public static void Executed(WriteSession session, EmployerScope scope, int number, int run) =>
        session.Connection.Execute(
            "update prepared_run set run = @run where tenant = @tenant and employer = @employer and number = @number",
            scope.Bound(new { number, run }));

    /// <summary>Payees that have been paid before.</summary>
    public static HashSet<string> KnownPayees(DbConnection connection, EmployerScope scope) => connection
        .Query<string>(
            "select distinct payee_key from payment where tenant = @tenant and employer = @employer and amount > 0",
            scope.Bound()).ToHashSet(StringComparer.Ordinal);

    private static void Enter(WriteSession session, EmployerScope scope, int number, Examiner by) =>
        AccessLog.Enter(session, new AccessEntry(
            scope, by.Moment, by.Account, AccessAction.Pay,
            string.Create(CultureInfo.InvariantCulture, $"run {number}"), by.Origin));

    private static DynamicParameters Values(EmployerScope scope, PreparedRun run) => scope.Bound(new
    {
        number = run.Number,
        day = Days.Text(run.Day),
        plan = run.Plan.ToString(),
        available = run.Available.Cents,
        beyond = run.BeyondFunds ? 1L : 0L,
        pointOut = run.PointOut.Cents,
        by = run.Prepared.Account,
        at = Moments.Text(run.Prepared.Moment),
        origin = run.Prepared.Origin,
        state = run.State.ToString(),
        endedBy = run.Ended?.Account ?? "",
        endedAt = run.Ended is { } ended ? Moments.Text(ended.Moment) : "",
        endedFrom = run.Ended?.Origin ?? "",
        reason = run.Reason,
        run = (long)run.Run,
    });

    private static List<PreparedRun> Read(DbConnection connection, EmployerScope scope, string sql, object? others)
    {
        var rows = connection.Query<Row>(sql, scope.Bound(others)).ToList();
        if (rows.Count == 0)
            return [];
        var numbers = new { numbers = rows.Select(row => row.Number).ToArray() };
        var payments = connection.Query<(
            long Number, string Payee, long Claims, long Amount, long IsFirst, string Name)>(
            "select number, payee_key, claims, amount, is_first, name from prepared_payment "
            + $"where tenant = @tenant and employer = @employer and number {connection.Among("numbers")}",
            scope.Bound(numbers)).ToLookup(row => row.Number);
        var holds = connection.Query<(long Number, string Reason, long Claims, long Amount)>(
            "select number, reason, claims, amount from prepared_hold "
            + $"where tenant = @tenant and employer = @employer and number {connection.Among("numbers")}",
            scope.Bound(numbers)).ToLookup(row => row.Number);
        return [.. rows.Select(row => row.ToRun(
            [.. payments[row.Number].Select(one => new PreparedPayment(
                PayeeId.Parse(one.Payee), checked((int)one.Claims), new Money(one.Amount), one.IsFirst == 1)
            { Name = one.Name })
                .OrderBy(one => one.Payee)],
            [.. holds[row.Number].Select(one => new PreparedHold(
                Enum.Parse<HoldReason>(one.Reason), checked((int)one.Claims), new Money(one.Amount)))
                .OrderBy(one => one.Reason)]))];
    }

    private sealed class Row
    {
        public long Number { get; set; }

        public string Day { get; set; } = "";

        public string Plan { get; set; } = "";

        public long Available { get; set; }

        public long BeyondFunds { get; set; }

        public long PointOut { get; set; }

        public string PreparedBy { get; set; } = "";

        public string PreparedAt { get; set; } = "";

        public string PreparedFrom { get; set; } = "";

        public string State { get; set; } = "";

        public string EndedBy { get; set; } = "";

        public string EndedAt { get; set; } = "";

        public string EndedFrom { get; set; } = "";

        public string Reason { get; set; } = "";

        public long Run { get; set; }

        public PreparedRun ToRun(ValueList<PreparedPayment> payments, ValueList<PreparedHold> holds) => new()
        {
            Number = checked((int)Number),
            Day = Days.Parse(Day),
            Plan = ContentHash.TryParse(Plan, out var plan)
                ? plan
                : throw new FormatException($"'{Plan}' names no plan of a payment run."),
            Available = new Money(Available),
            BeyondFunds = BeyondFunds == 1,
            PointOut = new Money(PointOut),
            Payments = payments,
            Holds = holds,
            Prepared = new Examiner(PreparedBy, Moments.Parse(PreparedAt), PreparedFrom),
            State = Enum.Parse<PreparedState>(State),
            Ended = EndedBy.Length > 0 ? new Examiner(EndedBy, Moments.Parse(EndedAt), EndedFrom) : null,
            Reason = Reason,
            Run = checked((int)Run),
        };
    }
}

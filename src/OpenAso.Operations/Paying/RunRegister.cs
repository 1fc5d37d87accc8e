using System.Data.Common;
using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Paying;

/// <summary>A payment run that was executed, in short.</summary>
/// <param name="Number">1 for the employer's first.</param>
/// <param name="Day">On which the payments were issued.</param>
/// <param name="Payments">How many of more than zero.</param>
/// <param name="Total">All of them together.</param>
public sealed record RunSummary(int Number, DateOnly Day, int Payments, Money Total);

/// <summary>A payment of a run.</summary>
/// <param name="Payment">Its number.</param>
/// <param name="Payee">Who is paid.</param>
/// <param name="Claims">What it is for, claims that are only told among them.</param>
/// <param name="Amount">Zero where the payee is only told.</param>
public sealed record RegisteredPayment(string Payment, PayeeId Payee, int Claims, Money Amount)
{
    /// <summary>What the payee is called; empty where it is not known.</summary>
    public string Name { get; init; } = "";
}

/// <summary>A file that a run has sent.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Bytes">Its length.</param>
public sealed record RegisteredFile(string Name, long Bytes);

/// <summary>What a payment run has paid and sent.</summary>
/// <param name="Summary">In short.</param>
/// <param name="Payments">The largest first.</param>
/// <param name="Files">Remittances (835).</param>
/// <param name="Approval">Who prepared and who approved it; null where that was not kept.</param>
public sealed record RunRegister(
    RunSummary Summary, ValueList<RegisteredPayment> Payments, ValueList<RegisteredFile> Files, PreparedRun? Approval);

/// <summary>Shows payment runs that were executed.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class RunRegisterUseCase(Books books)
{
    private const string Kind = "835";

    private const string Summaries =
        """
        select r.number, r.day, count(p.payment) Payments, sum(coalesce(p.amount, 0)) Total from payment_run r
        left join payment p on p.tenant = r.tenant and p.employer = r.employer and p.run = r.number and p.amount > 0
        where r.tenant = @tenant and r.employer = @employer
        """;

    /// <summary>The newest runs, newest first.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<RunSummary> Newest(EmployerScope scope, int most) => books.Database.Read(connection =>
        Read(connection, scope, " group by r.number, r.day order by r.number desc limit @most", new { most }));

    /// <summary>A run with its payments and files; null where there is none of the number.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="number">Of the run.</param>
    public RunRegister? Show(EmployerScope scope, int number) => books.Database.Read(connection =>
        Read(connection, scope, " and r.number = @number group by r.number, r.day", new { number }) is [var run]
            ? new RunRegister(
                run, Payments(connection, scope, number), Files(connection, scope, number),
                PreparedRunRows.OfRun(connection, scope, number))
            : null);

    /// <summary>A remittance file of a run, as it was sent; null where the run has none of the name.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="number">Of the run.</param>
    /// <param name="name">Of the file.</param>
    public byte[]? File(EmployerScope scope, int number, string name) => books.Database.Read(connection =>
        connection.QueryFirstOrDefault<byte[]?>(
            "select content from sent_file where tenant = @tenant and employer = @employer and kind = @kind "
            + "and run = @number and name = @name",
            scope.Bound(new { kind = Kind, number, name })));

    private static List<RunSummary> Read(DbConnection connection, EmployerScope scope, string how, object others) =>
        [.. connection.Query<(long Number, string Day, long Payments, long Total)>(
            Summaries + how, scope.Bound(others))
            .Select(row => new RunSummary(
                checked((int)row.Number), Days.Parse(row.Day), checked((int)row.Payments), new Money(row.Total)))];

    private static ValueList<RegisteredPayment> Payments(DbConnection connection, EmployerScope scope, int number)
    {
        var payments = connection.Query<(string Payment, string Payee, long Amount, long Claims)>(
            """
            select p.payment, p.payee_key, p.amount, count(i.claim) Claims from payment p
            left join payment_item i on i.tenant = p.tenant and i.employer = p.employer and i.payment = p.payment
            where p.tenant = @tenant and p.employer = @employer and p.run = @number
            group by p.payment, p.payee_key, p.amount order by p.amount desc, p.payee_key
            """, scope.Bound(new { number }))
            .Select(row => new RegisteredPayment(
                row.Payment, PayeeId.Parse(row.Payee), checked((int)row.Claims), new Money(row.Amount))).ToList();
        var names = PayeeNames.OfPayments(connection, scope, payments.Select(one => (one.Payee, one.Payment)));
        return [.. payments.Select(one => one with { Name = names.GetValueOrDefault(one.Payee, "") })];
    }

    private static ValueList<RegisteredFile> Files(DbConnection connection, EmployerScope scope, int number) =>
        [.. connection.Query<(string Name, long Bytes)>(
            "select name, length(content) from sent_file where tenant = @tenant and employer = @employer "
            + "and kind = @kind and run = @number order by name",
            scope.Bound(new { kind = Kind, number })).Select(row => new RegisteredFile(row.Name, row.Bytes))];
}

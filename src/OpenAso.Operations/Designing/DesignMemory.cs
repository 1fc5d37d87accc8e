using System.Data.Common;
using Dapper;
using OpenAso.Decision.Comparing;
using OpenAso.Decision.Designing;
using OpenAso.Kernel;
using OpenAso.Operations.Comparing;
using OpenAso.Plans;

namespace OpenAso.Operations.Designing;

/// <summary>What was computed last for whoever tries something out: a page and its pictures ask the same several times,
/// and a slider that moves asks for one thing anew and for the rest again.</summary>
/// <remarks>Nothing is kept beyond the books' last change. Safe for use from many threads.</remarks>
public sealed class DesignMemory
{
    private readonly RecentAnswers<(EmployerScope, BooksPosition, ValueList<PlanDesign>), PlanDesignAnswer> _plans =
        new(32);
    private readonly RecentAnswers<(EmployerScope, BooksPosition, ComparisonSettings), BooksComparison> _comparisons =
        new(16);

    private readonly RecentAnswers<(EmployerScope Scope, long Documents), ILookup<PlanId, Plan>> _versions = new(16);

    internal ILookup<PlanId, Plan> Versions(
        EmployerScope scope, long documents, Func<ILookup<PlanId, Plan>> read) =>
        _versions.Of((scope, documents), read);

    internal PlanDesignAnswer Plans(
        EmployerScope scope, BooksPosition at, ValueList<PlanDesign> plans, Func<PlanDesignAnswer> compute) =>
        _plans.Of((scope, at, plans), compute);

    internal BooksComparison Comparison(
        EmployerScope scope, BooksPosition at, ComparisonSettings settings, Func<BooksComparison> compute) =>
        _comparisons.Of((scope, at, settings), compute);
}

/// <summary>How far the books of an employer have come, as far as anything that is tried out hangs on it.</summary>
/// <param name="Documents">How many documents are kept; they are only ever added.</param>
/// <param name="Families">How often families were changed: their people, or by a decision.</param>
/// <param name="Bills">How many rows were billed, of fees and of premium.</param>
/// <param name="Runs">How many payment runs were made.</param>
internal readonly record struct BooksPosition(long Documents, long Families, long Bills, long Runs)
{
    /// <summary>As it is now.</summary>
    public static BooksPosition Of(DbConnection connection, EmployerScope scope)
    {
        var (documents, families, bills, runs) = connection.QuerySingle<(long, long, long, long)>(
            $"""
            select
              (select count(*) from document {Own}),
              (select coalesce(sum(version), 0) from family {Own}),
              (select count(*) from fee {Own}) + (select count(*) from stop_loss_premium {Own}),
              (select count(*) from payment_run {Own})
            """, scope.Bound());
        return new BooksPosition(documents, families, bills, runs);
    }

    private const string Own = "where tenant = @tenant and employer = @employer";
}

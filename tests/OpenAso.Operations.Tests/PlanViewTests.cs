using CsCheck;
using OpenAso.Operations.Employers;
using OpenAso.Operations.PlanDocuments;
using OpenAso.Tests.Postgres;

namespace OpenAso.Operations.Tests;

/// <summary>Plan documents, their examples, and what changed from version to version.</summary>
public sealed class PlanViewTests
{
    private static readonly Gen<string> Document =
        Gen.Int[0, 4].Array[0, 12].Select(lines => string.Join('\n', lines));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_version_of_a_plan_is_shown_with_what_it_makes_of_its_examples(bool onServer)
    {
        var address = onServer ? PostgresTestServer.NewDatabase() : null;
        try
        {
            await using var employer = await PaidEmployer.EmptyAsync(5, 1, postgres: address);
            var kept = EmployerDocuments.Current(employer.Books, employer.Scope)
                .First(document => document.Kind == DocumentKind.Plan && document.Id == "acme-ppo");
            var changed = kept with
            {
                Content = kept.Content.Replace(
                    "therapy visits, visits: 30", "therapy visits, visits: 25", StringComparison.Ordinal),
            };
            await employer.Books.Database.WriteAsync(
                session => EmployerDocuments.Keep(session, employer.Terms, [changed]),
                cancellation: TestContext.Current.CancellationToken);
            var plans = new PlanViewUseCase(employer.Books);

            Assert.Equal(
                [("acme-dental", 1), ("acme-hdhp", 1), ("acme-ppo", 2L)],
                plans.Current(employer.Scope).Select(plan => (plan.Id.Value!, plan.Number)));
            var first = plans.Show(employer.Scope, "acme-ppo", 1)!;
            var second = plans.Show(employer.Scope, "acme-ppo")!;
            Assert.Equal([2, 1], second.Versions.Select(version => version.Number));
            Assert.NotEqual(first.Plan.Version, second.Plan.Version);
            Assert.NotEmpty(first.Results);
            Assert.All(first.Results, result => Assert.True(result.Agrees));
            Assert.Null(plans.Show(employer.Scope, "acme-ppo", 3));
            Assert.Null(plans.Show(employer.Scope, "no-such-plan"));
            var lines = plans.Difference(employer.Scope, "acme-ppo", 1, 2)!
                .Where(line => line.Change != LineChange.Same)
                .Select(line => (line.Change, line.Text.Contains("25", StringComparison.Ordinal)));
            Assert.Equal([(LineChange.Removed, false), (LineChange.Added, true)], lines);
        }
        finally
        {
            if (address is not null)
                PostgresTestServer.Drop(address);
        }
    }

    [Fact]
    public void A_difference_holds_both_documents_whole_and_in_order() =>
        Gen.Select(Document, Document).Sample((before, after) =>
        {
            var lines = TextDifference.Of(before, after);
            return Whole(lines, LineChange.Added, line => line.Before) == before
                && Whole(lines, LineChange.Removed, line => line.After) == after;
        });

    [Fact]
    public void A_document_does_not_differ_from_itself() => Document.Sample(document =>
        TextDifference.Changed(TextDifference.Of(document, document), 3).Count == 0);

    [Fact]
    public void Of_one_changed_line_only_it_and_those_around_it_are_shown()
    {
        var lines = TextDifference.Changed(TextDifference.Of("1\n2\n3\n4\n5\n6\n7", "1\n2\n3\nfour\n5\n6\n7"), 1);
        Assert.Equal(
            ["Same 3 3 3", "Removed 4 0 4", "Added 0 4 four", "Same 5 5 5"],
            lines.Select(line => $"{line.Change} {line.Before} {line.After} {line.Text}"));
    }

    private static string Whole(
        IReadOnlyList<ComparedLine> lines, LineChange without, Func<ComparedLine, int> number)
    {
        var own = lines.Where(line => line.Change != without).ToList();
        Assert.Equal(Enumerable.Range(1, own.Count), own.Select(number));
        return string.Join('\n', own.Select(line => line.Text));
    }
}

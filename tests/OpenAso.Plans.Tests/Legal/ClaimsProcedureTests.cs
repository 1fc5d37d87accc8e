using OpenAso.Plans.Legal;

namespace OpenAso.Plans.Tests.Legal;

public class ClaimsProcedureTests
{
    private const string File = "rules/claims-procedure.yaml";

    [Fact]
    public void An_appeal_may_be_made_for_180_days_and_is_answered_within_60()
    {
        var parsed = ClaimsProcedure.Read(Repository.Read(File), File);

        Assert.Empty(parsed.Findings);
        var told = parsed.Value!;
        Assert.Equal((180, 60, 4),
            (told.AppealWithinDays, told.AnsweredWithinDays, told.ExternalReviewWithinMonths));
    }

    [Theory]
    [InlineData("  within-days: 180\n", "", "DOC011")]
    [InlineData("within-days: 180", "within-days: soon", "DOC017")]
    [InlineData("phone:", "telephone:", "DOC010")]
    [InlineData("rules:", "rule:", "DOC010")]
    public void A_document_that_is_not_understood_is_not_taken(string right, string wrong, string code)
    {
        var parsed = ClaimsProcedure.Read(Repository.Read(File).Replace(right, wrong, StringComparison.Ordinal), File);

        Assert.Null(parsed.Value);
        Assert.Contains(parsed.Findings, finding => finding.Code == code);
    }
}

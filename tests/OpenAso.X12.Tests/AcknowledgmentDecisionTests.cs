using OpenAso.X12.Acknowledgments;

namespace OpenAso.X12.Tests;

public class AcknowledgmentDecisionTests
{
    // notes (IK304, or 8/IK403) | own codes | nothing taken? | IK501 | IK502...
    [Theory]
    [InlineData("", "", false, "Accepted", "")]
    [InlineData("3", "", false, "AcceptedWithErrors", "5")]
    [InlineData("8/7", "", false, "AcceptedWithErrors", "5")]
    [InlineData("I4", "", false, "AcceptedWithErrors", "I5")]
    [InlineData("8/I6", "", false, "AcceptedWithErrors", "I5")]
    [InlineData("3 8/I6", "", false, "AcceptedWithErrors", "5 I5")]
    [InlineData("3", "", true, "Rejected", "5")]
    [InlineData("I4", "", true, "Rejected", "I5")]
    [InlineData("", "", true, "Rejected", "5")]
    [InlineData("", "4", false, "Rejected", "4")]
    [InlineData("", "4 3 4", false, "Rejected", "4 3")]
    [InlineData("8/I6", "I6", false, "Rejected", "I6 I5")]
    [InlineData("3 I4", "1 2 3 4", false, "Rejected", "1 2 3 4 5")]
    public void A_set_is_answered_by_what_is_wrong_with_it(
        string notes, string codes, bool isRefused, string status, string told)
    {
        var set = Set(notes, codes) with { IsRefused = isRefused };

        Assert.Equal(status, AcknowledgmentDecision.OfSet(set).ToString());
        Assert.Equal(told, string.Join(' ', AcknowledgmentDecision.CodesOfSet(set)));
    }

    // sets, each A, E or R | own codes | AK901 | AK904
    [Theory]
    [InlineData("", "", "Accepted", 0)]
    [InlineData("A A", "", "Accepted", 2)]
    [InlineData("A E", "", "AcceptedWithErrors", 2)]
    [InlineData("A R", "", "PartlyAccepted", 1)]
    [InlineData("E R R", "", "PartlyAccepted", 1)]
    [InlineData("R R", "", "Rejected", 0)]
    [InlineData("A A", "5", "Rejected", 0)]
    [InlineData("", "2", "Rejected", 0)]
    public void A_group_is_answered_by_its_sets_and_by_what_is_wrong_with_itself(
        string sets, string codes, string status, int accepted)
    {
        var group = new GroupAcknowledgment
        {
            FunctionalIdentifier = "HC",
            ControlNumber = "1",
            Version = "005010X222A1",
            SetsIncluded = 0,
            Sets = Words(sets).Select(letter => letter switch
            {
                "A" => Set("", ""),
                "E" => Set("3", ""),
                _ => Set("", "4"),
            }).ToSequence(),
            Codes = Words(codes).ToSequence(),
        };

        Assert.Equal(status, AcknowledgmentDecision.OfGroup(group).ToString());
        Assert.Equal(accepted, AcknowledgmentDecision.AcceptedSets(group));
    }

    [Fact]
    public void A_group_with_sets_that_have_no_answer_is_not_accepted_as_a_whole()
    {
        var group = new GroupAcknowledgment
        {
            FunctionalIdentifier = "HC",
            ControlNumber = "1",
            Version = "005010X222A1",
            SetsIncluded = 2,
            Sets = [Set("", "")],
            SetsUnanswered = 1,
        };

        Assert.Equal(AcknowledgmentStatus.PartlyAccepted, group.Status);
    }

    private static SetAcknowledgment Set(string notes, string codes) => new()
    {
        Identifier = "837",
        ControlNumber = "0001",
        Notes = Words(notes).Select(Note).ToSequence(),
        Codes = Words(codes).ToSequence(),
    };

    private static SegmentNote Note(string codes)
    {
        var parts = codes.Split('/');
        return new SegmentNote
        {
            Segment = "CLM",
            SegmentInSet = 5,
            Code = parts[0],
            Elements = parts.Skip(1).Select(code => new ElementNote { Position = new(1), Code = code }).ToSequence(),
        };
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

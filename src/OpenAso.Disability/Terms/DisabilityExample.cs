using OpenAso.Disability.Claims;
using OpenAso.Kernel;

namespace OpenAso.Disability.Terms;

/// <summary>A row that a worked example promises.</summary>
/// <param name="Cells">By column; cells that are empty are left out.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ExpectedRow(ValueList<KeyValuePair<string, string>> Cells, Place Place);

/// <summary>A claim with the decision and the schedule that the plan document promises.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Through">Previewed to this day; null to the last certified.</param>
/// <param name="Decision">The words of the decision; approved where the document does not say.</param>
/// <param name="Reasons">The words of the reasons that are promised.</param>
/// <param name="Rows">In the order of the schedule; the schedule may go on.</param>
/// <param name="Place">Where it stands.</param>
public sealed record DisabilityExample(
    string Name,
    DisabilityClaim Claim,
    DateOnly? Through,
    string Decision,
    ValueList<string> Reasons,
    ValueList<ExpectedRow> Rows,
    Place Place);

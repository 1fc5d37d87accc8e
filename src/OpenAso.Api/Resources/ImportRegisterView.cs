using OpenAso.Kernel;
using OpenAso.Operations.Importing;

namespace OpenAso.Api.Resources;

/// <summary>An import as it stands.</summary>
/// <param name="Id">The import's id.</param>
/// <param name="Files">As they were named.</param>
/// <param name="IsFinished">False where it was interrupted: the same files complete it.</param>
/// <param name="Claims">How many claims its files held.</param>
/// <param name="Rejected">How many of them were not taken.</param>
/// <param name="Waiting">How many of them wait for a person now.</param>
/// <param name="Rejections">Claims that were not taken.</param>
/// <param name="Answers">The names of the answers to its files (999).</param>
public sealed record ImportRegisterView(
    string Id, IReadOnlyList<string> Files, bool IsFinished, int Claims, int Rejected, int Waiting,
    IReadOnlyList<RejectionView> Rejections, IReadOnlyList<string> Answers)
{
    internal static ImportRegisterView Of(ImportRegister import) => new(
        ImportsResource.IdOf(import.Summary.Number), [.. import.Summary.Files], import.Summary.IsFinished,
        import.Summary.Received, import.Summary.Rejected, import.Summary.Waiting,
        [.. import.Rejections.Items.Select(one => new RejectionView(
            one.Place, one.ControlNumber, one.Billed, [.. one.Findings]))],
        [.. import.Answers]);
}

/// <summary>A claim that was not taken.</summary>
/// <param name="Pointer">Where it stands in its file.</param>
/// <param name="PatientControlNumber">The provider's own number.</param>
/// <param name="Billed">What it bills.</param>
/// <param name="Findings">What is wrong and how to mend it.</param>
public sealed record RejectionView(
    string Pointer, string PatientControlNumber, Money Billed, IReadOnlyList<string> Findings);

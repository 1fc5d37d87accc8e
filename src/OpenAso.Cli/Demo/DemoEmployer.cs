using OpenAso.Kernel;
using OpenAso.Operations.Employers;

namespace OpenAso.Cli.Demo;

/// <summary>An employer of the demonstration.</summary>
/// <param name="Key">The folder of its documents and files.</param>
/// <param name="Documents">Agreement, plans, prices.</param>
/// <param name="Files">Enrolment and claim files.</param>
/// <param name="Cycle">The days on which the employer is asked for money and payments are made.</param>
internal sealed record DemoEmployer(
    string Key, IReadOnlyList<EmployerDocument> Documents, IReadOnlyList<FileInfo> Files, ValueList<DateOnly> Cycle)
{
    /// <summary>Files of disability claims.</summary>
    public IReadOnlyList<FileInfo> Disability { get; init; } = [];

    /// <summary>How many it employs, where that is known.</summary>
    public int Employees { get; init; }
}

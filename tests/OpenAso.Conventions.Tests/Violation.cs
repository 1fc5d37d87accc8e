namespace OpenAso.Conventions.Tests;

/// <summary>One place where the tree does not keep a convention.</summary>
/// <param name="Id">Convention and subject: the name under which <c>known-gaps.json</c> may excuse it.</param>
/// <param name="Problem">What is wrong, what was expected and how to mend it.</param>
internal readonly record struct Violation(string Id, string Problem)
{
    public override string ToString() => $"{Id}: {Problem}";

    /// <summary>Fails with all of them, one to a line.</summary>
    public static void None(IEnumerable<Violation> violations)
    {
        var lines = violations.Select(violation => $"\n  {violation}").ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} to mend:{string.Concat(lines)}");
    }
}

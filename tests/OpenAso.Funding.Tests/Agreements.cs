using OpenAso.Kernel;

namespace OpenAso.Funding.Tests;

/// <summary>The repository's own agreements, and variations of them.</summary>
internal static class Agreements
{
    public static string Root { get; } = Find();

    public static AsoAgreement Acme { get; } = Load("plans/acme/agreement.yaml");

    public static AsoAgreement Birch { get; } = Load("plans/birch/agreement.yaml");

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>ACME's agreement with some words exchanged.</summary>
    public static AsoAgreement AcmeWith(params (string Old, string New)[] changes) => Sound(Parse(changes));

    public static Parsed<AsoAgreement?> Parse(params (string Old, string New)[] changes)
    {
        var text = Text("plans/acme/agreement.yaml");
        foreach (var (old, changed) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }
        return AgreementReader.Read(text, "agreement.yaml");
    }

    public static Money Amount(string text) =>
        Money.TryParse(text.Replace(",", "", StringComparison.Ordinal), out var money) ? money
            : throw new FormatException($"'{text}' is not an amount.");

    public static IEnumerable<string[]> Rows(string table) => table
        .Split('\n')
        .Select(line => line.Split('#')[0].Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries))
        .Where(cells => cells.Length > 0);

    private static AsoAgreement Load(string path) => Sound(AgreementReader.Read(Text(path), path));

    private static AsoAgreement Sound(Parsed<AsoAgreement?> parsed)
    {
        Assert.Empty(parsed.Findings);
        return parsed.Value!;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OpenAso.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No OpenAso.slnx above the tests.");
    }
}

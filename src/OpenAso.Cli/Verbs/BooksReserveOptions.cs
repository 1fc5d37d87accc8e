using System.CommandLine;
using OpenAso.Kernel;
using OpenAso.Operations.Reserving;

namespace OpenAso.Cli.Verbs;

/// <summary>The options of <c>openaso reserve</c> that say which triangle of the books is meant, and what is set beside
/// its reserve.</summary>
internal sealed class BooksReserveOptions
{
    private static readonly Dictionary<string, ReserveGrid> Grids = new(StringComparer.Ordinal)
    {
        ["month"] = ReserveGrid.Month,
        ["quarter"] = ReserveGrid.Quarter,
    };

    private static readonly Dictionary<string, TriangleBasis> Bases = new(StringComparer.Ordinal)
    {
        ["received"] = TriangleBasis.Received,
        ["paid"] = TriangleBasis.Paid,
    };

    private readonly Option<string?> _employer = DataFolder.EmployerOption();

    private readonly Option<LineOfCoverage?> _line = Options.Line(
        "Of the books: one line of coverage; all if left out.");

    private readonly Option<DateOnly?> _asOf = Options.Day(
        "--as-of", "Of the books: the triangle ends with the last period that has ended by this day.");

    private readonly Option<ReserveGrid> _grid =
        Options.Word("--grid", "Of the books: how long periods are.", Grids, ReserveGrid.Month);

    private readonly Option<TriangleBasis> _basis = Options.Word(
        "--basis", "Of the books: the day by which claims count beside that of service.", Bases,
        TriangleBasis.Received);

    private readonly Option<double?> _pended = Options.Real(
        "--pended-share", "Of the books: the share of what pended claims bill that is paid in the end.", "0.35");

    private readonly Option<double?> _margin = Options.Real(
        "--margin", "Of the books: what is set aside beyond the estimate, as a share of the net reserve.", "0.1");

    private readonly Option<FileInfo?> _export = new("--export")
    {
        Description = "Of the books: write the triangle (CSV), as --triangle with --incremental reads it.",
        HelpName = "FILE",
    };

    /// <summary>The folder of the books.</summary>
    public Option<BooksPlace> Folder { get; } = DataFolder.Option();

    /// <summary>All of them, in the order in which help shows them.</summary>
    public IEnumerable<Option> All =>
        [Folder, _employer, _line, _asOf, _grid, _basis, _pended, _margin, _export];

    /// <summary>Says where one of them stands beside a triangle of a file.</summary>
    /// <exception cref="CommandFailure">One does.</exception>
    public void DemandNone(ParseResult parsed)
    {
        var given = All.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
        if (given is not null)
            throw new CommandFailure(
                $"{given.Name} asks for a triangle of the books and --triangle for one of a file; take one of the "
                + "two.");
    }

    /// <summary>Which employer.</summary>
    public string? Employer(ParseResult parsed) => parsed.GetValue(_employer);

    /// <summary>Where the triangle is to be written; null for nowhere.</summary>
    public FileInfo? Export(ParseResult parsed) => parsed.GetValue(_export);

    /// <summary>Which triangle.</summary>
    public BooksLagQuestion Question(ParseResult parsed) => new()
    {
        Line = parsed.GetValue(_line),
        AsOf = parsed.GetValue(_asOf),
        Grid = parsed.GetValue(_grid),
        Basis = parsed.GetValue(_basis),
    };

    /// <summary>What is set beside its reserve.</summary>
    /// <exception cref="CommandFailure">A share is out of range.</exception>
    public BooksReserveTerms Terms(ParseResult parsed) => new()
    {
        PendedShare = Options.Share(parsed, _pended),
        Margin = Options.Share(parsed, _margin) ?? Percent.None,
    };
}

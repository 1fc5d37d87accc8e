using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Documents;
using OpenAso.Operations.Access;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Remitting;

namespace OpenAso.Api.Resources;

/// <summary>Files that are taken in: enrolment (834, CSV) and claims (837).</summary>
internal static class ImportsResource
{
    private const string List = "/employers/{employer}/imports";
    private const string Import = "imp";
    private const int LongestName = 100;

    private static readonly string[] Kinds = [.. SentBody.X12, "text/csv"];
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static void Map(ApiRoutes routes)
    {
        routes.Get(List, Right.TakeInFiles, Show);
        routes.Get(List + "/{import}", Right.TakeInFiles, FindAsync);
        routes.Get(List + "/{import}/answers/{answer}", Right.TakeInFiles, Answer);
        routes.Post(List, Right.TakeInFiles, TakeInAsync, SentBody.LargestFile)
            .Accepts<string>("application/edi-x12", "text/plain", "text/csv");
    }

    /// <summary>Lists imports, the newest first.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<ImportListed>> Show(ApiCall call, [AsParameters] PageQuery page)
    {
        var part = new ImportListUseCase(call.Reading).Show(call.Scope, page.Read(
            text => Ids.Number(Import, text)?.ToString(CultureInfo.InvariantCulture)));
        return TypedResults.Ok(new Page<ImportListed>(
            [.. part.Rows.Select(one => new ImportListed(
                Ids.Of(Import, one.Number), one.Files, one.IsFinished, one.Received, one.Rejected))], part.HasMore));
    }

    /// <summary>An import: what it took, what it rejected and why, and its answers.</summary>
    /// <param name="call">The call.</param>
    /// <param name="import">The import's id.</param>
    public static async Task<Ok<ImportRegisterView>> FindAsync(ApiCall call, string import)
    {
        var found = Known(call, import);
        await call.SeesAsync(AccessAction.SeeClaims, import).ConfigureAwait(false);
        return TypedResults.Ok(ImportRegisterView.Of(found));
    }

    /// <summary>The answer (999) to a file, as it was given.</summary>
    /// <param name="call">The call.</param>
    /// <param name="import">The import's id.</param>
    /// <param name="answer">The answer's name, as the import lists it.</param>
    public static FileContentHttpResult Answer(ApiCall call, string import, string answer) =>
        Known(call, import).Answers.Items.Contains(answer)
            && new ImportRegisterUseCase(call.Reading).Answer(call.Scope, answer) is { } content
            ? TypedResults.File(content, "application/edi-x12", answer)
            : throw RefusedException.NotFound("answer");

    /// <summary>Takes a file in as 'openaso import' does: enrols, decides every claim, books it.</summary>
    /// <remarks>What is wrong stands among the findings, and a bad claim never stops the good ones beside it. An
    /// interchange that was read before is passed over: 'earlier' names the imports that read it. An import that was
    /// interrupted is completed by sending the same file again.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="name">What the file is called; stands in findings.</param>
    /// <param name="received">The day its claims arrived; the file's own (BHT04) if left out.</param>
    /// <param name="full">Whether a CSV table lists everybody who is covered.</param>
    /// <param name="dry_run">Whether it is only tried, and nothing kept.</param>
    public static async Task<Results<Created<ImportView>, Ok<ImportView>>> TakeInAsync(
        ApiCall call, [FromQuery] string name, [FromQuery] DateOnly? received, [FromQuery] bool? full,
        [FromQuery(Name = "dry_run")] bool? dry_run)
    {
        if (name.Length is 0 or > LongestName || name.Any(letter => char.IsControl(letter) || letter is '/' or '\\'))
            throw RefusedException.Invalid("name", $"A file's name has 1 to {LongestName} characters and no path.");
        var bytes = await SentBody.ReadAsync(call.Request, Kinds, SentBody.LargestFile).ConfigureAwait(false);
        var isTable = (call.Request.Request.ContentType ?? "")
            .StartsWith("text/csv", StringComparison.OrdinalIgnoreCase);
        if (isTable != name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            throw RefusedException.Invalid(
                "name", "The name of a table (text/csv) ends in .csv, that of others does not.");
        var request = new ImportRequest([InputFile.Of(name, bytes)], received) { HasFullTables = full == true };
        var result = dry_run == true
            ? ImportUseCase.Preview(call.Reading, call.Terms, request)
            : await RunAsync(call, request).ConfigureAwait(false);
        var view = ImportView.Of(
            result, new ImportListUseCase(call.Reading).Earlier(call.Scope, result.Files), dry_run == true);
        return view.Id is null
            ? TypedResults.Ok(view)
            : TypedResults.Created($"{ApiDoor.Root}/employers/{call.Scope.Employer}/imports/{view.Id}", view);
    }

    // Imports of one server follow one another: another that stops is completed first.
    private static async Task<ImportResult> RunAsync(ApiCall call, ImportRequest request)
    {
        var terms = call.Terms;
        await call.SeesAsync(AccessAction.TakeIn, request.Files[0].Name).ConfigureAwait(false);
        await OneAtATime.WaitAsync(call.Request.RequestAborted).ConfigureAwait(false);
        try
        {
            return await call.WriteAsync(books => new ImportUseCase(books).RunAsync(terms, request))
                .ConfigureAwait(false);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static ImportRegister Known(ApiCall call, string import) =>
        Ids.Number(Import, import) is { } number
            && new ImportRegisterUseCase(call.Reading).Show(call.Scope, number) is { } found
            ? found
            : throw RefusedException.NotFound("import");

    internal static string IdOf(long number) => Ids.Of(Import, number);
}

/// <summary>An import of a list.</summary>
/// <param name="Id">The import's id.</param>
/// <param name="Files">As they were named.</param>
/// <param name="IsFinished">False where it was interrupted: the same files complete it.</param>
/// <param name="Claims">How many claims its files held.</param>
/// <param name="Rejected">How many of them were not taken.</param>
public sealed record ImportListed(string Id, string Files, bool IsFinished, long Claims, long Rejected);

/// <summary>What an import came to.</summary>
/// <param name="Id">The import's id; null where nothing was new, or nothing was kept.</param>
/// <param name="DryRun">Whether it was only tried.</param>
/// <param name="Resumed">Whether it completed one that had been interrupted.</param>
/// <param name="Repeated">Interchanges and tables that were read before and passed over.</param>
/// <param name="Earlier">The imports that read them.</param>
/// <param name="Enrollment">What changed in enrolment, by kind.</param>
/// <param name="Decided">Claims decided, those that wait included.</param>
/// <param name="Released">Claims that had waited for an enrolment which has now come.</param>
/// <param name="Rejected">Claims that were not taken.</param>
/// <param name="Findings">What was found, claims' own mistakes included.</param>
public sealed record ImportView(
    string? Id, bool DryRun, bool Resumed, int Repeated, IReadOnlyList<string> Earlier,
    IReadOnlyList<EnrollmentCount> Enrollment, int Decided, int Released, int Rejected,
    IReadOnlyList<FindingView> Findings)
{
    /// <summary>The 999 that answers an X12 file; left out where nothing is to be answered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Acknowledgment { get; init; }

    internal static ImportView Of(ImportResult result, IReadOnlyList<long> earlier, bool dryRun) => new(
        result.Number > 0 ? ImportsResource.IdOf(result.Number) : null, dryRun, result.Resumed,
        result.Repeated + result.RepeatedTables, [.. earlier.Select(ImportsResource.IdOf)],
        [.. result.Changes.GroupBy(change => change.Kind).OrderBy(kind => kind.Key)
            .Select(kind => new EnrollmentCount(Words.Of(kind.Key.ToString()), kind.Count()))],
        result.Decided, result.Released, result.Rejected, [.. result.Findings.Select(FindingView.Of)])
    {
        Acknowledgment = result.Files is [var file] && X12Files.Acknowledgment(file.Envelopes) is { } answer
            ? Encoding.UTF8.GetString(answer)
            : null,
    };
}

/// <summary>A kind of change in enrolment.</summary>
/// <param name="Change">Which kind.</param>
/// <param name="Count">How many.</param>
public sealed record EnrollmentCount(string Change, int Count);

/// <summary>Something wrong in a file.</summary>
/// <param name="Code">Permanent; listed in the documentation of findings.</param>
/// <param name="Severity">information, warning, rejected or fatal.</param>
/// <param name="Pointer">Where it stands.</param>
/// <param name="HowToFix">What was expected and how to mend it.</param>
public sealed record FindingView(string Code, string Severity, string Pointer, string HowToFix)
{
    internal static FindingView Of(Kernel.Finding finding) => new(
        finding.Code, Words.Of(finding.Severity.ToString()), finding.Place.ToString(), finding.Message);
}

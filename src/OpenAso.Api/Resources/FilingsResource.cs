using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Documents;
using OpenAso.Operations.Access;
using OpenAso.Operations.Insuring;

namespace OpenAso.Api.Resources;

/// <summary>Filings with stop-loss carriers: where they and what is receivable stand, filed with their evidence,
/// answered and paid.</summary>
internal static class FilingsResource
{
    private const string List = "/employers/{employer}/stop-loss/filings";
    private const string One = List + "/{filing}";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(List, Right.WorkStopLoss, ShowAsync);
        routes.Get(One, Right.WorkStopLoss, FindAsync);
        routes.Get(One + "/files/{file}", Right.WorkStopLoss, FileAsync);
        routes.Ask(List + "/preview", Right.WorkStopLoss, PreviewAsync);
        routes.Post(List, Right.WorkStopLoss, WriteAsync);
        routes.Post(One + "/answers", Right.WorkStopLoss, AnswerAsync);
        routes.Post(One + "/payments", Right.WorkStopLoss, ReceiveAsync);
        routes.Post(One + "/repayments", Right.WorkStopLoss, RepayAsync);
    }

    /// <summary>Where everything that was filed stands, what is still to be filed, what is receivable and for how
    /// long, policy by policy.</summary>
    /// <remarks>Each item is what 'openaso filing list --json' writes; 'openaso schema filing-desk' describes
    /// it.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="as_of">The day; today if left out.</param>
    public static async Task<Ok<Page<JsonElement>>> ShowAsync(
        ApiCall call, [FromQuery(Name = "as_of")] DateOnly? as_of)
    {
        var desks = new FilingUseCase(call.Reading).Show(call.Terms, null, as_of ?? call.Today);
        await call.SeesAsync(AccessAction.SeeClaimants, "filings").ConfigureAwait(false);
        return TypedResults.Ok(new Page<JsonElement>(
            [.. desks.Select(desk => JsonElement.Parse(FilingJson.Of(desk)))], HasMore: false));
    }

    /// <summary>A filing with each step since, and the files of its pack.</summary>
    /// <remarks>'filing' is what 'openaso filing' writes; 'openaso schema filing' describes it.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="filing">The filing's name.</param>
    public static async Task<Ok<FilingView>> FindAsync(ApiCall call, string filing)
    {
        var found = Known(call, filing);
        await call.SeesAsync(AccessAction.SeeClaimants, filing).ConfigureAwait(false);
        return TypedResults.Ok(ViewOf(call, found));
    }

    /// <summary>A file of a pack, as it was sent.</summary>
    /// <param name="call">The call.</param>
    /// <param name="filing">The filing's name.</param>
    /// <param name="file">The file's name, as the filing lists it.</param>
    public static async Task<FileContentHttpResult> FileAsync(ApiCall call, string filing, string file)
    {
        var whole = $"{filing}/{file}";
        if (new FilingUseCase(call.Reading).Files(call.Terms).FirstOrDefault(one => one.Name == whole)
            is not { Content: { } content })
            throw RefusedException.NotFound("file");
        await call.SeesAsync(AccessAction.SeeClaimants, whole).ConfigureAwait(false);
        return TypedResults.File(content, "application/octet-stream", $"{filing}-{file}");
    }

    /// <summary>What would be filed, with the checklist of the carrier and what of it is there; nothing is
    /// kept.</summary>
    /// <remarks>The body is what 'openaso filing write --json' writes; 'openaso schema filing-run' describes
    /// it.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="body">What to file.</param>
    public static async Task<Ok<JsonElement>> PreviewAsync(ApiCall call, FilingBody body)
    {
        var run = new FilingUseCase(call.Reading).Preview(call.Terms, body.Request());
        await call.SeesAsync(AccessAction.SeeClaimants, Subject(body)).ConfigureAwait(false);
        return TypedResults.Ok(JsonElement.Parse(FilingJson.Of(run, isKept: false)));
    }

    /// <summary>Files what is due, or a named claimant's loss, and keeps the packs as they are sent.</summary>
    /// <remarks>Nothing is filed twice: what was filed before is not among the filings.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="body">What to file.</param>
    public static async Task<Ok<FilingsMadeView>> WriteAsync(ApiCall call, FilingBody body)
    {
        var (terms, request) = (call.Terms, body.Request());
        await call.SeesAsync(AccessAction.WorkStopLoss, Subject(body)).ConfigureAwait(false);
        if (call.IsRetaken && Made(call, body) is { Count: > 0 } before)
            return TypedResults.Ok(new FilingsMadeView([.. before.Select(one => ViewOf(call, one))], []));
        var run = await call.WriteAsync(books => new FilingUseCase(books).WriteAsync(terms, request))
            .ConfigureAwait(false);
        return TypedResults.Ok(new FilingsMadeView(
            [.. run.Written.Items.Select(written => ViewOf(call, written.Filing))],
            [.. run.Written.Items.SelectMany(written => written.Findings.Items).Concat(run.Findings.Items)
                .Select(FindingView.Of)]));
    }

    /// <summary>Records what the carrier answers without paying, or an appeal.</summary>
    /// <param name="call">The call.</param>
    /// <param name="filing">The filing's name.</param>
    /// <param name="body">The answer.</param>
    public static async Task<Ok<FilingView>> AnswerAsync(ApiCall call, string filing, CarrierAnswerBody body)
    {
        var (terms, step) = (call.Terms, body.Step());
        var known = Known(call, filing);
        await call.SeesAsync(AccessAction.WorkStopLoss, filing).ConfigureAwait(false);
        if (call.IsRetaken && known.Recovery.Steps.Count == body.Steps + 1 && known.Recovery.Steps[^1] == step)
            return TypedResults.Ok(ViewOf(call, known));
        return TypedResults.Ok(ViewOf(call, await call.WriteAsync(books => new RecoveryUseCase(books).AnswerAsync(
            terms, filing, step, keep: true, body.Steps)).ConfigureAwait(false)));
    }

    /// <summary>Books what the carrier has paid; the same reference again is booked once, for ever.</summary>
    /// <param name="call">The call.</param>
    /// <param name="filing">The filing's name.</param>
    /// <param name="body">The payment.</param>
    public static async Task<Ok<FilingView>> ReceiveAsync(ApiCall call, string filing, CarrierPaymentBody body)
    {
        var (terms, payment) = (call.Terms, body.Payment());
        _ = Known(call, filing);
        await call.SeesAsync(AccessAction.WorkStopLoss, filing).ConfigureAwait(false);
        var (paid, _) = await call.WriteAsync(books => new RecoveryUseCase(books).ReceiveAsync(terms, filing, payment))
            .ConfigureAwait(false);
        return TypedResults.Ok(ViewOf(call, paid));
    }

    /// <summary>Pays back what the carrier has paid too much, because payments came back; the same reference again is
    /// booked once, for ever.</summary>
    /// <remarks>The body is what 'openaso filing repay --json' writes; 'openaso schema carrier-repayment' describes
    /// it.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="filing">The name of a filing of the loss.</param>
    /// <param name="body">The payment to the carrier.</param>
    public static async Task<Ok<JsonElement>> RepayAsync(ApiCall call, string filing, RepaymentBody body)
    {
        var (terms, payment) = (call.Terms, body.Payment());
        _ = Known(call, filing);
        await call.SeesAsync(AccessAction.WorkStopLoss, filing).ConfigureAwait(false);
        var isNew = await call.WriteAsync(books => new RecoveryUseCase(books).RepayAsync(terms, filing, payment))
            .ConfigureAwait(false);
        return TypedResults.Ok(JsonElement.Parse(FilingJson.Of(filing, payment, isNew)));
    }

    private static string Subject(FilingBody body) => $"stop-loss filing {body.Claimant}".Trim();

    private static IEnumerable<KeptFiling> All(ApiCall call) =>
        new FilingUseCase(call.Reading).All(call.Terms);

    private static KeptFiling Known(ApiCall call, string filing) =>
        All(call).FirstOrDefault(one => one.Name == filing) ?? throw RefusedException.NotFound("filing");

    // What the same call has filed when it was first made.
    private static List<KeptFiling> Made(ApiCall call, FilingBody body) => [.. All(call).Where(one =>
        one.FiledOn == body.Date && (body.Policy is null || one.Policy == body.Policy)
        && (body.Claimant is null || one.Recovery.Claimant == body.Claimant))];

    private static FilingView ViewOf(ApiCall call, KeptFiling filing) => new(
        filing.Name, Words.Of(filing.Recovery.State.ToString()), filing.Recovery.Steps.Count,
        [.. new FilingUseCase(call.Reading).Files(call.Terms)
            .Where(file => file.Name.StartsWith(filing.Name + "/", StringComparison.Ordinal))
            .Select(file => file.Name[(filing.Name.Length + 1)..])],
        JsonElement.Parse(FilingJson.Of(filing)));
}

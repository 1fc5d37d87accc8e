using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using OpenAso.Api.Problems;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Serving;

namespace OpenAso.Api.Requests;

/// <summary>Lets a call that does something come to something once, however often it is sent.</summary>
/// <param name="working">What this process works on now.</param>
/// <param name="time">Tells when.</param>
/// <param name="isAtomic">Whether the use case keeps the answer itself, in the transaction of its effect.</param>
internal sealed class OnceFilter(RequestsInFlight working, TimeProvider time, bool isAtomic) : IEndpointFilter
{
    /// <summary>The header of the key.</summary>
    public const string Header = "Idempotency-Key";

    private const string Replayed = "Idempotent-Replayed";
    private const int LongestKey = 200;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext;
        var call = context.Arguments.OfType<ApiCall>().First();
        var key = new KeyedRequest(
            call.Tenant, call.Caller.Id, $"{request.Request.Method} {request.Request.Path}", KeyOf(request), "");
        key = key with { Hash = await HashOfAsync(request, key).ConfigureAwait(false) };
        call.Begin(key);
        using var held = working.Hold(key) ?? throw new RefusedException(ProblemKind.InFlight, "");
        return await (isAtomic ? KnownAsync(call, key) : BeginAsync(call, key)).ConfigureAwait(false) switch
        {
            KeyState.Answered answered => Replay(request, SealedAnswer.Open(call, key, answered.Answer)),
            KeyState.OtherRequest => throw new RefusedException(ProblemKind.KeyReused, ""),
            KeyState.InFlight => throw new RefusedException(ProblemKind.InFlight, ""),
            _ when isAtomic => await next(context).ConfigureAwait(false),
            _ => await WorkAsync(context, next, call, key).ConfigureAwait(false),
        };
    }

    /// <summary>Answers as it was answered before.</summary>
    public static IResult Replay(HttpContext request, KeptAnswer answer)
    {
        request.Response.Headers[Replayed] = "true";
        return new KeptAnswerResult(answer);
    }

    private static Task<KeyState?> KnownAsync(ApiCall call, KeyedRequest key) =>
        Task.FromResult(new RequestKeys(call.Reading).Find(key));

    private async Task<KeyState?> BeginAsync(ApiCall call, KeyedRequest key)
    {
        var state = await call.WriteAsync(books => new RequestKeys(books).BeginAsync(key, time.GetUtcNow()))
            .ConfigureAwait(false);
        if (state is KeyState.Begun begun)
            call.Begin(begun);
        return state;
    }

    // Where nobody knows how far it came, the request stays begun: whoever sends it again takes it over.
    private static async Task<IResult> WorkAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next, ApiCall call, KeyedRequest key)
    {
        KeptAnswer answer;
        try
        {
            answer = await KeptAnswerResult.CaptureAsync(
                context.HttpContext, await next(context).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception failure) when (ProblemAnswers.IsRefusal(failure))
        {
            await ForgetAsync(call, key).ConfigureAwait(false);
            throw;
        }
        if (answer.Status >= 400)
            await ForgetAsync(call, key).ConfigureAwait(false);
        else
            await call.WriteAsync(books => new RequestKeys(books).KeepAsync(key, SealedAnswer.Of(call, key, answer)))
                .ConfigureAwait(false);
        return new KeptAnswerResult(answer);
    }

    private static Task ForgetAsync(ApiCall call, KeyedRequest key) =>
        call.WriteAsync(books => new RequestKeys(books).ForgetAsync(key));

    private static string KeyOf(HttpContext request)
    {
        var key = request.Request.Headers[Header].ToString();
        return key.Length switch
        {
            0 => throw new RefusedException(ProblemKind.KeyMissing, ""),
            > LongestKey => throw RefusedException.Invalid(Header, "A key has 200 characters at most."),
            _ when key.Any(letter => letter is < '!' or > '~') =>
                throw RefusedException.Invalid(Header, "A key has printable ASCII characters without blanks."),
            _ => key,
        };
    }

    private static async Task<string> HashOfAsync(HttpContext request, KeyedRequest key)
    {
        var body = request.Request.Body;
        body.Position = 0;
        using var all = new MemoryStream();
        await all.WriteAsync(System.Text.Encoding.UTF8.GetBytes(
            $"{request.Request.QueryString}\n{request.Request.ContentType}\n")).ConfigureAwait(false);
        await body.CopyToAsync(all, request.RequestAborted).ConfigureAwait(false);
        body.Position = 0;
        return request.GetEndpoint()?.Metadata.GetMetadata<SecretBodyMetadata>() is null
            ? ContentHash.Of(all.GetBuffer().AsSpan(0, (int)all.Length)).ToString()
            : Secret.Fingerprint(all.ToArray(), $"{key.Tenant} {key.Caller} {key.Route} {key.Key}");
    }
}

/// <summary>The calls that this process works on now.</summary>
internal sealed class RequestsInFlight
{
    private readonly ConcurrentDictionary<KeyedRequest, bool> _held = new();

    /// <summary>Holds a call until it is let go; null where the same is held.</summary>
    public IDisposable? Hold(KeyedRequest request)
    {
        // Another body with the key is no other call.
        var key = request with { Hash = "" };
        return _held.TryAdd(key, true) ? new Held(() => _held.TryRemove(key, out _)) : null;
    }

    private sealed class Held(Action letGo) : IDisposable
    {
        public void Dispose() => letGo();
    }
}

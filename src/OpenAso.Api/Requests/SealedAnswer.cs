using System.Text;
using Microsoft.AspNetCore.Http;
using OpenAso.Api.Problems;
using OpenAso.Operations.Access;
using OpenAso.Operations.Serving;

namespace OpenAso.Api.Requests;

/// <summary>Keeps an answer that holds a secret as secrets are kept.</summary>
internal static class SealedAnswer
{
    private const string Mend = "make the call with another key.";

    /// <summary>The answer as it is kept.</summary>
    public static KeptAnswer Of(ApiCall call, KeyedRequest key, KeptAnswer answer) => IsSecret(call)
        ? answer with
        {
            Body = Encoding.UTF8.GetBytes(
                call.Reading.Key.Seal(Convert.ToBase64String(answer.Body), PlaceOf(key))),
        }
        : answer;

    /// <summary>The answer as it was given.</summary>
    public static KeptAnswer Open(ApiCall call, KeyedRequest key, KeptAnswer kept)
    {
        if (!IsSecret(call))
            return kept;
        // One that lies there plain is from before they were sealed.
        var text = Encoding.UTF8.GetString(kept.Body);
        if (!SealedSecret.IsSealed(text))
            return kept;
        return call.Reading.Key.Open(text, PlaceOf(key), Mend) is { } opened
            ? kept with { Body = Convert.FromBase64String(opened) }
            : throw new RefusedException(
                ProblemKind.Unavailable,
                "The server cannot open what it answered before; make the call with another key.");
    }

    private static bool IsSecret(ApiCall call) =>
        call.Request.GetEndpoint()?.Metadata.GetMetadata<SecretAnswerMetadata>() is not null;

    private static SecretPlace PlaceOf(KeyedRequest key) =>
        new("answer", key.Tenant, $"{key.Caller} {key.Route} {key.Key}");
}

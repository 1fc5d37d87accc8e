using Microsoft.AspNetCore.Http;
using OpenAso.Decision.Comparing;
using OpenAso.Decision.Designing;
using OpenAso.Operations.Comparing;
using OpenAso.Operations.Designing;
using OpenAso.Operations.Employers;

namespace OpenAso.Web.Pages.Decision;

/// <summary>What the address of a page or picture says of settings.</summary>
internal static class SettingsOfAddress
{
    private static readonly SemaphoreSlim One = new(1);

    /// <summary>The stop-loss contract that is tried out.</summary>
    public static DesignSettings Design(HttpContext request, DesignUseCase designs, EmployerTerms terms) =>
        designs.Normal(terms, DesignAddress.Of(Query(request), () => designs.Usual(terms)));

    /// <summary>The comparison that is asked for.</summary>
    public static ComparisonSettings Comparison(
        HttpContext request, BooksComparisonUseCase comparing, EmployerTerms terms) =>
        comparing.Asked(terms, Query(request));

    /// <summary>Computes, one at a time, and not for a reader who has gone on while it waited: a slider asks for
    /// many.</summary>
    public static async Task<T> InTurnAsync<T>(HttpContext request, Func<T> compute)
    {
        await One.WaitAsync(request.RequestAborted).ConfigureAwait(false);
        try
        {
            return compute();
        }
        finally
        {
            One.Release();
        }
    }

    private static Dictionary<string, string> Query(HttpContext request) => request.Request.Query
        .Where(one => one.Value.Count > 0)
        .ToDictionary(one => one.Key, one => one.Value[^1] ?? "", StringComparer.Ordinal);
}

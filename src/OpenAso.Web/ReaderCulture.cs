using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenAso.Web;

/// <summary>In which language a page speaks to its reader.</summary>
internal static class ReaderCulture
{
    private static readonly CultureInfo Usual = CultureInfo.GetCultureInfo("en-US");

    /// <summary>What the browser asks for, where there is such a language; never what the machine happens to be
    /// set to.</summary>
    /// <param name="request">Null where there is none.</param>
    public static CultureInfo Of(HttpContext? request) =>
        request?.Request.Headers.AcceptLanguage.ToString()
            .StartsWith(Words.PseudoCulture, StringComparison.OrdinalIgnoreCase) == true
            ? CultureInfo.GetCultureInfo(Words.PseudoCulture)
            : Usual;
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenAso.Web.Tests;

/// <summary>Waits until a browser has come to a page.</summary>
/// <remarks>What the page is and shows is asked again and again. An event of it may pass in the moment between a look
/// at the address and the wait, and would be waited for in vain.</remarks>
internal static class Arrival
{
    private const int Milliseconds = 120_000;

    /// <summary>Waits until the page of an address is there, with its scripts.</summary>
    /// <param name="page">Where it is to appear.</param>
    /// <param name="address">All of it, or its end behind <c>**</c>; a <c>*</c> stands for anything.</param>
    public static Task ArriveAsync(this IPage page, string address) => page.ArriveAsync(new Regex(
        $"^{Regex.Escape(address).Replace(@"\*", ".*", StringComparison.Ordinal)}$"));

    /// <summary>As above, for any address of a kind.</summary>
    /// <param name="page">Where it is to appear.</param>
    /// <param name="addresses">What the address holds.</param>
    public static async Task ArriveAsync(this IPage page, Regex addresses)
    {
        // The browser itself matches, and knows no options.
        await Expect(page).ToHaveURLAsync(
            new Regex(addresses.ToString()), new PageAssertionsToHaveURLOptions { Timeout = Milliseconds });
        await page.WaitForFunctionAsync(
            "() => document.readyState === 'complete'", null,
            new PageWaitForFunctionOptions { Timeout = Milliseconds });
    }
}

using Dissemination.Tests.Local;
using Microsoft.Playwright;

namespace Dissemination.Tests.Browser;

/// <summary>The recorder of a page, by what its lines say while somebody reads.</summary>
internal static class Recorder
{
    /// <summary>
    /// Waits until a second of a line is read at least: each number stands there for a second, which nobody sees who looks too late.
    /// </summary>
    public static Task SecondIsReadAsync(ILocator line) => Eventually.IsTrueAsync(
        () => line.Locator("[data-standing]").EvaluateAsync<bool>("standing => /^[1-9][0-9]* giây$/.test(standing.textContent.trim())"),
        "a second is read");
}

using Microsoft.AspNetCore.Html;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The picture beside a place of the navigation, so that one finds it again without reading.</summary>
internal static class NavigationIcons
{
    /// <summary>For a place that has no picture of its own.</summary>
    private const string Other = "circle-dot";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["/today"] = "house",
        ["/inbox"] = "languages",
        ["/approvals"] = "circle-check-big",
        ["/drafts"] = "file-pen-line",
        ["/hand-in"] = "upload",
        ["/assignments"] = "users",
        ["/hand-tasks"] = "megaphone",
        ["/held"] = "hand",
        ["/meetings"] = "presentation",
        ["/meetings/summary"] = "messages-square",
        ["/recordings"] = "mic",
        ["/glossary"] = "book-a",
        ["/campaign"] = "layout-dashboard",
        ["/reports"] = "chart-column",
        ["/items"] = "files",
        ["/calendar"] = "calendar-days",
        ["/troubles"] = "triangle-alert",
        ["/connections"] = "plug",
        ["/directory"] = "map-pinned",
        ["/offers"] = "map-pin-plus",
        ["/access"] = "key-round",
        ["/record"] = "scroll-text",
        ["/status"] = "activity",
    };

    /// <summary>The names of all that are used, for the test that the program carries them.</summary>
    public static IEnumerable<string> All => [.. Names.Values, Other, "menu", "keyboard"];

    public static HtmlString Of(string address) => Icons.Of(Names.GetValueOrDefault(address, Other));
}

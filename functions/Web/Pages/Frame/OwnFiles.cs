using Dissemination.Directory;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The one stylesheet, and the one script: it copies a text, which can be selected by hand where no script runs.</summary>
internal static class OwnFiles
{
    public static OwnFile Style { get; } = new(
        "style.css",
        "text/css; charset=utf-8",
        style => LanguageStyles.Of(Languages.All) + style.Replace(".woff2\"", $".woff2?v={WebFont.Version}\"", StringComparison.Ordinal));

    public static OwnFile CopyScript { get; } = new("copy.js", "text/javascript; charset=utf-8");

    public static void MapOwnFiles(this IEndpointRouteBuilder endpoints)
    {
        Style.Map(endpoints);
        CopyScript.Map(endpoints);
    }
}

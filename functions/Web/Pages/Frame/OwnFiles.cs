using Dissemination.Directory;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The one stylesheet, and the scripts: each does what can be done by hand where no script runs.</summary>
internal static class OwnFiles
{
    public static OwnFile Style { get; } = new(
        "style.css",
        "text/css; charset=utf-8",
        style => LanguageStyles.Of(Languages.All) + style.Replace(".woff2\"", $".woff2?v={WebFont.Version}\"", StringComparison.Ordinal));

    public static OwnFile CopyScript { get; } = new("copy.js", "text/javascript; charset=utf-8");

    public static OwnFile FollowScript { get; } = new("follow.js", "text/javascript; charset=utf-8");
    /// <summary>Saves a draft while it is written.</summary>
    public static OwnFile DraftScript { get; } = new("draft.js", "text/javascript; charset=utf-8");

    public static void MapOwnFiles(this IEndpointRouteBuilder endpoints)
    {
        Style.Map(endpoints);
        CopyScript.Map(endpoints);
        FollowScript.Map(endpoints);
        DraftScript.Map(endpoints);
    }
}

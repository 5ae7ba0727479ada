namespace Dissemination.Web.Pages.Frame;

/// <summary>Addresses of this site that come from outside.</summary>
internal static class LocalPath
{
    /// <summary>The path, or null where it could lead to another site.</summary>
    public static string? Of(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : null;
}

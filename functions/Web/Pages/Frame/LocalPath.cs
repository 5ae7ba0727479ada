namespace Dissemination.Web.Pages.Frame;

/// <summary>Addresses of this site that come from outside.</summary>
internal static class LocalPath
{
    /// <summary>The path, or null where it could lead to another site or cannot stand in a header.</summary>
    public static string? Of(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && path.All(letter => char.IsAscii(letter) && !char.IsControl(letter))
            ? path
            : null;
}

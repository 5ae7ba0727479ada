using Dissemination.Directory;

namespace Dissemination.Publishing;

/// <summary>When a machine may post in a commune: a pure function. What is corrected or taken down waits for no hours.</summary>
internal static class QuietHours
{
    /// <summary>The end of its quiet hours, where they last at that time; null where it may be posted at once.</summary>
    /// <param name="expiresAt">What would expire before they end goes out at once: else it would never be seen.</param>
    public static DateTimeOffset? SendFrom(Commune commune, DateTimeOffset at, DateTimeOffset? expiresAt) =>
        commune.QuietHours?.EndAfter(at) is { } end && end > at && !(end >= expiresAt) ? end : null;
}

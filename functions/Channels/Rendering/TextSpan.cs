namespace Dissemination.Channels.Rendering;

/// <summary>A stretch of a text, counted in UTF-16 code units.</summary>
/// <param name="Address">Where a link leads.</param>
internal readonly record struct TextSpan(TextStyle Style, int Start, int Length, string? Address = null);

using System.Text.Json.Serialization;

namespace Dissemination.Content;

/// <summary>The words of one language version: all that a translator translates.</summary>
/// <param name="Title">The headline; slogans and quotes have none.</param>
/// <param name="Summary">A line or two below the headline, if there is one.</param>
/// <param name="Body">Markdown.</param>
internal sealed record VersionText(string? Title, string? Summary, string Body)
{
    /// <summary>
    /// The words of the item's pictures, a line each, as <see cref="PictureTexts"/> orders them; null where there are none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pictures { get; init; }

    public static VersionText Empty { get; } = new(null, null, "");

    [JsonIgnore]
    public bool IsEmpty => string.IsNullOrWhiteSpace(Body);

    /// <summary>The headline, or the beginning of the text where there is none.</summary>
    [JsonIgnore]
    public string Headline =>
        Title
            ?? (Body.Length <= 120 ? Body : string.Concat(Body.AsSpan(0, Body.LastIndexOf(' ', 119) is > 0 and var cut ? cut : 119), "…"));
}

using Dissemination.Content;

namespace Dissemination.Channels;

/// <summary>The words that go with the pictures of a post.</summary>
internal static class PostPictures
{
    /// <summary>
    /// A picture with its words. What is drawn on it, who cannot see it hears; and who reads another language reads it below, because the
    /// picture says it in Vietnamese.
    /// </summary>
    public static PostPicture WithWords(PostPicture picture, ItemPicture named, bool isTranslation) => picture with
    {
        Alt = Lines(named.Alt.Length > 0 ? named.Alt : picture.Alt, named.Words),
        Caption = Lines(named.Caption, isTranslation ? named.Words : null) is { Length: > 0 } caption ? caption : null,
    };

    private static string Lines(string? first, string? second) =>
        string.Join('\n', new[] { first, second }.Where(line => !string.IsNullOrWhiteSpace(line)));
}

using System.Collections.Immutable;

namespace Dissemination.Content;

/// <summary>
/// The words that go with an item's pictures as one text, so that they are translated like any other: for each picture in order its
/// alternative text, its caption and the words that are drawn on it, a line each.
/// </summary>
internal static class PictureTexts
{
    /// <returns>Null where no picture has words.</returns>
    public static string? Of(ImmutableArray<ItemPicture> pictures) =>
        pictures.SelectMany(Fields).SelectMany(Lines).ToArray() is { Length: > 0 } lines ? string.Join('\n', lines) : null;

    /// <summary>Whether a translation has the words that its original has, line by line.</summary>
    public static bool AreAsMany(string original, string translated) => original.Count(IsEnd) == translated.Count(IsEnd);

    /// <summary>
    /// The pictures with translated words. A line that is not translated stays as it is, and so do all where the translation is built
    /// otherwise.
    /// </summary>
    public static ImmutableArray<ItemPicture> Translated(ImmutableArray<ItemPicture> pictures, string? words)
    {
        if (words is null || Of(pictures) is not { } original || !AreAsMany(original, words))
        {
            return pictures;
        }

        var lines = new Queue<string>(words.Split('\n'));
        return [
            .. pictures.Select(
                picture => picture with { Alt = Next(picture.Alt) ?? "", Caption = Next(picture.Caption), Words = Next(picture.Words) })];

        string? Next(string? field) =>
            field is null
                ? null
                : string.Join(
                    '\n', Lines(field).Select(line => lines.Dequeue() is var said && string.IsNullOrWhiteSpace(said) ? line : said.Trim()));
    }

    private static IEnumerable<string?> Fields(ItemPicture picture) => [picture.Alt, picture.Caption, picture.Words];

    private static IEnumerable<string> Lines(string? field) =>
        (field ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsEnd(char character) => character is '\n';
}

using System.Text;
using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Channels.Cards;

/// <summary>Which language versions have a picture card, and what stands on it: pure functions.</summary>
internal static class VersionCards
{
    /// <summary>Screen readers read it in one go.</summary>
    private const int MostAlt = 400;

    /// <summary>
    /// Slogans and quotes are read at a glance; Tai Viet letters show only on devices that have a font for them, on a card they always do.
    /// </summary>
    /// <returns>Null where the version needs no card.</returns>
    public static Card? For(LanguageTag language, ItemContent content, VersionText text, bool sample)
    {
        if (text.IsEmpty || (content.Kind is not (ItemKind.Slogan or ItemKind.Quote) && !ShowsOnFewDevices(language)))
        {
            return null;
        }

        return new(
            content.Kind,
            Clean(text.Title),
            [.. Paragraphs(text, ShowsOnFewDevices(language) ? Captions(content, text) : [])],
            Clean(content.Speaker),
            Clean(content.Issuer) ?? "",
            sample ? PostTexts.Sample : null)
        {
            Alt = Alt(content),
        };
    }

    /// <summary>
    /// The words for those who cannot see the card. Screen readers cannot speak Thái, so for a translation they are the original's.
    /// </summary>
    private static string Alt(ItemContent content)
    {
        var (source, words) = (content.Text, new StringBuilder());
        foreach (var part in (string?[])[
            source.Title, source.Summary, source.Title is null ? MarkdownText.Read(source.Body, writeAddresses: false).Text : null])
        {
            if (Clean(part) is { } text)
            {
                words.Append(words.Length > 0 ? "\n" : "").Append(text);
            }
        }

        if (Clean(content.Speaker) is { } speaker)
        {
            words.Append(" — ").Append(speaker);
        }

        return Shortening.Shorten(new(words.ToString(), []), MostAlt).Text;
    }

    private static bool ShowsOnFewDevices(LanguageTag language) => Languages.Find(language)?.Script is LanguageScript.TaiViet;

    private static IEnumerable<CardParagraph> Paragraphs(VersionText text, IEnumerable<string> captions)
    {
        foreach (var line in (text.Summary ?? "").Split('\n').Select(Clean).OfType<string>())
        {
            yield return new(line);
        }

        var body = MarkdownText.Read(text.Body, writeAddresses: false);
        var start = 0;
        foreach (var line in body.Text.Split('\n'))
        {
            if (Clean(line) is { } words)
            {
                var (first, end) = (start, start + line.Length);
                yield return new(
                    words, body.Spans.Any(span => span.Style is TextStyle.Bold && span.Start <= first && span.Start + span.Length >= end));
            }

            start += line.Length + 1;
        }

        foreach (var words in captions)
        {
            yield return new(words);
        }
    }

    /// <summary>What a reader of the language has below the pictures; a device without the letters shows it nowhere else.</summary>
    private static IEnumerable<string> Captions(ItemContent content, VersionText text) =>
        text.Pictures is null ? []
        : PictureTexts.Translated(content.Pictures, text.Pictures).SelectMany(picture => $"{picture.Caption}\n{picture.Words}".Split('\n'))
            .Select(Clean).OfType<string>();

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : CleanText.Of(text).Normalize(NormalizationForm.FormC).Trim() is { Length: > 0 } clean
            ? clean
            : null;
}

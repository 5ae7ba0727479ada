using System.Globalization;
using System.Text.Encodings.Web;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation;

/// <summary>
/// Whether the words of one language version can be stored, and read and shown in time: asked before they are stored, wherever they come
/// from. The limits themselves are in <see cref="Limits"/>.
/// </summary>
internal static class TextLimits
{
    /// <summary>
    /// The characters of one version, as they are stored. A translation has them twice, as a whole and by segments, and a row of Azure
    /// Tables takes 1 MiB, with two bytes for each.
    /// </summary>
    private const int MostStored = 220_000;

    /// <summary>What is stored of a segment beside its words, half of it: it stands there once.</summary>
    private const int SegmentCharacters = 40;

    /// <summary>What is too much; null where nothing is.</summary>
    public static Problem? Check(VersionText text) =>
        Line(text.Title) ?? Line(text.Summary) ?? Length(text.Pictures, Limits.TextCharacters) ?? Body(text.Body) ?? Storage(text);

    /// <inheritdoc cref="Check(VersionText)"/>
    /// <param name="place">Where the body begins.</param>
    public static Problem? Check(string body, Place place) =>
        (Body(body) ?? Storage(VersionText.Empty with { Body = body })) is { } problem ? problem with { Place = place } : null;

    private static Problem? Line(string? text) => Length(text, Limits.LineCharacters);

    private static Problem? Length(string? text, int most) =>
        text?.Length > most ? new(nameof(ProblemTexts.TextTooLong), null, Number(most)) : null;

    private static Problem? Body(string text) =>
        Length(text, Limits.TextCharacters)
        ?? (ItemMarkdown.TryParse(text, ItemMarkdown.Pipeline) is null || ItemMarkdown.TryParse(text, ItemMarkdown.WithHtml) is null
            ? new(nameof(ProblemTexts.TextTooNested), null, Number(Limits.ParagraphMarks), Number(Limits.MarkDepth))
            : null);

    private static Problem? Storage(VersionText text)
    {
        var size = new[] { text.Title, text.Summary, text.Body, text.Pictures }.Sum(Stored)
            + (SegmentedText.Of(text).Segments.Count() * SegmentCharacters);
        return size > MostStored
            ? new(
                nameof(ProblemTexts.TextTooMuchToStore), null, Number(size), Number(SegmentCharacters), Number(MostStored))
            : null;
    }

    /// <summary>Emoji and the like take six characters for one.</summary>
    private static int Stored(string? text) =>
        text is null ? 0 : JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text).Length;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

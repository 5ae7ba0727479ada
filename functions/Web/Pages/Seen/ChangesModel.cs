using System.Collections.Immutable;
using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Segments;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Seen;

/// <summary>A revision beside an earlier one, word by word. Public because the classes made from templates are.</summary>
public sealed class ChangesModel
{
    /// <param name="resolutions">By which topics have their names.</param>
    internal ChangesModel(
        Revision before, Revision now, DirectorySnapshot directory, IReadOnlyCollection<Resolution> resolutions)
    {
        Earlier = before.Number;
        Changes =
        [
            .. from field in Fields(before.Content, directory, resolutions).Zip(Fields(now.Content, directory, resolutions))
               from change in ChangesOf(field.First.Name, field.First.Value, field.Second.Value)
               select change,
        ];
        PicturesGone = Others(before, now);
        PicturesNew = Others(now, before);
    }

    /// <summary>The revision that it is compared with.</summary>
    internal int Earlier { get; }

    /// <summary>What differs; empty where only what nobody reads does.</summary>
    internal ImmutableArray<FieldChange> Changes { get; }

    /// <summary>The pictures that are shown no more, by what they show: one under the same name may be another.</summary>
    internal ImmutableArray<AcceptedPicture> PicturesGone { get; }

    internal ImmutableArray<AcceptedPicture> PicturesNew { get; }

    internal bool IsNothing => Changes.IsEmpty && PicturesGone.IsEmpty && PicturesNew.IsEmpty;

    /// <summary>The pictures of a revision that another does not show; none where it is not known what was shown.</summary>
    private static ImmutableArray<AcceptedPicture> Others(Revision of, Revision than) =>
        of.Pictures.IsDefault || than.Pictures.IsDefault ? []
        : [.. of.Pictures.Where(picture => than.Pictures.All(other => other.Blob != picture.Blob))];

    private static IEnumerable<FieldChange> ChangesOf(string name, string before, string now) =>
        before == now ? []
        : name == Texts.DraftBody ? ChangesOfBody(Read(before), Read(now)).DefaultIfEmpty(new(name, ChangedWords.Between(before, now)))
        : [new(name, ChangedWords.Between(before, now))];

    /// <summary>
    /// The words as readers see them, without the marks of their styles; and what has a style, where more or fewer have one, or only that
    /// differs. Nothing where readers see no difference: there the marks themselves are compared.
    /// </summary>
    private static IEnumerable<FieldChange> ChangesOfBody(StyledText before, StyledText now)
    {
        if (before.Text != now.Text)
        {
            yield return new(Texts.DraftBody, ChangedWords.Between(before.Text, now.Text));
        }

        var (styled, styledNow) = (StyledWords(before), StyledWords(now));
        if (before.Spans.Length != now.Spans.Length || (before.Text == now.Text && styled != styledNow))
        {
            yield return new(Texts.ChangesStyles, ChangedWords.Between(styled, styledNow));
        }
    }

    private static StyledText Read(string markdown) => MarkdownText.Read(markdown, writeAddresses: true);

    private static string StyledWords(StyledText text) =>
        string.Join("; ", text.Spans.Select(span => text.Text.Substring(span.Start, span.Length)));

    private static IEnumerable<(string Name, string Value)> Fields(
        ItemContent content, DirectorySnapshot directory, IReadOnlyCollection<Resolution> resolutions) =>
    [
        (Texts.DraftTitle, content.Text.Title ?? ""),
        (Texts.DraftSummary, content.Text.Summary ?? ""),
        (Texts.DraftBody, content.Text.Body),
        (Texts.SheetField_speaker, content.Speaker ?? ""),
        (Texts.DraftPictures, string.Join('\n', content.Pictures.Select(Words))),
        (Texts.ReportIssuer, content.Issuer),
        (Texts.DraftKind, PageLabels.Of(content.Kind)),
        (Texts.DraftResolution, TitleOf(content.Resolution, resolutions)),
        (Texts.DraftTopics, string.Join("; ", content.Topics.Select(code => TextOf(code, resolutions)))),
        (Texts.PublishAt, content.PublishAt is { } at ? LocalTime.Text(at) : ""),
        (Texts.ExpiresAt, content.ExpiresAt is { } until ? LocalTime.Text(until) : ""),
        (Texts.Communes, string.Join(", ", content.Communes.Select(id => directory.Find(id)?.Name ?? id.Value))),
        (Texts.DraftOverflow, PageLabels.Of(content.Overflow)),
        (Texts.Untranslated, PageLabels.Of(content.Untranslated)),
        (Texts.Airing, PageLabels.Of(content.Airing)),
        (Texts.DraftSample, content.Sample ? Texts.DraftSample : ""),
    ];

    private static string Words(ItemPicture picture) =>
        string.Join("; ", new[] { picture.Alt, picture.Caption, picture.Words }.Where(words => !string.IsNullOrEmpty(words)));

    private static string TitleOf(string? resolution, IReadOnlyCollection<Resolution> resolutions) =>
        resolutions.FirstOrDefault(known => known.Id == resolution)?.Title ?? resolution ?? "";

    private static string TextOf(string topic, IReadOnlyCollection<Resolution> resolutions) =>
        resolutions.SelectMany(known => known.Topics).FirstOrDefault(known => known.Code == topic)?.Text ?? topic;
}

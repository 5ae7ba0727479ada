using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Intake.Drafts;

/// <summary>A draft as the item that it will be, so that it can be seen before it is handed in: pure functions.</summary>
/// <param name="Pictures">With the names that the draft's pictures have, because none is taken yet.</param>
internal sealed record DraftVersion(Item Item, ItemContent Content, ImmutableArray<AcceptedPicture> Pictures)
{
    /// <summary>Stands for the id of one that has none yet.</summary>
    private const string Unnamed = "chua-dat-ten";

    /// <param name="revision">Which revision of its item it will be.</param>
    public static DraftVersion Of(DraftItem draft, KnownReferences known, int revision)
    {
        var file = DraftItemFile.Of(draft);
        var content = ArticleReader.Read(file.Path, file.Bytes.Span, known) is { IsValid: true, Value.Items: [var read, ..] }
            ? read.Content
            : Unfinished(draft, known);
        return new(
            ItemOf(content, file.Path, revision, known),
            content,
            [.. draft.Pictures.Select((picture, number) => Picture(draft, picture, number))]);
    }

    /// <summary>A row of a sheet; null where it cannot be handed in yet. Its picture is told of by name and not seen.</summary>
    public static ItemContent? OfRow(Draft draft, int row, KnownReferences known)
    {
        var file = DraftSheetFile.Of(draft, [row], known);
        return ItemSheetReader.Read(file.Path, file.Bytes.Span, known) is { IsValid: true, Value.Items: [var read, ..] } ? read.Content : null;
    }

    /// <summary>The item that it will be.</summary>
    public static Item ItemOf(ItemContent content, string file, int revision, KnownReferences known) => new()
    {
        Id = content.Id,
        Revision = revision,
        ContentHash = "",
        SourceFile = file,
        HandIn = default,
        Kind = content.Kind,
        Headline = content.Text.Headline,
        Sample = content.Sample,
        AcceptedAt = known.Now,
        PublishAt = content.PublishAt,
        ExpiresAt = content.ExpiresAt,
        Airing = content.Airing,
    };

    /// <summary>What there is already of one that cannot be handed in yet.</summary>
    private static ItemContent Unfinished(DraftItem draft, KnownReferences known)
    {
        var body = PicturesInText.Read(draft.Body, new(""), []).Body;
        return new ItemContent
        {
            Id = new(Slug.IsValid(draft.Id) ? draft.Id : Unnamed),
            Kind = draft.Kind == DraftItem.Poster ? ItemKind.Poster : ItemKind.Article,
            Text = new(Words(draft.Title), Words(draft.Summary), body),
            Issuer = draft.Issuer,
            Communes =
                [.. draft.Communes.Where(Slug.IsValid).Select(id => new CommuneId(id)).Where(id => known.Directory.Find(id) is not null)],
            PublishAt = LocalTime.TryParse(draft.PublishAt, wholeDay: false, out var from) ? from : null,
            ExpiresAt = LocalTime.TryParse(draft.ExpiresAt, wholeDay: true, out var until) ? until : null,
            Overflow = EnumNames.Find<Overflow>(draft.Overflow) ?? Overflow.Shorten,
            Untranslated = EnumNames.Find<Untranslated>(draft.Untranslated) ?? Untranslated.Wait,
            Airing = EnumNames.Find<AiringLevel>(draft.Airing) ?? AiringLevel.Ordinary,
            Sample = draft.Sample,
        }.With(
        [
            .. draft.Pictures.Select(
                (picture, number) => new ItemPicture(FileOf(draft, number), picture.Alt, Words(picture.Caption), Words(picture.Words))),
        ]);
    }

    private static AcceptedPicture Picture(DraftItem draft, DraftPicture picture, int number) => new(
        FileOf(draft, number),
        picture.Shown,
        HandedInFile.Extension(picture.Shown) is ".png" ? "image/png" : "image/jpeg",
        Length: 0,
        HandIn: default);

    private static string FileOf(DraftItem draft, int number) => $"items/{DraftItemFile.PictureOf(draft, number)}";

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake.Drafts;

/// <summary>Opens the draft in which an item is corrected, whatever file it came from.</summary>
internal sealed class CorrectionDrafts(
    DraftStore drafts, DraftReferences references, ItemReader items, Store store, TimeProvider time)
{
    private const string Markdown = ".md";

    /// <summary>
    /// The draft that it came from, as long as that says what the item says; else one that is made of the item. Five transactions at the
    /// most, and two for each picture.
    /// </summary>
    public async Task<Result<Row<Draft>>> OpenAsync(ItemId id, PersonId by, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(id, cancellationToken) is not { Value: var item })
        {
            return new Problem(nameof(ProblemTexts.UnknownItem), null, id.Value);
        }

        var revision = await items.RevisionAsync(id, item.Revision, cancellationToken)
            ?? throw new InvalidDataException($"The revision {item.Revision} of {id} is not stored.");
        if (await drafts.FindOfAsync(id, cancellationToken) is { Value: { Sheet: null } own } row
            && (own.Sent is null || (own.Sent.HandIn == item.HandIn && !IsOfPicture(revision))))
        {
            return row;
        }

        var now = time.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"{id} {item.Revision}");
        var begun = new Draft
        {
            Id = DraftId.Of(by, now, Encoding.UTF8.GetBytes(name), number: 0),
            File = "",
            By = by,
            At = now,
            SavedBy = by,
            SavedAt = now,
            SendingAs = id.Value,
        };
        var draft = await FilledAsync(begun, item, revision, cancellationToken);

        // Pressed twice within a moment it is one.
        return await drafts.AddCorrectionAsync(draft, cancellationToken) ?? (await drafts.FindAsync(draft.Id, cancellationToken))!;
    }

    /// <summary>
    /// Whether a picture was replaced under its name since: the draft that was sent has the one before, and would bring it back.
    /// </summary>
    private static bool IsOfPicture(Revision revision) => HandedInFile.KindOf(revision.SourceFile) is FileKind.Picture;

    private async Task<Draft> FilledAsync(Draft draft, Item item, Revision revision, CancellationToken cancellationToken)
    {
        var (content, untranslated) = (revision.Content, item.Untranslated ?? revision.Content.Untranslated);
        return item.SourceFile.EndsWith(Markdown, StringComparison.Ordinal)
            ? draft with
            {
                Item = CorrectionForm.OfArticle(content, untranslated, await PicturesAsync(draft.Id, revision, cancellationToken)),
            }
            : draft with
            {
                Item = new() { Id = item.Id.Value, Title = item.Headline },
                Sheet = CorrectionForm.OfRow(
                    content, untranslated, item.SourceFile, await references.KnownAsync(cancellationToken)),
            };
    }

    /// <summary>Copies the pictures to where the form shows them. They are not handed in again: the item goes on naming them.</summary>
    private async Task<ImmutableArray<DraftPicture>> PicturesAsync(
        DraftId draft, Revision revision, CancellationToken cancellationToken)
    {
        var pictures = ImmutableArray.CreateBuilder<DraftPicture>();
        foreach (var (number, picture) in revision.Content.Pictures.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{number + 1}{Path.GetExtension(picture.File)}");
            var shown = revision.Pictures.IsDefault ? null : revision.Pictures.FirstOrDefault(one => one.Path == picture.File);
            if (shown is not null
                && await store.Container(Containers.Media).GetBlobClient(shown.Blob).FindAsync(cancellationToken) is { } drawn)
            {
                await drafts.PutPictureAsync(draft, name, drawn.Content, cancellationToken);
            }

            pictures.Add(new(name, picture.Alt, picture.Caption ?? "", picture.Words ?? "")
            {
                File = PictureFields.FileName(picture.File),
            });
        }

        return pictures.ToImmutable();
    }
}

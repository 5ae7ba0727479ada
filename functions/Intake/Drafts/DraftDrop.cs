using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Intake.Documents;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake.Drafts;

/// <summary>Turns what people drop into drafts, each file by itself: a bad one stands in the way of no other.</summary>
internal sealed class DraftDrop(DraftStore drafts, DraftReferences references, TimeProvider time)
{
    /// <summary>A page that stood open for longer is none that was sent twice.</summary>
    private static readonly TimeSpan LongestOpen = TimeSpan.FromDays(1);

    /// <param name="begun">
    /// When the form was opened: the same files sent with it once more, by a second click, are the same drafts. Null where nobody says.
    /// </param>
    public async Task<DroppedOutcome> TakeAsync(
        IReadOnlyList<DroppedDocument> files, PersonId by, CancellationToken cancellationToken, DateTimeOffset? begun = null)
    {
        var now = time.GetUtcNow();
        var at = begun is { } opened && opened <= now && now - opened < LongestOpen ? opened : now;
        var known = await references.KnownAsync(cancellationToken);
        var issuer = await references.IssuerAsync(cancellationToken);
        var (rows, problems) = (ImmutableArray.CreateBuilder<Row<Draft>>(), ImmutableArray.CreateBuilder<Problem>());
        var unpacked = await UnpackedAsync(files, problems, cancellationToken);
        NamedPictures named = new(unpacked);
        foreach (var (number, file) in unpacked.Index().Where(dropped => !named.IsOfAnother(dropped.Item)))
        {
            var draft = new Draft
            {
                Id = DraftId.Of(by, at, file.Bytes.Span, number),
                File = file.Name,
                By = by,
                At = now,
                SavedBy = by,
                SavedAt = now,
            };
            try
            {
                var taken = begun is not null && await drafts.FindAsync(draft.Id, cancellationToken) is { } there
                    ? new DroppedOutcome([there], [])
                    : await TakeAsync(draft, file, (known, issuer, named), cancellationToken);
                rows.AddRange(taken.Drafts);
                problems.AddRange(taken.Problems);
            }
            catch (RecordTooLargeException)
            {
                // One that is too long keeps no other.
                problems.Add(new(nameof(ProblemTexts.RecordTooLarge), new(file.Name), $"{RowCodec.MostCharacters}"));
            }
        }

        return new(rows.ToImmutable(), problems.ToImmutable());
    }

    private async Task<DroppedOutcome> TakeAsync(
        Draft draft,
        DroppedDocument file,
        (KnownReferences References, string Issuer, NamedPictures Pictures) known,
        CancellationToken cancellationToken)
    {
        var (kind, refused) = DocumentSniffer.Find(file);
        if (kind is null)
        {
            return new([], [refused!]);
        }

        if (kind is DocumentKind.Workbook or DocumentKind.Csv)
        {
            var sheet = kind is DocumentKind.Csv ? CsvText.Read(file) : await WorkbookReader.ReadAsync(file, cancellationToken);
            return await TakeSheetAsync(draft, file, sheet, (known.References, known.Issuer), cancellationToken);
        }

        var read = await DocumentReader.ReadAsync(file, kind.Value, cancellationToken);
        if (!read.IsValid)
        {
            return new([], read.Problems);
        }

        var whole = kind is DocumentKind.Markdown ? known.Pictures.With(file.Name, read.Value) : read.Value;
        return await TakeAsync(
            draft,
            whole with { Notes = [.. whole.Notes, .. DraftBeginning.Lost(whole)] },
            DraftBeginning.Of(whole, file.Stem, known.References, known.Issuer),
            cancellationToken);
    }

    private async Task<DroppedOutcome> TakeAsync(Draft draft, ReadDocument read, DraftItem item, CancellationToken cancellationToken)
    {
        var (pictures, broken) = await PicturesAsync(draft.Id, draft.File, read.Pictures, cancellationToken);
        if (!broken.IsEmpty && read.Pictures.Length == 1 && read.Body.Length == 0 && item.Title.Length == 0)
        {
            return new([], broken);
        }

        return await AddAsync(
            draft with
            {
                Item = item with { Id = await references.FreeAsync(item.Id, cancellationToken), Pictures = pictures },
                Notes = [.. read.Notes, .. broken],
                Legacy = read.Legacy,
            },
            cancellationToken);
    }

    /// <summary>The draft, which may have come from the other of two clicks.</summary>
    private async Task<DroppedOutcome> AddAsync(Draft draft, CancellationToken cancellationToken) =>
        (await drafts.AddAsync(draft, cancellationToken) ?? await drafts.FindAsync(draft.Id, cancellationToken)) is { } row
            ? new([row], [])
            : new([], []);

    /// <summary>The files themselves, and in the place of a zip those that it holds. All of them are in memory together.</summary>
    private static async Task<List<DroppedDocument>> UnpackedAsync(
        IReadOnlyList<DroppedDocument> files, ImmutableArray<Problem>.Builder problems, CancellationToken cancellationToken)
    {
        List<DroppedDocument> unpacked = [];
        var left = PackageCheck.MostBytes;
        foreach (var file in files)
        {
            if (DocumentSniffer.Find(file).Kind is not DocumentKind.Archive)
            {
                unpacked.Add(file);
                continue;
            }

            var (inside, broken) = await ArchiveReader.ReadAsync(file, cancellationToken);
            var size = inside.Sum(one => (long)one.Bytes.Length);
            if (size > left)
            {
                problems.Add(new(nameof(ProblemTexts.DroppedTooMuchTogether), new(file.Name)));
                continue;
            }

            left -= size;
            unpacked.AddRange(inside);
            problems.AddRange(broken);
        }

        return unpacked;
    }

    private async Task<DroppedOutcome> TakeSheetAsync(
        Draft draft,
        DroppedDocument file,
        Parsed<ReadSheet> read,
        (KnownReferences References, string Issuer) known,
        CancellationToken cancellationToken)
    {
        if (!read.IsValid)
        {
            return new([], read.Problems);
        }

        var sheet = SheetBeginning.Of(read.Value, file.Name, known.References, known.Issuer);
        if (!sheet.IsValid)
        {
            return new([], sheet.Problems);
        }

        var named = await references.WithIdsAsync(sheet.Value, cancellationToken);
        ImmutableArray<Problem> notes =
        [
            .. read.Value.OldFonts.IsEmpty
                ? Array.Empty<Problem>()
                : [new(nameof(ProblemTexts.DroppedOldFont), new(file.Name), string.Join(", ", read.Value.OldFonts))],
            .. read.Value.Notes,
            .. SheetBeginning.Above(read.Value, file.Name),
        ];
        return await AddAsync(draft with { Sheet = named, Notes = notes }, cancellationToken);
    }

    /// <summary>Cuts pictures as their form says, where that was not done before. Two transactions for each.</summary>
    /// <returns>The same, whole where they could not be cut.</returns>
    internal async Task<ImmutableArray<DraftPicture>> CutAsync(
        DraftId draft, IEnumerable<DraftPicture> pictures, IReadOnlySet<string> there, CancellationToken cancellationToken)
    {
        var cut = ImmutableArray.CreateBuilder<DraftPicture>();
        foreach (var picture in pictures)
        {
            cut.Add(
                picture.Cut.Length == 0 || there.Contains(picture.Shown) || await CutAsync(draft, picture, cancellationToken)
                    ? picture
                    : picture with { Cut = "" });
        }

        return cut.ToImmutable();
    }

    private async Task<bool> CutAsync(DraftId draft, DraftPicture picture, CancellationToken cancellationToken)
    {
        if (await drafts.PictureAsync(draft, picture.Name, cancellationToken) is not { } bytes
            || await PictureReader.ReadAsync(picture.Name, bytes, cancellationToken) is not { IsValid: true, Value.Bytes: var drawn })
        {
            return false;
        }

        var part = PictureCutting.Cut(drawn, picture.Cut, asPng: Path.GetExtension(picture.Shown) == ".png");
        await drafts.PutPictureAsync(draft, picture.Shown, part, cancellationToken);
        return true;
    }

    /// <summary>Keeps the pictures that can be published; the others are told.</summary>
    internal async Task<(ImmutableArray<DraftPicture> Pictures, ImmutableArray<Problem> Broken)> PicturesAsync(
        DraftId draft, string file, ImmutableArray<DocumentPicture> pictures, CancellationToken cancellationToken)
    {
        var (kept, broken) = (ImmutableArray.CreateBuilder<DraftPicture>(), ImmutableArray.CreateBuilder<Problem>());
        foreach (var picture in pictures)
        {
            var drawn = await PictureReader.ReadAsync(file, picture.Bytes, cancellationToken);
            if (!drawn.IsValid)
            {
                broken.AddRange(drawn.Problems);
                continue;
            }

            await drafts.PutPictureAsync(draft, picture.Name, picture.Bytes, cancellationToken);
            kept.Add(new(picture.Name, picture.Alt, picture.Caption ?? "", picture.Words ?? ""));
        }

        return (kept.ToImmutable(), broken.ToImmutable());
    }
}

using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// Reads a file of <c>content</c> as what its path says that it is, and stores what it says. Repeated, it changes nothing.
/// </summary>
internal sealed class FileIntake(
    Store store,
    DirectoryStore directory,
    ItemIntake items,
    ReferenceIntake references,
    PictureRevisions pictures,
    LanguageFileIntake languageFiles,
    TimeProvider time)
{
    /// <returns>What became of it: accepted, refused, or waiting for another file.</returns>
    public async Task<HandIn> TakeAsync(HandIn handIn, string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        switch (HandedInFile.KindOf(path))
        {
            case FileKind.Article:
                return await TakeItemsAsync(handIn, path, known => ArticleReader.Read(path, content.Span, known), cancellationToken);
            case FileKind.Sheet:
                return await TakeItemsAsync(handIn, path, known => ItemSheetReader.Read(path, content.Span, known), cancellationToken);
            case FileKind.Translation:
                var translation = SuppliedTranslationReader.Read(path, content.Span);
                return translation.IsValid
                    ? await items.TakeAsync(handIn.Warned(translation.Value.Warnings), path, translation.Value, cancellationToken)
                    : handIn.With(translation.Problems);
            case FileKind.Glossary or FileKind.Memory or FileKind.Spelling:
                return handIn.With(await languageFiles.TakeAsync(handIn, path, content, cancellationToken));
            case FileKind.Resolution:
                return await TakeResolutionAsync(handIn, ResolutionReader.Read(path, content.Span), cancellationToken);
            default:
                return await TakePictureAsync(handIn, path, content, cancellationToken);
        }
    }

    private async Task<HandIn> TakeItemsAsync(
        HandIn handIn, string path, Func<KnownReferences, Parsed<ReadItems>> read, CancellationToken cancellationToken)
    {
        var known = new KnownReferences(
            await directory.FreshAsync(cancellationToken), await references.ResolutionsAsync(cancellationToken), time.GetUtcNow());
        var found = read(known);
        if (!found.IsValid)
        {
            return handIn.With(found.Problems);
        }

        var source = new HandInSource(path, Line: null, handIn.Id, handIn.Person) { Right = RightOf(handIn, known.Directory) };
        return await items.TakeAsync(handIn.Warned(found.Value.Warnings), source, found.Value, cancellationToken);
    }

    /// <summary>By what it is approved where it says so.</summary>
    private static ApprovalRight? RightOf(HandIn handIn, DirectorySnapshot directory) =>
        handIn.Container == Containers.Approved ? new(Approver: null)
        : handIn is { MayApprove: true, Person: { } person } && directory.Find(person)?.Is(Role.Approver) == true ? new(person)
        : null;

    private async Task<HandIn> TakeResolutionAsync(HandIn handIn, Parsed<Resolution> resolution, CancellationToken cancellationToken)
    {
        if (!resolution.IsValid)
        {
            return handIn.With(resolution.Problems);
        }

        await references.TakeAsync(handIn, resolution.Value, cancellationToken);
        return handIn;
    }

    private async Task<HandIn> TakePictureAsync(
        HandIn handIn, string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var picture = await references.TakePictureAsync(handIn, path, content, cancellationToken);
        if (!picture.IsValid)
        {
            return handIn.With(picture.Problems);
        }

        var (shownBy, revised) = await pictures.ReviseAsync(handIn, picture.Value, cancellationToken);
        await store.WantTranslationsAsync(shownBy, cancellationToken);
        return handIn with { Items = shownBy, Changed = revised };
    }
}

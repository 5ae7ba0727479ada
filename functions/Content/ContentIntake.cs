using Azure.Storage.Blobs;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>
/// Takes in what is dropped into <c>content</c>. What a file says is stored first, then the next stage is told, then what became of the
/// file is noted: stopped anywhere and repeated, it loses nothing and doubles nothing.
/// </summary>
internal sealed class ContentIntake(
    Store store,
    DirectoryStore directory,
    ItemIntake items,
    ReferenceIntake references,
    PictureRevisions pictures,
    IEnumerable<ILanguageFileIntake> languageFiles,
    HandIns handIns,
    Rejections rejections,
    TimeProvider time,
    ILogger<ContentIntake> logger)
{
    /// <summary>Takes a dropped file as it lies there now. Where it is gone or replaced, what replaced it comes by itself.</summary>
    /// <returns>Null where there is no such file any more.</returns>
    public async Task<HandIn?> TakeAsync(BlobClient file, CancellationToken cancellation)
    {
        using var blob = await file.OpenAsync(cancellation);
        if (blob is null)
        {
            return null;
        }

        var details = blob.Details;
        var person = HandIn.PersonOf(details.Metadata);
        if (details.ContentLength > HandInDesk.MostBytes)
        {
            var handIn = New(file.Name, details.ETag.ToString(), details.LastModified, person);
            return await SettleAsync(handIn.With([HandInDesk.TooLarge]), blob.Content, cancellation);
        }

        var content = await blob.ReadAsync(cancellation);
        return await TakeAsync(file.Name, content, details.ETag.ToString(), details.LastModified, person, cancellation);
    }

    public Task<HandIn> TakeAsync(
        string path,
        ReadOnlyMemory<byte> content,
        string etag,
        DateTimeOffset lastModified,
        string? person,
        CancellationToken cancellation) =>
        TakeAsync(New(path, etag, lastModified, person), content, cancellation);

    private async Task<HandIn> TakeAsync(HandIn handIn, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        using var span = Tracing.Continue("intake", handIn.TraceParent);
        handIn = handIn with { TraceParent = Tracing.Current ?? handIn.TraceParent };
        var outcome = await CheckAsync(handIn, content, cancellation);
        if (outcome.State is HandInState.Waiting)
        {
            // What it waits for may have come between the look and the note; from the note on, it is found by what comes.
            await handIns.SaveAsync(outcome, cancellation);
            outcome = await CheckAsync(handIn, content, cancellation);
        }

        span?.SetTag("hand-in", outcome.Id.Value).SetTag("count", outcome.Items.Length).SetTag("outcome", Names.Of(outcome.State));
        await using var original = new BinaryData(content).ToStream();
        return await SettleAsync(outcome, original, cancellation);
    }

    /// <summary>Looks again at what waited for a file that is there now.</summary>
    public async Task RetakeAsync(string file, CancellationToken cancellation)
    {
        await foreach (var note in handIns.WaitingForAsync(file, cancellation))
        {
            var waiting = note.Value;
            var found = await store.Container(Containers.Content).GetBlobClient(waiting.File).FindAsync(cancellation);
            if (found is { } blob && HandInId.Of(Containers.Content, waiting.File, waiting.At, blob.ETag) == waiting.Id)
            {
                await TakeAsync(New(waiting.File, blob.ETag, waiting.At, waiting.By) with { TraceParent = waiting.TraceParent }, blob.Content, cancellation);
            }
            else
            {
                await handIns.SaveAsync(waiting.With([new(nameof(Problems.ProblemTexts.FileReplaced), new(waiting.File))]), cancellation);
            }

            await handIns.ForgetWaitingAsync(note, cancellation);
        }
    }

    private static HandIn New(string path, string etag, DateTimeOffset lastModified, string? person) => new()
    {
        Id = HandInId.Of(Containers.Content, path, lastModified, etag),
        Container = Containers.Content,
        File = path,
        At = lastModified,
        State = HandInState.Accepted,
        By = person,
    };

    /// <summary>Keeps what was not accepted, and notes what became of the file.</summary>
    private async Task<HandIn> SettleAsync(HandIn outcome, Stream original, CancellationToken cancellation)
    {
        if (outcome.State is HandInState.Rejected)
        {
            await rejections.KeepAsync(outcome, original, cancellation);
        }

        await handIns.SaveAsync(outcome, cancellation);
        Log.Taken(logger, outcome);
        return outcome;
    }

    private async Task<HandIn> CheckAsync(HandIn handIn, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var path = HandedInFile.Normal(handIn.File);
        var refused = HandedInFile.Check(path);
        if (!refused.IsEmpty)
        {
            return handIn.With(refused);
        }

        switch (HandedInFile.KindOf(path))
        {
            case FileKind.Article:
                var known = await KnownAsync(cancellation);
                var article = ArticleReader.Read(path, content.Span, known);
                return article.IsValid ? await items.TakeAsync(handIn.Warned(article.Value.Warnings), path, article.Value, cancellation) : handIn.With(article.Problems);
            case FileKind.Sheet:
                known = await KnownAsync(cancellation);
                var sheet = ItemSheetReader.Read(path, content.Span, known);
                return sheet.IsValid ? await items.TakeAsync(handIn.Warned(sheet.Value.Warnings), path, sheet.Value, cancellation) : handIn.With(sheet.Problems);
            case FileKind.Translation:
                var translation = SuppliedTranslationReader.Read(path, content.Span);
                return translation.IsValid ? await items.TakeAsync(handIn.Warned(translation.Value.Warnings), path, translation.Value, cancellation) : handIn.With(translation.Problems);
            case FileKind.Glossary or FileKind.Memory or FileKind.Spelling:
                var taker = languageFiles.First(file => file.Kind == HandedInFile.KindOf(path));
                return handIn.With(await taker.TakeAsync(handIn, path, content, cancellation));
            case FileKind.Resolution:
                var resolution = ResolutionReader.Read(path, content.Span);
                if (!resolution.IsValid)
                {
                    return handIn.With(resolution.Problems);
                }

                await references.TakeAsync(handIn, resolution.Value, cancellation);
                break;
            default:
                var picture = await references.TakePictureAsync(handIn, path, content, cancellation);
                if (!picture.IsValid)
                {
                    return handIn.With(picture.Problems);
                }

                var (shownBy, revised) = await pictures.ReviseAsync(handIn, picture.Value, cancellation);
                await store.WantTranslationsAsync(shownBy, cancellation);
                handIn = handIn with { Items = shownBy, Changed = revised };
                break;
        }

        await RetakeAsync(path, cancellation);
        return handIn;
    }

    private async Task<Known> KnownAsync(CancellationToken cancellation) =>
        new(await directory.FreshAsync(cancellation), await references.ResolutionsAsync(cancellation), time.GetUtcNow());
}

using System.Collections.Immutable;
using Azure;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake.Documents;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake.Drafts;

/// <summary>What people do with drafts: save, convert, throw away, hand in.</summary>
internal sealed class DraftService(
    DraftStore drafts, DraftReferences references, DraftDrop drop, HandInService handIns, ItemNotes notes, TimeProvider time)
{
    /// <summary>
    /// Saves a form, with new pictures where there are. Who read an older version is told, and writes over nothing; what is saved already
    /// is saved: a button was pressed twice, or its answer was lost.
    /// </summary>
    public async Task<Result<Row<Draft>>> SaveAsync(
        DraftId id,
        DraftItem item,
        ImmutableArray<DroppedDocument> pictures,
        (PersonId Person, ETag Read) by,
        CancellationToken cancellationToken)
    {
        var read = await ReadAsync(id, by.Read, cancellationToken);
        if (!read.IsDone)
        {
            return await OnceAsync(id, item, pictures.Length, by.Person, read, cancellationToken);
        }

        var (kept, broken) = await AddAsync(id, pictures, cancellationToken);
        var stored = FilesOf(read.Value.Value.Item);
        var there = read.Value.Value.Item.Pictures.Select(picture => picture.Shown).ToHashSet(StringComparer.Ordinal);
        var own = await drop.CutAsync(id, Own(item.Pictures, stored), there, cancellationToken);
        var (now, saved) = (time.GetUtcNow(), item with { Pictures = [.. own, .. kept] });
        var draft = read.Value.Value.Saved(by.Person, now) with
        {
            Item = saved,
            Changes = DraftChanges.After(read.Value.Value.Changes, (read.Value.Value.Item, saved), by.Person, now),
            Sent = null,
            SendingAs = read.Value.Value.Sent is { } && item.Id == read.Value.Value.Item.Id ? item.Id : read.Value.Value.SendingAs,
        };
        return await drafts.SaveAsync(read.Value, draft, cancellationToken) is { } row
            ? broken.IsEmpty ? row : broken[0]
            : await OnceAsync(id, item, pictures.Length, by.Person, Changed, cancellationToken);
    }

    /// <summary>The draft as it stands where the same person saved the same form before; else what reading it came to.</summary>
    /// <param name="added">How many pictures came with the form: those that were saved last.</param>
    private async Task<Result<Row<Draft>>> OnceAsync(
        DraftId id, DraftItem item, int added, PersonId by, Result<Row<Draft>> read, CancellationToken cancellationToken)
    {
        if (read.Problem?.Code != nameof(ProblemTexts.ChangedMeanwhile) || await drafts.FindAsync(id, cancellationToken) is not { } row)
        {
            return read;
        }

        var there = row.Value.Item.Pictures;
        var typed = item with { Pictures = [.. Own(item.Pictures, FilesOf(row.Value.Item)), .. there.TakeLast(added)] };
        return row.Value.SavedBy == by && DraftChanges.AreSame(row.Value.Item, typed) ? row : read;
    }

    private static Dictionary<string, string> FilesOf(DraftItem item) =>
        item.Pictures.ToDictionary(picture => picture.Name, picture => picture.File, StringComparer.Ordinal);

    /// <summary>Pictures have the names that the program gave them, which are paths of blobs: no other is taken from outside.</summary>
    /// <param name="stored">The names of its pictures, with the files that were handed in already.</param>
    private static IEnumerable<DraftPicture> Own(ImmutableArray<DraftPicture> pictures, Dictionary<string, string> stored) =>
        pictures.Where(picture => picture is { Name: { } name } && stored.ContainsKey(name))
            .DistinctBy(picture => picture.Name, StringComparer.Ordinal)
            .Select(picture => picture with { File = stored[picture.Name] });

    /// <summary>Puts the words that old fonts showed in their place. What somebody wrote since is converted line by line.</summary>
    public async Task<Result<Row<Draft>>> ToUnicodeAsync(DraftId id, PersonId by, ETag version, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(id, version, cancellationToken);
        if (!read.IsDone || read.Value.Value.Legacy is not { } offer)
        {
            return read;
        }

        var item = read.Value.Value.Item;
        var isAsRead = offer.Written == DocumentText.Key(item.Title.Length > 0 ? item.Title : null, item.Body);
        var converted = isAsRead
            ? item with { Title = offer.Title ?? "", Summary = offer.Summary ?? item.Summary, Body = offer.Body }
            : item with
            {
                Title = LegacyText.ToUnicode(item.Title),
                Summary = LegacyText.ToUnicode(item.Summary),
                Body = LegacyText.ToUnicode(item.Body),
            };
        if (read.Value.Value.SendingAs is null)
        {
            var named = IdProposal.Of(converted.Title) is { Length: > 0 } of ? of : item.Id;
            converted = converted with { Id = await references.FreeAsync(named, cancellationToken) };
        }

        var draft = read.Value.Value.Saved(by, time.GetUtcNow()) with { Item = converted, Legacy = null };
        return await drafts.SaveAsync(read.Value, draft, cancellationToken) is { } row ? row : Changed;
    }

    /// <summary>Throws a draft away.</summary>
    public async Task<Problem?> RemoveAsync(DraftId id, ETag version, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(id, version, cancellationToken);
        return !read.IsDone ? read.Problem : await drafts.RemoveAsync(read.Value, cancellationToken) ? null : Changed;
    }

    /// <summary>What is wrong with a draft as it stands. One transaction.</summary>
    public async Task<DraftFindings> CheckAsync(Draft draft, KnownReferences known, CancellationToken cancellationToken)
    {
        var found = DraftCheck.Check(draft.Item, known);
        return draft.SendingAs != draft.Item.Id && await references.IsTakenAsync(draft.Item.Id, cancellationToken)
            ? found with
            {
                Problems = found.Problems.Add(new(nameof(ProblemTexts.DraftIdTaken), new("", Field: "id"), draft.Item.Id)),
            }
            : found;
    }

    /// <summary>
    /// Hands a draft in as the files that intake takes: its pictures, then the item. With a problem nothing is handed in. Stopped anywhere
    /// and repeated, it is the same hand-in.
    /// </summary>
    public async Task<Parsed<HandedIn>> SendAsync(DraftId id, HandedInBy by, ETag version, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(id, version, cancellationToken);
        if (!read.IsDone)
        {
            return Parsed<HandedIn>.Bad(read.Problems);
        }

        var draft = read.Value.Value;
        var found = await CheckAsync(draft, await references.KnownAsync(cancellationToken), cancellationToken);
        if (!found.Problems.IsEmpty)
        {
            return Parsed<HandedIn>.Bad(found.Problems);
        }

        var noted = await drafts.SaveAsync(
            read.Value, draft with { SendingAs = draft.Item.Id, Sent = null, Returned = null }, cancellationToken);
        if (noted is null)
        {
            return Parsed<HandedIn>.Bad([Changed]);
        }

        var handedIn = await PutAsync(noted.Value, by, cancellationToken);
        if (!handedIn.IsDone)
        {
            return Parsed<HandedIn>.Bad([DraftCheck.InForm(handedIn.Problem, DraftItemFile.Of(draft.Item))]);
        }

        var sent = noted.Value.Saved(by.Person, time.GetUtcNow()) with { Sent = new(handedIn.Value.Id, time.GetUtcNow()) };
        await drafts.SaveAsync(noted, sent, cancellationToken);
        await notes.MoveAsync(id.Value, draft.Item.Id, cancellationToken);
        return Parsed<HandedIn>.Of(handedIn.Value);
    }

    private async Task<Result<HandedIn>> PutAsync(Draft draft, HandedInBy by, CancellationToken cancellationToken)
    {
        foreach (var number in Enumerable.Range(0, draft.Item.Pictures.Length).Where(at => draft.Item.Pictures[at].IsNew))
        {
            var bytes = await drafts.PictureAsync(draft.Id, draft.Item.Pictures[number].Shown, cancellationToken);
            var put = await PutAsync($"items/{DraftItemFile.PictureOf(draft.Item, number)}", bytes ?? default, by, cancellationToken);
            if (!put.IsDone)
            {
                return put;
            }
        }

        var file = DraftItemFile.Of(draft.Item);
        return await PutAsync(file.Path, file.Bytes, by, cancellationToken);
    }

    private async Task<Result<HandedIn>> PutAsync(string path, ReadOnlyMemory<byte> bytes, HandedInBy by, CancellationToken cancellationToken)
    {
        await using var body = new BinaryData(bytes).ToStream();
        return await handIns.PutAsync(Containers.Content, path, body, bytes.Length, by, cancellationToken);
    }

    private async Task<(ImmutableArray<DraftPicture> Kept, ImmutableArray<Problem> Broken)> AddAsync(
        DraftId id, ImmutableArray<DroppedDocument> pictures, CancellationToken cancellationToken)
    {
        var (kept, broken) = (ImmutableArray.CreateBuilder<DraftPicture>(), ImmutableArray.CreateBuilder<Problem>());
        foreach (var (number, picture) in pictures.Index())
        {
            var name = $"{Keys.TicksDescending(time.GetUtcNow())}-{number}{PictureDocument.ExtensionOf(picture.Bytes.Span)}";
            var added = await drop.PicturesAsync(id, picture.Name, [new(name, picture.Bytes, Alt: "")], cancellationToken);
            kept.AddRange(added.Pictures);
            broken.AddRange(added.Broken);
        }

        return (kept.ToImmutable(), broken.ToImmutable());
    }

    private async Task<Result<Row<Draft>>> ReadAsync(DraftId id, ETag version, CancellationToken cancellationToken) =>
        await drafts.FindAsync(id, cancellationToken) is not { } row ? NotFound
        : version == ETag.All || row.ETag == version ? row
        : Changed;

    public static Problem NotFound => new(nameof(ProblemTexts.DraftNotFound));

    private static Problem Changed => new(nameof(ProblemTexts.ChangedMeanwhile));
}

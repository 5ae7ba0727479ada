using System.Collections.Immutable;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>A picture that came again under its name with other bytes: every item that shows it gets a new revision, which somebody has to approve.</summary>
internal sealed class PictureRevisions(Store store, TimeProvider time)
{
    private const int MostTries = 5;

    /// <summary>One transaction for each thousand items, one for each that may show the picture and one for each new revision. Doing it again changes nothing.</summary>
    /// <returns>The items that show the picture, whether their revision was made now or by an earlier try; and how many were made now.</returns>
    public async Task<(ImmutableArray<ItemId> Items, int Revised)> ReviseAsync(HandIn handIn, ChangedPicture changed, CancellationToken cancellation)
    {
        var (items, revised) = (ImmutableArray.CreateBuilder<ItemId>(), 0);
        await foreach (var row in store.Editorial.StartingWithAsync(Keys.Editorial, Keys.Item(""), ContentJson.Default.Item, cancellation))
        {
            if (row.Value.MayShow(changed.Now.Path) && row.Value.State is not ItemState.Withdrawn && !row.Value.IsExpired(time.GetUtcNow())
                && await ReviseAsync(row, handIn, changed, cancellation) is { } isNew)
            {
                items.Add(row.Value.Id);
                revised += isNew ? 1 : 0;
            }
        }

        return (items.ToImmutable(), revised);
    }

    /// <returns>Whether it has a new revision; null where it does not show the picture.</returns>
    private async Task<bool?> ReviseAsync(Row<Item> found, HandIn handIn, ChangedPicture changed, CancellationToken cancellation)
    {
        var read = found;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var key = Keys.Revision(read.Value.Id.Value, read.Value.Revision);
            if (await store.Editorial.FindAsync(Keys.Editorial, key, ContentJson.Default.Revision, cancellation) is not { Value: var revision }
                || !revision.Content.Pictures.Any(picture => picture.File == changed.Now.Path))
            {
                return null;
            }

            var now = time.GetUtcNow();
            if (Intake.WithPicture(read.Value, revision, changed, new(changed.Now.Path, Line: null, handIn.Id, handIn.Person), now) is not { } made)
            {
                return false;
            }

            if (await new Transaction(Keys.Editorial).Accept(read, made, handIn.Person, now).CommitAsync(store.Editorial, cancellation))
            {
                return true;
            }

            read = await store.Editorial.FindAsync(Keys.Editorial, Keys.Item(found.Value.Id.Value), ContentJson.Default.Item, cancellation) ?? found;
        }

        throw new InvalidOperationException($"Somebody else changed {found.Value.Id} each time that its picture was to be replaced.");
    }
}

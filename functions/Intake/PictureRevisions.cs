using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// A picture that came again under its name with other bytes: every item that shows it gets a new revision, which somebody has to approve.
/// </summary>
internal sealed class PictureRevisions(Store store, ItemReader items, TimeProvider time)
{
    /// <summary>
    /// One transaction for each thousand items, one for each that may show the picture and one for each new revision. Doing it again
    /// changes nothing.
    /// </summary>
    /// <returns>The items that show the picture, whether their revision was made now or by an earlier try; and how many were made
    /// now.</returns>
    public async Task<(ImmutableArray<ItemId> Items, int Revised)> ReviseAsync(
        HandIn handIn, ChangedPicture changed, CancellationToken cancellationToken)
    {
        var (shown, revised) = (ImmutableArray.CreateBuilder<ItemId>(), 0);
        await foreach (var row in items.AllAsync(cancellationToken))
        {
            if (!row.Value.MayShow(changed.Now.Path) || row.Value.State is ItemState.Withdrawn || row.Value.IsExpired(time.GetUtcNow()))
            {
                continue;
            }

            var revision = await ReviseAsync(row, handIn, changed, cancellationToken);
            if (revision is not PictureRevision.NotShown)
            {
                shown.Add(row.Value.Id);
                revised += revision is PictureRevision.MadeNow ? 1 : 0;
            }
        }

        return (shown.ToImmutable(), revised);
    }

    private Task<PictureRevision> ReviseAsync(Row<Item> found, HandIn handIn, ChangedPicture changed, CancellationToken cancellationToken)
    {
        Row<Item>? read = null;
        return OptimisticRetry.RunAsync<PictureRevision>(
            async () =>
            {
                read = read is null ? found : await items.FindAsync(found.Value.Id, cancellationToken) ?? found;
                if (await items.RevisionAsync(read.Value.Id, read.Value.Revision, cancellationToken) is not { } revision
                    || !revision.Content.Pictures.Any(picture => picture.File == changed.Now.Path))
                {
                    return PictureRevision.NotShown;
                }

                var now = time.GetUtcNow();
                var source = new HandInSource(changed.Now.Path, Line: null, handIn.Id, handIn.Person);
                if (IntakeDecisions.WithPicture(read.Value, revision, changed, source, now) is not { } made)
                {
                    return PictureRevision.MadeBefore;
                }

                var transaction = new Transaction(Keys.Editorial).Accept(read, (made.Item, made.Revision), handIn.Person, now);
                return await transaction.CommitAsync(store.Editorial, cancellationToken) ? PictureRevision.MadeNow : null;
            },
            $"the item {found.Value.Id} whose picture was replaced");
    }

    private enum PictureRevision
    {
        NotShown,
        MadeBefore,
        MadeNow,
    }
}

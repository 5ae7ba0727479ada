using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
using Dissemination.Directory;
using Dissemination.Web.Pages.Seen;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Reads what an approver decides by.</summary>
internal sealed class ApprovalReader(ItemReader items, ItemNotes notes, DeliveryForesight foresight)
{
    /// <summary>One item. Three transactions, and two more where its revisions were not read lately.</summary>
    public async Task<ApprovalView> ReadAsync(Item item, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        var said = notes.OfAsync(item.Id.Value, cancellationToken);
        var changes = ChangesAsync(item, directory, cancellationToken);
        var foreseen = foresight.OfApprovalAsync(item, cancellationToken);
        await Task.WhenAll(said, changes, foreseen);
        var revision = await items.RevisionAsync(item.Id, item.Revision, cancellationToken)
            ?? throw new InvalidDataException($"The revision {item.Revision} of {item.Id} is not stored.");
        return new(item, revision, await foreseen, await changes, await said);
    }

    /// <summary>What its current revision changed. Two transactions, none where both revisions were read lately.</summary>
    /// <returns>Null where there is none before it.</returns>
    public async Task<ChangesModel?> ChangesAsync(Item item, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        var earlier = item.ApprovedBefore?.Revision ?? item.Revision - 1;
        return earlier >= 1 && earlier < item.Revision && await items.RevisionAsync(item.Id, earlier, cancellationToken) is { } before
            ? new(earlier, before.Content, await items.ContentAsync(item.Id, item.Revision, cancellationToken), directory)
            : null;
    }
}

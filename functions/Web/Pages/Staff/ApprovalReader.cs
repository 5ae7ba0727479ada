using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
using Dissemination.Directory;
using Dissemination.Web.Pages.Seen;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Reads what an approver decides by.</summary>
internal sealed class ApprovalReader(ItemReader items, ItemNotes notes, ReferenceStore references, DeliveryForesight foresight)
{
    /// <summary>
    /// Some items, in their order. Three transactions where they lie side by side, and one for each revision that was not read lately.
    /// </summary>
    public async Task<IReadOnlyList<ApprovalView>> ReadAsync(
        IReadOnlyCollection<Item> waiting, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        var said = notes.OfEachAsync([.. waiting.Select(item => item.Id)], cancellationToken);
        var changes = Task.WhenAll(waiting.Select(item => ChangesAsync(item, directory, cancellationToken)));
        var foreseen = foresight.OfApprovalsAsync(waiting, cancellationToken);
        var revisions = Task.WhenAll(waiting.Select(item => RevisionAsync(item, cancellationToken)));
        await Task.WhenAll(said, changes, foreseen, revisions);
        var (all, changed, sets, heard) = (await revisions, await changes, await foreseen, await said);
        return
        [
            .. waiting.Select((item, at) => new ApprovalView(item, all[at], sets[at], changed[at], [.. heard[item.Id]])),
        ];
    }

    private async Task<Revision> RevisionAsync(Item item, CancellationToken cancellationToken) =>
        await items.RevisionAsync(item.Id, item.Revision, cancellationToken)
        ?? throw new InvalidDataException($"The revision {item.Revision} of {item.Id} is not stored.");

    /// <summary>
    /// What its current revision changed. Two transactions, none where both revisions were read lately; one more where it speaks of other
    /// topics.
    /// </summary>
    /// <returns>Null where there is none before it.</returns>
    public async Task<ChangesModel?> ChangesAsync(Item item, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        var earlier = item.ApprovedBefore?.Revision ?? item.Revision - 1;
        if (earlier < 1 || earlier >= item.Revision || await items.RevisionAsync(item.Id, earlier, cancellationToken) is not { } before)
        {
            return null;
        }

        var now = await RevisionAsync(item, cancellationToken);
        var isOfOthers = before.Content.Resolution != now.Content.Resolution || !before.Content.Topics.SequenceEqual(now.Content.Topics);
        return new(
            before,
            now,
            directory,
            isOfOthers ? await references.ResolutionsAsync(cancellationToken).ToListAsync(cancellationToken) : []);
    }
}

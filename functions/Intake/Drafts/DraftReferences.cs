using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Intake.Drafts;

/// <summary>What drafts are checked against, as it stands.</summary>
internal sealed class DraftReferences(
    DirectoryStore directory, ReferenceIntake references, ItemReader items, DraftStore drafts, TimeProvider time)
{
    /// <summary>How many drafts are looked at for who publishes.</summary>
    private const int Looked = 5;

    public async Task<KnownReferences> KnownAsync(CancellationToken cancellationToken) =>
        new(await directory.CurrentAsync(cancellationToken), await references.ResolutionsAsync(cancellationToken), time.GetUtcNow());

    /// <summary>Whether an item has that id, or will have it once its file was taken in. One transaction, or two.</summary>
    public async Task<bool> IsTakenAsync(string id, CancellationToken cancellationToken) =>
        Slug.IsValid(id)
        && (await items.FindAsync(new(id), cancellationToken) is not null || await drafts.IsHandedInAsync(id, cancellationToken));

    /// <summary>Which revision an item of that id would get next. One transaction.</summary>
    public async Task<int> NextRevisionAsync(string id, CancellationToken cancellationToken) =>
        Slug.IsValid(id) && await items.FindAsync(new(id), cancellationToken) is { Value.Revision: var revision } ? revision + 1 : 1;

    /// <summary>The same id, or with a number behind it, that no item has yet.</summary>
    public async Task<string> FreeAsync(string id, CancellationToken cancellationToken)
    {
        var free = id;
        for (var number = 2; number < 50 && await IsTakenAsync(free, cancellationToken); number++)
        {
            free = $"{id}-{number}";
        }

        return free;
    }

    /// <summary>
    /// A sheet whose rows all have ids that no item has yet. No transaction where none is missing; else one for each thousand items between
    /// the first id that is wanted and the last.
    /// </summary>
    public async Task<DraftSheet> WithIdsAsync(DraftSheet sheet, CancellationToken cancellationToken)
    {
        var wanted = SheetBeginning.Wanted(sheet).Order(StringComparer.Ordinal).ToList();
        var taken = wanted.Count == 0
            ? []
            : await items.BetweenAsync(new(wanted[0]), new($"{wanted[^1]}-9999"), cancellationToken)
                .Select(row => row.Value.Id.Value)
                .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        return SheetBeginning.WithIds(sheet, taken);
    }

    /// <summary>Who published the newest items, as drafts say; else what their revisions say. Empty where nobody did.</summary>
    public async Task<string> IssuerAsync(CancellationToken cancellationToken)
    {
        var sent = await drafts.ListSentAsync(null, Looked, cancellationToken);
        var open = await drafts.ListAsync(null, Looked, cancellationToken);
        if (sent.Rows.Concat(open.Rows).Select(row => row.Value.Item.Issuer).FirstOrDefault(issuer => issuer.Length > 0) is { } issuer)
        {
            return issuer;
        }

        var newest = (await items.ListAsync(null, size: 100, cancellationToken)).Rows
            .Select(row => row.Value).MaxBy(item => item.AcceptedAt);
        return newest is null ? ""
            : (await items.RevisionAsync(newest.Id, newest.Revision, cancellationToken))?.Content.Issuer ?? "";
    }
}

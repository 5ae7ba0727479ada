using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Intake.Drafts;
using Dissemination.Publishing;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Looks whether a draft says what was said lately.</summary>
internal sealed class LikeTexts(DraftStore drafts, PublishedVersionStore published, ItemReader items, TimeProvider time)
{
    /// <summary>How many drafts and how many items are looked at, the newest of each.</summary>
    private const int Looked = 30;

    private const int Shown = 3;

    private static readonly TimeSpan Weeks = TimeSpan.FromDays(42);

    /// <summary>
    /// The texts that are nearest, of the newest drafts and of what went out in the last six weeks. Three transactions, and one for each
    /// item that was not read lately, thirty at most.
    /// </summary>
    public async Task<ImmutableArray<LikeText>> OfAsync(Draft draft, CancellationToken cancellationToken)
    {
        var text = Of(draft.Item.Title, draft.Item.Summary, draft.Item.Body);
        List<(LikeText Text, string Item)> found = [];
        foreach (var other in await DraftsAsync(draft, cancellationToken))
        {
            var item = other.Item;
            found.Add((new(other.NameIn(item.Id), $"/drafts/{other.Id}", text.To(Of(item.Title, item.Summary, item.Body))), item.Id));
        }

        await foreach (var version in published.SinceAsync(time.GetUtcNow() - Weeks, cancellationToken)
            .Where(version => version.Version.Language.IsVietnamese && version.Version.Item.Value != draft.Item.Id)
            .Take(Looked))
        {
            var (id, revision) = (version.Version.Item, version.Version.Revision);
            if (await items.RevisionAsync(id, revision, cancellationToken) is { Content.Text: var said })
            {
                found.Add((new(said.Headline, $"/items/{id}", text.To(Of(said.Title, said.Summary, said.Body))), id.Value));
            }
        }

        return
        [
            .. found.Where(one => one.Text.Share >= Likeness.Near)
                .OrderByDescending(one => one.Text.Share)
                .DistinctBy(one => one.Item, StringComparer.Ordinal)
                .Select(one => one.Text)
                .Take(Shown),
        ];
    }

    private async Task<IEnumerable<Draft>> DraftsAsync(Draft draft, CancellationToken cancellationToken)
    {
        var sent = await drafts.ListSentAsync(null, Looked, cancellationToken);
        var open = await drafts.ListAsync(null, Looked, cancellationToken);
        return sent.Rows.Concat(open.Rows).Select(row => row.Value)
            .Where(other => other.Sheet is null && other.Id != draft.Id && other.Item.Id != draft.Item.Id);
    }

    private static Likeness Of(string? title, string? summary, string body) => new($"{title}\n{summary}\n{body}");
}

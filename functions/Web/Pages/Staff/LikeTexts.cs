using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Intake.Drafts;
using Dissemination.Storage;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Looks whether a draft says what was said lately: of all items of the last weeks, out or not, and of the newest drafts.</summary>
internal sealed class LikeTexts(DraftStore drafts, ItemReader items, TimeProvider time)
{
    /// <summary>How many drafts are looked at, the newest that are open and that were handed in.</summary>
    private const int Drafts = 30;

    /// <summary>More than an office of a province brings in these weeks.</summary>
    private const int Items = 3_000;

    /// <summary>How many items are read whole, those with the most words in common.</summary>
    private const int Read = 12;

    private const int Shown = 3;

    private static readonly TimeSpan Weeks = TimeSpan.FromDays(42);

    /// <summary>The first month of which all items are looked at.</summary>
    private DateOnly Since => ItemDays.MonthOf(LocalTime.DayOf(time.GetUtcNow() - Weeks));

    /// <summary>
    /// The texts that are nearest. Two transactions, one more for each thousand items, and two for each of a few that have many words in
    /// common with it.
    /// </summary>
    public async Task<ImmutableArray<LikeText>> OfAsync(Draft draft, CancellationToken cancellationToken)
    {
        var said = Said(draft.Item.Title, draft.Item.Summary, draft.Item.Body);
        Likeness text = new(said);
        var words = await items.WordsSinceAsync(Since, cancellationToken)
            .Where(listed => listed.Item.Value != draft.Item.Id)
            .Take(Items)
            .ToListAsync(cancellationToken);
        var there = await Task.WhenAll(WordsInCommon.Of(said, words, Read).Select(id => ReadAsync(id, text, cancellationToken)));
        return
        [
            .. (await DraftsAsync(draft, cancellationToken))
                .Where(other => other.Sheet is null && other.Item.Id != draft.Item.Id)
                .Select(other => (other.Item.Id, Text: Of(other, text)))
                .Concat(there.OfType<(string, LikeText)>())
                .Where(one => one.Item2.Share >= Likeness.Near)
                .OrderByDescending(one => one.Item2.Share)
                .DistinctBy(one => one.Item1, StringComparer.Ordinal)
                .Select(one => one.Item2)
                .Take(Shown),
        ];
    }

    /// <summary>
    /// For each row of a sheet, by its number, the nearest of the rows above it, of the rows of other sheets and of items; no row where none
    /// is near. Two transactions, and one for each thousand items.
    /// </summary>
    public async Task<ImmutableDictionary<int, LikeText>> OfRowsAsync(Draft draft, CancellationToken cancellationToken)
    {
        var (text, id) = (draft.Sheet!.IndexOf("text"), draft.Sheet.IndexOf("id"));
        if (text < 0)
        {
            return [];
        }

        var others = await OthersAsync(draft, cancellationToken);
        NearestText above = new(draft.Sheet.Rows.Select(row => row[text]));
        NearestText there = new(others.Select(other => other.Text.Title));
        var likes = ImmutableDictionary.CreateBuilder<int, LikeText>();
        foreach (var (number, row) in draft.Sheet.Rows.Index())
        {
            var own = id < 0 ? "" : row[id];
            var (inSheet, elsewhere) = (
                above.Of(row[text], other => other < number),
                there.Of(Headline(row[text]), other => others[other].Item != own));
            if (elsewhere is { } found && found.Share >= (inSheet?.Share ?? 0))
            {
                likes.Add(number, others[found.Number].Text with { Share = found.Share });
            }
            else if (inSheet is { } same)
            {
                likes.Add(number, LikeText.OfRow(same.Number, same.Share));
            }
        }

        return likes.ToImmutable();
    }

    /// <summary>What other sheets say that are drafts, and what items are called: of a slogan that is its words.</summary>
    private async Task<List<(string Item, LikeText Text)>> OthersAsync(Draft draft, CancellationToken cancellationToken)
    {
        List<(string Item, LikeText Text)> others = [];
        foreach (var other in await DraftsAsync(draft, cancellationToken))
        {
            if (other.Sheet is { } sheet && sheet.IndexOf("text") is >= 0 and var text)
            {
                others.AddRange(sheet.Rows.Select(row => ("", new LikeText(Headline(row[text]), $"/drafts/{other.Id}", 0))));
            }
        }

        await foreach (var item in items.ListedSinceAsync(Since, cancellationToken).Take(Items))
        {
            others.Add((item.Id.Value, new(item.Headline, $"/items/{item.Id}", 0)));
        }

        return others;
    }

    private async Task<IEnumerable<Draft>> DraftsAsync(Draft draft, CancellationToken cancellationToken)
    {
        var sent = await drafts.ListSentAsync(null, Drafts, cancellationToken);
        var open = await drafts.ListAsync(null, Drafts, cancellationToken);
        return sent.Rows.Concat(open.Rows).Select(row => row.Value).Where(other => other.Id != draft.Id);
    }

    /// <returns>Null where it cannot be read: people are told of that elsewhere.</returns>
    private async Task<(string, LikeText)?> ReadAsync(ItemId id, Likeness text, CancellationToken cancellationToken)
    {
        try
        {
            return await items.FindAsync(id, cancellationToken) is { Value: var item }
                && await items.RevisionAsync(id, item.Revision, cancellationToken) is { Content.Text: var said }
                    ? (id.Value, new LikeText(said.Headline, $"/items/{id}", text.To(new(Said(said.Title, said.Summary, said.Body)))))
                    : null;
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    private static LikeText Of(Draft other, Likeness text) => new(
        other.NameIn(other.Item.Id),
        $"/drafts/{other.Id}",
        text.To(new(Said(other.Item.Title, other.Item.Summary, other.Item.Body))));

    private static string Said(string? title, string? summary, string body) => $"{title}\n{summary}\n{body}";

    private static string Headline(string words) => new VersionText(null, null, words).Headline;
}

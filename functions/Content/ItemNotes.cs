using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>Notes between colleagues, kept apart from what is published: only ever added, each with its person and time.</summary>
internal sealed class ItemNotes(Store store, TimeProvider time)
{
    /// <summary>How many are shown; older ones are kept.</summary>
    private const int Most = 50;

    /// <summary>The newest notes. One transaction.</summary>
    /// <param name="subject">The id of an item or of a draft.</param>
    public async Task<ImmutableArray<ItemNote>> OfAsync(string subject, CancellationToken cancellationToken) =>
        [.. (await PageAsync(subject, cancellationToken)).Rows.Select(row => row.Value)];

    /// <summary>The newest notes of each of several items. One transaction where they lie side by side.</summary>
    public async Task<ILookup<ItemId, ItemNote>> OfEachAsync(IReadOnlyCollection<ItemId> items, CancellationToken cancellationToken)
    {
        var rows = await store.Editorial.StartingWithEachAsync(
            Keys.Editorial, [.. items.Select(item => Keys.NotesOf(item.Value))], ContentJson.Default.ItemNote, cancellationToken);
        return items.SelectMany(item => rows[Keys.NotesOf(item.Value)].Take(Most).Select(row => (item, row.Value)))
            .ToLookup(note => note.item, note => note.Value);
    }

    /// <summary>Adds one, unless it was said just before. Two transactions.</summary>
    /// <returns>Why it is not added.</returns>
    public async Task<Problem?> AddAsync(string subject, string? text, PersonId by, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new(nameof(ProblemTexts.NoteEmpty));
        }

        if (text.Length > Limits.LineCharacters)
        {
            return new(nameof(ProblemTexts.TextTooLong), null, "1000");
        }

        var note = new ItemNote(time.GetUtcNow(), by, text.ReplaceLineEndings("\n").Trim());
        if ((await OfAsync(subject, cancellationToken)).Any(note.Repeats))
        {
            return null;
        }

        await new Transaction(Keys.Editorial)
            .Put(Keys.Note(subject, note.At, by.Value), note, ContentJson.Default.ItemNote)
            .CommitAsync(store.Editorial, cancellationToken);
        return null;
    }

    /// <summary>What was said of a draft goes on with its item. Doing it again changes nothing. Two transactions, mostly one.</summary>
    public async Task MoveAsync(string draft, string item, CancellationToken cancellationToken)
    {
        var rows = (await PageAsync(draft, cancellationToken)).Rows;
        var transaction = new Transaction(Keys.Editorial);
        foreach (var row in rows.Take(Transaction.Limit / 2))
        {
            transaction.Put(Keys.Note(item, row.Value.At, row.Value.By.Value), row.Value, ContentJson.Default.ItemNote).Delete(row);
        }

        if (transaction.Count > 0)
        {
            await transaction.CommitAsync(store.Editorial, cancellationToken);
        }
    }

    private Task<Page<ItemNote>> PageAsync(string subject, CancellationToken cancellationToken) => store.Editorial.PageAsync(
        TableReading.Prefix(Keys.Editorial, Keys.NotesOf(subject)), null, Most, ContentJson.Default.ItemNote, cancellationToken);
}

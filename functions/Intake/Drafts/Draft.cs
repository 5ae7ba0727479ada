using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake.Documents;
using Dissemination.Problems;

namespace Dissemination.Intake.Drafts;

/// <summary>What somebody dropped or began to write, until it is handed in.</summary>
internal sealed record Draft
{
    public required DraftId Id { get; init; }

    /// <summary>The name of the file that it came from; empty where it was pasted.</summary>
    public required string File { get; init; }

    public required PersonId By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId SavedBy { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public DraftItem Item { get; init; } = new();

    /// <summary>Slogans and quotes, a row each; null where it is one item.</summary>
    public DraftSheet? Sheet { get; init; }

    /// <summary>What was left out or changed when the file was read.</summary>
    public ImmutableArray<Problem> Notes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What words in old fonts become, while nobody has decided.</summary>
    public LegacyOffer? Legacy { get; init; }

    /// <summary>
    /// The id of the item as which it is being handed in: noted before, so that a broken attempt is repeated as the same.
    /// </summary>
    public string? SendingAs { get; init; }

    public SentDraft? Sent { get; init; }

    /// <summary>Why it was given back instead of being approved; null once it is handed in again.</summary>
    public ItemReturn? Returned { get; init; }

    /// <summary>Who changed what since it came, newest first.</summary>
    public ImmutableArray<DraftChange> Changes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>By what people know it in a list.</summary>
    public string NameIn(string untitled) =>
        Item.Title.Length > 0 ? Item.Title : File.Length > 0 ? File : untitled;

    /// <summary>The same, saved by somebody.</summary>
    public Draft Saved(PersonId by, DateTimeOffset at) => this with { SavedBy = by, SavedAt = at };
}

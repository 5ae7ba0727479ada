using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Reach.Summary;

/// <summary>
/// What became of an item in all its revisions: all that pages of the campaign read. It is made anew from the item's own records whenever
/// something happened to it, so that no order and no repetition matters.
/// </summary>
/// <param name="ApprovedAt">When one of its revisions was approved for the first time.</param>
/// <param name="StartsAt">When it may go out from: its approval, or the time that it is to be published at.</param>
/// <param name="Topics">The targets, tasks and breakthroughs that its newest approved revision speaks of.</param>
/// <param name="At">When it was put together.</param>
internal sealed record ItemSummary(
    ItemId Item,
    string Headline,
    ItemKind Kind,
    int Revision,
    DateTimeOffset ApprovedAt,
    DateTimeOffset StartsAt,
    ImmutableArray<string> Topics,
    ImmutableArray<LanguageSummary> Languages,
    RemovalCounts Removals,
    DateTimeOffset At) : ICompressedRow
{
    public string? Resolution { get; init; }

    public bool Sample { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}

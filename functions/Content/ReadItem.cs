using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Content;

/// <summary>One item as a file tells it, before the storage is asked about it.</summary>
/// <param name="Place">Where the item begins.</param>
/// <param name="PicturePlace">Where it names its picture.</param>
/// <param name="Translations">The translations that stand beside it in the same row.</param>
internal sealed record ReadItem(ItemContent Content, Place Place, Place PicturePlace, ImmutableArray<ReadTranslation> Translations);

/// <summary>A translation as a file or a column tells it.</summary>
internal sealed record ReadTranslation(ItemId Item, LanguageTag Language, VersionText Text, bool Sample)
{
    /// <summary>What its author should know, though it is taken.</summary>
    public ImmutableArray<Problem> Warnings { get; init; } = [];
}

/// <summary>All the items of one file.</summary>
internal sealed record ReadItems(ImmutableArray<ReadItem> Items)
{
    /// <summary>What their author should know, though they are taken.</summary>
    public ImmutableArray<Problem> Warnings { get; init; } = [];
}

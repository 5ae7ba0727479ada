using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>One item as a file tells it, before the storage is asked about it.</summary>
/// <param name="Place">Where the item begins.</param>
/// <param name="PicturePlace">Where it names its picture.</param>
/// <param name="Translations">The translations that stand beside it in the same row.</param>
internal sealed record ReadItem(ItemContent Content, Place Place, Place PicturePlace, ImmutableArray<ReadTranslation> Translations);

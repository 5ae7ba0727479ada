using System.Collections.Immutable;

namespace Dissemination.Content;

/// <summary>The message to Translation: look at these items and want what is missing. Many in a message, because messages cost more than items.</summary>
internal sealed record TranslationWanted(ImmutableArray<ItemId> Items);

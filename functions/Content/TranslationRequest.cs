using System.Collections.Immutable;

namespace Dissemination.Content;

/// <summary>
/// The message to Translation: look at these items and want what is missing. Many in a message, because messages cost more than items.
/// </summary>
/// <param name="TraceParent">The intake that accepted them; null where nothing was traced.</param>
internal sealed record TranslationRequest(ImmutableArray<ItemId> Items, string? TraceParent = null);

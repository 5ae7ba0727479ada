using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Items;

/// <summary>Which items are wanted. Null is all.</summary>
/// <param name="Words">Words of the title, the text or the id, in small letters.</param>
/// <param name="Waiting">On whom it waits.</param>
internal sealed record ItemFilter(
    ImmutableArray<string> Words, ItemState? State = null, string? Topic = null, CommuneId? Commune = null, WaitsOn? Waiting = null)
{
    public bool IsAll => Words.IsEmpty && this is { State: null, Topic: null, Commune: null, Waiting: null };
}

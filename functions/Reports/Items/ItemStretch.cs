using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reports.Items;

/// <summary>A stretch of the list of all items, and what of it is wanted.</summary>
/// <param name="Items">What was found in it, in order.</param>
/// <param name="Looked">How many items were looked at.</param>
/// <param name="Older">Where the items behind it begin; null where there are none.</param>
internal sealed record ItemStretch(
    ImmutableArray<ListedItem> Items, int Looked, string? Older, ImmutableArray<Resolution> Resolutions, DirectorySnapshot Directory);

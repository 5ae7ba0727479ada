using System.Collections.Immutable;
using Dissemination.Storage;

namespace Dissemination.Reach;

/// <summary>
/// Samples of deliveries of one language version, which are taken together and read together. A row costs the same with one of them as with
/// a hundred; so alike as they are they are stored compressed.
/// </summary>
internal sealed record SampleBlock(ImmutableArray<ReachSample> Samples) : ICompressedRow
{
    /// <summary>The most samples of a block.</summary>
    public const int Limit = 100;
}

using System.Collections.Immutable;

namespace Dissemination.Channels.Facebook;

/// <summary>One metric of a post.</summary>
internal sealed record FacebookInsights(ImmutableArray<FacebookInsights.Metric> Data)
{
    /// <summary>The figure; null where Facebook has none, as of a page with few followers.</summary>
    public long? Value => Data.IsDefaultOrEmpty || Data[0].Values.IsDefaultOrEmpty ? null : Data[0].Values[^1].Value;

    internal sealed record Metric(ImmutableArray<Figure> Values);

    internal sealed record Figure(long? Value);
}

using Dissemination.Directory;

namespace Dissemination.Reports.Campaign;

/// <summary>
/// What is known of how far the posts of a channel reached. Audiences and people overlap: their median a post is told, never a sum. What
/// is null was not measured.
/// </summary>
/// <param name="Posts">Places where something was posted.</param>
/// <param name="Measured">Those of them of which a figure was collected.</param>
/// <param name="MedianAudience">Members or followers when it was sent.</param>
/// <param name="Opens">Opens of short links.</param>
/// <param name="Communes">Communes with a post there.</param>
/// <param name="CommunesMeasured">Those of them with a figure.</param>
internal sealed record ReachRow(
    ChannelKind Channel, int Posts, int Measured, long? MedianAudience, long? Opens, int Communes, int CommunesMeasured)
{
    /// <summary>Different people that a post was shown to.</summary>
    public long? MedianReach { get; init; }

    /// <summary>How often posts were shown.</summary>
    public long? Views { get; init; }

    public long? Reactions { get; init; }

    public long? Comments { get; init; }

    public long? Shares { get; init; }

    /// <summary>Posts of which the channel told a figure: those that the sums are of.</summary>
    public int ToldByChannel { get; init; }

    /// <summary>When the newest of the figures was collected.</summary>
    public DateTimeOffset? MeasuredAt { get; init; }
}

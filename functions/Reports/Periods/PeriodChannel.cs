using Dissemination.Directory;

namespace Dissemination.Reports.Periods;

/// <summary>What was posted in a channel, and of how much of it a figure was collected.</summary>
/// <param name="Opens">Null is "not measured".</param>
internal sealed record PeriodChannel(ChannelKind Channel, int Posts, int Measured, int Communes, int CommunesMeasured, long? Opens);

using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>What is counted of one channel.</summary>
internal interface IOfChannel
{
    ChannelKind Channel { get; }
}

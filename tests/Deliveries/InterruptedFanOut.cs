using Dissemination.Channels;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Tests.Flow;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Deliveries;

/// <summary>A fan-out in the middle of whose step something happens: when the first secret is looked up for a lane.</summary>
internal static class InterruptedFanOut
{
    public static FanOut Of(Rooms rooms, Action once)
    {
        var routing = Routing(rooms, once);
        var planner = new DeliveryPlanner(
            rooms.Get<DeliveryWriter>(),
            rooms.Get<StandingNames>(),
            new CorrectionPlanner(rooms.Get<EarlierPosts>(), rooms.Get<LoudspeakerText>(), routing, rooms.Time),
            rooms.Get<PublicPictureStore>(),
            routing,
            rooms.Get<Backlog>(),
            rooms.Time);
        return new FanOut(
            rooms.Get<FanOutStore>(),
            rooms.Get<FanOutEnd>(),
            planner,
            new DestinationOrder(rooms.Get<ChannelRouting>()),
            rooms.Get<VersionReader>(),
            rooms.Get<DirectoryStore>(),
            rooms.Time);
    }

    private static ChannelRouting Routing(Rooms rooms, Action once)
    {
        var done = false;
        return new ChannelRouting(rooms.Get<IEnumerable<IChannel>>(), previews: [], name =>
        {
            if (!done)
            {
                done = true;
                once();
            }

            return ConfiguredSecret.Of(rooms.Get<IConfiguration>()[$"Credentials:{name}"]);
        });
    }
}

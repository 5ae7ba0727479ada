using Dissemination.Directory;

namespace Dissemination.Reach;

/// <summary>How often the links of one channel's places in a commune were opened.</summary>
internal sealed record OpensOfPlaces(CommuneId Commune, ChannelKind Channel, long Total);

using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>How a destination is served. The first four by machine, the others by a person.</summary>
[JsonConverter(typeof(NamedEnumConverter<ChannelKind>))]
internal enum ChannelKind
{
    Telegram,
    Facebook,
    Zalo,
    Website,
    [JsonStringEnumMemberName("group")]
    VillageGroup,
    Loudspeaker,
    NoticeBoard,
}

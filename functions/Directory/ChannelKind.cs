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

    /// <summary>A chat of Telegram that gets what was read aloud. Last, because numbers of the others are stored.</summary>
    TelegramVoice,
}

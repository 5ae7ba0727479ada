using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>How people took part. The two are shown side by side and never added: the same people may have done both.</summary>
[JsonConverter(typeof(NamedEnumConverter<MeetingMode>))]
internal enum MeetingMode
{
    InPerson,
    Online,
}

using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>What kind of meeting it was, in the order in which reports show them.</summary>
[JsonConverter(typeof(NamedEnumConverter<MeetingKind>))]
internal enum MeetingKind
{
    /// <summary>A study conference (hội nghị).</summary>
    Conference,

    /// <summary>A meeting of a party cell (sinh hoạt chi bộ).</summary>
    CellMeeting,

    /// <summary>A meeting of a village or neighbourhood (họp bản, tổ dân phố).</summary>
    VillageMeeting,

    Other,
}

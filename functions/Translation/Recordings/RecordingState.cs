using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Translation.Recordings;

/// <summary><c>begun → in-review → approved</c>, or <c>returned</c>.</summary>
[JsonConverter(typeof(NamedEnumConverter<RecordingState>))]
internal enum RecordingState
{
    /// <summary>Some sentences are there, and whoever reads them has not said that these are all.</summary>
    Begun,

    InReview,

    /// <summary>Nobody is to hear it: what was recorded is deleted.</summary>
    Returned,

    /// <summary>Nothing newer than what was approved is there.</summary>
    Approved,
}

using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Intake;

[JsonConverter(typeof(NamedEnumConverter<HandInState>))]
internal enum HandInState
{
    Accepted,
    Rejected,

    /// <summary>Good as far as it goes, and looked at again by itself once the files that it waits for are there.</summary>
    Waiting,

    /// <summary>Good, and taken once people who may have agreed to what it changes.</summary>
    Proposed,
}

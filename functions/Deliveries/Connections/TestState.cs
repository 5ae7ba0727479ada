using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Connections;

/// <summary>What became of a test message.</summary>
[JsonConverter(typeof(NamedEnumConverter<TestState>))]
internal enum TestState
{
    /// <summary>Begun; where it stays so, nobody knows whether it arrived.</summary>
    Sending,
    Sent,
    Refused,
    Unknown,
    Removed,
}

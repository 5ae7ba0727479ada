using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>Whether a commune's posts go out at once or wait for its own confirmation.</summary>
[JsonConverter(typeof(NamedEnumConverter<ReleasePolicy>))]
internal enum ReleasePolicy
{
    Automatic,
    Confirm,
}

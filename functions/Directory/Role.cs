using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory;

[JsonConverter(typeof(NamedEnumConverter<Role>))]
internal enum Role
{
    Staff,
    Approver,
    Communicator,
    Leader,
}

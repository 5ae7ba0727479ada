using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Content;

[JsonConverter(typeof(NamedEnumConverter<ItemState>))]
internal enum ItemState
{
    WaitingForApproval,
    Approved,
    Withdrawn,
}

using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Content;

[JsonConverter(typeof(NamedEnumConverter<ItemState>))]
internal enum ItemState
{
    WaitingForApproval,

    /// <summary>Not approved: whoever handed it in corrects it.</summary>
    Returned,
    Approved,
    Withdrawn,
}

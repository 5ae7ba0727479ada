using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>What a delivery does at its destination.</summary>
[JsonConverter(typeof(NamedEnumConverter<DeliveryAction>))]
internal enum DeliveryAction
{
    /// <summary>Posts what is not there yet.</summary>
    Post,

    /// <summary>Corrects the post of an earlier revision.</summary>
    Edit,

    /// <summary>Takes a post down whose item was withdrawn.</summary>
    Remove,
}
